"""The search box as one script for other people's pages."""

import gzip
import re

from assistant.web.assets import FOLDER
from assistant.web.embed import bundle
from assistant.web.templating import Site
from index.library import Library
from tests.api.canned import client_of

MOST_BYTES = 20 * 1024


def test_the_whole_box_is_small(library: Library) -> None:
    response = client_of(library).get("/embed.js", headers={"Accept-Encoding": "gzip"})
    size = int(response.headers["content-length"])
    print(f"embed.js: {size} bytes gzipped")  # noqa: T201
    assert response.headers["content-encoding"] == "gzip"
    assert size == len(gzip.compress(response.content, 9, mtime=0)) <= MOST_BYTES


def test_the_modules_stand_in_a_row_without_imports_and_exports() -> None:
    script = bundle(Site())
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    sources = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.js"))
    pattern = r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (\w+)"
    names = re.findall(pattern, sources.replace((FOLDER / "chat.js").read_text("utf-8"), ""), re.M)
    # The reader's own script is no part of the box.
    inside = [name for name in names if name not in {"main", "status"}]
    assert len(inside) == len(set(inside))


def test_the_helpline_is_told_as_text() -> None:
    assert 'HELPLINE = "</script>116 111"' in bundle(Site("</script>116 111"))
    assert "HELPLINE = null" in bundle(Site())


def test_no_script_makes_html_or_code_of_text_or_keeps_anything() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser"
        r"|createContextualFragment|srcdoc|localStorage|sessionStorage|indexedDB|\.cookie|caches\b"
    )
    for path in FOLDER.glob("*.js"):
        assert not forbidden.search(path.read_text("utf-8")), path.name


def test_no_file_asks_another_host() -> None:
    for path in FOLDER.iterdir():
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", text), path.name


def test_a_box_may_be_loaded_by_pages_that_isolate_themselves(library: Library) -> None:
    headers = client_of(library).get("/embed.js").headers
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert "access-control-allow-origin" not in headers
