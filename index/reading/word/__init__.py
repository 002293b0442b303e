"""Reads Word files (.docx): package -> paragraphs and tables in document order -> blocks."""

from index.reading.word.docx_file import read_docx

__all__ = ["read_docx"]
