"""Everything in the documents that is a list or a record, whatever shape it is written in."""

from index.records.build import listings_of
from index.records.file import read_records, write_records
from index.records.listing import Entry, Field, Kind, Listing, Span

__all__ = [
    "Entry",
    "Field",
    "Kind",
    "Listing",
    "Span",
    "listings_of",
    "read_records",
    "write_records",
]
