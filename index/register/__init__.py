"""The register of organisations: who belongs to what, and every list that the documents have."""

from index.register.build import build_register
from index.register.file import read_register, write_register
from index.register.records import (
    Coalition,
    Entry,
    Expansion,
    Listing,
    Membership,
    Notice,
    Organisation,
    Register,
    Shape,
    Span,
    Stated,
    Work,
    WorkKind,
)

__all__ = [
    "Coalition",
    "Entry",
    "Expansion",
    "Listing",
    "Membership",
    "Notice",
    "Organisation",
    "Register",
    "Shape",
    "Span",
    "Stated",
    "Work",
    "WorkKind",
    "build_register",
    "read_register",
    "write_register",
]
