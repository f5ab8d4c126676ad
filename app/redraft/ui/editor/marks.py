# SPDX-License-Identifier: GPL-3.0-or-later
"""Which findings are underlined in a paragraph at this moment. Knows no Qt.

The desk's findings belong to a paragraph's checked text. While an edited paragraph waits to be checked again, its
former findings move with their words; one whose own words were touched is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from redraft.checks.finding import Finding, Severity
from redraft.language.sentences import sentence_spans
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Event
from redraft.text.edits import Edit, difference
from redraft.text.span import Span


class Judge(Protocol):
    """What is asked of the desk."""

    def findings(self, paragraph_id: int) -> tuple[Finding, ...]: ...
    def awaited(self, paragraph_id: int) -> bool: ...


class Marks:
    """The findings to show. ``waits`` tells whether a check (by id) judges whole sentences."""

    def __init__(self, desk: Judge, waits: Callable[[str], bool], *, hints: bool = False) -> None:
        self._desk = desk
        self._waits = waits
        self._carried: dict[int, tuple[str, tuple[Finding, ...]]] = {}
        self._written: tuple[int, int] | None = None
        self.hints = hints

    def of(self, paragraph: Paragraph) -> tuple[Finding, ...]:
        """The findings to underline in ``paragraph`` as it is now."""
        found = self._known(paragraph)
        if not self.hints:
            found = tuple(each for each in found if each.severity is not Severity.HINT)
        if self._written is None or self._written[0] != paragraph.id:
            return found
        place = self._written[1]
        return tuple(
            each for each in found
            if not self._waits(each.check) or not same_sentence(paragraph.text, place, each.start, each.end)
        )

    def edited(self, event: Event) -> None:
        """Move marks along with an edit. To be told before the desk is."""
        for change in event.changes:
            after = {each.id: each for each in change.inserted}
            for before in change.removed:
                now = after.get(before.id)
                if now is None:
                    self._carried.pop(before.id, None)
                elif now.text != before.text:
                    self._carry(before, now, event.initiator)

    def refreshed(self, paragraph_ids: Iterable[int]) -> None:
        """The desk has new findings for these paragraphs."""
        for each in paragraph_ids:
            if not self._desk.awaited(each):
                self._carried.pop(each, None)

    def caret_at(self, paragraph: Paragraph, offset: int) -> bool:
        """The caret is here now; whether marks that waited for it to leave a sentence may be shown now."""
        if self._written is None:
            return False
        number, place = self._written
        if number == paragraph.id and same_sentence(paragraph.text, place, offset, offset):
            return False
        self._written = None
        return True

    def _known(self, paragraph: Paragraph) -> tuple[Finding, ...]:
        carried = self._carried.get(paragraph.id)
        if carried is not None:
            if self._desk.awaited(paragraph.id):
                return carried[1] if carried[0] == paragraph.text else ()
            del self._carried[paragraph.id]
        return self._desk.findings(paragraph.id)

    def _carry(self, before: Paragraph, now: Paragraph, initiator: str) -> None:
        carried = self._carried.get(before.id)
        known = carried[1] if carried and carried[0] == before.text else self._desk.findings(before.id)
        edit = difference(before.text, now.text)
        assert edit is not None
        self._carried[now.id] = now.text, tuple(_moved(known, edit, now.text))
        if initiator == "editor":
            self._written = now.id, edit.span.start + len(edit.replacement)


def _moved(findings: Iterable[Finding], edit: Edit, text: str) -> list[Finding]:
    """The findings in the edited ``text``, less those whose words the edit touched or grew together with."""
    moved: list[Finding] = []
    for finding in findings:
        span = edit.map(Span(finding.start, finding.end))
        if span is None or span.of(text) != finding.text or _grown(edit, span, text):
            continue
        moved.append(replace(finding, start=span.start, end=span.end))
    return moved


def _grown(edit: Edit, span: Span, text: str) -> bool:
    """Whether the edit put a letter directly before or behind the marked words (or took away what parted them)."""
    end = edit.span.start + len(edit.replacement)
    behind = span.end == edit.span.start and text[span.end : span.end + 1].isalnum()
    before = span.start == end and text[max(0, span.start - 1) : span.start].isalnum()
    return behind or before


def same_sentence(text: str, place: int, start: int, end: int) -> bool:
    """Whether ``place`` is in a sentence that the characters ``start``–``end`` share."""
    starts = [0, *(first for first, _ in sentence_spans(text)[1:])]
    def number(offset: int) -> int:
        return sum(each <= offset for each in starts)
    return number(start) <= number(place) <= number(max(start, end - 1))
