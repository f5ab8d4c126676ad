# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and words of the story's own that are spelled two ways: Chunin and Chuunin, Icha Icha and Icha-Icha."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from redraft.characters.claims.claim import kept_by_text
from redraft.characters.english_words import is_known
from redraft.characters.once import once
from redraft.characters.spelling import alike, bare
from redraft.characters.tables import tables
from redraft.language.analysis import Analysis, Zone
from redraft.language.inflection import lemma

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_PAIR = re.compile(r"(?=\b([A-Z][^\W\d_]+) ([A-Z][^\W\d_]+)\b)")
_SHORTEST = 4
_GARBLED = 20
"""Of so many words and marks one at least is no word, where somebody speaks through a cold or in a dialect."""
_LONG = 6
"""Letters from which on an English word may well be a slip for a name that is none."""
_TITLED = re.compile(r" [A-Z][a-z]")
"""A name behind a word: "Archdeacon Cowley" has its capital as a title."""
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Tt]hose) (?:[a-z]+ )?$")
_BEHIND = re.compile(r" ([A-Z][a-z]+)\b")
_LETTERS = re.compile(r"\w(?:[-‐‑]\w)+$")
"""A word spelled out: S-T-O-N-E."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """One occurrence: the paragraph's index in the sequence given, code points in its text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TermPair:
    """``rare`` and ``common`` are one term written two ways; ``sure`` when the commoner outweighs the other clearly.

    ``kind``: "spelling" (a letter or two differ), "form" (only hyphen, space or accent), "case".
    """

    rare: str
    common: str
    kind: str
    sure: bool
    rare_places: tuple[TermPlace, ...]
    common_places: tuple[TermPlace, ...]


@dataclass
class _Use:
    """Where a form stands; ``capitals``: with a capital in mid-sentence; ``articled``: behind an article;
    ``garbled``: in speech whose other words are spelled as they sound; ``placed``: before Street, Creek, Hall."""

    places: list[TermPlace] = field(default_factory=list)
    capitals: int = 0
    articled: int = 0
    garbled: int = 0
    placed: int = 0
    narrated: int = 0
    sentences: set[tuple[int, int]] = field(default_factory=set)

    @property
    def count(self) -> int:
        return len(self.places)


def spelled_two_ways(
    analyses: Sequence[Analysis], names: frozenset[str], apart: frozenset[frozenset[str]] = frozenset(),
) -> list[TermPair]:
    """The story's own terms with two spellings, the surest first. English words are never such terms.

    ``names``: the words of names, as :func:`redraft.characters.names.story_names` gives them. ``apart``: pairs of
    names known to belong to different persons.
    """
    uses = _uses(analyses, names)
    pairs = (*_pairs(uses, names), *_sounding(uses))
    found = [pair for pair in pairs if frozenset((pair.rare, pair.common)) not in apart]
    found.sort(key=lambda pair: (not pair.sure, pair.rare_places[0].paragraph, pair.rare_places[0].start))
    return found


def _uses(analyses: Sequence[Analysis], names: frozenset[str]) -> dict[str, _Use]:
    """Every form that may be a term of the story's own, with its uses."""
    uses: dict[str, _Use] = defaultdict(_Use)
    known: dict[str, bool] = {}
    joined = frozenset(bare(each) for each in names)
    for index, analysis in enumerate(analyses):
        for word, start in _candidates(analysis):
            if word not in known:
                known[word] = _is_ordinary(word, names, joined)
            if not known[word]:
                _note(uses[word], analysis, index, start, start + len(word))
        for first, second, start in _couples(analysis):
            if first in names and second in names and first != second + "s":
                _note(uses[f"{first} {second}"], analysis, index, start, start + len(first) + 1 + len(second))
    return uses


@kept_by_text
def _candidates(analysis: Analysis) -> Iterator[tuple[str, int]]:
    """The words of a paragraph, with their places, that are no English words in lower case."""
    for match in _WORD.finditer(analysis.text):
        word = _POSSESSIVE.sub("", match.group())
        if len(word) >= _SHORTEST and not (word[0].islower() and is_known(word)) and not _LETTERS.match(word):
            yield word, match.start()


@kept_by_text
def _couples(analysis: Analysis) -> Iterator[tuple[str, str, int]]:
    """Two words with capitals, one behind the other, and their place."""
    for match in _PAIR.finditer(analysis.text):
        yield match[1], match[2], match.start(1)


