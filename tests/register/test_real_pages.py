"""The five real pages: every member, as written. They are no part of the product."""

import pytest

from index.collect import collect
from index.register import Register, build_register
from index.scan import scan
from tests.conftest import ROOT
from tests.register.pages import names

REAL = ROOT.parent / "shared" / "documents"


@pytest.fixture(scope="module")
def register() -> Register:
    """The register of the real pages."""
    if not REAL.is_dir():
        pytest.skip("the real pages are not beside the checkout")
    return build_register(collect(REAL, scan(REAL), None, lambda _d, _t: None).documents)


def _product_names(coalition: str) -> list[str]:
    """The names as the product's own documents list them, which are the real pages' names."""
    documents = collect(
        ROOT / "documents", scan(ROOT / "documents"), None, lambda _d, _t: None
    ).documents
    originals = [document for document in documents if document.info.translation_of is None]
    return names(build_register(originals), coalition)


@pytest.mark.parametrize(("coalition", "size"), [("komf", 22), ("bktf", 19)])
def test_every_member_is_there_as_written(register: Register, coalition: str, size: int) -> None:
    found = names(register, coalition)
    assert len(found) == size
    assert sorted(found) == sorted(_product_names(coalition))


def test_nothing_else_is_a_coalition(register: Register) -> None:
    assert {one.id for one in register.coalitions} == {"komf", "bktf"}


def test_three_organisations_belong_to_both_and_sos_is_a_family(register: Register) -> None:
    of = {
        name: {m.organisation for m in register.memberships if m.coalition == name}
        for name in ("komf", "bktf")
    }
    assert of["komf"] & of["bktf"] == {"terre-des-hommes", "save-the-children", "world-vision"}
    families = {one.id: one.family for one in register.organisations}
    assert families["sos-fshatrat-e-femijeve"] == families["fshatrat-sos"]
