# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a pronoun of the narration means, where that is plain. Rather nobody than a guess.

The subject of a sentence is taken up by the pronouns of that sentence and of those that follow, until somebody else
comes up whom they could mean (centering: Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.descriptions import NOUNS
from redraft.characters.mentions import Place
from redraft.characters.tables import tables
from redraft.language.analysis import Analysis, Sentence, Zone
from redraft.language.saying import SAYING

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "poss", "attr"))
_SENTENCES_BACK = 4
_SOMEBODY = frozenset("figure person someone somebody creature baby crowd dog cat horse animal".split())


@dataclass(frozen=True)
class Named:
    """Who is named in which paragraph (an index), of which gender each is, and who speaks in which paragraph."""

    places: Mapping[int, Sequence[Place]]
    genders: Mapping[int, str | None]
    speakers: Mapping[int, frozenset[int | None]]

    def before(self, index: int, offset: int) -> list[Place]:
        """Those named in the narration of a paragraph before an offset."""
        return [each for each in self.places.get(index, ()) if each.chain.start < offset and not each.chain.speech]

    def may_be(self, person: int | None, gender: str) -> bool:
        """Whether a pronoun of that gender can mean the person."""
        return person is None or self.genders.get(person) in (gender, None)


def antecedent(index: int, offset: int, gender: str, analyses: Sequence[Analysis], named: Named) -> int | None:
    """The person (an index) that a pronoun of ``gender`` at ``offset`` of the paragraph at ``index`` means."""
    subject = _by_subject(index, offset, gender, analyses[index], named)
    if subject is not None:
        return subject
    return _by_speech(index, offset, gender, analyses[index], named) or _alone(index, offset, gender, analyses, named)


def _by_subject(index: int, offset: int, gender: str, analysis: Analysis, named: Named) -> int | None:
    """The subject of the sentence, or of one before that this one goes on about."""
    sentences = [each for each in analysis.sentences if each.start <= offset]
    before = named.before(index, offset)
    for back, sentence in enumerate(reversed(sentences[-_SENTENCES_BACK:])):
        end = min(offset, sentence.end)
        here = [each for each in before if sentence.start <= each.chain.start < end]
        goes_on = back == 1 and _is_subject(analysis, offset)
        meant = [each for each in here if not (goes_on and each.chain.possessive)]
        rivals = {each.person for each in meant if named.may_be(each.person, gender)}
        described = is_described(analysis, end, gender, sentence.start, here, possessors=not goes_on) or _stranger(
            analysis, sentence.start, end, gender, here)
        subject = _subject(analysis, sentence, here)
        fits = subject is not None and subject.person is not None and named.may_be(subject.person, gender)
        if fits and subject is not None and not described:
            if len(rivals) == 1 or (not back and _is_root(analysis, subject)):
                return subject.person
            return None
        if rivals or described:
            return None
    return None


def _is_subject(analysis: Analysis, offset: int) -> bool:
    """Whether the pronoun at ``offset`` is the subject of its clause, and so goes on about a subject."""
    place = analysis.token_index(offset)
    return place >= 0 and analysis.tokens[place].dep in ("nsubj", "nsubjpass")


def _stranger(analysis: Analysis, start: int, end: int, gender: str, here: Sequence[Place]) -> bool:
    """Whether somebody who is not in the cast, and whom the pronoun may mean, is named from ``start`` to ``end``."""
    first = max(0, analysis.token_index(start))
    for index, token in enumerate(analysis.tokens[first:], first):
        if token.start >= end:
            return False
        if token.start < start or token.pos != "PROPN" or not token.text[:1].isupper():
            continue
        if any(each.chain.start <= token.start < each.chain.end for each in here):
            continue
        if _may_be_somebody(analysis, index, gender):
            return True
    return False


def _may_be_somebody(analysis: Analysis, index: int, gender: str) -> bool:
    """Whether a name of nobody known may be a person's of that gender: it is a given name, or one of two words that
    somebody is brought in by ("to Ilse Brandt", "with Ilse Brandt")."""
    token, known = analysis.tokens[index], tables()
    if token.dep in ("compound", "poss", "amod"):
        return False
    first = index
    while first and analysis.tokens[first - 1].pos == "PROPN":
        first -= 1
    called = analysis.tokens[first].text
    if called in known.given:
        return known.given[called] in (gender, None)
    before = analysis.tokens[first - 1].lower if first else ""
    met = token.dep in ("nsubj", "dobj", "appos") and before not in ("the", "a", "an")
    return index > first and (met or before in ("to", "with", "beside", "and", "for", "meet"))


