# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure names of persons and speakers on LitBank (CC BY 4.0): ``python -m tools.evaluate_cast.litbank ARCHIVE``.

LitBank gives sentences, not paragraphs; a paragraph is taken to begin where the speaker changes and where narration
follows a speech. A person of ours is matched to the entity that most of its mentions overlap.
"""

from __future__ import annotations

import csv
import io
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.characters.decisions import CastDecisions
from redraft.characters.mentions import Place
from redraft.characters.names import NameKind, find_names
from redraft.characters.narrator import is_first_person, narrators_name
from redraft.characters.persons import find_persons
from redraft.characters.speakers import Known, Speech, attribute
from redraft.language.analysis import Analysis
from redraft.language.tagging import Language

_CLOSE = frozenset(". , ; : ! ? ) ] ” ’ 's n't 've 're 'll 'd 'm ’s n’t '".split())
_OPEN = frozenset("“ ( [ ‘ -- —".split())
Tokens = list[tuple[int, list[str]]]
Span = tuple[int, int, int]


@dataclass
class Book:
    """A book's paragraphs, its quotations with their speakers, its proper names of persons; places are
    (paragraph, start, end)."""

    texts: list[str]
    quotes: list[tuple[Span, str]]
    names: list[tuple[Span, str]]
    first: str | None


def main() -> None:
    """Print precision and recall of names, and of speakers by the sign they were told by."""
    language = Language.load()
    names: Counter[str] = Counter()
    spoken: Counter[tuple[str, str]] = Counter()
    for book in _books(Path(sys.argv[1])):
        analyses = language.analyse(book.texts)
        _count_names(book, analyses, names)
        _count_speakers(book, analyses, spoken)
    right, wrong, missed = names["right"], names["wrong"], names["missed"]
    print(f"names of persons: precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f}")
    given = sum(number for (_, verdict), number in spoken.items() if verdict in ("right", "wrong"))
    good = sum(number for (_, verdict), number in spoken.items() if verdict == "right")
    print(f"quotations {spoken.total()}, speaker given {given}, of these right {good / given:.3f}")
    for sign in sorted({sign for sign, _ in spoken}):
        print(f"  {sign}: " + ", ".join(f"{verdict} {spoken[sign, verdict]}" for verdict in ("right", "wrong", "none")))


def _books(archive: Path) -> Iterator[Book]:
    with tarfile.open(archive) as files:
        read = {each.name: files.extractfile(each) for each in files if each.isfile()}
        text = {name: io.TextIOWrapper(file, encoding="utf-8").read() for name, file in read.items()
                if file is not None and name.endswith((".txt", ".ann"))}  # fmt: skip
    for name in sorted(text):
        if "quotations/tsv/" in name and name.endswith(".txt"):
            twin = name.replace("quotations/", "coref/")
            yield _book(text[name], _rows(text[name[:-4] + ".ann"]), _rows(text[twin[:-4] + ".ann"]))


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def _book(text: str, quotations: list[list[str]], entities: list[list[str]]) -> Book:
    lines = [each.split() for each in text.splitlines()]
    speakers = {row[1]: row[2] for row in quotations if row[0] == "ATTRIB"}
    quoted = sorted((tuple(map(int, row[2:6])), speakers.get(row[1], "")) for row in quotations if row[0] == "QUOTE")
    texts, where = _paragraphs(lines, quoted)
    entity = {row[1]: row[2] for row in entities if row[0] == "COREF"}
    named: list[tuple[Span, str]] = []
    narrator: Counter[str] = Counter()
    for row in entities:
        if row[0] != "MENTION" or row[7] != "PER":
            continue
        first, token, last, end = map(int, row[2:6])
        if row[8] == "PROP":
            named.append((_span(where, (first, token), (last, end)), entity.get(row[1], "")))
        elif row[6] == "I":
            narrator[entity.get(row[1], "")] += 1
    quotes = [(_span(where, (a, b), (c, d)), speaker) for (a, b, c, d), speaker in quoted]
    return Book(texts, quotes, named, narrator.most_common(1)[0][0] if narrator else None)


def _span(where: dict[tuple[int, int], Span], first: tuple[int, int], last: tuple[int, int]) -> Span:
    paragraph, start, end = where[first]
    other, _, last_end = where[last]
    return paragraph, start, last_end if other == paragraph else end


def _paragraphs(
    lines: Sequence[list[str]], quoted: Sequence[tuple[tuple[int, ...], str]],
) -> tuple[list[str], dict[tuple[int, int], Span]]:
    """The paragraphs' texts, and for each (line, token) its paragraph and code points in it."""
    speaker_of = {span[0]: speaker for span, speaker in reversed(quoted)}
    inside = {line for span, _ in quoted for line in range(span[0] + 1, span[2] + 1)}
    groups: list[Tokens] = []
    last: str | None = None
    for index, line in enumerate(lines):
        goes_on = index in inside or bool(line and line[0][:1].islower()) or speaker_of.get(index) == last
        if index in speaker_of:
            goes_on = index in inside or speaker_of[index] == last
        if not groups or not goes_on:
            groups.append([])
        groups[-1].append((index, line))
        last = speaker_of.get(index, last if goes_on else None)
    texts: list[str] = []
    where: dict[tuple[int, int], Span] = {}
    for number, group in enumerate(groups):
        texts.append(_joined(group, number, where))
    return texts, where


