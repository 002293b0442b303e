"""Data -> the trained file: rebuilds every trained number of question types and reader."""
