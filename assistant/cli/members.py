"""``kuvend members``: who belongs to which coalition, and works on what."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import AsJson, AskedIn
from assistant.cli.output import plain, show, show_json
from assistant.limits import LANGUAGES

if TYPE_CHECKING:
    from rich.table import Table as Grid

    from assistant.roster import Table

_Coalition = Annotated[str, typer.Option(help="A coalition's name, short or long.")]
_Topic = Annotated[str, typer.Option(help="What members work on, in any of the languages.")]


def members(
    coalition: _Coalition = "",
    topic: _Topic = "",
    language: AskedIn = None,
    as_json: AsJson = False,
) -> None:
    """List the members of a coalition, or of all, from the documents.

    Example: kuvend members --topic education
    """
    from assistant.api.shapes.members import members_shape

    table = _table(coalition, topic, language)
    if as_json:
        show_json(members_shape(table))
    else:
        show(_grid(table), f"{len(table.members)} members; {table.documents} documents checked.")


def _table(coalition: str, topic: str, language: str | None) -> "Table":
    from assistant.composition import open_library
    from assistant.roster import roster_of
    from assistant.settings import load_settings
    from index.errors import SettingError

    snapshot = open_library(load_settings()).snapshot()
    found = roster_of(snapshot).members(coalition, topic, language or LANGUAGES[0])
    if found is None:
        raise SettingError(f"There is no coalition {coalition}: leave it out to see all of them.")
    return found


def _grid(table: "Table") -> "Grid":
    from rich.table import Table as Grid

    grid = Grid("Member", *table.coalitions, "Topic", "Where")
    for member in table.members:
        marks = ["x" if member.belonging(name) else "" for name in table.coalitions]
        where = ", ".join(one.citation.document.id for one in member.belongings)
        grid.add_row(plain(member.name), *marks, member.match or "", where)
    return grid
