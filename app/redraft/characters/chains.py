# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of capitalised words that may be a name, with the title before them and the honorific behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from redraft.characters.once import Occurrences, once
from redraft.characters.tables import tables
from redraft.characters.vocabulary import Vocabulary, capital_is_due, openers
from redraft.language.analysis import Analysis, Zone

_PARTICLES = frozenset("de du la le van von der den di da del della ter ten af bin ibn al el".split())
_HYPHENS = frozenset("-‐‑")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.){3,}")
_NAME = re.compile(r"[^\W\d_]+(?:[.'’‐‑-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Chain:
    """A possible name in paragraph ``paragraph`` (an index). ``start``/``end`` are code points in its text and
    cover title, words and honorific, not a possessive ending; ``first``/``last`` are its tokens, last exclusive.

    ``due``: its first word would have a capital anyway. ``before`` is the word before it in lower case.
    """

    paragraph: int
    start: int
    end: int
    first: int
    last: int
    titles: tuple[str, ...]
    words: tuple[str, ...]
    suffix: str
    due: bool
    possessive: bool
    before: str
    speech: bool

    @property
    def key(self) -> tuple[str, ...]:
        """The name's own words, by which occurrences are counted together."""
        return self.words


def chains(analysis: Analysis, paragraph: int, known: Vocabulary) -> list[Chain]:
    """Every possible name of a paragraph, in order. Capitals that only open a sentence are left out."""
    first = openers(analysis)
    found: list[Chain] = []
    index = 0
    tokens = analysis.tokens
    while index < len(tokens):
        if not _may_begin(analysis, index) or _is_shouted(analysis, index, known):
            index += 1
            continue
        end = _run_end(analysis, index, known)
        found += _read(analysis, paragraph, known, index, end, capital_is_due(analysis, index, first))
        index = end
    return found


def all_chains(analyses: Mapping[int, Analysis], known: Vocabulary) -> list[Chain]:
    """The possible names of these paragraphs (by index), in order; those of a paragraph are found anew only when it is
    another one, or when one of its words came to stand in another way in the story."""
    standing, times = cache(known.standing), Occurrences()
    found: list[Chain] = []
    for index, analysis in analyses.items():
        stands = [standing(each) for each in _at_stake(analysis)]
        kept, number = _kept(analysis), times.number(analysis)
        at, stood, here = kept.get(number, (index, None, []))
        if stood != stands:
            here = chains(analysis, index, known)
        elif at != index:
            here = [replace(each, paragraph=index) for each in here]
        kept[number] = index, stands, here
        found += here
    return found


@once
def _kept(analysis: Analysis) -> dict[int, tuple[int, list[tuple[bool, ...]] | None, list[Chain]]]:
    """By occurrence its index, how the words at stake stood, and the names found."""
    return {}


@once
def _at_stake(analysis: Analysis) -> tuple[str, ...]:
    """The words of a paragraph that may be taken for names or not, as the rest of the story writes them."""
    words: set[str] = set()
    for token in analysis.tokens:
        word = token.text
        if not word.islower() and word[0].isalpha():
            head = word[: _glued(word)]
            parts = (word, head, *head.split("-"), *head.rsplit("-", 1))
            words.update(parts)
            words.update(each.capitalize() for each in parts)
    return tuple(sorted(words))


def _may_begin(analysis: Analysis, index: int) -> bool:
    word = analysis.tokens[index].text
    if not word[0].isupper() or word[-1] in "!?" or _ends_a_compound(analysis, index):
        return False
    return len(word) > 1 or word not in "IAO" or _is_hyphenated(analysis, index)


def _ends_a_compound(analysis: Analysis, index: int) -> bool:
    """Whether a hyphen joins a word without a capital before it: "Koh-i-Noor", "un-English"; not "ex-Mayor Hale"."""
    tokens = analysis.tokens
    if index < 2 or tokens[index - 1].text not in _HYPHENS or tokens[index - 1].end != tokens[index].start:
        return False
    before = tokens[index - 2]
    return before.end == tokens[index - 1].start and before.text[0].islower() and before.lower not in ("ex", "vice")


def _is_hyphenated(analysis: Analysis, index: int) -> bool:
    """Whether a hyphen and a word with a capital are joined to a token: "A-Kor" is no Kor."""
    tokens = analysis.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].text not in _HYPHENS:
        return False
    return tokens[index].end == tokens[index + 1].start and tokens[index + 2].text[0].isupper()


