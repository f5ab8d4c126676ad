# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may speak a turn, and what speaks for each: named beside it, called, addressed, just acting, of the right gender.

A clue is a name with a value; what each is worth was learned (``resources/models/speakers``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redraft.characters.coreference import By, Reference, Told
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.turns import NARRATOR, Cue, Turn

NOBODY = None
"""The speaker that is none of the known persons."""
BACK, AHEAD = 14, 3
"""Paragraphs of narration that are looked at before and after a turn."""
NEAR_TURNS = 8
"""Turns that are looked at before and after a turn, for who is told to speak them."""
_MOST = 9
"""Most persons weighed for a turn, besides nobody."""
_DOUBLING = 0.14
"""The value of a doubling of a number."""
_SPEECHES_BESIDE = 4
"""Paragraphs from which on another turn is no neighbour."""

Clue = tuple[str, float]
Hidden = Mapping[int, str | None]
"""Turns whose own cue is not looked at, each with the gender that may be known all the same."""


@dataclass(frozen=True)
class Company:
    """What is known of persons by index (below zero: strangers): ``genders``, ``counts`` of mentions, and who says "I"
    in narration."""

    genders: Mapping[int, str | None]
    counts: Mapping[int, int]
    narrator: int | None = None


@dataclass
class _View:
    """What can be seen from a turn: the references of its own paragraph, the nearest distance in paragraphs at which
    everybody else's narration brings somebody up, and in turns at which somebody is told to speak, back and ahead."""

    cue: Cue
    gender: str | None
    own: list[Reference]
    told: dict[int, float] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)
    ahead: dict[int, int] = field(default_factory=dict)
    acted: list[int | None] = field(default_factory=list)
    brought: set[int | None] = field(default_factory=set)
    after: int | None = None
    beside: dict[str, Turn] = field(default_factory=dict)