def _joined(group: Tokens, number: int, where: dict[tuple[int, int], Span]) -> str:
    text, before = "", ""
    for line, tokens in group:
        for index, token in enumerate(tokens):
            short = token.startswith("'") and len(token) < 4
            text += "" if not text or token in _CLOSE or short or before in _OPEN or token in ("--", "—") else " "
            where[line, index] = (number, len(text), len(text) + len(token))
            text, before = text + token, token
    return text


def _overlaps(place: Place, span: Span) -> bool:
    chain = place.chain
    return chain.paragraph == span[0] and chain.start < span[2] and span[1] < chain.end


def _count_names(book: Book, analyses: Sequence[Analysis], counts: Counter[str]) -> None:
    names = find_names(analyses)
    found = [Place(each, None) for each in names.chains if names.kinds[each.key] is NameKind.PERSON]
    for place in found:
        counts["right" if any(_overlaps(place, span) for span, _ in book.names) else "wrong"] += 1
    counts["missed"] += sum(not any(_overlaps(place, span) for place in found) for span, _ in book.names)


def _count_speakers(book: Book, analyses: Sequence[Analysis], counts: Counter[tuple[str, str]]) -> None:
    scenes = [1] * len(analyses)
    persons = find_persons(analyses, scenes, find_names(analyses), CastDecisions())
    narrator = None
    if is_first_person(analyses):
        named = narrators_name(analyses, persons.mentions)
        narrator = len(persons.known) if named is None else named
    genders = {index: each.gender for index, each in enumerate(persons.known)}
    titles = {index: frozenset(persons.known[index].titles()) for index in persons.shown}
    speeches = attribute(analyses, persons.mentions, Known(genders, titles, narrator), scenes)
    entity = _entities(book, persons.mentions)
    if narrator is not None and book.first is not None:
        entity[narrator] = book.first
    for span, speaker in book.quotes:
        speech = _speech_at(speeches, span)
        if speech is None or speech.speaker is None or speech.speaker not in entity:
            counts[speech.sign.name if speech else "NOT SEEN", "none"] += 1
        else:
            counts[speech.sign.name, "right" if entity[speech.speaker] == speaker else "wrong"] += 1


def _entities(book: Book, mentions: Sequence[Place]) -> dict[int, str]:
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for place in mentions:
        for span, entity in book.names:
            if place.person is not None and entity and _overlaps(place, span):
                votes[place.person][entity] += 1
    return {person: each.most_common(1)[0][0] for person, each in votes.items()}


def _speech_at(speeches: Sequence[Speech], span: Span) -> Speech | None:
    inside = [each for each in speeches if each.paragraph == span[0] and each.start < span[2] and span[1] < each.end]
    return max(inside, key=lambda each: min(each.end, span[2]) - max(each.start, span[1]), default=None)


if __name__ == "__main__":
    main()
