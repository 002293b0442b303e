"""Search: the right passage first, across languages; parts whose numbers can be checked."""

from pathlib import Path

import numpy as np
import pytest

from index.concepts import ConceptIndex
from index.glossary import Glossary
from index.library import Library
from index.terms import TermIndex
from index.tokens import StoredTokens, TokenIndex, encode


def test_a_share_is_one_for_a_passage_that_holds_all_and_small_for_chance_matches() -> None:
    index = TermIndex.of([["alfa", "beta"], ["beta"], ["gama"]])
    assert index.share(["delta"]).tolist() == [0, 0, 0]
    both, one, none = index.share(["alfa", "beta"])
    assert 1 >= both > one > none == 0
    unknown_weighs = index.share(["beta", "delta", "epsilon"])
    assert unknown_weighs[1] < one


def test_a_word_index_is_the_same_after_it_was_saved(tmp_path: Path) -> None:
    index = TermIndex.of([["alfa", "beta", "beta"], [], ["gama"]])
    index.write(tmp_path / "terms")
    read = TermIndex.read(tmp_path / "terms")
    assert np.allclose(read.share(["beta", "gama"]), index.share(["beta", "gama"]))


def test_a_concept_is_met_in_any_language() -> None:
    glossary = Glossary.parse(["sq;en;sr", "femij;child;det", "gjykat;court;sud"])
    index = ConceptIndex.of([["femijeve"], ["children"], ["sudu"]], ["sq", "en", "sr"], glossary)
    shares = index.share([glossary.find("detetu", "sr")])
    assert shares[0] == shares[1] > 0
    assert shares[2] == 0


def test_two_bits_a_dimension_keep_cosines(tmp_path: Path) -> None:
    chance = np.random.default_rng(5)
    vectors = chance.standard_normal((200, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    near = vectors + 0.5 * vectors[::-1]
    near /= np.linalg.norm(near, axis=1, keepdims=True)
    codes = encode(vectors)
    assert codes.shape == (200, 96)
    tokens = StoredTokens(codes, np.arange(200, dtype=np.int32), np.zeros((200, 2), np.uint16))
    TokenIndex.write(tmp_path / "tokens", [tokens], 384)
    decoded = TokenIndex.read(tmp_path / "tokens").passage(0).vectors
    wrong = (decoded * near).sum(axis=1) - (vectors * near).sum(axis=1)
    assert abs(float(wrong.mean())) < 0.01
    assert float(wrong.std()) < 0.03


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("When was KOMF founded?", "komf-misioni", ("2011",)),
        ("sa anetare ka BKTF", "bktf-rreth-nesh", ("19",)),
        ("Ко финансира пројекат Сигурна мрежа?", "rrjeti-i-sigurt", ("Medicor",)),
        ("koja deca imaju koristi od projekta", "rrjeti-i-sigurt", ("6080", "6,080", "6.080")),
        ("fushata per largimin nga kujdesi", "sos-avokimi", ("Advokaci Tani",)),
        ("trafkimi i femijve", "bktf-rreth-nesh", ("Trafikimit",)),
    ],
)
def test_the_passage_that_answers_is_among_the_first_three(
    real_library: Library, question: str, document: str, words: tuple[str, ...]
) -> None:
    hits = real_library.snapshot().search(question, 3).hits
    assert any(hit.document.id.startswith(document) for hit in hits)
    assert any(word in hit.stored.passage.text for hit in hits for word in words)


def test_cyrillic_finds_what_latin_finds(real_library: Library) -> None:
    snapshot = real_library.snapshot()
    latin, cyrillic = (
        [hit.stored.id for hit in snapshot.search(question, 5).hits]
        for question in ("Koliko članova ima BKTF?", "Колико чланова има БКТФ?")
    )
    assert latin == cyrillic


@pytest.mark.parametrize(
    ("question", "language"),
    [("trafikimi i fëmijëve", "sq"), ("trafficking of children", "en")],
)
def test_a_passage_comes_first_in_the_askers_language(
    real_library: Library, question: str, language: str
) -> None:
    hits = real_library.snapshot().search(question, 2).hits
    assert hits[0].document.language == language


@pytest.mark.parametrize("text", ["¼", "½ ¼", "…", "ﬁ", "№ 5", "x¼"])
def test_a_sign_that_the_model_spells_out_is_searched_for(real_library: Library, text: str) -> None:
    assert real_library.snapshot().search(text, 1).hits


def test_as_many_hits_come_as_were_asked_for(real_library: Library) -> None:
    snapshot = real_library.snapshot()
    assert len(snapshot.search("KOMF", 1).hits) == 1
    assert len(snapshot.search("KOMF", 50).hits) == 50
    scores = [hit.score for hit in snapshot.search("KOMF", 50).hits]
    assert scores == sorted(scores, reverse=True)
