"""Reads web pages (.html, .htm): the content, not the menus around it."""

import re
from dataclasses import fields, replace

import lxml.html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from index.errors import UnreadableFileError
from index.reading.builder import TextBuilder
from index.reading.document import Document, Metadata
from index.reading.encoding import decode
from index.reading.front_matter import FrontMatter, split_front_matter
from index.reading.html_blocks import add_blocks
from index.reading.html_hidden import remove_hidden
from index.reading.html_main import main_content
from index.reading.html_metadata import page_metadata
from index.reading.hygiene import clean
from index.reading.limits import Limits

HIDDEN_WARNING = "text that cannot be seen was left out"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# Site generators keep their pages as HTML with a YAML header and such holes in the text.
_TEMPLATE_HOLES = re.compile(r"\{\{.{0,500}?\}\}|\{%.{0,500}?%\}", re.DOTALL)


def read_html(data: bytes, limits: Limits) -> Document:
    """Read a page's main content; raises ``UnreadableFileError`` if it has no visible text."""
    charset = _CHARSET.search(data[:4096])
    decoded = decode(data, charset[1].decode("ascii") if charset else None)
    builder = TextBuilder(limits)
    front = split_front_matter(clean(decoded.text))
    for warning in (*decoded.warnings, *front.warnings):
        builder.warn(warning)
    markup = _TEMPLATE_HOLES.sub("", front.body) if front.present else front.body
    root = parse_html(markup)
    metadata, warnings = page_metadata(root)
    for warning in warnings:
        builder.warn(warning)
    if remove_hidden(root):
        builder.warn(HIDDEN_WARNING)
    body = root.find("body")
    add_blocks(builder, main_content(root if body is None else body))
    return builder.build(_merged(front, metadata), nothing="no text found in the page")


def parse_html(markup: str) -> HtmlElement:
    """Return the tree of a page or fragment; nothing that it refers to is loaded."""
    parser = lxml.html.HTMLParser(no_network=True, remove_pis=True, huge_tree=False)
    # A declared encoding would be refused, as the markup is already text.
    markup = _XML_DECLARATION.sub("", markup, count=1)
    try:
        return lxml.html.document_fromstring(markup, parser=parser)
    except (ParserError, ValueError) as error:
        raise UnreadableFileError("no text found in the page") from error


def _merged(front: FrontMatter, page: Metadata) -> Metadata:
    """The front matter goes before what the page's head says."""
    names = [field.name for field in fields(Metadata)]
    declared = {name: value for name in names if (value := getattr(front.metadata, name))}
    return replace(page, **declared)
