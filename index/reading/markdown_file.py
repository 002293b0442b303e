"""Reads Markdown (.md, .markdown), the home format, with its YAML front matter."""

from markdown_it import MarkdownIt

from index.reading.builder import TextBuilder
from index.reading.document import Document
from index.reading.encoding import decode
from index.reading.front_matter import split_front_matter
from index.reading.html_blocks import add_blocks
from index.reading.html_file import HIDDEN_WARNING, parse_html
from index.reading.html_hidden import remove_hidden
from index.reading.hygiene import clean
from index.reading.limits import Limits
from index.reading.markdown_lines import keep_lines


def read_markdown(data: bytes, limits: Limits) -> Document:
    """Read CommonMark with tables as plain words.

    It is rendered to HTML first, so that markup inside it (comments, hidden elements, tables,
    numbered lists) is treated by the same rules as on a web page.
    """
    decoded = decode(data)
    builder = TextBuilder(limits)
    front = split_front_matter(clean(decoded.text))
    for warning in (*decoded.warnings, *front.warnings):
        builder.warn(warning)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Nobody here writes programs: what is indented is text, or HTML inside HTML.
    parser.disable("code")
    tokens = parser.parse(front.body)
    keep_lines(tokens)
    markup = parser.renderer.render(tokens, parser.options, {})
    root = parse_html(f"<html><body>{markup}</body></html>")
    if remove_hidden(root):
        builder.warn(HIDDEN_WARNING)
    add_blocks(builder, root)
    return builder.build(front.metadata)
