"""Reads PDF files: pages -> lines with their places -> paragraphs without page furniture."""

from index.reading.pdf.pdf_file import read_pdf

__all__ = ["read_pdf"]
