# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be seen from a turn: who is brought up in its own paragraph, before and behind it, and who speaks about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redraft.characters.coreference import Reference, Told
from redraft.characters.turns import Cue, Turn

BACK, AHEAD = 14, 3
"""Paragraphs of narration that are looked at before and after a turn."""
FAR = 60
"""Paragraphs before a turn in which those are looked for who were brought up last, where nearer ones are few."""
_FEW = 5
NEAR_TURNS = 8
"""Turns that are looked at before and after a turn, for who is told to speak them."""
_SPEECHES_BESIDE = 4
"""Paragraphs from which on another turn is no neighbour."""
_KEPT = 0.8
"""What a paragraph leaves of how present somebody is."""
_OBJECT = 0.4
BESIDE = {0: "here", -1: "before", -2: "two before", 1: "after", 2: "two after"}

Hidden = Mapping[int, str | None]
"""Turns whose own cue is not looked at, each with the gender that may be known all the same."""


@dataclass
class View:
    """What can be seen from a turn: the references of its own paragraph, the nearest distance in paragraphs at which
    everybody else's narration brings somebody up, and in turns at which somebody is told to speak, back and ahead.

    ``present``: how much the narration up to the turn is about everybody; ``order``: everybody it brings up, who was
    brought up last first; ``long_ago``: who was last brought up before that; ``heard``: in how many turns round about
    somebody is told to speak. ``rivals`` (of ``order`` those whom the cue may mean) and ``leads`` (who acts last before
    the speech) are filled in when first asked for.
    """

    cue: Cue
    gender: str | None
    own: list[Reference]
    told: dict[int, float] = field(default_factory=dict)
    present: dict[int, float] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    long_ago: list[int] = field(default_factory=list)
    back: dict[int, int] = field(default_factory=dict)
    ahead: dict[int, int] = field(default_factory=dict)
    heard: dict[int, int] = field(default_factory=dict)
    acted: list[int | None] = field(default_factory=list)
    brought: set[int | None] = field(default_factory=set)
    after: int | None = None
    beside: dict[str, Turn] = field(default_factory=dict)
    rivals: list[int] | None = None
    leads: tuple[int | None] | None = None


class Views:
    """The views of a story's turns. ``tagged``: who is said by name to speak each."""

    def __init__(
        self, told: Sequence[Told], scene_of: Sequence[int], turns: Sequence[Turn], tagged: Sequence[int | None],
        hidden: Hidden,
    ) -> None:
        self.told, self.scene_of, self.turns, self.tagged, self.hidden = told, scene_of, turns, tagged, hidden
        self._made: dict[int, View] = {}

    def of(self, number: int) -> View:
        """What can be seen from a turn."""
        if number not in self._made:
            self._made[number] = self._look(number)
        return self._made[number]

    def cue(self, number: int) -> tuple[Cue, str | None]:
        """The turn's cue as far as it may be looked at, and its gender."""
        if number not in self.hidden:
            return self.turns[number].cue, self.turns[number].hint.gender
        gender = self.hidden[number]
        return (Cue.NONE, None) if gender is None else (Cue.PRONOUN, gender)

    def _look(self, number: int) -> View:
        turn = self.turns[number]
        scene = self.scene_of[turn.first]
        cue, gender = self.cue(number)
        view = View(cue, gender, list(self._seen(turn.first, number)))
        self._read(view, number, scene)
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

    def _read(self, view: View, number: int, scene: int) -> None:
        """Who is brought up, how near, how often."""
        turn = self.turns[number]
        last: dict[int, tuple[int, int]] = {}
        kept = 1.0
        for index in range(turn.first, max(-1, turn.first - BACK - 1), -1):
            if self.scene_of[index] != scene:
                break
            here = self._seen(index, number)
            for each in here:
                if each.person is None or (index == turn.first and each.start >= turn.opens):
                    continue
                last[each.person] = max(last.get(each.person, (-1, -1)), (index, each.start))
                more = kept * (1.0 if each.subject else _OBJECT)
                view.present[each.person] = view.present.get(each.person, 0.0) + more
                if index < turn.first:
                    view.told.setdefault(each.person, float(turn.first - index))
            kept *= _KEPT
        view.order = sorted(last, key=lambda each: last[each], reverse=True)
        view.long_ago = self._earlier(view, turn.first - BACK - 1, scene)
        for index in range(turn.last + 1, min(len(self.told), turn.last + AHEAD + 1)):
            if self.scene_of[index] != scene:
                break
            for each in self._seen(index, number):
                if each.person is not None:
                    far = index - turn.last + 1.5
                    view.told[each.person] = min(view.told.get(each.person, 99.0), far)

    def _earlier(self, view: View, last: int, scene: int) -> list[int]:
        """Who was brought up before the paragraphs looked at, when these bring up few."""
        wanted = _FEW - len(view.order)
        found: list[int] = []
        for index in range(last, max(-1, last - FAR - 1), -1):
            if len(found) >= wanted or self.scene_of[index] != scene:
                break
            for each in reversed(self.told[index].references):
                if each.person is not None and each.person not in found and each.person not in view.present:
                    found.append(each.person)
        return found

    def _hear(self, view: View, number: int, scene: int) -> None:
        """Who is told to speak round about, and the turns beside."""
        for step, near in ((-1, view.back), (1, view.ahead)):
            for far in range(1, NEAR_TURNS + 1):
                other = number + step * far
                if not 0 <= other < len(self.turns) or self.scene_of[self.turns[other].first] != scene:
                    break
                person = self.tagged[other]
                if person is not None:
                    near.setdefault(person, far)
                    view.heard[person] = view.heard.get(person, 0) + 1
        for step, where in BESIDE.items():
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
