# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader copy: a story as one web page in which a reader writes notes, with no network and nothing to install.

The page is ``resources/reader/reader.html`` with the style, the scripts and the story put in. Its content security
policy names the digests of its own style and scripts, so nothing else can run in it, whatever the story contains.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from redraft.errors import RedraftError
from redraft.manuscript.counts import reading_minutes, words
from redraft.manuscript.model import Manuscript
from redraft.manuscript.outline import Break, Kind, Outline, Scene, outline
from redraft.notes.note import text_digest
from redraft.notes.reader_page import MARKUP, Shown, attribute, element, escaped
from redraft.places import resource
from redraft.text.folding import read_markup

SCRIPTS = ("places.js", "keeping.js", "sending.js", "marks.js", "sheets.js", "page.js", "list.js", "reader.js")
GENERATOR = b'<meta name="generator" content="Redraft reader copy">'
"""By this a page is known to be a reader copy."""

_CHUNK = 6000
_LONGEST_TITLE = 120
_FIRST = 'document.documentElement.classList.add("js")'
_SLOT = re.compile(r"\[\[(\w+)\]\]")
_BLANK_BEFORE = (Break.BLANK, Break.INFERRED)


class NoReaderCopy(RedraftError):
    """A reader copy cannot be made; the sentence says why."""


@dataclass(frozen=True, slots=True)
class OtherNote:
    """A note of somebody else that the reader may see: code points of the text handed out."""

    author: str
    kind: str
    body: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the author wants of a copy. ``scenes``: their numbers, empty for all. Empty texts are left out.

    ``story`` is the story's own id, by which a newer copy takes over the notes made in an earlier one ("": this copy's
    digest); ``mail`` the address that a reader without JavaScript writes to.
    """

    title: str = ""
    author: str = ""
    reader: str = ""
    greeting: str = ""
    scenes: frozenset[int] = frozenset()
    ask_scene: tuple[str, ...] = ()
    ask_story: tuple[str, ...] = ()
    mail: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class ReaderCopy:
    """The page, and the text that it holds (to be kept: every offset that comes back counts its code points)."""

    page: bytes
    text: str
    digest: str
    title: str


def handed_out(manuscript: Manuscript, scenes: frozenset[int] = frozenset()) -> Manuscript:
    """The part of the manuscript that a copy of these scenes holds: theirs, and the title page.

    Raises:
        NoReaderCopy: for a scene that there is not, and for a story without words.
    """
    found = outline(manuscript.paragraphs)
    missing = sorted(scenes - {each.number for each in found.scenes})
    if missing:
        raise NoReaderCopy(f"There is no scene {missing[0]}; the story has {len(found.scenes)}.")
    if scenes:
        manuscript = manuscript.with_paragraphs(
            each for index, each in enumerate(manuscript.paragraphs)
            if found.scene_of(index) in scenes or found.kinds[index] is Kind.FRONT)
    if not any(each.text.strip() for each in manuscript.paragraphs):
        raise NoReaderCopy("The story has no words yet; there is nothing to hand to a reader.")
    return manuscript


def reader_copy(manuscript: Manuscript, wishes: Wishes | None = None, others: Sequence[OtherNote] = ()) -> ReaderCopy:
    """Make the page. Raises as :func:`handed_out`."""
    wishes = wishes or Wishes()
    return _Maker(manuscript, wishes).make(others)


class _Maker:
    """Puts one page together."""

    def __init__(self, whole: Manuscript, wishes: Wishes) -> None:
        self.wishes = wishes
        self.part = handed_out(whole, wishes.scenes)
        self.outline = outline(whole.paragraphs)
        self.places = {each.id: index for index, each in enumerate(whole.paragraphs)}
        self.numbers = _numbers(self.part)
        self.text = self.part.source
        self.digest = text_digest(self.text)
        self.title = wishes.title or title_of(whole, self.outline)
        self.marked = all(each.original is None for each in self.part.files)
        self.shown = tuple(self._shown())
        self.gap = Counter(each.gap for each in self.shown).most_common(1)[0][0]

    def make(self, others: Sequence[OtherNote]) -> ReaderCopy:
        css = _resource("reader.css")
        script = "(() => {\n\"use strict\";\n" + "\n".join(map(_resource, SCRIPTS)) + "})();\n"
        wishes = self.wishes
        minutes = max(1, round(reading_minutes(sum(words(each.paragraph.text) for each in self.shown))))
        slots = {
            "policy": _policy(css, (_FIRST, script)), "css": css, "first": _FIRST, "script": script,
            "title": escaped(self.title), "story": "".join(self._story()), "data": _json(self._data(others)),
            "byline": f'<p class="by">by {escaped(wishes.author)}</p>\n' if wishes.author else "",
            "greeting": f'<p class="greeting">{escaped(wishes.greeting)}</p>\n' if wishes.greeting else "",
            "length": f"It takes {_duration(minutes)} to read.", "code": self.digest[:8],
            "mail": _mail(wishes.mail, f"Notes on {self.title} (copy {self.digest[:8]})"),
            "example": str(self.shown[len(self.shown) // 2].number),
            "end": "The end" if not wishes.scenes else "The end of this part",
            "asked": _asked(wishes.ask_story, 0, "Before you go"),
        }  # fmt: skip
        page = _SLOT.sub(lambda slot: slots[slot.group(1)], _resource("reader.html"))
        return ReaderCopy(page.encode("utf-8"), self.text, self.digest, self.title)

    def _shown(self) -> Iterator[Shown]:
        paragraphs, starts = self.part.paragraphs, self.part.starts
        seen = [index for index, each in enumerate(paragraphs) if each.text.strip()]
        ends = [starts[index] for index in seen[1:]] + [len(self.text)]
        opens = {scene.first: scene for scene in self.outline.scenes}
        before: Kind | None = None
        for index, end in zip(seen, ends, strict=True):
            paragraph = paragraphs[index]
            place = self.places[paragraph.id]
            kind = self.outline.kinds[place]
            scene = opens.get(place)
            apart = scene is not None and scene.break_ in _BLANK_BEFORE
            twice = before is None and kind in (Kind.FRONT, Kind.HEADING) and _bare(paragraph.text) == self.title
            yield Shown(paragraph, self.numbers[index], kind, self.text[starts[index] + len(paragraph.raw) : end],
                        before is not Kind.BODY or scene is not None, apart, twice)  # fmt: skip
            before = kind

    def _story(self) -> Iterator[str]:
        """The paragraphs in stretches that the browser need not lay out before they are seen."""
        length = _CHUNK
        ends = self._scene_ends()
        for at, each in enumerate(self.shown):
            if length >= _CHUNK:
                yield ("</div>\n" if at else "") + '<div class="c">'
                length = 0
            yield element(each, self.gap, self.marked)
            length += len(each.paragraph.text) + 60
            if at in ends and self.wishes.ask_scene:
                yield _asked(self.wishes.ask_scene, ends[at].number, f"You have read “{ends[at].label}”")
        yield "</div>"

    def _scene_ends(self) -> dict[int, Scene]:
        """By the last paragraph shown of a scene, the scene."""
        scenes = {each.number: each for each in self.outline.scenes}
        last: dict[int, int] = {}
        for at, each in enumerate(self.shown):
            number = self.outline.scene_of(self.places[each.paragraph.id])
            if number:
                last[number] = at
        return {at: scenes[number] for number, at in last.items()}

    def _data(self, others: Sequence[OtherNote]) -> dict[str, object]:
        first = self.part.starts[self.part.paragraphs.index(self.shown[0].paragraph)]
        return {
            "copy": self.digest, "story": self.wishes.story or self.digest[:16], "title": self.title,
            "reader": self.wishes.reader, "gap": self.gap, "prefix": self.text[:first],
            "markup": MARKUP if self.marked else {}, "scenes": list(self._scenes()),
            "others": [{"author": each.author, "kind": each.kind, "text": each.body, "start": each.start,
                        "end": each.end} for each in others],
        }  # fmt: skip

    def _scenes(self) -> Iterator[dict[str, object]]:
        """The contents: each scene with the number of the paragraph that it begins with."""
        counts: Counter[int] = Counter()
        firsts: dict[int, int] = {}
        for each in self.shown:
            number = self.outline.scene_of(self.places[each.paragraph.id])
            counts[number] += words(each.paragraph.text)
            firsts.setdefault(number, each.number)
        for scene in self.outline.scenes:
            if scene.number in firsts:
                minutes = max(1, round(reading_minutes(counts[scene.number])))
                part = scene.break_ not in (Break.HEADING, Break.START)
                yield {"number": scene.number, "first": firsts[scene.number], "title": scene.label, "part": part,
                       "minutes": f"{minutes} min"}  # fmt: skip


def title_of(manuscript: Manuscript, found: Outline) -> str:
    """The story's title: its first line where that is one, else the name of its file."""
    for index, paragraph in enumerate(manuscript.paragraphs):
        if not paragraph.text.strip():
            continue
        words_ = _bare(paragraph.text)
        if found.kinds[index] is Kind.FRONT and 0 < len(words_) <= _LONGEST_TITLE:
            return words_
        break
    return manuscript.path.stem if manuscript.path else "A story"


