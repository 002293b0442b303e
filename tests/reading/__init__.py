"""Tests of reading: bytes of a file to a ``Document``."""
