"""Names -> Organisations: which spellings are one organisation, and which are one family."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.register.names import Name, key, take_apart
from index.register.records import Organisation

_ALIKE_CHARACTERS = 12
_ALIKE_WORD = 5


@dataclass(frozen=True, slots=True)
class Written:
    """A name as a list writes it; names with the same ``listing`` are different organisations."""

    text: str
    listing: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """The organisations, and which of them each written name means."""

    organisations: tuple[Organisation, ...]
    by_key: Mapping[str, str]

    def find(self, name: str) -> str | None:
        """The id of the organisation written as ``name``."""
        return self.by_key.get(key(name)) or self.by_key.get(key(take_apart(name).long))


def organisations(names: Sequence[Written]) -> Directory:
    """The organisations that ``names`` mean, by name."""
    taken = {written: take_apart(written.text) for written in names}
    cores = _merged_cores(names, taken)
    groups: dict[tuple[str, str], list[Written]] = defaultdict(list)
    for core, members in _by_core(names, taken, cores).items():
        for branch, some in _branches(members, taken).items():
            groups[core, branch] = some
    families = _families(groups, taken)
    found, by_key = list[Organisation](), dict[str, str]()
    for (core, branch), some in sorted(groups.items()):
        organisation = _organisation(core, branch, some, taken, families[core])
        found.append(organisation)
        for alias in (organisation.name, *organisation.aliases):
            by_key.setdefault(key(alias), organisation.id)
    for organisation in found:  # exact names win over anything shorter
        by_key[key(organisation.name)] = organisation.id
    return Directory(tuple(sorted(found, key=lambda one: key(one.name))), by_key)


def _merged_cores(names: Sequence[Written], taken: Mapping[Written, Name]) -> dict[str, str]:
    """The core that stands for each: a bare short form's long one, a slip's right spelling."""
    cores = Counter(name.core for name in taken.values())
    lists: dict[str, set[int]] = defaultdict(set)
    for written in names:
        lists[taken[written].core].add(written.listing)
    merged = {key(name.short): name.core for name in taken.values() if name.short}
    for written in names:
        for alias in written.aliases:
            merged[take_apart(alias).core] = taken[written].core
    ranked = sorted(cores, key=lambda core: (-cores[core], core))
    by_size: dict[int, list[str]] = defaultdict(list)
    for core in ranked:
        like = by_size[len(core.split())]
        right = next((r for r in like if alike(core, r) and not lists[core] & lists[r]), None)
        if right is not None:
            merged.setdefault(core, right)
        else:
            like.append(core)
    return {core: merged.get(core, core) for core in cores}


def _by_core(
    names: Sequence[Written], taken: Mapping[Written, Name], cores: Mapping[str, str]
) -> dict[str, list[Written]]:
    groups: dict[str, list[Written]] = defaultdict(list)
    for written in names:
        groups[cores[taken[written].core]].append(written)
    return groups


def _branches(
    members: Sequence[Written], taken: Mapping[Written, Name]
) -> dict[str, list[Written]]:
    """The members by country where their countries keep them apart, else all together."""
    stated = {taken[written].countries for written in members} - {()}
    together = all(set(a) & set(b) for a in stated for b in stated)
    if together:
        return {"": list(members)}
    branches: dict[str, list[Written]] = defaultdict(list)
    for written in members:
        branches["-".join(taken[written].countries)].append(written)
    return branches


def _families(
    groups: Iterable[tuple[str, str]] | Mapping[tuple[str, str], list[Written]],
    taken: Mapping[Written, Name],
) -> dict[str, str]:
    """The family of each core: the shortest core whose words, with a short form, are within it."""
    cores = sorted({core for core, _ in groups}, key=lambda core: (len(core), core))
    capitals = {
        word
        for name in taken.values()
        for part in name.long.split()
        if len(part) > 2 and part.isupper()
        for word in [key(part)]
    }
    families: dict[str, str] = {}
    for core in cores:
        words = set(core.split())
        parent = next(
            (
                other
                for other in families
                if len(shared := set(other.split())) > 1 and shared < words and shared & capitals
            ),
            core,
        )
        families[core] = families.get(parent, parent)
    return families


def _organisation(
    core: str,
    branch: str,
    members: Sequence[Written],
    taken: Mapping[Written, Name],
    family: str,
) -> Organisation:
    counted = Counter(written.text for written in members)
    by_text = {written.text: taken[written] for written in members}
    names = sorted(
        counted, key=lambda text: (len(by_text[text].countries), -counted[text], len(text), text)
    )
    names.sort(key=lambda text: len(text.split()) == 1 and text.isupper() and len(names) > 1)
    shorts = [name.short for name in by_text.values() if name.short]
    given = [alias for written in members for alias in written.aliases]
    longs = [name.long for name in by_text.values() if name.short]
    aliases = dict.fromkeys([*names[1:], *shorts, *longs, *given])
    return Organisation(
        id="-".join(filter(None, (core.replace(" ", "-"), branch.lower()))),
        name=names[0],
        aliases=tuple(alias for alias in aliases if alias != names[0]),
        family=family.replace(" ", "-"),
        countries=tuple(sorted({c for name in by_text.values() for c in name.countries})),
    )


def alike(one: str, other: str) -> bool:
    """Whether two folded names differ by one slip of the pen: one letter of one long word."""
    mine, theirs = one.split(), other.split()
    if len(mine) != len(theirs) or min(len(one), len(other)) < _ALIKE_CHARACTERS:
        return False
    different = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(different) == 1 and _one_slip(*different[0])


def _one_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _ALIKE_WORD or abs(len(one) - len(other)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) == len(shorter):
        return longer[same + 1 :] == shorter[same + 1 :]
    return longer[same + 1 :] == shorter[same:]