def numbered(manuscript: Manuscript) -> dict[int, int]:
    """By the number that readers see ("¶ 214"), the index of the paragraph: those with words or marks, from 1."""
    return {number: index for index, number in _numbers(manuscript).items()}


def _numbers(manuscript: Manuscript) -> dict[int, int]:
    seen = (index for index, each in enumerate(manuscript.paragraphs) if each.text.strip())
    return {index: number for number, index in enumerate(seen, 1)}


def _bare(text: str) -> str:
    return " ".join(read_markup(text.strip()).text.split())


def _policy(css: str, scripts: Sequence[str]) -> str:
    allowed = " ".join(_digest(each) for each in scripts)
    return (f"default-src 'none'; script-src {allowed}; style-src {_digest(css)}; img-src data:; base-uri 'none'; "
            "form-action 'none'")  # fmt: skip


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    """JSON that no HTML parser takes for the end of its element."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _resource(name: str) -> str:
    return resource("reader", name).read_text(encoding="utf-8")


def _duration(minutes: int) -> str:
    if minutes < 90:
        return f"about {minutes} minute{'s' if minutes != 1 else ''}"
    return f"about {round(minutes / 60)} hours"


def _mail(address: str, subject: str) -> str:
    if not address:
        return " to the author"
    link = f"mailto:{quote(address, safe='@')}?subject={quote(subject)}"
    return f' to <a href="{escaped(link)}">{escaped(address)}</a>'


def _asked(questions: Sequence[str], scene: int, head: str) -> str:
    """The questions at the end of a scene (0: of the story)."""
    if not questions:
        return ""
    name = f"ask-{scene}"
    fields = "".join(
        f'<p><label for="{name}-{at}">{escaped(each)}</label><textarea id="{name}-{at}" rows="2" data-scene="{scene}"'
        f" data-question='{attribute(each)}'></textarea></p>"
        for at, each in enumerate(questions)
    )  # fmt: skip
    return f'<section class="ask" aria-labelledby="{name}"><h3 id="{name}">{escaped(head)}</h3>{fields}</section>'