def _is_shouted(analysis: Analysis, index: int, known: Vocabulary) -> bool:
    """Whether a word stands in capitals among others that do, and the story knows it as no name."""
    tokens = analysis.tokens
    word = tokens[index].text
    if len(word) < 2 or not word.isupper() or known.capital[word.capitalize()]:
        return False
    beside = [each.text for each in tokens[max(0, index - 2) : index + 3] if each.is_word and len(each.text) > 1]
    return len(beside) > 1 and all(each.isupper() for each in beside)


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word not in ("I", "I'm", "I’m", "I'll", "I’ll", "I'd", "I’d", "I've", "I’ve")


def _glued(word: str) -> int:
    """The length of the name at the head of a token with marks in it ("Emma!—she"); the whole length as a rule."""
    if word.isalpha():
        return len(word)
    head = _NAME.match(word)
    if head is None:
        return len(word)
    plain = head.end() == len(word) or word[head.end() :] in ("'s", "’s", "'", "’")
    return head.end() - (head.group().endswith(".") and not plain)


def _run_end(analysis: Analysis, index: int, known: Vocabulary) -> int:
    """The token behind the run of words with capitals that begins at ``index``."""
    tokens, text = analysis.tokens, analysis.text
    end = index + 1
    while end < len(tokens) and _glued(tokens[end - 1].text) == len(tokens[end - 1].text):
        gap = text[tokens[end - 1].end : tokens[end].start]
        word = tokens[end].text
        if gap == "" and word in _HYPHENS and end + 1 < len(tokens) and tokens[end + 1].start == tokens[end].end:
            joined = tokens[end + 1].text
            if not (_is_capital(joined) or joined.lower() in tables().suffixes):
                break
            end += 2
        elif gap == " " and _is_capital(word) and not _is_shouted(analysis, end, known):
            end += 1
        elif gap == " " and word in _PARTICLES and (behind := _behind_particles(analysis, end)):
            end = behind
        elif gap == "" and word == "." and len(tokens[end - 1].text) == 1 and end + 1 < len(tokens):
            end += 1  # an initial
        else:
            break
    return end


def _behind_particles(analysis: Analysis, index: int) -> int | None:
    """The token behind the name that follows one or two particles ("van der Berg"); None when none follows."""
    for place in (index + 1, index + 2):
        if place < len(analysis.tokens) and _is_capital(analysis.tokens[place].text):
            return place + 1
        if place >= len(analysis.tokens) or analysis.tokens[place].text not in _PARTICLES:
            return None
    return None


def _read(
    analysis: Analysis, paragraph: int, known: Vocabulary, first: int, last: int, due: bool,
) -> Iterator[Chain]:
    """The names in a run: split where a word cannot be part of one, without a sentence's plain opener."""
    article = analysis.tokens[first].text in ("The", "A", "An") and not _is_hyphenated(analysis, first)
    if article or (due and not _stays(analysis, known, first, last)):
        first, due = _next_word(analysis, first, last), False
    while first < last:
        stop = _stop(analysis, first, last)
        if stop == first:
            first, due = first + 1, False
            continue
        chain = _chain(analysis, paragraph, known, first, stop, due)
        if chain is not None:
            yield chain
        first, due = stop, False


def _next_word(analysis: Analysis, first: int, last: int) -> int:
    """Skip a word with everything joined to it by hyphens."""
    first += 1
    while first < last and analysis.tokens[first].text in _HYPHENS:
        first += 2
    return first


def _stop(analysis: Analysis, first: int, last: int) -> int:
    """Where the run must be cut: before a weekday, a nationality, an interjection."""
    table = tables()
    for index in range(first, last):
        word = analysis.tokens[index].text
        apart = word in table.never and word not in table.place_ends and not table.is_title(word)
        called = index == first + 1 and analysis.tokens[first].text in table.given and word in table.peoples
        if len(word) == 1 and _is_hyphenated(analysis, index):
            continue
        if (apart and word not in table.given and not called) or _ABBREVIATION.fullmatch(word):
            return index
        before = analysis.tokens[index - 1].text if index > first else ""
        if before and table.is_title(word) and not table.is_title(before) and before not in ("le", "la"):
            return index  # "Miss Woodhouse Miss Taylor"
    return last


