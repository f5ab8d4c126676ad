# SPDX-License-Identifier: GPL-3.0-or-later
"""LitBank (CC BY 4.0) as books: paragraphs, quotations with their speakers, mentions of persons.

LitBank gives sentences, not paragraphs. Where the novel itself is at hand its own paragraphs are taken; else they are
guessed from the sentences alone, never from the labels.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_CLOSE = frozenset(". , ; : ! ? ) ] ” ’ 's n't 've 're 'll 'd 'm ’s n’t '".split())
_OPEN = frozenset("“ ( [ ‘ -- —".split())
_QUOTES = frozenset(('"', "''", "``"))
_ASIDE = 14
"""Words up to which a sentence of narration behind a speech is taken to stand in its paragraph."""
_OPENING = 1500
_SURE = 18
Places = dict[tuple[int, int], tuple[int, int, int]]


@dataclass(frozen=True)
class Mention:
    """A person mentioned in paragraph ``paragraph``; ``entity`` is who; ``kind``: "PROP", "NOM" or "PRON"."""

    paragraph: int
    start: int
    end: int
    entity: str
    kind: str
    words: str


@dataclass(frozen=True)
class Quotation:
    """A quotation that begins in paragraph ``paragraph`` and ends in ``last``; ``speaker`` is an entity."""

    paragraph: int
    start: int
    last: int
    end: int
    speaker: str


@dataclass(frozen=True)
class Book:
    """The opening of a novel. ``aligned``: whether its paragraphs are the novel's own."""

    name: str
    texts: list[str]
    quotations: list[Quotation]
    mentions: list[Mention]
    aligned: bool

    @property
    def part(self) -> str:
        """"train", "dev" or "test": four in ten books are for the last figure only."""
        number = int(hashlib.md5(self.name.encode(), usedforsecurity=False).hexdigest(), 16) % 10
        return "test" if number < 4 else "dev" if number < 6 else "train"


def books(archive: Path, novels: Path | None = None) -> Iterator[Book]:
    """Every book of the archive that has quotations annotated; ``novels``: a folder of whole novels in plain text."""
    with tarfile.open(archive) as files:
        read = {each.name: files.extractfile(each) for each in files if each.isfile()}
        text = {name: io.TextIOWrapper(file, encoding="utf-8").read() for name, file in read.items()
                if file is not None and name.endswith((".txt", ".ann"))}  # fmt: skip
    for name in sorted(text):
        if "quotations/tsv/" in name and name.endswith("_brat.txt"):
            coreference = name.replace("quotations/", "coref/")[:-4] + ".ann"
            stem = name.rsplit("/", 1)[1].removesuffix("_brat.txt")
            yield _book(stem, text[name], _rows(text[name[:-4] + ".ann"]), _rows(text[coreference]), novels)


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def _book(
    stem: str, text: str, quoted: list[list[str]], referring: list[list[str]], novels: Path | None,
) -> Book:
    lines = _curled([each.split() for each in text.splitlines()])
    own = _novel(stem, novels)
    begins = _aligned(lines, own) if own is not None else _guessed(lines)
    texts, where = _joined(lines, begins)
    speaker = {row[1]: row[2] for row in quoted if row[0] == "ATTRIB"}
    entity = {row[1]: row[2] for row in referring if row[0] == "COREF"}
    quotations = [Quotation(*_span(where, row), speaker.get(row[1], "")) for row in quoted if row[0] == "QUOTE"]
    mentions = []
    for row in referring:
        if row[0] == "MENTION" and row[7] == "PER":
            first, start, last, end = _span(where, row)
            if first == last:
                mentions.append(Mention(first, start, end, entity.get(row[1], ""), row[8], row[6]))
    quotations.sort(key=lambda each: (each.paragraph, each.start))
    return Book(stem, texts, quotations, mentions, own is not None)


def _span(where: Places, row: Sequence[str]) -> tuple[int, int, int, int]:
    line, token, last_line, last_token = map(int, row[2:6])
    paragraph, start, _ = where[line, token]
    last, _, end = where[last_line, last_token]
    return paragraph, start, last, end


def _curled(lines: list[list[str]]) -> list[list[str]]:
    """Straight marks turned by which comes first."""
    opened = False
    for line in lines:
        for index, token in enumerate(line):
            if token in _QUOTES:
                line[index] = "”" if opened else "“"
                opened = not opened
            elif token in "“”":
                opened = token == "“"
    return lines


def _novel(stem: str, novels: Path | None) -> list[str] | None:
    """The paragraphs of the novel whose file ends as LitBank's title does."""
    if novels is None:
        return None
    title = re.sub(r"^\d+_", "", stem).replace("_", "-")
    for each in sorted(novels.glob("*.txt")):
        known = each.stem.rsplit("_", 1)[-1]
        if known and title in (known, known + "-a-nightmare"):
            return [part for part in re.split(r"\n[ \t]*\n+", each.read_text(encoding="utf-8")) if part.strip()]
    return None


def _aligned(lines: list[list[str]], paragraphs: list[str]) -> list[bool]:
    """Which lines begin a paragraph of the novel, found by their letters."""
    letters = [re.sub(r"[^a-z0-9]", "", each.lower()) for each in paragraphs[:_OPENING]]
    whole = "".join(letters)
    number = [index for index, each in enumerate(letters) for _ in each]
    begins: list[bool] = []
    place, last = 0, -1
    for line in lines:
        wanted = re.sub(r"[^a-z0-9]", "", "".join(line).lower())[:_SURE]
        found = whole.find(wanted, place, place + (4000 if begins else len(whole))) if len(wanted) > 3 else -1
        here = number[found] if found >= 0 else last
        place = found + len(wanted) if found >= 0 else place
        begins.append(here != last or not begins)
        last = here
    return begins


def _guessed(lines: list[list[str]]) -> list[bool]:
    """Which lines begin a paragraph, as far as marks of speech and length tell."""
    begins: list[bool] = []
    inside = spoke = False
    for index, line in enumerate(lines):
        was, before = inside, lines[index - 1][-1:] if index else []
        for token in line:
            inside = True if token == "“" else False if token == "”" else inside
        opens = line[:1] in (["“"], ["‘"])
        if was or not line or line[0][:1].islower():
            new = False
        elif opens:
            new = before not in ([","], [":"])
        else:
            new = len(line) > _ASIDE if spoke else len(line) > 25 and index % 3 == 0
        spoke = "”" in line or was or opens
        begins.append(new or index == 0)
    return begins


def _joined(lines: list[list[str]], begins: list[bool]) -> tuple[list[str], Places]:
    texts: list[str] = []
    where: Places = {}
    text, before = "", ""
    for number, line in enumerate(lines):
        if begins[number] and text:
            texts.append(text)
            text, before = "", ""
        for index, token in enumerate(line):
            tight = token in _CLOSE or before in _OPEN or token in ("--", "—") or (token[0] == "'" and len(token) < 4)
            text += "" if not text or tight else " "
            where[number, index] = (len(texts), len(text), len(text) + len(token))
            text, before = text + token, token
    return [*texts, text], where
