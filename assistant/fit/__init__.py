"""Data -> the trained file: rebuilds every trained number of the question's types and the reader."""
