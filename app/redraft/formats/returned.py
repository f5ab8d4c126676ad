# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that went out to a reader and came back: its text now and before, and in whose hand the changes are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.formats.docx.identity import copy_id, last_author
from redraft.formats.docx.revisions import settled
from redraft.formats.docx.threads import parted
from redraft.formats.registry import read_bytes
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.text.edits import Edit, apply_all
from redraft.text.span import Span

_STAMP = re.compile(r"(?P<who>.+?)(?: (?:· )?(?P<when>\d{4}-\d\d-\d\dT\S+))?")

@dataclass(frozen=True, slots=True)
class Returned:
    """``before`` is the text without the changes that were tracked, None where none were; ``copy`` the digest of the
    text handed out, "" where the document does not tell; ``author`` and ``when`` whose and from when the changes are;
    ``parted``: its comments lost their threads.
    """

    manuscript: Manuscript
    form: str
    before: str | None = None
    copy: str = ""
    author: str = ""
    when: str = ""
    parted: bool = False


def returned(data: bytes, name: str) -> Returned:
    """Read a document that came back.

    Raises:
        FormatError: when it cannot be read.
    """
    manuscript = read_bytes(data, name).manuscript
    form = manuscript.files[0].format
    author, when = _hand(manuscript)
    tracked = _tracked(manuscript)
    if form != "docx":
        return Returned(manuscript, form, _without_changes(manuscript) if tracked else None, "", author, when)
    before = read_bytes(settled(data, accept=False, name=name), name).manuscript.source if tracked else None
    author = author or last_author(data, name)
    return Returned(manuscript, form, before, copy_id(data, name), author, when, parted(data, name))


def _hand(manuscript: Manuscript) -> tuple[str, str]:
    """Who tracked most changes, and when the last of them was made; ("", "") where none was."""
    hands: Counter[str] = Counter()
    last = ""
    for told in _stamps(manuscript):
        stamp = _STAMP.fullmatch(told)
        if stamp:
            hands[stamp.group("who")] += 1
            last = max(last, stamp.group("when") or "")
    return (hands.most_common(1)[0][0], last) if hands else ("", "")


def _stamps(manuscript: Manuscript) -> Iterator[str]:
    for paragraph in manuscript.paragraphs:
        for mark in paragraph.marks:
            if mark.kind is MarkKind.INSERTED:
                yield mark.value
            elif mark.kind is MarkKind.DELETED and "·" in mark.key:
                yield mark.key


def _tracked(manuscript: Manuscript) -> bool:
    """Whether changes are tracked in it."""
    kinds = (MarkKind.INSERTED, MarkKind.DELETED)
    return any(mark.kind in kinds for paragraph in manuscript.paragraphs for mark in paragraph.marks)


def _without_changes(manuscript: Manuscript) -> str:
    """The text with tracked insertions out and tracked deletions in again, paragraph by paragraph."""
    return "\n".join(_before(each) for each in manuscript.paragraphs)


def _before(paragraph: Paragraph) -> str:
    edits = [
        Edit(Span(each.start, each.end), "" if each.kind is MarkKind.INSERTED else each.value)
        for each in paragraph.marks if each.kind in (MarkKind.INSERTED, MarkKind.DELETED)
    ]  # fmt: skip
    return apply_all(paragraph.text, edits)
