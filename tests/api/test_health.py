"""``GET /health``: ok only when that was shown."""

from collections.abc import Callable, Sequence
from pathlib import Path

from index.build import BuildReport
from index.embedding import Embedding
from index.library import Library
from index.store import Store
from tests.api.canned import client_of
from tests.fakes import LetterEmbedder


class Failing(LetterEmbedder):
    """A model that stops working when told to."""

    broken = False

    def embed_questions(self, texts: Sequence[str], languages: Sequence[str]) -> list[Embedding]:
        """Embed, or fail as native code does."""
        if self.broken:
            raise RuntimeError("no more memory")
        return super().embed_questions(texts, languages)


def test_health_says_what_was_checked(library: Library) -> None:
    response = client_of(library).get("/health")
    health = response.json()
    assert response.status_code == 200
    assert health["status"] == "ok"
    assert health["generation"] == library.condition().generation
    assert health["model"] == "letters"
    assert (health["documents"], health["unread"]) == (2, 0)
    assert {check["name"]: check["ok"] for check in health["checks"]} == {
        "hashes": True,
        "counts": True,
        "probe": True,
    }


def test_a_model_that_stops_answering_is_noticed(
    folder: Path, index: Callable[[], BuildReport], store: Store
) -> None:
    (folder / "a.md").write_text("Alfa dhe Beta.", encoding="utf-8")
    index()
    model = Failing()
    client = client_of(Library(store, model))
    assert client.get("/api/search", params={"q": "Alfa"}).status_code == 200
    model.broken = True
    assert client.get("/api/search", params={"q": "Alfa"}).status_code == 500
    response = client.get("/health")
    assert response.status_code == 503
    assert response.json()["status"] == "degraded"


def test_an_index_without_passages_is_never_ok(
    index: Callable[[], BuildReport], store: Store, letters: LetterEmbedder
) -> None:
    index()
    response = client_of(Library(store, letters)).get("/health")
    assert response.status_code == 503
    assert response.json()["status"] == "degraded"


def test_a_damaged_new_generation_is_named_while_the_old_one_serves(
    folder: Path, index: Callable[[], BuildReport], store: Store, letters: LetterEmbedder
) -> None:
    (folder / "a.md").write_text("Alfa dhe Beta.", encoding="utf-8")
    old = index().generation
    library = Library(store, letters)
    (folder / "a.md").write_text("Alfa, Beta dhe Gama.", encoding="utf-8")
    damaged = store.folder / "generations" / index().generation / "vectors.faiss"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    library.reload_if_changed()
    response = client_of(library).get("/health")
    health = response.json()
    assert response.status_code == 200
    assert health["status"] == "degraded"
    assert health["generation"] == old
    problem = next(check["detail"] for check in health["checks"] if not check["ok"])
    assert "vectors.faiss" in problem
    assert str(store.folder) not in problem
