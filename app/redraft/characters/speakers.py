# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks each quotation: by tags, by actions beside it, by whose turn it is. What stays unclear stays None."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from redraft.characters.clues import Clues, Company
from redraft.characters.coreference import Told, references
from redraft.characters.epithets import called_so, renamed
from redraft.characters.links import Link
from redraft.characters.mentions import Place
from redraft.characters.recall import Keys, Outcome, Recall
from redraft.characters.speaker_weights import Weights, weights
from redraft.characters.strangers import Described, Strangers
from redraft.characters.turns import Cue, Turn, meet, spoken_nouns, turns
from redraft.language.analysis import Analysis

_LONGEST = 60
"""Turns weighed at once; a longer conversation is cut, which costs its first turns behind the cut a little."""
_CLEAR = 0.5
"""How probable somebody must be to be meant by a name that several bear: a wrong namesake misleads more than none."""


class Sign(IntEnum):
    """What a speaker is known by, the surest last."""

    NOTHING = 0
    TURN = 1
    ACTION = 2
    PRONOUN = 3
    SAME = 4
    TAG = 5


_SIGNS = {
    Cue.NONE: Sign.TURN, Cue.ACTION: Sign.ACTION, Cue.PRONOUN: Sign.PRONOUN, Cue.NOUN: Sign.PRONOUN,
    Cue.NAME: Sign.TAG, Cue.NARRATOR: Sign.TAG, Cue.SEVERAL: Sign.NOTHING,
}


@dataclass
class Speech:
    """One uninterrupted stretch of speech in paragraph ``paragraph`` (an index), and its speaker (an index; below zero
    for a stranger). ``odds``: how probable the speaker is, 0–1."""

    paragraph: int
    start: int
    end: int
    speaker: int | None = None
    sign: Sign = Sign.NOTHING
    odds: float = 0.0


@dataclass(frozen=True)
class Known:
    """What is known of the persons beforehand: ``genders`` and ``titles`` by person (an index); ``narrator`` is who
    says "I" in narration, if anybody."""

    genders: Mapping[int, str | None]
    titles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    narrator: int | None = None


@dataclass
class Talk:
    """Everything that bears on who speaks: ``speeches`` and their ``turns``; ``strangers``, and where they are
    ``described``; what the narration ``told``; the ``company``; the scene of each paragraph."""

    speeches: list[Speech]
    turns: list[Turn]
    strangers: Strangers
    described: Mapping[int, Sequence[Described]]
    told: list[Told]
    company: Company
    scene_of: Sequence[int]


def attribute(
    analyses: Sequence[Analysis], mentions: Sequence[Place], known: Known, scene_of: Sequence[int],
) -> list[Speech]:
    """Every speech of the story with its speaker; ``scene_of`` gives the scene of each paragraph."""
    talk = listen(analyses, mentions, known, scene_of)
    decide(talk, weights())
    return talk.speeches


def listen(
    analyses: Sequence[Analysis], mentions: Sequence[Place], known: Known, scene_of: Sequence[int],
) -> Talk:
    """Find the speeches and what bears on them, without deciding who speaks."""
    places: dict[int, list[Place]] = {}
    for place in mentions:
        places.setdefault(place.chain.paragraph, []).append(place)
    speeches, found = turns(analyses, scene_of, places)
    strangers = Strangers(known.titles)
    described = strangers.read(analyses, scene_of, spoken_nouns(found), places)
    genders = dict(known.genders)
    genders.update({each.number: strangers.gender(each.number) for each in strangers.known})
    described = renamed(described, called_so(analyses, places, described, strangers, genders))
    meet(found, described)
    told = references(analyses, scene_of, mentions, described, genders, known.narrator)
    counts = Counter(place.person for place in mentions if place.person is not None)
    counts.update({each.number: each.count for each in strangers.known})
    company = Company(genders, counts, known.narrator)
    return Talk([Speech(*each) for each in speeches], found, strangers, described, told, company, scene_of)


_RECALL = Recall()


