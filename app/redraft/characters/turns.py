# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns of a conversation: the speeches of a paragraph that one person speaks, and what the paragraph says of who."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from redraft.characters.address import addressed
from redraft.characters.descriptions import noun_gender
from redraft.characters.evidence import is_vocative
from redraft.characters.mentions import Place
from redraft.characters.once import Occurrences, once
from redraft.characters.strangers import Described
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.tags import Reader, Subject, runs_on
from redraft.characters.unplaced import Unplaced, unplaced
from redraft.characters.unspoken import is_unspoken
from redraft.language.analysis import Analysis

NARRATOR = "i"
_GOES_ON = re.compile(r"\b(?:continued|went on|goes on|resumed|proceeded|pursued|added)\b")
_MY_NAME = re.compile(r"\b(?:I am|I[’']m|[Mm]y name[’']s|[Mm]y name is)(?: poor| plain| old| only)? $")
_RANGE = re.compile(r"[,.!?;:—–…”’\"'] ?|$")
_GENDER = {"he": MALE, "she": FEMALE}


_THINGS = frozenset(
    "moment pause minute hour day night morning evening time note letter telegram message paper book sign word words "
    "arm hand head heart eye eyes face mouth lips voice crisis thing way telephone door house room world end fact "
    "truth idea reason mind silence thought song poem story radio machine inscription legend motto headline card "
    "crowd".split()
)
"""What speaks only by a figure, or is a tag misread ("said Anna, the moment he left")."""


class Cue(IntEnum):
    """What the text beside a speech says of the speaker, what tells least first."""

    NONE = 0
    ACTION = 1
    PRONOUN = 2
    NOUN = 3
    NAME = 4
    NARRATOR = 5
    SEVERAL = 6


