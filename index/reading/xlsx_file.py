"""Reads Excel workbooks (.xlsx): each visible sheet is a section, each row a line."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from index.errors import UnreadableFileError
from index.reading.archive import check_archive
from index.reading.builder import TextBuilder
from index.reading.declared import Declarations
from index.reading.document import Document, Metadata
from index.reading.limits import Limits
from index.reading.tables import add_sheet

_DAMAGED = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, BadZipFile)


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """Read the stored values (formulas are not computed); hidden sheets are left out."""
    check_archive(data, limits)
    builder = TextBuilder(limits)
    try:
        # Links to other workbooks would only be listed; keep_links=False does not even open them.
        workbook = load_workbook(io.BytesIO(data), True, data_only=True, keep_links=False)
        visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        if len(visible) < len(workbook.worksheets):
            builder.warn("hidden sheets were left out")
        for sheet in visible:
            if len(visible) > 1:
                builder.heading(sheet.title, 2)
            add_sheet(builder, _rows(sheet))
    except (*_DAMAGED, InvalidFileException) as error:
        raise UnreadableFileError("damaged: the workbook cannot be read") from error
    declared = Declarations("the file")
    title = declared.first("title", [workbook.properties.title])
    for warning in declared.warnings:
        builder.warn(warning)
    return builder.build(Metadata(title=title))


def _rows(sheet: Any) -> Iterator[list[str]]:
    # The size that a sheet declares can be wrong, and then hides rows.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        yield [_shown(value) for value in row]


def _shown(value: object) -> str:
    """A cell's value as a person would write it: no time at midnight, no ".0"."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value)
