# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument for the registry."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import IN_FILE, document
from redraft.formats.errors import Broken, Protected
from redraft.formats.guards import Package
from redraft.formats.odt.reader import Tree, read_story, tree_of

_MANIFEST = "META-INF/manifest.xml"
_MACROS = ("Basic/", "Scripts/")


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in an OpenDocument file.

    Raises:
        FormatError: when it is damaged, unsafe, behind a password, or has no text.
    """
    package, tree = opened(data, name)
    story = read_story(tree)
    return document(story.flow, file, first_id, kept=IN_FILE, notes=story.notes, notices=_notices(package))


def opened(data: bytes, name: str) -> tuple[Package, Tree]:
    """The package and its parsed content; raises as :func:`read`."""
    package = Package(data, name)
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise Protected(name)
    tree = tree_of(package)
    if tree is None:
        raise Broken(name, "there is no text in it")
    return package, tree


def _notices(package: Package) -> Sequence[str]:
    if any(each.startswith(_MACROS) and not each.endswith("/") for each in package.names):
        return (f"“{package.name}” holds macros. Redraft keeps them and never runs them.",)
    return ()


CODEC = Codec(read, None)
