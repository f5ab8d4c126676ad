# SPDX-License-Identifier: GPL-3.0-or-later
"""A small story as the desk would know it, and a window that only remembers what it was asked to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from redraft.characters.attributes import Attribute
from redraft.characters.cast import Cast, Character, Mention
from redraft.checks.finding import Finding, Severity
from redraft.continuity.alike import Alike
from redraft.continuity.conflicts import Conflict, Place
from redraft.continuity.timeline import TimelineEntry
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.outline import Break, Kind, Outline, Scene
from redraft.manuscript.session import Decision, Session
from redraft.readability.report import SceneReport
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Sidecar
from redraft.ui.context import Context, Selection

TEXTS = (
    "The Gate",
    "Anko went through the gate. She was once a rouge ninja.",
    "“Come here” said Kakashi. Anko walks over.",
    "***",
    "Three days later Anko had grey-green eyes. Kakashi slept.",
    "Her eyes were greygreen, and the the road was long.",
)


def paragraphs(texts: Sequence[str] = TEXTS) -> tuple[Paragraph, ...]:
    """Texts as paragraphs with the ids 10, 11, 12… (an id is no index)."""
    return tuple(Paragraph(place + 10, text, text) for place, text in enumerate(texts))


def scene(number: int, first: int, last: int, label: str = "", *, inferred: bool = False, key: str = "") -> Scene:
    """A scene of paragraphs ``first`` to ``last``."""
    return Scene(number, "", label or f"scene {number}", first, last, Break.INFERRED if inferred else Break.MARK,
                 "a jump of time" if inferred else "", key or f"key {number}")


def outline(texts: Sequence[str] = TEXTS) -> Outline:
    """The small story: a title, then two scenes, the second inferred."""
    kinds = (Kind.FRONT, Kind.BODY, Kind.BODY, Kind.MARK, Kind.BODY, Kind.BODY)
    return Outline((scene(1, 1, 4, "The gate"), scene(2, 4, 6, "Three days", inferred=True)), kinds[: len(texts)])


def report(**known: object) -> SceneReport:
    """How a scene reads; what is not said is plain."""
    base = SceneReport(words=400, sentences=40, speech_share=0.3, flesch_reading_ease=80.0,
                       sentence_lengths=(10,) * 40, difficult_words=20, reading_minutes=1.7, tense="past", pov="third")
    return replace(base, **known)  # type: ignore[arg-type]


def finding(index: int, words: str, *fixes: str, check: str = "confused", category: str = "confusable",
            severity: Severity = Severity.ERROR, texts: Sequence[str] = TEXTS, sure: bool = True) -> tuple[int, Finding]:
    """A finding on the first place of ``words`` in paragraph ``index``, as the desk lists it."""
    start = texts[index].index(words)
    made = Finding(check, category, severity, index + 10, start, start + len(words), words,
                   f"About {words}.", tuple(fixes), sure)
    return index, made


def findings() -> list[tuple[int, Finding]]:
    """The small story's mistakes."""
    return [
        finding(1, "rouge", "rogue"),
        finding(2, "here”", "here,”", check="comma-before-tag", category="dialogue-punctuation"),
        finding(2, "walks", "walked", "walk", check="tense-slip", category="tense"),
        finding(5, "the the", "the", check="doubled", category="extra-word"),
        finding(5, "long", check="vague", category="style", severity=Severity.HINT),
    ]


def cast() -> Cast:
    """Two characters with their mentions."""
    def mentions(name: str) -> tuple[Mention, ...]:
        return tuple(Mention(place + 10, text.index(name), text.index(name) + len(name))
                     for place, text in enumerate(TEXTS) if name in text)

    anko = Character("Anko", ("Ms. Mitarashi",), mentions("Anko"), {1: 2, 2: 1}, 0, "she",
                     (Attribute("eyes", "grey-green", 14, 26, 36),), "Anko went through the gate.")
    kakashi = Character("Kakashi", (), mentions("Kakashi"), {1: 1, 2: 1}, 1, "he", (), "“Come here” said Kakashi.")
    return Cast((kakashi, anko), ())


