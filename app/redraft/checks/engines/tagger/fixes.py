# SPDX-License-Identifier: GPL-3.0-or-later
"""From a tag on a word to the words that go into the text: the smallest span, the text's own style."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from redraft.checks.engines.tagger.inflection import noun, verb
from redraft.checks.engines.tagger.joints import CONTRACTIONS, SPLITS
from redraft.checks.engines.tagger.words import Word
from redraft.language.wordforms import kinds

_OPENERS = frozenset("he she it they we you his her their the a an and but then this that there my our its".split())
_BE = MappingProxyType({"is": "was", "am": "was", "are": "were", "'s": "was", "'re": "were", "be": "was"})
_ADVERB = MappingProxyType(
    {"true": "truly", "whole": "wholly", "full": "fully", "due": "duly", "public": "publicly", "good": "well"}
)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f"


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk with the paragraph it stands in and the tag that the model gives each of its words."""

    text: str
    words: Sequence[Word]
    tags: Sequence[str]

    def form(self, place: int) -> str:
        """The folded form of a word; empty outside the chunk."""
        return self.words[place].form if 0 <= place < len(self.words) else ""

    def written(self, place: int) -> str:
        """The word as it stands in the text."""
        word = self.words[place]
        return self.text[word.start : word.end]


@dataclass(frozen=True, slots=True)
class Fix:
    """Put ``replacement`` for [start, end) of the paragraph; ``used`` are other words whose tags this carries out."""

    start: int
    end: int
    replacement: str
    used: frozenset[int] = field(default=frozenset())


def fix(passage: Passage, place: int, tag: str) -> Fix | None:
    """Carry out ``tag`` on the word at ``place`` (-1: before the first). None where it makes no sense there."""
    made = _fix(passage, place, tag)
    if made is None or passage.text[made.start : made.end] == made.replacement or made.start == made.end:
        return None
    return made


def _fix(passage: Passage, place: int, tag: str) -> Fix | None:
    what = tag[2:]
    if place < 0:
        return _opening(passage, what) if tag.startswith("A_") and what.isalpha() else None
    if tag.startswith("A_"):
        return _insertion(passage, place, what) if what[0].isalpha() else _mark(passage, place, what, inserted=True)
    if tag.startswith("R_") and not what[0].isalpha():
        return None if passage.words[place].is_word else _mark(passage, place, what, inserted=False)
    if tag == "D":
        return _deletion(passage, place)
    if tag in _WITH_NEXT:
        return _with_next(passage, place, _WITH_NEXT[tag])
    if tag in ("$OPEN", "$JOIN"):
        return _hyphen(passage, place, " " if tag == "$OPEN" else "")
    return _form(passage, place, tag)


# ---- marks ----------------------------------------------------------------------------------------------------------


def _mark(passage: Passage, place: int, mark: str, *, inserted: bool) -> Fix:
    here = passage.words[place]
    if inserted and mark == "," and passage.form(place + 2) == "," and _is_outside(passage, place + 2):
        return _moved_inside(passage, place)
    new = (passage.written(place) if inserted else "") + mark
    follower = _follower(passage, place)
    if follower is not None and (case := _case_after(passage, place, follower, mark, inserted)):
        after = passage.words[follower]
        between = passage.text[here.end : after.start]
        word = passage.written(follower)
        changed = case(word[0]) + word[1:]
        return Fix(here.start, after.end, new + between + changed, frozenset((follower,)))
    return Fix(here.start, here.end, new)


def _is_outside(passage: Passage, comma: int) -> bool:
    """True for a comma right after the closing quotation mark of a word: `“Go”, he said`."""
    if comma < 2 or passage.form(comma - 1) != '"' or not passage.words[comma - 2].is_word:
        return False
    return not (passage.words[comma - 1].spaced or passage.words[comma].spaced)


def _moved_inside(passage: Passage, word: int) -> Fix:
    """The comma after a quotation mark goes before it."""
    quote, comma = passage.words[word + 1], passage.words[word + 2]
    between = passage.text[quote.start : quote.end]
    start = passage.words[word].start
    return Fix(start, comma.end, f"{passage.written(word)},{between}", frozenset((word + 2,)))


def _follower(passage: Passage, place: int) -> int | None:
    """The next word, where at most a quotation mark stands before it."""
    after = place + 1
    if passage.form(after) == '"':
        after += 1
    return after if after < len(passage.words) and passage.words[after].is_word else None


def _case_after(passage: Passage, place: int, follower: int, mark: str, inserted: bool) -> Callable[[str], str] | None:
    form, tag = passage.form(follower), passage.tags[follower]
    quoted = follower == place + 2
    if mark in ".?!…" and form[0].islower():
        return str.upper if mark == "." or tag == "$UPPER" or not quoted else None
    if inserted:
        return str.lower if quoted and mark == "," and tag == "$LOWER" and not _always_capital(form) else None
    if mark in ",;" and form[0].isupper() and not _always_capital(form):
        joined = quoted and passage.words[place + 1].spaced is False and form.lower() in _OPENERS
        return str.lower if tag == "$LOWER" or joined else None
    return None


# ---- words ----------------------------------------------------------------------------------------------------------


def _opening(passage: Passage, word: str) -> Fix:
    first = passage.words[0]
    written = passage.written(0)
    if first.is_word and written[0].isupper() and not _always_capital(first.form):
        written = written[0].lower() + written[1:]
        word = word[0].upper() + word[1:]
    return Fix(first.start, first.end, f"{_proper(word)} {written}")


def _insertion(passage: Passage, place: int, word: str) -> Fix:
    here = passage.words[place]
    gap = "" if not here.is_word and here.form in "\"'([" and here.form != passage.form(place - 1) else " "
    return Fix(here.start, here.end, f"{passage.written(place)}{gap}{_styled(passage, _proper(word))}")


