# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the story says two things that cannot both stand: of one person, of one term, of one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.characters.cast import Cast
from redraft.characters.names import story_names
from redraft.characters.terms import TermPair, TermPlace, spelled_two_ways
from redraft.continuity.colours import colours_clash
from redraft.continuity.days import DayClash, day_clashes
from redraft.language.analysis import Analysis

_COLOURED = ("hair", "eyes", "beard", "moustache")
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Place:
    """The shortest words that hold a value; code points in the reading text of the paragraph with id ``paragraph``."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places or more that contradict one another. ``kind``: "attribute", "term", "time"; ``subject``: of whom or
    what; ``message``: one sentence for the author."""

    kind: str
    subject: str
    message: str
    places: tuple[Place, ...]


def conflicts(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int], cast: Cast,
) -> list[Conflict]:
    """Every conflict of the story: attributes, then terms, then time. The first three arguments run in step; paragraphs
    of scene 0 (front matter, notes) are not read.

    Raises:
        ValueError: when the sequences differ in length.
    """
    if not len(paragraphs) == len(analyses) == len(scene_of):
        raise ValueError("conflicts need one id and one scene for each paragraph")
    read = [index for index, scene in enumerate(scene_of) if scene]
    story = _Story([paragraphs[index] for index in read], [analyses[index] for index in read],
                   [scene_of[index] for index in read])  # fmt: skip
    return [*story.attributes(cast), *story.terms(), *story.days()]


@dataclass(frozen=True)
class _Story:
    ids: Sequence[int]
    analyses: Sequence[Analysis]
    scene_of: Sequence[int]

    def attributes(self, cast: Cast) -> Iterator[Conflict]:
        """Colours of one character that cannot both be true.

        Ages are not judged: years may have passed between two of them.
        """
        index_of = {id: index for index, id in enumerate(self.ids)}
        for character in cast.characters:
            for kind in _COLOURED:
                said = [each for each in character.attributes if each.attribute == kind]
                odd = [each for each in said if any(colours_clash(kind, each.value, other.value) for other in said)]
                if not odd:
                    continue
                places = [Place(each.paragraph, each.start, each.end,
                                self.analyses[index_of[each.paragraph]].text[each.start : each.end])
                          for each in odd[:_MOST_PLACES]]  # fmt: skip
                values = " and ".join(f"“{each}”" for each in dict.fromkeys(place.text for place in places))
                verb = "differ" if kind == "eyes" else "differs"
                message = f"{_possessive(character.name)} {kind} {verb}: {values}."
                yield Conflict("attribute", character.name, message, tuple(places))

    def terms(self) -> Iterator[Conflict]:
        """Names and terms spelled two ways."""
        for pair in spelled_two_ways(self.analyses, story_names(self.analyses)):
            places = [self._place(each) for each in (*pair.rare_places[:_MOST_PLACES - 1], pair.common_places[0])]
            yield Conflict("term", pair.common, _term_message(pair), tuple(places))

    def days(self) -> Iterator[Conflict]:
        """Weekdays and dates that cannot both be."""
        for clash in day_clashes(self.analyses, self.scene_of):
            yield Conflict("time", clash.subject, clash.message, tuple(self._place(each) for each in _spots(clash)))

    def _place(self, place: TermPlace) -> Place:
        text = self.analyses[place.paragraph].text[place.start : place.end]
        return Place(self.ids[place.paragraph], place.start, place.end, text)


def _spots(clash: DayClash) -> Iterator[TermPlace]:
    for index, start, end in clash.places:
        yield TermPlace(index, start, end)


def _term_message(pair: TermPair) -> str:
    few, many = len(pair.rare_places), len(pair.common_places)
    return f"“{pair.common}” ({many}×) is also written “{pair.rare}” ({few}×)."


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
