"""Hits -> stretches of text that answer a question, and how sure that is."""
