# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor's end of the analysis: what is known of the open manuscript at this moment. Knows no Qt.

Findings belong to a paragraph's exact text: an answer for another text is dropped, never moved by guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from redraft.analysis.codec import from_plain, to_plain
from redraft.analysis.framing import BrokenStream, Decoder, Message, encode
from redraft.analysis.pieces import Shelf
from redraft.analysis.report import Continuity, ScenesReport, fingerprint
from redraft.analysis.state import EngineState
from redraft.characters.cast import Cast
from redraft.checks.finding import Finding
from redraft.continuity.alike import Alike
from redraft.continuity.conflicts import Conflict
from redraft.continuity.timeline import TimelineEntry
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.manuscript.session import Change, Event, Session
from redraft.readability.report import SceneReport
from redraft.storage.decisions import Decisions


@dataclass(frozen=True, slots=True)
class FindingsChanged:
    """New findings for these paragraphs (ids)."""

    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` words are checked."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class StoryChanged:
    """New facts of these parts: "outline", "scenes", "cast", "continuity"."""

    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class EnginesChanged:
    """A judge came, went or failed."""


@dataclass(frozen=True, slots=True)
class RuleLeftOut:
    """A rule (its id) failed on this text (``why``: "raised") or took too long ("hung"), and is asked no more."""

    check: str
    why: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something went wrong that the author may want to know; a sentence."""

    sentence: str


_PARTS: dict[str, type] = {"outline": Outline, "scenes": ScenesReport, "cast": Cast, "continuity": Continuity}
News = FindingsChanged | Progress | StoryChanged | EnginesChanged | RuleLeftOut | Fault


class Desk:
    """Sends the worker what changes and keeps what it answers. ``send`` gets the bytes of each message.

    ``rules``: name, and whether it judges whole sentences, of each rule by its id, once the worker has told them: to
    load the rules themselves takes a second that the window does not have.
    """

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send_bytes = send
        self._decoder = Decoder()
        self._generation = 0
        self._session: Session | None = None
        self._decisions = Decisions()
        self._engines_wanted: tuple[str, ...] = ()
        self.rules: dict[str, tuple[str, bool]] = {}
        self._forget()

    def _forget(self) -> None:
        self._answers: dict[int, tuple[str, tuple[Finding, ...]]] = {}
        self._texts: dict[int, Paragraph] = {}
        self._shown: dict[int, tuple[Finding, ...]] = {}
        self._shelf = Shelf()
        self.left_out: dict[str, str] = {}
        self._outline = Outline((), ())
        self._reading: ScenesReport | None = None
        self._continuity = Continuity()
        self.cast = Cast((), ())
        self.engines: tuple[EngineState, ...] = ()
        self.progress: tuple[int, int] = (0, 0)

    # --- what the editor says ------------------------------------------------------------------------------

    def open(self, session: Session, decisions: Decisions, engines: tuple[str, ...]) -> None:
        """Analyse another manuscript from now on."""
        self._session, self._decisions, self._engines_wanted = session, decisions, engines
        self._forget()
        self._texts = {each.id: each for each in session.paragraphs}
        self._send_all()

    def edited(self, event: Event) -> None:
        """Tell the worker of an edit; findings of the paragraphs concerned are hidden until it answered."""
        for change in event.changes:
            for paragraph in change.removed:
                self._texts.pop(paragraph.id, None)
                self._shown.pop(paragraph.id, None)
            for paragraph in change.inserted:
                self._texts[paragraph.id] = paragraph
                self._shown.pop(paragraph.id, None)
            self._outline = shifted(self._outline, change)
        changes = [[each.index, len(each.removed), [_sent(paragraph) for paragraph in each.inserted]]
                   for each in event.changes]
        self._send("edit", revision=event.revision, changes=changes)

    def decided(self, decisions: Decisions) -> None:
        """The author decided something: it counts here at once, and in the worker with the next answer."""
        self._decisions = decisions
        self._shown.clear()
        self._send("decide", decisions=to_plain(self._decisions))

    def use_engines(self, engines: tuple[str, ...]) -> None:
        """Switch judges on or off."""
        self._engines_wanted = engines
        self._send("engines", engines=list(engines))

    def visible(self, first: int, last: int) -> None:
        """Paragraphs ``first`` to ``last`` (indices, inclusive) are on screen: they go first."""
        self._send("visible", first=first, last=last)

    def restarted(self) -> None:
        """The worker died and a new one listens: send everything again."""
        self._decoder = Decoder()
        if self._session is not None:
            self._send_all()

    # --- what the worker says ------------------------------------------------------------------------------

    def feed(self, data: bytes) -> list[News]:
        """Take in what the worker wrote; the news in it."""
        self.receive(data)
        news: list[News] = []
        while (some := self.next()) is not None:
            news += some
        return news

    def receive(self, data: bytes) -> None:
        """Keep what the worker wrote until :meth:`next` takes it in."""
        self._decoder.collect(data)

    def next(self) -> list[News] | None:
        """Take in the worker's next message, which is a small thing to do; the news in it, None when no message is
        there as a whole. A broken stream is a :class:`Fault`."""
        try:
            message = self._decoder.next()
            if message is None:
                return None
            current = message.get("generation", self._generation) == self._generation
            return self._heard(message) if current else []
        except (BrokenStream, TypeError, ValueError, KeyError):
            self._decoder = Decoder()
            return [Fault(str(BrokenStream()))]

    def _heard(self, message: Message) -> list[News]:
        kind = message.get("type")
        if kind == "findings":
            return [FindingsChanged(tuple(self._take(each) for each in message["items"]))]
        if kind == "progress":
            self.progress = (message["done"], message["total"])
            return [Progress(*self.progress)]
        if kind == "engines":
            self.engines = from_plain(tuple[EngineState, ...], message["value"])
            return [EnginesChanged()]
        if kind == "rules":
            self.rules = {number: (name, waits) for number, name, waits in message["value"]}
            return []
        if kind == "left_out":
            return self._left_out(message["check"], message["why"])
        if kind == "fault":
            return [Fault(message["sentence"])]
        if kind == "piece":
            self._shelf.take(_PARTS[message["part"]], message)
        if kind == "story":
            return self._story(message)
        return []

    def _left_out(self, check: str, why: str) -> list[News]:
        """A rule is left out: told once, and told to the next worker where it hung."""
        if check in self.left_out:
            return []
        self.left_out[check] = why
        return [RuleLeftOut(check, why)]

    def _take(self, item: list[Any]) -> int:
        number, digest, findings = item
        self._answers[number] = (digest, from_plain(tuple[Finding, ...], findings))
        self._shown.pop(number, None)
        return int(number)

    def _story(self, message: Message) -> list[News]:
        part = str(message["part"])
        kind = _PARTS[part]
        value: object = self._shelf.whole(kind, message) if "pieces" in message else from_plain(kind, message["value"])
        if isinstance(value, Outline):
            if self._session is None or len(value.kinds) != len(self._session.paragraphs):
                return []
            self._outline = value
        elif isinstance(value, ScenesReport):
            self._reading = value
        elif isinstance(value, Cast):
            self.cast = value
            if self._decisions.in_speech:
                self._shown.clear()
        elif isinstance(value, Continuity):
            self._continuity = value
        else:
            return []  # a piece is missing: what was known stays
        return [StoryChanged(frozenset({part}))]

    # --- what is known now ---------------------------------------------------------------------------------

    def findings(self, paragraph_id: int) -> tuple[Finding, ...]:
        """The findings that fit the paragraph's present text and that the author has not dismissed, in order."""
        shown = self._shown.get(paragraph_id)
        if shown is None:
            shown = self._shown[paragraph_id] = self._fitting(paragraph_id)
        return shown

    def awaited(self, paragraph_id: int) -> bool:
        """Whether the paragraph's present text has not been judged yet."""
        paragraph, answer = self._texts.get(paragraph_id), self._answers.get(paragraph_id)
        return paragraph is not None and (answer is None or answer[0] != fingerprint(paragraph.text))

    def all_findings(self) -> Iterator[tuple[int, Finding]]:
        """(Paragraph index, finding) over the whole manuscript, in reading order."""
        if self._session is None:
            return
        for index, paragraph in enumerate(self._session.paragraphs):
            for finding in self.findings(paragraph.id):
                yield index, finding

    @property
    def outline(self) -> Outline:
        """The scenes, in indices of the session's paragraphs as they are now."""
        return self._outline

    @property
    def scene_reports(self) -> tuple[SceneReport, ...]:
        """How each scene reads, in order; empty until known."""
        return self._reading.scenes if self._reading else ()

    @property
    def whole(self) -> SceneReport | None:
        """How the whole reads; None until known."""
        return self._reading.whole if self._reading else None

    @property
    def roughness(self) -> float | None:
        """Sure findings per 1,000 words, by which the story is read as a finished text or a rough draft."""
        return self._reading.roughness if self._reading else None

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the story contradicts itself."""
        return self._continuity.conflicts

    @property
    def timeline(self) -> tuple[TimelineEntry, ...]:
        """What is said of time, in reading order."""
        return self._continuity.timeline

    @property
    def alike(self) -> tuple[Alike, ...]:
        """Characters whose names are much alike."""
        return self._continuity.alike

    @property
    def resting(self) -> bool:
        """Whether everything known of is checked."""
        done, total = self.progress
        return done >= total

    def _fitting(self, paragraph_id: int) -> tuple[Finding, ...]:
        paragraph, answer = self._texts.get(paragraph_id), self._answers.get(paragraph_id)
        if paragraph is None or answer is None or answer[0] != fingerprint(paragraph.text):
            return ()
        return tuple(each for each in answer[1] if not self._decisions.hides(each, paragraph.text)
                     and not self._decisions.hides_from(each, self.cast))  # fmt: skip

    # --- sending -------------------------------------------------------------------------------------------

    def _send_all(self) -> None:
        assert self._session is not None
        self._generation += 1
        self._send(
            "open", revision=self._session.revision, engines=list(self._engines_wanted),
            decisions=to_plain(self._decisions),
            left_out=[each for each, why in self.left_out.items() if why == "hung"],
            paragraphs=[_sent(each) for each in self._session.paragraphs],
        )

    def _send(self, kind: str, **fields: Any) -> None:
        self._send_bytes(encode({"type": kind, "generation": self._generation, **fields}))


def _sent(paragraph: Paragraph) -> list[Any]:
    """What the worker needs of a paragraph: id, text, the gap behind it, its file, its shape's kind and level."""
    shape = paragraph.shape
    return [paragraph.id, paragraph.text, paragraph.gap, paragraph.file, shape.kind.value, shape.level]


def shifted(outline: Outline, change: Change) -> Outline:
    """The outline with its paragraph indices carried over a change (scenes are found anew by the worker)."""
    growth = len(change.inserted) - len(change.removed)
    if not growth or not outline.kinds:
        return outline
    end = change.index + len(change.removed)

    def moved(index: int) -> int:
        if index <= change.index:
            return index
        return index + growth if index >= end else min(index, change.index + len(change.inserted))

    kind = outline.kinds[min(change.index, len(outline.kinds) - 1)]
    kinds = (*outline.kinds[: change.index], *([kind] * len(change.inserted)), *outline.kinds[end:])
    return replace(
        outline, kinds=kinds,
        scenes=tuple(replace(each, first=moved(each.first), last=moved(each.last)) for each in outline.scenes),
    )