@dataclass(frozen=True, slots=True)
class Named:
    """A person named inside a turn's speech; ``called`` when addressed, ``own`` when the speaker says that name of
    themselves."""

    person: int
    called: bool
    own: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A cue at offset ``at`` of paragraph ``paragraph``. ``person`` for a name, or a description once it is known
    whom it means; ``gender`` ("he", "she", "i") and ``noun`` as far as the words tell them; ``apart``: whether they
    describe one among others; ``unclear``: whether they are a name that several bear."""

    cue: Cue = Cue.NONE
    paragraph: int = -1
    at: int = 0
    person: int | None = None
    gender: str | None = None
    noun: str = ""
    apart: bool = False
    unclear: bool = False


@dataclass
class Turn:
    """One or more speeches (indexes into the story's speeches) of one speaker, in paragraphs ``first`` to ``last``.

    ``opens``: the offset of the first speech; ``asks``: whether it ends with a question; ``goes_on``: whether the tag
    says that somebody goes on speaking; ``addressed``: the gender of who is spoken to.
    """

    first: int
    last: int
    opens: int
    speeches: list[int] = field(default_factory=list)
    hint: Hint = field(default_factory=Hint)
    asks: bool = False
    goes_on: bool = False
    named: tuple[Named, ...] = ()
    addressed: str | None = None

    @property
    def cue(self) -> Cue:
        """What tells the speaker."""
        return self.hint.cue


Speeches = list[tuple[int, int, int]]
"""(paragraph, start, end) of each speech, in order."""


def turns(
    analyses: Sequence[Analysis], scene_of: Sequence[int], places: Mapping[int, Sequence[Place]],
) -> tuple[Speeches, list[Turn]]:
    """The story's speeches, and its turns, both in order. Whom descriptions mean is left open (see :func:`meet`)."""
    speeches: Speeches = []
    found: list[Turn] = []
    times = Occurrences()
    for index, analysis in enumerate(analyses):
        stretches = analysis.speeches()
        if not stretches:
            continue
        made = _read_again(index, analysis, places.get(index, []), len(speeches), times)
        speeches += [(index, each.start, each.end) for each in stretches]
        if not made:
            continue
        before = found[-1] if found else None
        if before is not None and before.last == index - 1 and scene_of[index] == scene_of[index - 1] and runs_on(
            analyses[index - 1].speeches(), stretches
        ):
            _go_on(before, made.pop(0))
        elif made[0].cue is Cue.NONE and index and analyses[index - 1].text.rstrip().endswith((":", ",")):
            made[0].hint = _lead(index - 1, analyses[index - 1], places.get(index - 1, ()))
        found += made
    return speeches, found


def spoken_nouns(found: Iterable[Turn]) -> frozenset[str]:
    """Nouns that the story lets speak more than once ("said the Rabbit"): they name persons in it."""
    spoken = Counter(each.hint.noun for each in found if each.cue is Cue.NOUN)
    return frozenset(noun for noun, times in spoken.items() if times > 1 and noun not in _THINGS)


def meet(found: Iterable[Turn], described: Mapping[int, Sequence[Described]]) -> None:
    """Put in whom the descriptions in the cues mean."""
    at = {(index, each.start): each.person for index, here in described.items() for each in here}
    for turn in found:
        hint = turn.hint
        if hint.noun and hint.person is None:
            person = at.get((hint.paragraph, hint.at))
            turn.hint = replace(hint, person=person)


def names_at(places: Sequence[Place]) -> dict[int, tuple[int, int | None]]:
    """The names in a paragraph's narration by their first tokens, as :class:`Reader` takes them."""
    return {each.chain.first: (each.chain.last, each.person) for each in places if not each.chain.speech}


def _go_on(before: Turn, after: Turn) -> None:
    """A speech runs on over the paragraph's end."""
    before.last, before.asks = after.last, after.asks
    before.speeches += after.speeches
    before.named += after.named
    if before.cue < after.cue:
        before.hint = after.hint


def _read_again(
    index: int, analysis: Analysis, places: Sequence[Place], base: int, times: Occurrences,
) -> list[Turn]:
    """The turns of a paragraph; it is read anew only when it or who is named in it has changed."""
    kept, number, named = _kept(analysis), times.number(analysis), unplaced(places)
    at, before, made = kept.get(number, (index, None, []))
    if before != named:
        at, made = index, _of_paragraph(index, analysis, places, 0)
        kept[number] = at, named, made
    return [_moved(each, index - at, base) for each in made]


def _moved(turn: Turn, by: int, base: int) -> Turn:
    """A turn of its own, so many paragraphs on, whose speeches are counted from ``base``."""
    hint = turn.hint
    if by and hint.paragraph >= 0:
        hint = replace(hint, paragraph=hint.paragraph + by)
    speeches = [base + number for number in turn.speeches]
    return replace(turn, first=turn.first + by, last=turn.last + by, hint=hint, speeches=speeches)


@once
def _kept(analysis: Analysis) -> dict[int, tuple[int, Unplaced | None, list[Turn]]]:
    """By occurrence where a paragraph stood when it was read last, who was named in it, and its turns."""
    return {}


def _of_paragraph(index: int, analysis: Analysis, places: Sequence[Place], base: int) -> list[Turn]:
    reader = Reader(analysis, names_at(places))
    made: list[Turn] = []
    for number, stretch in enumerate(reader.speeches):
        subject = reader.tag(number)
        if subject is None and is_unspoken(analysis, number, reader.speeches):
            continue
        hint = _hint(subject, index)
        if not made or _another(made[-1].hint, hint):
            made.append(Turn(index, index, stretch.start))
        turn = made[-1]
        turn.speeches.append(base + number)
        if turn.cue < hint.cue:
            turn.hint = hint
        words = analysis.text[stretch.start : stretch.end]
        turn.asks = words.rstrip("”’\"' ").endswith("?")
        turn.addressed = turn.addressed or addressed(words)
        turn.named += _named(analysis, places, stretch.start, stretch.end)
    if len(made) == 1 and made[0].cue is Cue.NONE:
        made[0].hint = _action(reader, index)
    for turn in made:
        at = turn.hint.at
        turn.goes_on = turn.cue > Cue.ACTION and _GOES_ON.search(analysis.text, max(0, at - 12), at + 30) is not None
    return made


def _another(before: Hint, hint: Hint) -> bool:
    """Whether a tag in the same paragraph tells of another speaker than the turn has so far."""
    if Cue.NONE in (before.cue, hint.cue):
        return False
    if before.cue is Cue.NAME and hint.cue is Cue.NAME:
        return before.person != hint.person
    if Cue.NARRATOR in (before.cue, hint.cue):
        return before.cue is not hint.cue
    return None not in (before.gender, hint.gender) and before.gender != hint.gender


def _hint(subject: Subject | None, index: int) -> Hint:
    if subject is None:
        return Hint()
    if subject.person is not None:
        return Hint(Cue.NAME, index, subject.at, subject.person)
    if subject.pronoun == "i":
        return Hint(Cue.NARRATOR, index, subject.at, gender=NARRATOR)
    if subject.pronoun in _GENDER:
        return Hint(Cue.PRONOUN, index, subject.at, gender=_GENDER[subject.pronoun])
    if subject.noun and not subject.pronoun:
        gender = noun_gender(subject.noun)
        return Hint(Cue.NOUN, index, subject.at, None, gender, subject.noun, subject.apart, subject.unclear)
    return Hint(Cue.SEVERAL, index, subject.at)


def _as_action(hint: Hint) -> Hint:
    return replace(hint, cue=Cue.ACTION if hint.cue else Cue.NONE)


def _action(reader: Reader, index: int) -> Hint:
    """Who acts beside the speech, where nothing is said of who speaks."""
    found = (_hint(reader.action(number), index) for number in range(len(reader.speeches)))
    return next((_as_action(each) for each in found if each.cue), Hint())


def _lead(index: int, analysis: Analysis, places: Sequence[Place]) -> Hint:
    """A paragraph that ends with a colon leads to the speech in the next."""
    subject = Reader(analysis, names_at(places)).lead()
    hint = _hint(subject, index)
    return hint if subject is None or subject.tagged else _as_action(hint)


def _is_own(analysis: Analysis, place: Place) -> bool:
    """"I’m Anna", "my name is Anna"."""
    before = analysis.text[max(0, place.chain.start - 20) : place.chain.start]
    if place.chain.possessive or _MY_NAME.search(before) is None:
        return False
    return _RANGE.match(analysis.text, place.chain.end) is not None


def _named(analysis: Analysis, places: Sequence[Place], start: int, end: int) -> tuple[Named, ...]:
    return tuple(
        Named(each.person, is_vocative(analysis, each.chain), _is_own(analysis, each)) for each in places
        if each.person is not None and start <= each.chain.start < end
    )
