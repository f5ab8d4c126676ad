# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument for the registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import IN_FILE, document
from redraft.formats.errors import Broken, Protected
from redraft.formats.guards import Package
from redraft.formats.odt.patch import patched
from redraft.formats.odt.reader import Tree, read_story, tree_of
from redraft.formats.odt.writer import write_odt
from redraft.formats.rich import rich
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.shape import BODY

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


def save(source: SourceFile, paragraphs: Sequence[Paragraph]) -> bytes:
    """The bytes to save: the document as it was read with what changed, or a new one.

    A text that is saved as OpenDocument for the first time still has its markup in its words.
    """
    name = source.path.name if source.path else "the document"
    if source.original is not None and source.original.format == "odt":
        package, tree = opened(source.original.data, name)
        return patched(package, tree, source.original.paragraphs, paragraphs)
    formatted = any(each.marks or each.tied or each.shape != BODY for each in paragraphs)
    read_as = replace(source, format=source.format if formatted else "markdown")
    return write_odt(rich(Manuscript(source.path, (read_as,), tuple(replace(each, file=0) for each in paragraphs))))


CODEC = Codec(read, save)