class Clues:
    """The clues of a story."""

    def __init__(
        self, told: Sequence[Told], scene_of: Sequence[int], turns: Sequence[Turn], company: Company,
        hidden: Hidden | None = None,
    ) -> None:
        self.told, self.scene_of, self.turns, self.company = told, scene_of, turns, company
        self.hidden = hidden or {}
        self.tagged = [self._tagged(number) for number in range(len(turns))]
        self.lines = Counter(each for each in self.tagged if each is not None)
        self._views: dict[int, _View] = {}

    def _tagged(self, number: int) -> int | None:
        """Who is said to speak by name (or "I")."""
        turn = self.turns[number]
        if number in self.hidden:
            return None
        if turn.cue is Cue.NARRATOR:
            return self.company.narrator
        return turn.hint.person if turn.cue is Cue.NAME else None

    def cue(self, number: int) -> tuple[Cue, str | None]:
        """The turn's cue as far as it may be looked at, and its gender."""
        if number not in self.hidden:
            return self.turns[number].cue, self.turns[number].hint.gender
        gender = self.hidden[number]
        return (Cue.NONE, None) if gender is None else (Cue.PRONOUN, gender)

    def standing(self, person: int) -> tuple[str | None, int, int]:
        """What of a person counts everywhere: gender, and how often mentioned and told to speak, in doublings."""
        company = self.company
        return company.genders.get(person), company.counts.get(person, 0).bit_length(), self.lines[person].bit_length()

    def candidates(self, number: int) -> list[int | None]:
        """Who may speak the turn, the likeliest by nearness first, nobody last. One alone where a tag says it."""
        sure = self.tagged[number]
        if sure is not None:
            return [sure]
        view = self._view(number)
        if view.cue in (Cue.SEVERAL, Cue.NARRATOR):
            return [NOBODY]
        near = self._near(number, view)
        if view.cue in (Cue.PRONOUN, Cue.NOUN) and view.gender is not None:
            near = {each: far for each, far in near.items() if self._fits(each, view)}
        return [*sorted(near, key=lambda each: near[each])[:_MOST], NOBODY]

    def _fits(self, person: int, view: _View) -> bool:
        if view.cue is Cue.PRONOUN and person == self.company.narrator:
            return False
        return self.company.genders.get(person) in (view.gender, None)

    def _near(self, number: int, view: _View) -> dict[int, float]:
        """How far everybody is from the turn, in paragraphs or turns."""
        far: dict[int, float] = dict(view.told)

        def bring(person: int, distance: float) -> None:
            far[person] = min(far.get(person, 99.0), distance)

        for reference in view.own:
            if reference.person is not None:
                bring(reference.person, 0.0)
        for person, turns in view.back.items():
            bring(person, float(turns))
        for person, turns in view.ahead.items():
            bring(person, turns + 0.5)
        for turn in view.beside.values():
            for named in turn.named:
                if named.called:
                    bring(named.person, 1.0)
        if self.company.narrator is not None:
            bring(self.company.narrator, 0.0 if view.gender == NARRATOR else 4.0)
        hint = self.turns[number].hint
        if hint.person is not None and number not in self.hidden:
            bring(hint.person, 0.0)
        return far

    def _view(self, number: int) -> _View:
        if number not in self._views:
            self._views[number] = self._look(number)
        return self._views[number]

    def _look(self, number: int) -> _View:
        turn = self.turns[number]
        scene = self.scene_of[turn.first]
        cue, gender = self.cue(number)
        view = _View(cue, gender, list(self._seen(turn.first, number)))
        for index in range(max(0, turn.first - BACK), min(len(self.told), turn.last + AHEAD + 1)):
            if self.scene_of[index] == scene and not turn.first <= index <= turn.last:
                far = float(turn.first - index if index < turn.first else index - turn.last + 1.5)
                for each in self._seen(index, number):
                    if each.person is not None:
                        view.told[each.person] = min(view.told.get(each.person, 99.0), far)
        self._hear(view, number, scene)
        before = self.turns[number - 1].last if number else -1
        if turn.first - 1 > before and self.scene_of[turn.first - 1] == scene:
            told = self._seen(turn.first - 1, number)
            view.acted = [each.person for each in told if each.subject]
            view.brought = {each.person for each in told}
        following = turn.last + 1
        after = self.turns[number + 1].first if number + 1 < len(self.turns) else len(self.told)
        if following < after and self.scene_of[following] == scene:
            view.after = next((each.person for each in self.told[following].references if each.subject), None)
        return view

    def _hear(self, view: _View, number: int, scene: int) -> None:
        """Who is told to speak round about, and the turns beside."""
        for step, heard in ((-1, view.back), (1, view.ahead)):
            for far in range(1, NEAR_TURNS + 1):
                other = number + step * far
                if not 0 <= other < len(self.turns) or self.scene_of[self.turns[other].first] != scene:
                    break
                person = self.tagged[other]
                if person is not None:
                    heard.setdefault(person, far)
        for step, where in _BESIDE.items():
            if 0 <= number + step < len(self.turns):
                turn = self.turns[number + step]
                apart = abs(turn.first - self.turns[number].first)
                if self.scene_of[turn.first] == scene and apart <= _SPEECHES_BESIDE:
                    view.beside[where] = turn

    def _seen(self, index: int, number: int) -> Sequence[Reference]:
        """The references of a paragraph that may be looked at for a turn."""
        found = self.told[index].references
        if number not in self.hidden:
            return found
        turn = self.turns[number]
        if index == turn.hint.paragraph != turn.first:
            return []
        if turn.first <= index <= turn.last:
            end = min(turn.hint.at, turn.opens) if turn.hint.paragraph == index else turn.opens
            return [each for each in found if each.start < end]
        return found

    def of(self, number: int, person: int | None) -> Iterator[Clue]:
        """Everything that speaks for or against a person as the speaker of a turn."""
        view = self._view(number)
        if person is NOBODY:
            yield f"nobody/{view.cue.name}", 1.0
        elif self.tagged[number] is None:
            kind = view.cue.name
            for name, value in self._plain(number, person, view):
                yield name, value
                yield f"{name}/{kind}", value

    def _plain(self, number: int, person: int, view: _View) -> Iterator[Clue]:
        turn = self.turns[number]
        yield from self._by_gender(turn, person, view)
        if number not in self.hidden and view.cue is not Cue.NONE:
            yield from self._by_cue(turn, person)
        yield from self._by_words(person, view)
        yield from self._by_narration(turn, person, view)
        _, count, lines = self.standing(person)
        yield "often", count * _DOUBLING
        yield "speaks", lines * _DOUBLING
        if person < 0:
            yield "stranger", 1.0
        if person == self.company.narrator:
            yield "narrator", 1.0

    def _by_gender(self, turn: Turn, person: int, view: _View) -> Iterator[Clue]:
        known = self.company.genders.get(person)
        foremost = self.told[turn.first].foremost
        if view.gender in (MALE, FEMALE):
            yield f"gender {'unknown' if known is None else 'fits' if known == view.gender else 'differs'}", 1.0
            if foremost.get(view.gender or "") == person:
                yield "foremost of gender", 1.0
        elif view.gender == NARRATOR:
            yield ("is I" if person == self.company.narrator else "is not I"), 1.0
        elif known is not None and foremost.get(known) == person:
            yield "foremost", 1.0
        for where in ("before", "after"):
            other = view.beside.get(where)
            if other is not None and other.addressed and known:
                yield (f"addressed {where}" if other.addressed == known else f"not addressed {where}"), 1.0

    def _by_cue(self, turn: Turn, person: int) -> Iterator[Clue]:
        hint = turn.hint
        if hint.person is not None:
            yield ("cue is" if hint.person == person else "cue is other"), 1.0
        for reference in self.told[hint.paragraph].references:
            if reference.start == hint.at:
                if reference.by is By.PRONOUN:
                    yield ("pronoun is" if reference.person == person else "pronoun is other"), 1.0
                elif reference.owner == person:
                    yield "cue's owner", 1.0

    def _by_words(self, person: int, view: _View) -> Iterator[Clue]:
        """Who is called or named in this speech and in those beside it."""
        for where, turn in view.beside.items():
            mine = [each.called for each in turn.named if each.person == person]
            if any(mine):
                yield f"called {where}", 1.0
            elif mine:
                yield f"named {where}", 1.0
            elif any(each.called for each in turn.named):
                yield f"other called {where}", 1.0

    def _by_narration(self, turn: Turn, person: int, view: _View) -> Iterator[Clue]:
        own = [each for each in view.own if each.person == person]
        if own:
            yield ("subject here" if any(each.subject for each in own) else "here"), 1.0
            if own[0].start < turn.opens:
                yield "leads", 1.0
        if view.acted and view.acted[-1] == person:
            yield "acts last before", 1.0
        elif person in view.acted:
            yield ("acts first before" if view.acted[0] == person else "acts before"), 1.0
        elif person in view.brought:
            yield "told before", 1.0
        if view.brought == {person}:
            yield "alone before", 1.0
        if view.after is not None:
            yield ("acts after" if view.after == person else "other acts after"), 1.0
        yield f"last told {_bucket(view.told.get(person))}", 1.0
        for heard, where in ((view.back, "back"), (view.ahead, "ahead")):
            if heard.get(person, 0) > (2 if view.cue is Cue.NONE else 0):
                yield f"speaks {where} {min(heard[person], 5)}", 1.0


_BESIDE = {0: "here", -1: "before", -2: "two before", 1: "after", 2: "two after"}


def _bucket(far: float | None) -> str:
    if far is None:
        return "never"
    return "lately" if far <= 4 else "before" if far <= 7 else "long ago"
