# SPDX-License-Identifier: GPL-3.0-or-later
"""What the story clearly says of a person's looks and age, with the place. Rather nothing than a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.descriptions import NOUNS
from redraft.characters.mentions import Place
from redraft.characters.speakers import Speech
from redraft.language.analysis import Analysis, Zone

_COLOURS = (
    "black|brown|blue|green|grey|gray|hazel|amber|red|auburn|ginger|blonde?|golden|white|silver|purple|violet|pink|dark"
    "|fair|chestnut|copper|brunette|sandy|yellow|raven|crimson|scarlet|orange"
)
_SHADES = "dark|light|pale|bright|deep|very|rather|quite|soft|clear|vivid|honey|ice|steel|sea|sky|jet|snow|ash|dirty"
_SHAPES = (
    "short|long|curly|straight|wavy|cropped|thick|thin|thinning|unruly|messy|shoulder-length|untidy|large|big|small|wide"
    "|narrow|round|tired|kind|sharp|quick|steady|calm|startling|brilliant|old|own|new|great|little|lovely|beautiful"
    "|handsome|fine|neat|tidy"
)
_COLOUR = rf"(?P<value>(?:(?:{_SHADES})[ -])?(?:{_COLOURS}))"
_SHAPE = rf"(?:(?:{_SHAPES}),? (?:and )?)*"
_FEATURE = r"(?P<feature>eyes|hair|beard|moustache|mustache)"
_THE_OWNER = r"(?P<owner>\b(?:his|her|my|[A-Z][\w-]+[’']s?))"
_THE_ONE = r"(?P<owner>\b(?:he|she|I|[A-Z][\w-]+))"
_OWNED = re.compile(rf"{_THE_OWNER} {_SHAPE}{_COLOUR},? {_SHAPE}{_FEATURE}\b", re.IGNORECASE)
_WAS = re.compile(
    rf"{_THE_OWNER} {_SHAPE}{_FEATURE} (?:was|were|is|are) {_SHAPE}{_COLOUR}(?=[.,;!?]| and\b| with\b|$)", re.IGNORECASE
)
_HAD = re.compile(
    rf"{_THE_ONE} (?:had|has) (?:[\w ]{{3,40}},? and )?(?:a |a pair of )?{_SHAPE}{_COLOUR},? {_SHAPE}{_FEATURE}\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(rf"(?P<owner>\b[A-Z][\w-]+), whose {_SHAPE}{_COLOUR},? {_SHAPE}{_FEATURE}\b")
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"(?P<value>(?:{_TENS})(?:-(?:{_UNITS}))?|four|five|six|seven|eight|nine|{_TEENS}|\d{{1,2}})"
_AGE = re.compile(
    rf"{_THE_ONE} (?:was|is|am) {_NUMBER}(?: years old| years of age|(?=[.;!?]|, (?:and|but|he|she|I)\b))",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:like|as if|as though|seem(?:s|ed)|look(?:s|ed)|almost|nearly|if|when|before|until|painted"
    r"|turn(?:ed|ing)?|went|dream\w*|imagin\w*|once|used to|lens(?:es)?|would|could|might|may|perhaps|maybe|not|n[’']t"
    r"|never|no longer|become|became|grown|grew|years ago|remember\w*|said to|supposed)\b", re.IGNORECASE
)
_DISGUISE = re.compile(r"\b(?:dyed?|dyeing|wigs?|lens(?:es)?|bleach\w*|disguis\w*|false)\b")
_TEARFUL = frozenset("red pink".split())
"""Eyes are this for an hour, from tears or smoke."""
_KIND = {"beard": "beard", "moustache": "moustache", "mustache": "moustache", "eyes": "eyes", "hair": "hair"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """``attribute`` ("hair", "eyes", "beard", "moustache", "age") and its ``value`` as written, in lower case.

    ``start``/``end`` are code points in the reading text of paragraph ``paragraph``: the shortest words that hold it.
    """

    attribute: str
    value: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Owned:
    """An attribute at a place whose owner is still the word that stands there."""

    owner: str
    at: int
    attribute: Attribute


def attributes(
    analyses: Sequence[Analysis], mentions: Sequence[Place], genders: Mapping[int, str | None],
    speeches: Sequence[Speech], narrator: int | None,
) -> dict[int, list[Attribute]]:
    """What is said of each person (by index). ``paragraph`` of an attribute is an index."""
    places: dict[int, list[Place]] = {}
    for place in mentions:
        places.setdefault(place.chain.paragraph, []).append(place)
    speaker = {(each.paragraph, each.start): each.speaker for each in speeches}
    found: dict[int, list[Attribute]] = {}
    for index, analysis in enumerate(analyses):
        for owned in _claims(analysis, index):
            owner = _owner(owned, analyses, places, genders, speaker, narrator)
            if owner is not None:
                found.setdefault(owner, []).append(owned.attribute)
    return found


def _claims(analysis: Analysis, index: int) -> Iterator[_Owned]:
    text = analysis.text
    if "eyes" in text or "hair" in text or "beard" in text or "moustache" in text or "mustache" in text:
        for pattern in (_OWNED, _WAS, _HAD, _WHOSE):
            for match in pattern.finditer(text):
                if _plain(analysis, match):
                    start = min(match.start("value"), match.start("feature"))
                    end = max(match.end("value"), match.end("feature"))
                    if match["feature"].lower() == "eyes" and match["value"].lower() in _TEARFUL:
                        continue
                    kind, value = _KIND[match["feature"].lower()], match["value"].lower()
                    yield _Owned(match["owner"], match.start(), Attribute(kind, value, index, start, end))
    for match in _AGE.finditer(text):
        if _plain(analysis, match) and not _is_past(analysis, match):
            value = match["value"].lower()
            attribute = Attribute("age", value, index, match.start("value"), match.end())
            yield _Owned(match["owner"], match.start(), attribute)


def _is_past(analysis: Analysis, match: re.Match[str]) -> bool:
    """An age somebody had at another time ("I was sixteen when …", "was twelve" in speech), or an hour."""
    after = analysis.text[match.end() : match.end() + 12].lstrip(" ,").lower()
    if after.startswith(("o’clock", "o'clock", "when", "then", "at the time")):
        return True
    return " was " in match.group() and (match["owner"] == "I" or analysis.zone(match.start()) is not Zone.NARRATION)


def _plain(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether the sentence states it as a fact: no simile, guess, denial or past time before it, nor dye anywhere."""
    sentence = analysis.sentence_at(match.start())
    first = sentence.start if sentence else 0
    last = sentence.end if sentence else len(analysis.text)
    clause = max(first, analysis.text.rfind(",", first, match.start()), analysis.text.rfind(";", first, match.start()))
    whole = analysis.text[first:last]
    unsure = _UNSURE.search(analysis.text, clause, match.end()) or _DISGUISE.search(analysis.text)
    return unsure is None and not whole.rstrip("”’\"' ").endswith("?")