def _subject(analysis: Analysis, sentence: Sentence, here: Sequence[Place]) -> Place | None:
    """The one named who is the subject of the sentence; the first of several. "Asked Anna" has one, however parsed."""
    return next((each for each in here if _acts(analysis, each)), None)


def _acts(analysis: Analysis, place: Place) -> bool:
    if analysis.tokens[place.chain.last - 1].dep in ("nsubj", "nsubjpass"):
        return True
    before = analysis.tokens[place.chain.first - 1] if place.chain.first else None
    return before is not None and before.lower in SAYING and before.tag in ("VBD", "VBZ")


def _is_root(analysis: Analysis, place: Place) -> bool:
    """Whether the name is the subject of the sentence's main verb."""
    token = analysis.tokens[place.chain.last - 1]
    return 0 <= token.head < len(analysis.tokens) and analysis.tokens[token.head].dep == "ROOT"


def _by_speech(index: int, offset: int, gender: str, analysis: Analysis, named: Named) -> int | None:
    """The speaker of the paragraph, when nobody else who can be meant is named or described in its narration."""
    speakers = named.speakers.get(index, frozenset())
    if len(speakers) != 1:
        return None
    (speaker,) = speakers
    if speaker is None or named.genders.get(speaker) != gender or is_described(
        analysis, offset, gender, known=named.places.get(index, ())
    ):
        return None
    others = {each.person for each in named.before(index, offset)} - {speaker}
    return None if any(named.may_be(each, gender) for each in others) else speaker


def _alone(index: int, offset: int, gender: str, analyses: Sequence[Analysis], named: Named) -> int | None:
    """The one person a pronoun can mean: in the paragraph up to there (or, where it names nobody, in the two before)
    nobody else of the gender, or of none known, is named or described, and the person is once a subject."""
    before = named.before(index, offset)
    if is_described(analyses[index], offset, gender, known=before):
        return None
    if _stranger(analyses[index], 0, offset, gender, before):
        return None
    if not before:
        earlier = [number for number in (index - 1, index - 2) if number >= 0]
        if any(is_described(analyses[number], None, gender, known=named.places.get(number, ()))
               for number in earlier):  # fmt: skip
            return None
        before = [each for number in earlier for each in named.places.get(number, ()) if not each.chain.speech]
    if any(each.person is None for each in before):
        return None
    fits = {each.person for each in before if each.person is not None and named.may_be(each.person, gender)}
    here = any(each.chain.paragraph == index for each in before)
    if len(fits) != 1 or (named.genders.get(next(iter(fits))) != gender and not here):
        return None
    acts = any(analyses[each.chain.paragraph].tokens[each.chain.last - 1].dep in _SUBJECTS
               for each in before if each.person in fits)  # fmt: skip
    return next(iter(fits)) if acts else None


def is_described(
    analysis: Analysis, end: int | None, gender: str, start: int = 0, known: Sequence[Place] = (), *,
    possessors: bool = True,
) -> bool:
    """Whether somebody without a name, who may be of the gender, comes up from ``start`` to ``end`` (None: its end).
    ``known``: places where a noun stands for somebody of the cast ("the Inspector"); ``possessors``: "his father’s
    boat" brings in the father."""
    for index, token in enumerate(analysis.tokens):
        if end is not None and token.start >= end:
            return False
        if token.start < start:
            continue
        if token.tag == "POS" and index and analysis.tokens[index - 1].tag == "NN" and possessors:
            return True
        word = token.lower
        meant = word in _SOMEBODY or (word in ("other", "another") and token.dep == "nsubj")
        meant = meant or (word in NOUNS and NOUNS[word] in (gender, None) and not token.tag.startswith("NNP"))
        if token.dep == "poss" and not possessors:
            continue
        if any(each.chain.start <= token.start < each.chain.end for each in known):
            continue
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
