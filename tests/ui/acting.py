# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the analysis process, and says what it would."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from redraft.analysis.codec import to_plain
from redraft.analysis.framing import Decoder, encode
from redraft.analysis.report import fingerprint
from redraft.checks.finding import Finding, Severity
from redraft.ui.window import Window


class PlayedClient(QObject):
    """A worker client without a worker: what was sent to it is kept."""

    heard = Signal(bytes)
    restarted = Signal()
    gave_up = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._decoder = Decoder()
        self.messages: list[dict[str, object]] = []

    def send(self, data: bytes) -> None:
        """Keep it."""
        self.messages.extend(self._decoder.feed(data))

    def kinds(self) -> list[str]:
        """The kinds of the messages sent so far."""
        return [str(each["type"]) for each in self.messages]


def found(window: Window, index: int, words: str, *suggestions: str, check: str = "confused-words",
          category: str = "confusable", severity: Severity = Severity.ERROR) -> Finding:
    """The finding on the first place of ``words`` in paragraph ``index`` of the story that is open."""
    paragraph = window.story.session.paragraphs[index]
    start = paragraph.text.index(words)
    return Finding(check, category, severity, paragraph.id, start, start + len(words), words,
                   f"About “{words}”.", suggestions, sure=True)


def judge(window: Window, *findings: Finding) -> None:
    """The worker answers: these are the findings of their paragraphs as they are now; all others have none."""
    client = window.client
    assert isinstance(client, PlayedClient)
    items = []
    for paragraph in window.story.session.paragraphs:
        own = tuple(each for each in findings if each.paragraph == paragraph.id)
        items.append([paragraph.id, fingerprint(paragraph.text), to_plain(own)])
    generation = max(int(str(each["generation"])) for each in client.messages)
    client.heard.emit(encode({"type": "findings", "generation": generation, "items": items}))


def texts(window: Window) -> list[str]:
    """The paragraphs of the session."""
    return [each.text for each in window.story.session.paragraphs]


def page_texts(window: Window) -> list[str]:
    """What the page shows."""
    return window.page.document().toRawText().split("\u2029")
