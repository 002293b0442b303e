"""The optional language model: it phrases answers, and nothing it says is shown unchecked."""
