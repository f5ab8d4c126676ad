# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author may do about findings: each is one step of undo, and verifies that the text is what it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from redraft.checks.finding import Finding
from redraft.errors import RedraftError
from redraft.manuscript.session import Decision, Place, Session, Transaction
from redraft.storage.decisions import DecisionBook
from redraft.text.edits import Edit, apply_all
from redraft.text.span import Span
from redraft.ui.editor.page import Page

CHANGED = "The words there have changed since; they are being checked again."


@dataclass(slots=True)
class _Telling(Decision):
    """A decision that could not be written down counts all the same, and says so."""

    decision: Decision
    say: Callable[[str], None]

    def do(self) -> None:
        self._try(self.decision.do)

    def undo(self) -> None:
        self._try(self.decision.undo)

    def _try(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except RedraftError as error:
            self.say(str(error))


class Deeds:
    """Acts on one session. ``say`` tells the author a sentence."""

    def __init__(self, page: Page, session: Session, book: DecisionBook, say: Callable[[str], None]) -> None:
        self._page, self._session, self._book, self._say = page, session, book, say

    def index_of(self, paragraph_id: int) -> int | None:
        """The index of the paragraph with that id; None when it is gone."""
        return next((at for at, each in enumerate(self._session.paragraphs) if each.id == paragraph_id), None)

    def accept(self, finding: Finding, suggestion: int = 0) -> bool:
        """Replace the words by a suggestion. False, and a sentence, when they are not what they were."""
        index = self.index_of(finding.paragraph)
        if index is None or not self._fits(index, finding) or suggestion >= len(finding.suggestions):
            self._say(CHANGED)
            return False
        new = finding.suggestions[suggestion]
        text = self._session.paragraphs[index].text
        here = (index, finding.start + len(new))
        label = f"{_brief(finding.text)} → {_brief(new)}" if new else f"leaving out {_brief(finding.text)}"
        self._session.replace(
            index, index + 1, [text[: finding.start] + new + text[finding.end :]], label=label, initiator="accept",
            before=self._page.bridge.caret, after=Place(here, here))
        self._page.put_caret(*here)
        return True

    def accept_all(self, findings: Sequence[Finding]) -> int:
        """Take the first suggestion of each that still fits; how many were taken."""
        places = {each.id: index for index, each in enumerate(self._session.paragraphs)}
        edits: dict[int, list[Edit]] = {}
        for finding in findings:
            index = places.get(finding.paragraph)
            if index is None or not finding.suggestions or not self._fits(index, finding):
                continue
            span = Span(finding.start, finding.end)
            if not any(span.touches(each.span) for each in edits.get(index, ())):
                edits.setdefault(index, []).append(Edit(span, finding.suggestions[0]))
        texts = {index: apply_all(self._session.paragraphs[index].text, some) for index, some in edits.items()}
        count = sum(len(some) for some in edits.values())
        if texts:
            here = self._page.bridge.caret
            self._session.replace_many(
                texts, label=f"accepting {count:,} suggestions" if count > 1 else "accepting a suggestion",
                initiator="accept", before=here, after=here)
        return count

    def ignore(self, finding: Finding, everywhere: bool = False) -> None:
        """Leave a finding alone: here, or its words in the whole manuscript."""
        index = self.index_of(finding.paragraph)
        if index is not None:
            text = self._session.paragraphs[index].text
            where = "everywhere" if everywhere else "here"
            self.decide(f"ignoring {_brief(finding.text)} {where}", self._book.ignore(finding, text, everywhere))

    def add_word(self, word: str) -> None:
        """The word is one of the story's."""
        self.decide(f"adding {_brief(word)} to the story’s words", self._book.add_word(word))

    def switch_off(self, check_id: str, name: str) -> None:
        """A rule is not wanted in this manuscript."""
        self.decide(f"switching off “{name}”", self._book.switch_off(check_id))

    def decide(self, label: str, decision: Decision) -> None:
        """Put a decision into force as a step of undo."""
        here = self._page.bridge.caret
        self._session.commit(Transaction(label, [], here, here, [_Telling(decision, self._say)]), "decision")

    def _fits(self, index: int, finding: Finding) -> bool:
        text = self._session.paragraphs[index].text
        return finding.end <= len(text) and text[finding.start : finding.end] == finding.text


def _brief(words: str) -> str:
    words = words.strip() or "space"
    return words if len(words) <= 24 else words[:22] + "…"