def _is_ordinary(word: str, names: frozenset[str], joined: frozenset[str]) -> bool:
    """Whether a form needs no look: a name shouted, or a capital that only opens a sentence. ``joined``: the names
    without hyphens, as "Sky-Gate" is one where "Skygate" is."""
    if word[0].islower():
        return False
    if word.isupper() and word.capitalize() in names:
        return True
    if "-" in word and bare(word) in joined:
        return False
    return word not in names and not any(part in names for part in re.split("[-‐‑]", word))


def _note(use: _Use, analysis: Analysis, index: int, start: int, end: int) -> None:
    kept = _sights(analysis)
    if (start, end) not in kept:
        kept[start, end] = _sight(analysis, start, end)
    first, capital, placed, garbled, articled, narrated = kept[start, end]
    use.places.append(TermPlace(index, start, end))
    use.sentences.add((index, first))
    use.capitals += capital
    use.placed += placed
    use.garbled += garbled
    use.articled += articled
    use.narrated += narrated


@once
def _sights(analysis: Analysis) -> dict[tuple[int, int], tuple[int, bool, bool, bool, bool, bool]]:
    """By place what :func:`_sight` saw there."""
    return {}


def _sight(analysis: Analysis, start: int, end: int) -> tuple[int, bool, bool, bool, bool, bool]:
    """Of a use: where its sentence begins; whether it has a capital that is not due, stands before Street, Creek,
    Hall, is garbled, has an article, is narrated."""
    sentence = analysis.sentence_at(start)
    first = sentence.start if sentence else 0
    titled = _TITLED.match(analysis.text, end) is not None
    capital = analysis.text[start].isupper() and start > first + 1 and not titled
    behind = _BEHIND.match(analysis.text, end)
    placed = behind is not None and behind[1] in tables().place_ends
    articled = _ARTICLE.search(analysis.text, max(0, start - 24), start) is not None
    return first, capital, placed, _is_garbled(analysis, start, end), articled, analysis.zone(start) is Zone.NARRATION


def _is_garbled(analysis: Analysis, start: int, end: int) -> bool:
    """Whether the words at a place are said by somebody of whose other words two or more are none."""
    if analysis.zone(start) is not Zone.SPEECH:
        return False
    odd = sum(not start <= each < end for each in _odd_words(analysis))
    return odd >= 2 and _GARBLED * odd >= len(analysis.tokens)


@once
def _odd_words(analysis: Analysis) -> tuple[int, ...]:
    """Where spoken words begin that are none."""
    found: list[int] = []
    for each in analysis.tokens:
        plain = each.lower.replace("'", "")
        if each.text.islower() and len(plain) > 3 and plain.isalpha() and not is_known(each.text):
            found += [each.start] * (analysis.zone(each.start) is Zone.SPEECH)
    return tuple(found)


def _pairs(uses: Mapping[str, _Use], names: frozenset[str]) -> Iterator[TermPair]:
    for one, other in sorted(_neighbours(uses)):
        rare, common = sorted((one, other), key=lambda form: _weight(uses[form]))
        kind = _kind(rare, common)
        if kind is None or uses[rare].sentences & uses[common].sentences:
            continue
        if uses[rare].garbled == uses[rare].count:
            continue  # a cold in the head, or a dialect
        certain = _weigh(rare, common, kind, uses)
        if certain is not None:
            yield TermPair(rare, common, kind, certain, tuple(uses[rare].places), tuple(uses[common].places))


def _sounding(uses: Mapping[str, _Use]) -> Iterator[TermPair]:
    """Given names that sound alike and differ in how they begin or end (Katherine, Catherine): of one person, when the
    rarer stands seldom and never beside the other."""
    given = tables().given
    shelves: dict[str, list[str]] = defaultdict(list)
    for form in uses:
        if form in given:
            shelves[_sound(form)].append(form)
    for forms in shelves.values():
        for one, other in combinations(sorted(forms), 2):
            rare, common = sorted((one, other), key=lambda form: _weight(uses[form]))
            few, many = uses[rare], uses[common]
            if frozenset((one, other)) in _OTHER_NAMES or {one, other} & tables().places:
                continue
            beside = {place.paragraph for place in few.places} & {place.paragraph for place in many.places}
            if not beside and (few.count <= 3 or many.count >= 4 * few.count):
                yield TermPair(rare, common, "spelling", False, tuple(few.places), tuple(many.places))