def _stays(analysis: Analysis, known: Vocabulary, first: int, last: int) -> bool:
    """Whether a word that opens a sentence is (part of) a name all the same."""
    table, token = tables(), analysis.tokens[first]
    word = normal(token.text, known)
    lower, capital = known.lower[word.lower()], known.capital[word]
    proper = token.tag.startswith("NNP") or not token.tag
    if table.is_title(word):
        return last - first > 1 or capital > lower
    if capital == 0 and last - first > 1 and analysis.tokens[first + 1].text in table.given and word not in table.given:
        return False  # "Meantime Arthur"
    if capital == 0 and last - first > 1 and word.endswith("ly") and len(word) > 5 and word not in table.given:
        return False  # "Diffidently Babbitt"
    if capital == 0 and lower == 0:
        return proper or word in table.given
    if word in table.given:
        return proper or capital > lower
    if capital == 0:
        return False
    return capital >= lower or (proper and capital * 4 >= lower)


def normal(word: str, known: Vocabulary) -> str:
    """A word shouted in capitals as the story writes it elsewhere."""
    if len(word) > 1 and word.isupper():
        quiet = word.capitalize()
        if known.capital[quiet] or known.due[quiet] or tables().is_title(quiet):
            return quiet
    return word


def _chain(
    analysis: Analysis, paragraph: int, known: Vocabulary, first: int, last: int, due: bool,
) -> Chain | None:
    table, tokens = tables(), analysis.tokens
    parts = _parts(analysis, known, first, last)
    suffix = ""
    if len(parts) > 1 and parts[-1].startswith("-"):
        suffix = parts.pop()[1:].lower()
    titles: list[str] = []
    while len(parts) > 1 and (table.is_title(parts[0]) or (titles and parts[0] in ("le", "la"))):
        titles.append(parts.pop(0))
    if titles and (titles[-1] in ("le", "la") or titles[-1].lower() in _HALVES) and table.is_title(parts[0]):
        return None  # "M. le Duc", "Chief Inspector": a rank and no name
    if not parts or parts[0] in _HYPHENS:
        return None
    if len(parts) == 1 and not titles and tables().is_title(parts[0]) and parts[0] not in table.given:
        return None
    if len(parts) == 1 and not titles and parts[0] in table.calendar and _is_date(analysis, first):
        return None
    if parts == ["George"] and not titles and _word_before(analysis, first) == "by" and not _goes_on(analysis, last):
        return None  # "By George!"
    start, end = tokens[first].start, tokens[last - 1].start + _glued(tokens[last - 1].text)
    after = tokens[last].text if last < len(tokens) and tokens[last].start == end else ""
    if after in _HYPHENS and last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
        return None  # "Elm-lined": an adjective made of a name
    return Chain(
        paragraph, start, end, first, last, tuple(titles), tuple(parts), suffix, due, after in ("'s", "’s", "'", "’"),
        _word_before(analysis, first), analysis.zone(start) is Zone.SPEECH,
    )


_HALVES = frozenset("chief detective deputy lieutenant brigadier".split())
"""Titles that are as often the first half of a rank."""


def _parts(analysis: Analysis, known: Vocabulary, first: int, last: int) -> list[str]:
    """The words of a run; words joined by a hyphen are one, an honorific keeps its hyphen ("-san")."""
    parts: list[str] = []
    tokens = analysis.tokens
    index = first
    while index < last:
        word = tokens[index].text[: _glued(tokens[index].text)]
        if word in _HYPHENS and parts and index + 1 < last:
            joined = tokens[index + 1].text
            if joined.lower() in tables().suffixes:
                parts.append("-" + joined)
            else:
                parts[-1] += "-" + normal(joined, known)
            index += 2
            continue
        if word == "." and parts:
            parts[-1] += "."
        elif "-" in word and word.rsplit("-", 1)[1].lower() in tables().suffixes:
            stem, honorific = word.rsplit("-", 1)
            parts += [normal(stem, known), "-" + honorific]
        else:
            parts.append(normal(word, known))
        index += 1
    return parts


def _goes_on(analysis: Analysis, index: int) -> bool:
    """Whether a word follows, no mark."""
    return index < len(analysis.tokens) and analysis.tokens[index].text[0].isalpha()


def _is_date(analysis: Analysis, index: int) -> bool:
    """"In May", "May 3rd", "May I": no woman of that name."""
    following = analysis.tokens[index + 1] if index + 1 < len(analysis.tokens) else None
    if following is not None and (following.lower in _ASKERS or following.text[0].isdigit()):
        return True
    return _word_before(analysis, index) in _TIMES


_ASKERS = frozenset("i we you he she it they the this that these those god".split())
_TIMES = frozenset("in of last next this early late since until till by every mid".split())


def _word_before(analysis: Analysis, first: int) -> str:
    """The word or mark before a token, in lower case; "" at the start."""
    return analysis.tokens[first - 1].lower if first else ""
