"""The addresses of the service, one file per noun, each with a ``routes`` function."""