def _deletion(passage: Passage, place: int) -> Fix | None:
    here = passage.words[place]
    if here.form == "," and _is_outside(passage, place):
        return _moved_inside(passage, place - 2)
    if not here.is_word:
        return Fix(here.start, here.end, "")
    if place == 0 and len(passage.words) > 1 and passage.words[1].is_word:
        after = passage.words[1]
        word = passage.written(1)
        return Fix(here.start, after.end, word[0].upper() + word[1:] if here.form[0].isupper() else word)
    if place and _is_gap(passage.text[passage.words[place - 1].end : here.start]):
        return Fix(passage.words[place - 1].end, here.end, "")
    return None


def _with_next(passage: Passage, place: int, joint: str) -> Fix | None:
    if place + 1 >= len(passage.words):
        return None
    here, after = passage.words[place], passage.words[place + 1]
    if not (here.is_word and after.is_word and _is_gap(passage.text[here.end : after.start])):
        return None
    second = passage.written(place + 1)
    if not joint and second[0].isupper() and not passage.written(place).isupper():
        second = second[0].lower() + second[1:]
    return Fix(here.start, after.end, passage.written(place) + joint + second)


def _hyphen(passage: Passage, place: int, joint: str) -> Fix | None:
    here = passage.words[place]
    inside = here.form in "-‐‑" and 0 < place < len(passage.words) - 1
    if not inside or not (passage.words[place - 1].is_word and passage.words[place + 1].is_word):
        return None
    before, after = passage.words[place - 1], passage.words[place + 1]
    return Fix(before.start, after.end, passage.written(place - 1) + joint + passage.written(place + 1))


def _form(passage: Passage, place: int, tag: str) -> Fix | None:
    here = passage.words[place]
    if not here.is_word:
        return None
    made = _changed(here.form, tag)
    if made and here.form == "I" and (place == 0 or passage.form(place - 1) in '.!?…"'):
        made = made[0].upper() + made[1:]
    return Fix(here.start, here.end, _styled(passage, made)) if made else None


def _changed(form: str, tag: str) -> str | None:
    lower = form.lower()
    if tag == "$UPPER":
        return form[0].upper() + form[1:]
    if tag == "$LOWER":
        return None if _always_capital(form) else form[0].lower() + form[1:]
    made = tag[2:] if tag.startswith("R_") else tag[6:] if tag.startswith("$APOS_") else _inflected(lower, tag)
    return _cased(form, made) if made else None


def _inflected(lower: str, tag: str) -> str | None:
    if tag in _VERB_FORM:
        if tag == "$PAST" and lower in _BE:
            return _BE[lower]
        return (verb(lower) or _NOTHING).get(_VERB_FORM[tag])
    if tag in _NOUN_FORM:
        return (noun(lower) or _NOTHING).get(_NOUN_FORM[tag])
    return _SPELLED[tag](lower) if tag in _SPELLED else None


def _adverb(word: str) -> str | None:
    if word in _ADVERB or word.endswith("ly"):
        return _ADVERB.get(word)
    if word.endswith("le") and len(word) > 4:
        return word[:-1] + "y"
    if word.endswith("ic"):
        return word + "ally"
    if word.endswith("ll"):
        return word + "y"
    return word[:-1] + "ily" if word.endswith("y") and len(word) > 3 else word + "ly"


def _adjective(word: str) -> str | None:
    stem = word[:-2]
    guesses = (stem, stem[:-1] + "y" if stem.endswith("i") else "", stem + "le", word[:-1] + "e", word[:-4], stem + "l")
    known = [guess for guess in guesses if guess and _adverb(guess) == word]
    return next((guess for guess in known if "ADJ" in kinds(guess)), None)


def _plural(word: str) -> str:
    """Without the apostrophe, and as English makes the plural: “peach's” is “peaches”."""
    one = word.removesuffix("'s")
    forms = noun(one) if one != word else None
    return forms["plural"] if forms and forms["singular"] == one else word.replace("'", "")


def _possessive(word: str) -> str:
    return word[:-1] + "'s" if word.endswith("s") else word + "'s"


_WITH_NEXT: Mapping[str, str] = MappingProxyType({"$MERGE": "", "$HYPHEN": "-"})
_NOTHING: Mapping[str, str] = MappingProxyType({})
_VERB_FORM = MappingProxyType(
    {
        "$PAST": "past",
        "$PP": "participle",
        "$BASE": "base",
        "$ING": "ing",
        "$VBZ": "third",
        "$PRES_Z": "third",
        "$PRES_B": "base",
    }
)
_NOUN_FORM = MappingProxyType({"$NN": "singular", "$NNS": "plural"})
_SPELLED: Mapping[str, Callable[[str], str | None]] = MappingProxyType(
    {
        "$POSS": _possessive,
        "$NOPOSS": lambda word: _plural(word),
        "$LY": _adverb,
        "$UNLY": _adjective,
        "$SPLIT": SPLITS.get,
        "$APOS": CONTRACTIONS.get,
    }
)


# ---- style ----------------------------------------------------------------------------------------------------------


def _is_gap(between: str) -> bool:
    return between != "" and all(char.isspace() or char in _INVISIBLE for char in between)


def _always_capital(form: str) -> bool:
    return form == "I" or form.startswith("I'")


def _proper(word: str) -> str:
    return "I" + word[1:] if word == "i" or word.startswith("i'") else word


def _cased(like: str, word: str) -> str:
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() and not _always_capital(like) else _proper(word)


def _styled(passage: Passage, word: str) -> str:
    """Apostrophes as this paragraph writes them."""
    curly = "’" in passage.text or ("“" in passage.text and "'" not in passage.text)
    return word.replace("'", "’") if curly else word
