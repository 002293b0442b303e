"""Members as JSON."""

from typing import Literal

from pydantic import BaseModel, Field

from assistant.api.shapes.answers import CitationShape, citation_shape
from assistant.roster import Member, Table


class MemberShape(BaseModel):
    """An organisation with the coalitions that it belongs to."""

    name: str
    aliases: list[str] = Field(description="Other spellings, short names, names in other lists.")
    countries: list[str] = Field(description="The countries that its names state.")
    coalitions: list[str]
    match: Literal["yes", "maybe"] | None = Field(
        description="How surely it works on the topic asked for; null without a topic."
    )
    citations: list[CitationShape] = Field(
        description="Where each coalition names it, in their order; then what shows the topic."
    )


class MembersShape(BaseModel):
    """The members asked for, by name, and all coalitions that are known."""

    coalitions: list[str]
    members: list[MemberShape]
    documents: int = Field(description="How many documents were checked.")


def members_shape(table: Table) -> MembersShape:
    """``table`` as it is sent."""
    return MembersShape(
        coalitions=list(table.coalitions),
        members=[_member_shape(member) for member in table.members],
        documents=table.documents,
    )


def _member_shape(member: Member) -> MemberShape:
    cited = [one.citation for one in member.belongings]
    if member.evidence is not None and member.evidence not in cited:
        cited.append(member.evidence)
    return MemberShape(
        name=member.name,
        aliases=list(member.aliases),
        countries=list(member.countries),
        coalitions=[one.coalition for one in member.belongings],
        match=None if member.match is None else ("yes" if member.match == "yes" else "maybe"),
        citations=[citation_shape(citation) for citation in cited],
    )
