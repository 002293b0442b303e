"""List answers from the register of organisations: whole, counted, each entry cited."""

from assistant.roster.roster import Roster, roster_of
from assistant.roster.table import Belonging, Member, Table

__all__ = ["Belonging", "Member", "Roster", "Table", "roster_of"]
