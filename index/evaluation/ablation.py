"""The recipe with each of its parts taken out: what does not pay has no place in it."""

from dataclasses import replace

from index.ranking import RECIPE, Recipe, Weights

_PARTS: dict[str, tuple[str, ...]] = {
    "late interaction": ("late", "glossed_late"),
    "vectors": ("cosine",),
    "4-grams": ("grams",),
    "word beginnings": ("beginnings",),
    "concepts": ("concepts_at_home", "concepts_abroad"),
}


def ablations() -> dict[str, Recipe]:
    """Every recipe to compare, by the name of the part it lacks; the shipped one comes first."""
    recipes = {"all": RECIPE}
    recipes |= {f"no {part}": _without(fields) for part, fields in _PARTS.items()}
    recipes["no gloss"] = replace(RECIPE, gloss=False)
    recipes["no respelling"] = replace(RECIPE, respell=False)
    recipes["no mending"] = replace(RECIPE, mend=False)
    recipes["vectors alone"] = Recipe(
        weights=_only("cosine"), choosing=_only("cosine"), respell=False, gloss=False
    )
    return recipes


def _without(fields: tuple[str, ...]) -> Recipe:
    nothing = dict.fromkeys(fields, 0.0)
    kept = {name: value for name, value in nothing.items() if name != "cosine"}
    # Candidates are still chosen by vectors: without them there would be no one to rank.
    return replace(
        RECIPE,
        weights=replace(RECIPE.weights, **nothing),
        choosing=replace(RECIPE.choosing, **kept),
    )


def _only(field: str) -> Weights:
    nothing = dict.fromkeys(Weights.__dataclass_fields__, 0.0)
    return Weights(**{**nothing, field: 1.0})
