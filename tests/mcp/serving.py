"""The MCP server with fakes, on standard input and output or, with a second word, over HTTP."""

import sys
from pathlib import Path

from assistant.api.rate_limit import Limited
from assistant.api.server import listen
from assistant.mcp.http import serve_http
from assistant.mcp.server import create_mcp
from index.build import EmbeddingModel, build
from index.library import Library
from index.store import Store
from tests.api.canned import Canned, answer_from
from tests.api.conftest import write_documents
from tests.fakes import LetterEmbedder, Silent

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    documents, store, letters = folder / "documents", Store(folder / "store"), LetterEmbedder()
    documents.mkdir()
    write_documents(documents)
    build(documents, store, EmbeddingModel(letters.name, lambda: letters), Silent())
    library = Library(store, letters)
    server = create_mcp(library, Canned(answer_from(library)))
    if sys.argv[2:] == ["http"]:
        with listen("127.0.0.1", 0) as listener:
            sys.stdout.write(f"{listener.getsockname()[1]}\n")
            sys.stdout.flush()
            serve_http(server, listener, Limited.ALL)
    else:
        server.run()