def decide(talk: Talk, learned: Weights, recall: Recall | None = None) -> None:
    """Give each speech its speaker, where one is probable enough. ``recall``: conversations weighed with the same
    weights before; the learned ones have one for the whole program."""
    if recall is None:
        recall = _RECALL if learned is weights() else Recall()
    clues = Clues(talk.told, talk.scene_of, talk.turns, talk.company)
    keys = Keys(clues)
    for conversation in conversations(talk):
        key = keys.of(conversation, talk.scene_of[talk.turns[conversation.start].first])
        outcome = recall.get(key)
        if outcome is None:
            outcome = _weigh(talk, clues, conversation, learned)
            recall.keep(key, outcome)
        for number, (person, odds) in zip(conversation, outcome, strict=True):
            _give(talk, number, person, odds, learned)


def _weigh(talk: Talk, clues: Clues, conversation: range, learned: Weights) -> Outcome:
    """The likeliest speaker of each turn of a conversation."""
    from redraft.characters.sequence import likelihoods  # numpy is not loaded where nobody asks who speaks

    candidates = [clues.candidates(number) for number in conversation]
    own = [
        [clues.worth(number, person, learned) for person in people]
        for number, people in zip(conversation, candidates, strict=True)
    ]
    links = [link(talk, clues, number, conversation[0], learned) for number in conversation]
    odds = likelihoods(own, links, candidates)
    outcome: Outcome = []
    for people, each in zip(candidates, odds, strict=True):
        best = _likeliest(people, each)
        outcome.append((people[best], min(1.0, round(each[best], 9))))
    return outcome


def _likeliest(people: Sequence[int | None], odds: Sequence[float]) -> int:
    """The place of the likeliest person; nobody only where there is no other."""
    some = [place for place, person in enumerate(people) if person is not None]
    return max(some, key=lambda place: odds[place]) if some else 0


def conversations(talk: Talk) -> Iterator[range]:
    """The turns of each scene, in stretches that can be weighed at once."""
    first = 0
    for number in range(1, len(talk.turns) + 1):
        ended = number == len(talk.turns) or (
            talk.scene_of[talk.turns[number].first] != talk.scene_of[talk.turns[first].first]
        )
        if ended or number - first >= _LONGEST:
            yield range(first, number)
            first = number


def ties(talk: Talk, clues: Clues, number: int, first: int) -> tuple[list[str], list[str]]:
    """What a turn's being spoken by the speaker of the turn before, or of the one before that, is called."""
    if number == first:
        return [], []
    turn, before = talk.turns[number], talk.turns[number - 1]
    cue = clues.cue(number)[0]
    kind = "bare" if cue is Cue.NONE else "acts" if cue is Cue.ACTION else "tagged"
    gap = _gap(turn.first - before.last)
    same = [f"same {gap}/{kind}", f"same {gap}"]
    told = gap in ("one", "few") and clues.views.of(number).acted
    if told:
        same.append(f"same acted/{kind}")
    if turn.goes_on:
        same.append("same goes on")
    if before.asks:
        same.append(f"same asked {gap}")
    if number - 1 == first:
        return same, []
    earlier = _gap(before.first - talk.turns[number - 2].last)
    back = [f"back {gap} {earlier}/{kind}", f"back {gap}", f"back {gap} of {clues.parties(number)}"]
    if told:
        back.append(f"back acted/{kind}")
    return same, back


def link(talk: Talk, clues: Clues, number: int, first: int, learned: Weights) -> Link:
    """How a turn is tied to the two before it."""
    same, back = ties(talk, clues, number, first)
    return Link(learned.sum(same), learned.sum(back), 0.0)


def _gap(paragraphs: int) -> str:
    """How far two turns are apart."""
    return ("within", "next", "one", "few", "few")[paragraphs] if paragraphs < 5 else "far"


def _give(talk: Talk, number: int, person: int | None, odds: float, learned: Weights) -> None:
    turn = talk.turns[number]
    sign = _SIGNS[turn.cue]
    least = max(learned.least, _CLEAR) if turn.hint.unclear else learned.least
    for place in turn.speeches:
        speech = talk.speeches[place]
        speech.odds = odds
        if person is not None and odds >= least:
            speech.speaker, speech.sign = person, sign