def _owner(
    owned: _Owned, analyses: Sequence[Analysis], places: Mapping[int, Sequence[Place]],
    genders: Mapping[int, str | None], speaker: Mapping[tuple[int, int], int | None], narrator: int | None,
) -> int | None:
    """Whose it is: the name itself; for a pronoun the one person of that gender in the sentence or those before."""
    word, index = owned.owner.lower(), owned.attribute.paragraph
    analysis = analyses[index]
    zone = analysis.zone(owned.at)
    if word in ("my", "i"):
        if zone is Zone.NARRATION:
            return narrator
        speech = next((each for each in analysis.speeches() if each.start <= owned.at < each.end), None)
        return speaker.get((index, speech.start)) if speech else None
    if word not in ("his", "her", "he", "she"):
        here = places.get(index, ())
        return next((each.person for each in here if each.chain.start <= owned.at < each.chain.end), None)
    if zone is not Zone.NARRATION:
        return None
    return _antecedent(owned, analyses, places, genders)


def _antecedent(
    owned: _Owned, analyses: Sequence[Analysis], places: Mapping[int, Sequence[Place]],
    genders: Mapping[int, str | None],
) -> int | None:
    """The one person a pronoun can mean: in the paragraph up to there (or, where it names nobody, in the two before)
    nobody else of the gender, or of none known, is named or described, and the person is once a subject."""
    gender = "he" if owned.owner.lower() in ("his", "he") else "she"
    index = owned.attribute.paragraph
    before = [each for each in places.get(index, ()) if each.chain.start < owned.at and not each.chain.speech]
    subject = _subject_of_sentence(owned, analyses[index], before, genders, gender)
    if subject is not None:
        return subject
    if _described(analyses[index], owned.at, gender):
        return None
    if not before:
        earlier = [number for number in (index - 1, index - 2) if number >= 0]
        if any(_described(analyses[number], None, gender) for number in earlier):
            return None
        before = [each for number in earlier for each in places.get(number, ()) if not each.chain.speech]
    if any(each.person is None for each in before):
        return None
    fits = {each.person for each in before if each.person is not None and genders.get(each.person) in (gender, None)}
    here = any(each.chain.paragraph == index for each in before)
    if len(fits) != 1 or (genders.get(next(iter(fits))) != gender and not here):
        return None
    acts = any(
        analyses[each.chain.paragraph].tokens[each.chain.last - 1].dep in _SUBJECTS
        for each in before if each.person in fits
    )  # fmt: skip
    return next(iter(fits)) if acts else None


_SUBJECTS = frozenset(("nsubj", "nsubjpass", "poss", "attr"))


def _subject_of_sentence(
    owned: _Owned, analysis: Analysis, before: Sequence[Place], genders: Mapping[int, str | None], gender: str,
) -> int | None:
    """The subject of the very sentence, when it is the only person named or described in it up to the pronoun."""
    sentence = analysis.sentence_at(owned.at)
    if sentence is None:
        return None
    here = [each for each in before if each.chain.start >= sentence.start]
    if len({each.person for each in here}) != 1 or here[0].person is None or genders.get(here[0].person) != gender:
        return None
    if analysis.tokens[here[0].chain.last - 1].dep != "nsubj" or _described(analysis, owned.at, gender, sentence.start):
        return None
    return here[0].person


_SOMEBODY = frozenset(
    "figure person someone somebody creature baby crowd dog cat horse animal".split()
)


def _described(analysis: Analysis, end: int | None, gender: str, start: int = 0) -> bool:
    """Whether somebody without a name, who may be of the gender, comes up from ``start`` to ``end`` (None: its end)."""
    for index, token in enumerate(analysis.tokens):
        if end is not None and token.start >= end:
            return False
        if token.start < start:
            continue
        if token.tag == "POS" and index and analysis.tokens[index - 1].tag == "NN":
            return True
        word = token.lower
        meant = word in _SOMEBODY or (word in ("other", "another") and token.dep == "nsubj")
        meant = meant or (word in NOUNS and NOUNS[word] in (gender, None))
        if meant and not _is_predicate(analysis, index) and analysis.zone(token.start) is Zone.NARRATION:
            return True
    return False


def _is_predicate(analysis: Analysis, index: int) -> bool:
    """"He is the engineer and the cook": the noun says what somebody is, it brings in nobody."""
    token = analysis.tokens[index]
    head = analysis.tokens[token.head] if token.head < len(analysis.tokens) else token
    return token.dep in ("attr", "appos") or (
        token.dep == "conj" and (head.dep in ("attr", "appos") or head.lemma == "be")
    )
