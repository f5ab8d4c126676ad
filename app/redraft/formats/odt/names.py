# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument's names: the name spaces, and what of them matters to a story."""

from __future__ import annotations

from functools import cache

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}

DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
"""The declarations of all of them."""


@cache
def q(name: str) -> str:
    """The full name of "text:p"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


PARAGRAPHS = frozenset({q("text:p"), q("text:h")})

CONTAINERS = frozenset(map(q, (
    "office:text", "text:section", "text:list", "text:list-item", "text:list-header", "text:numbered-paragraph",
    "table:table", "table:table-row", "table:table-rows", "table:table-header-rows", "table:table-row-group",
    "table:table-cell", "text:table-of-content", "text:alphabetical-index", "text:illustration-index",
    "text:table-index", "text:object-index", "text:user-index", "text:bibliography", "text:index-body",
    "text:index-title",
)))  # fmt: skip
"""Elements in which paragraphs of the story stand; of a table of contents or an index the lines as printed."""

BOXES = frozenset(map(q, (
    "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle", "draw:path", "draw:polygon",
    "draw:polyline", "draw:regular-polygon", "draw:line", "draw:connector", "draw:caption", "draw:measure",
)))  # fmt: skip
"""Elements hung on a paragraph, with paragraphs of their own."""

TRANSPARENT = frozenset(map(q, ("text:span", "text:a", "text:meta", "text:meta-field", "text:ruby", "text:ruby-base")))
"""Elements inside a paragraph whose text is the paragraph's."""

SILENT = frozenset(map(q, (
    "text:soft-page-break", "text:ruby-text", "text:number", "text:hidden-text", "text:hidden-paragraph",
    "office:annotation", "text:note", "draw:frame", "draw:a", "draw:g", "draw:custom-shape", "draw:line", "draw:rect",
    "draw:path", "draw:polygon", "draw:polyline", "draw:ellipse", "draw:circle", "draw:connector", "draw:control",
    "draw:page-thumbnail", "draw:measure", "draw:caption", "draw:regular-polygon", "text:toc-mark-start",
    "text:alphabetical-index-mark", "text:toc-mark", "text:user-index-mark", "text:script",
)))  # fmt: skip
"""Elements inside a paragraph whose text is not the paragraph's."""
