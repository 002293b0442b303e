"""Questions to begin with."""

import re

from assistant.assistant import Assistant
from assistant.reader.trained import read_trained
from index.library import Library
from tests.api.canned import client_of
from tests.trained import SHIPPED


def test_questions_to_begin_with_come_from_the_documents_and_are_answered(
    real_library: Library,
) -> None:
    client = client_of(real_library, Assistant(real_library, read_trained(SHIPPED)))  # type: ignore[arg-type]
    for language in ("sq", "en", "sr"):
        page = client.get("/", params={"language": language}).text
        questions = re.findall(r'data-question="([^"]+)"', page)
        assert len(questions) == 4
        assert {name for name in ("KOMF", "BKTF") if name in " ".join(questions)} == {
            "KOMF",
            "BKTF",
        }
        for question in questions:
            body = {"question": question, "language": language}
            assert client.post("/api/ask", json=body).json()["status"] == "answered"