_OTHER_NAMES = frozenset((frozenset(("Mary", "Marie")), frozenset(("Maria", "Marie")), frozenset(("Ann", "Anne"))))
"""Pairs that are heard alike by the letters, and are two names."""
_HEARD = (("ph", "v"), ("th", "t"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ie", "i"), ("ae", "a"), ("h", ""))


def _sound(name: str) -> str:
    """How an English given name is heard, roughly: Catherine and Katherine, Stephen and Steven, Sara and Sarah."""
    heard = name.lower()
    for letters, sound in _HEARD:
        heard = heard.replace(letters, sound)
    return name[0].lower() * (name[0] == "H") + re.sub(r"(.)\1", r"\1", re.sub(r"(.)\1e$", r"\1", heard))


def _weight(use: _Use) -> tuple[int, int, int]:
    """By number; of two that are equal, the one that comes first counts as the author's choice."""
    first = use.places[0]
    return use.count, -first.paragraph, -first.start


def _neighbours(uses: Mapping[str, _Use]) -> set[tuple[str, str]]:
    """Pairs of forms that are equal but for case and marks, or after dropping a letter from one or both."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for form in uses:
        plain = bare(form)
        shelves[plain].append(form)
        for index in range(len(plain)):
            shelves[plain[:index] + plain[index + 1 :]].append(form)
    found: set[tuple[str, str]] = set()
    for forms in shelves.values():
        if len(forms) < 40:
            found.update((one, other) for one in forms for other in forms if one < other)
    return found


def _kind(rare: str, common: str) -> str | None:
    """How two forms differ, if they can be one term at all."""
    if rare.lower() == common.lower():
        return "case"
    if bare(rare) == bare(common):
        return "form"
    if rare[0].isupper() != common[0].isupper() or " " in rare + common or not alike(rare, common):
        return None
    if rare.isascii() != common.isascii() or ("-" in rare) != ("-" in common):
        return None
    return None if _inflected(rare.lower(), common.lower()) else "spelling"


_ENDINGS = frozenset(
    "s es ed d er r ing n an ian ean en ne ese ish ly y ie ies a o e i us um in on is os or ess et ette ine ina ey"
    .split()
)


def _inflected(one: str, other: str) -> bool:
    """Whether one is the other with an ending, or both are one stem with two: a plural, Julia and Julie."""
    short, long = sorted((one, other), key=len)
    shared = 0
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    tails = short[shared:], long[shared:]
    if not tails[0] and (tails[1] in ("h", "e") or (tails[1] == short[-1:] and tails[1] != "s")):
        return False  # Konohah, Clarke, Harriett: an ending that is not heard
    if set(tails) == {"en", "on"} and short[shared - 1] == "s":
        return False  # Sorensen and Sorenson are one surname
    return all(not tail or tail in _ENDINGS for tail in tails)


def _weigh(rare: str, common: str, kind: str, uses: Mapping[str, _Use]) -> bool | None:
    """Whether a pair is sure (True), worth a question (False), or two words in their own right (None)."""
    few, many = uses[rare].count, uses[common].count
    if kind == "case":
        return _weigh_case(rare, common, uses)
    if kind == "form" and rare[0].islower() != common[0].islower():
        return None
    if {rare, common} & tables().places or (uses[rare].placed == few and not uses[common].placed):
        return None  # Sidney, and the city; Tusker, and Tunker Creek
    if kind == "form":
        return many >= 3 * few if few <= 3 and many >= 2 else None
    table = tables()
    if common in table.given and (rare in table.given or many < 4):
        return None
    if rare[0].islower() and lemma(rare, "VERB") == lemma(common, "VERB") and lemma(rare, "VERB") in (rare, common):
        return None  # slink and slunk
    if is_known(rare) and (is_known(common) or few > 1 or rare[0].islower()):
        return None
    if rare[0].islower() and few == 1 and many <= 2 and sorted(rare) == sorted(common):
        return False if uses[rare].narrated or uses[common].narrated else None  # two letters swapped
    if rare[0].islower():
        return many >= 4 * few if few <= 2 and many >= 3 and uses[rare].narrated and uses[common].narrated else None
    if is_known(rare) and rare not in table.given and len(rare) < _LONG:
        return None  # Grand and Grank
    if few > 3 or (few == many and (few > 2 or min(len(rare), len(common)) < 6)):
        return None
    if few == many or many < 2 * few:
        return False if not (is_known(rare) or is_known(common)) else None
    return many >= 4 * few


def _weigh_case(rare: str, common: str, uses: Mapping[str, _Use]) -> bool | None:
    """A term of the story's own with and without a capital; capitals that a sentence needs do not count."""
    upper, lower = sorted((rare, common))
    if is_known(upper) or not lower.islower() or upper.isupper() or " " in upper:
        return None
    capitals, small = uses[upper].capitals, uses[lower].count
    few, many = sorted((capitals, small))
    if uses[lower].articled == small and 2 * uses[upper].articled < uses[upper].count:
        return None  # the bargee, and somebody called Bargee
    return True if few and few <= 3 and many >= 4 * few else None
