# SPDX-License-Identifier: GPL-3.0-or-later
"""The comments of a document, with their replies and whether they are settled, and the texts of its notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from redraft.formats.docx.names import W14, W15, Element, children, descendants, kind, value
from redraft.formats.docx.parts import Parts
from redraft.manuscript.model import FileNote

Place = tuple[int, int, int]
"""Where a comment stands: a paragraph's id, start and end in its text."""


@dataclass(frozen=True, slots=True)
class _Thread:
    """What commentsExtended.xml says of a comment, known by the id of its last paragraph."""

    parent: str
    done: bool


def comments(parts: Parts, places: Mapping[str, Place]) -> tuple[FileNote, ...]:
    """The comments that start a thread, in the order of the file. ``places``: where each stands, by its id."""
    root = parts.part("comments")
    if root is None:
        return ()
    threads = _threads(parts.part("commentsExtended"))
    notes: dict[str, FileNote] = {}
    parents: dict[str, str] = {}
    by_paragraph: dict[str, str] = {}
    for each in children(root, "comment"):
        key = value(each, "id") or ""
        last = _last_paragraph(each)
        thread = threads.get(last, _Thread("", False))
        if last:
            by_paragraph[last] = key
        parents[key] = thread.parent
        where = places.get(key)
        notes[key] = FileNote(
            key, value(each, "author") or "", value(each, "date") or "", text_in(each), (), thread.done,
            where[0] if where else None, *(where[1:] if where else (0, 0)),
        )  # fmt: skip
    return _threaded(notes, {key: by_paragraph.get(parent, "") for key, parent in parents.items()})


def note_texts(parts: Parts) -> dict[str, str]:
    """The texts of foot- and endnotes by "footnote:2"."""
    found: dict[str, str] = {}
    for name in ("footnote", "endnote"):
        for each in children(parts.part(name + "s"), name):
            if value(each, "type") in (None, "normal"):
                found[f"{name}:{value(each, 'id')}"] = text_in(each)
    return found


def text_in(element: Element) -> str:
    """The words of a comment or note, its paragraphs parted by line ends."""
    lines = []
    for paragraph in descendants(element, "p"):
        parts = [
            (each.text or "") if kind(each) == "t" else "\t" if kind(each) == "tab" else "\n"
            for each in paragraph.iter() if kind(each) in ("t", "br") or (kind(each) == "tab" and _in_run(each))
        ]
        lines.append("".join(parts).strip())
    return "\n".join(lines).strip()


def _in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and kind(parent) == "r"


def _threads(root: Element | None) -> dict[str, _Thread]:
    found: dict[str, _Thread] = {}
    for each in root if root is not None else ():
        name = f"{{{W15}}}"
        key = each.get(name + "paraId") or ""
        found[key] = _Thread(each.get(name + "paraIdParent") or "", each.get(name + "done") in ("1", "true"))
    return found


def _last_paragraph(comment: Element) -> str:
    last = ""
    for each in descendants(comment, "p"):
        last = each.get(f"{{{W14}}}paraId") or last
    return last


def _threaded(notes: dict[str, FileNote], parents: Mapping[str, str]) -> tuple[FileNote, ...]:
    replies: dict[str, list[FileNote]] = {}
    for key, note in notes.items():
        parent = parents[key]
        if parent in notes and parent != key:
            replies.setdefault(parent, []).append(note)
    return tuple(
        replace(note, replies=tuple(replies.get(key, ()))) for key, note in notes.items()
        if parents[key] not in notes or parents[key] == key
    )