def conflict() -> Conflict:
    """A term spelled two ways."""
    return Conflict("term", "grey-green", "“grey-green” is also written “greygreen”.",
                    (Place(14, 26, 36, "grey-green"), Place(15, 14, 23, "greygreen")))


@dataclass
class FakeDesk:
    """What a desk knows, without a worker."""

    outline: Outline = field(default_factory=outline)
    scene_reports: tuple[SceneReport, ...] = (report(), report(flesch_reading_ease=60.0, sentence_lengths=(20,) * 20))
    whole: SceneReport | None = field(default_factory=lambda: report())
    cast: Cast = field(default_factory=cast)
    conflicts: tuple[Conflict, ...] = field(default_factory=lambda: (conflict(),))
    timeline: tuple[TimelineEntry, ...] = (TimelineEntry(2, 14, 0, 16, "Three days later", 3, None),)
    alike: tuple[Alike, ...] = ()
    progress: tuple[int, int] = (40, 40)
    found: list[tuple[int, Finding]] = field(default_factory=findings)
    waiting: frozenset[int] = frozenset()
    rules: dict[str, tuple[str, bool]] = field(default_factory=lambda: {"confused": ("Confused words", False)})

    @property
    def resting(self) -> bool:
        """As the desk says it."""
        return self.progress[0] >= self.progress[1]

    def all_findings(self) -> Iterator[tuple[int, Finding]]:
        """As the desk lists them."""
        return iter(self.found)

    def awaited(self, paragraph: int) -> bool:
        """Whether a paragraph has not been judged."""
        return paragraph in self.waiting

    def know_nothing(self) -> None:
        """As at the start of an analysis."""
        self.outline, self.scene_reports, self.whole, self.cast = Outline((), ()), (), None, Cast((), ())
        self.conflicts, self.timeline, self.found, self.progress = (), (), [], (10, 40)


class Asked:
    """A window that remembers what it was asked: a list of (deed, arguments)."""

    def __init__(self) -> None:
        self.deeds: list[tuple[object, ...]] = []
        self.selected: Selection | None = None

    def go_to(self, index: int, start: int, end: int) -> None:
        """Remember."""
        self.deeds.append(("go_to", index, start, end))

    def show_finding(self, index: int, finding: Finding) -> None:
        """Remember."""
        self.deeds.append(("show_finding", index, finding.text))

    def accept(self, finding: Finding, suggestion: int) -> bool:
        """Remember."""
        self.deeds.append(("accept", finding.text, suggestion))
        return True

    def accept_all(self, findings: Sequence[Finding]) -> int:
        """Remember."""
        self.deeds.append(("accept_all", *(each.text for each in findings)))
        return len(findings)

    def ignore(self, finding: Finding, everywhere: bool) -> None:
        """Remember."""
        self.deeds.append(("ignore", finding.text, everywhere))

    def add_word(self, word: str) -> None:
        """Remember."""
        self.deeds.append(("add_word", word))

    def switch_off(self, check_id: str) -> None:
        """Remember."""
        self.deeds.append(("switch_off", check_id))

    def decide(self, label: str, decision: Decision) -> None:
        """Remember, and put it into force."""
        decision.do()
        self.deeds.append(("decide", label))

    def say(self, sentence: str) -> None:
        """Remember."""
        self.deeds.append(("say", sentence))

    def selection(self) -> Selection | None:
        """What a test says is selected; at first nothing."""
        return self.selected


@dataclass
class Room:
    """A context over the small story, with everything behind it."""

    context: Context
    desk: FakeDesk
    asked: Asked

    @property
    def deeds(self) -> list[tuple[object, ...]]:
        """What the window was asked to do, sentences said left out."""
        return [each for each in self.asked.deeds if each[0] != "say"]

    @property
    def said(self) -> list[object]:
        """What the window was asked to say."""
        return [each[1] for each in self.asked.deeds if each[0] == "say"]


def room(texts: Sequence[str] = TEXTS) -> Room:
    """The small story, open; decisions are kept in memory."""
    desk, asked = FakeDesk(), Asked()
    session = Session(Manuscript(None, paragraphs=paragraphs(texts)))
    book = DecisionBook(Sidecar.open(None))
    context = Context(session, desk, book, None, asked)  # type: ignore[arg-type]
    return Room(context, desk, asked)
