# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may speak a turn, and what speaks for each: named beside it, called, addressed, just acting, of the right gender.

A clue is a name with a value; what each is worth was learned (``resources/models/speakers``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.coreference import By, Told
from redraft.characters.descriptions import CALLINGS
from redraft.characters.speaker_weights import Weights
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.turns import NARRATOR, Cue, Turn
from redraft.characters.views import Hidden, View, Views

NOBODY = None
"""The speaker that is none of the known persons."""
_MOST = 9
"""Most persons weighed for a turn, besides nobody."""
_TAG_LENGTH = 36
"""Characters of a tag in which is said to whom."""
_DOUBLING = 0.14
"""The value of a doubling of a number."""

Clue = tuple[str, float]

@dataclass(frozen=True)
class Company:
    """What is known of persons by index (below zero: strangers): ``genders``, ``counts`` of mentions, and who says "I"
    in narration."""

    genders: Mapping[int, str | None]
    counts: Mapping[int, int]
    narrator: int | None = None


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
        self._hearers: dict[int, frozenset[int | None]] = {}
        self.views = Views(told, scene_of, turns, self.tagged, self.hidden)

    def _tagged(self, number: int) -> int | None:
        """Who is said to speak by name (or "I")."""
        turn = self.turns[number]
        if number in self.hidden:
            return None
        if turn.cue is Cue.NARRATOR:
            return self.company.narrator
        said = turn.hint.person
        if turn.cue is Cue.NAME or (turn.cue is Cue.NOUN and said is not None and said >= 0):
            return said
        own = [each.person for each in turn.named if each.own]
        if not own or turn.cue in (Cue.NARRATOR, Cue.SEVERAL):
            return None
        told = {turn.hint.gender, self.company.genders.get(own[0]), None}
        return own[0] if len(told) < 3 else None

    def cue(self, number: int) -> tuple[Cue, str | None]:
        """The turn's cue as far as it may be looked at, and its gender."""
        return self.views.cue(number)

    def standing(self, person: int) -> tuple[str | None, int, int]:
        """What of a person counts everywhere: gender, and how often mentioned and told to speak, in doublings."""
        company = self.company
        return company.genders.get(person), company.counts.get(person, 0).bit_length(), self.lines[person].bit_length()

    def candidates(self, number: int) -> list[int | None]:
        """Who may speak the turn, the likeliest by nearness first, nobody last. One alone where a tag says it."""
        sure = self.tagged[number]
        if sure is not None:
            return [sure]
        view = self.views.of(number)
        if view.cue in (Cue.SEVERAL, Cue.NARRATOR):
            return [NOBODY]
        near = self._near(number, view)
        if view.cue in (Cue.PRONOUN, Cue.NOUN) and view.gender is not None:
            near = {each: far for each, far in near.items() if self._fits(each, view)}
        return [*sorted(near, key=lambda each: near[each])[:_MOST], NOBODY]

    def _fits(self, person: int, view: View) -> bool:
        if view.cue is Cue.PRONOUN and person == self.company.narrator:
            return False
        return self.company.genders.get(person) in (view.gender, None)

    def _near(self, number: int, view: View) -> dict[int, float]:
        """How far everybody is from the turn, in paragraphs or turns."""
        far: dict[int, float] = dict(view.told)

        def bring(person: int, distance: float) -> None:
            far[person] = min(far.get(person, 99.0), distance)

        for reference in view.own:
            if reference.person is not None:
                bring(reference.person, 0.0)
        for person in view.long_ago:
            bring(person, 20.0)
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

    def parties(self, number: int) -> int:
        """How many are told to speak round about a turn; three stands for more."""
        return min(3, len(self.views.of(number).heard))

    def worth(self, number: int, person: int | None, learned: Weights) -> float:
        """What everything that :meth:`of` tells is worth."""
        view = self.views.of(number)
        if person is NOBODY:
            return learned.values.get(f"nobody/{view.cue.name}", 0.0)
        if self.tagged[number] is not None:
            return 0.0
        values = learned.of_kind(view.cue.name)
        return sum(values.get(name, 0.0) * value for name, value in self._plain(number, person, view))

    def of(self, number: int, person: int | None) -> Iterator[Clue]:
        """Everything that speaks for or against a person as the speaker of a turn."""
        view = self.views.of(number)
        if person is NOBODY:
            yield f"nobody/{view.cue.name}", 1.0
        elif self.tagged[number] is None:
            kind = view.cue.name
            for name, value in self._plain(number, person, view):
                yield name, value
                yield f"{name}/{kind}", value

    def _plain(self, number: int, person: int, view: View) -> Iterator[Clue]:
        turn = self.turns[number]
        yield from self._by_gender(turn, person, view)
        if number not in self.hidden and view.cue is not Cue.NONE:
            yield from self._by_cue(turn, person)
        yield from self._by_words(person, view)
        if person in self._spoken_to(number):
            yield "spoken to here", 1.0
        if "before" in view.beside and person in self._spoken_to(number - 1):
            yield "spoken to before", 1.0
        yield from self._by_narration(turn, person, view)
        yield from self._by_presence(person, view)
        _, count, lines = self.standing(person)
        yield "often", count * _DOUBLING
        yield "speaks", lines * _DOUBLING
        if person < 0:
            yield "stranger", 1.0
            yield "stranger often", count * _DOUBLING
        if person == self.company.narrator:
            yield ("narrator" if person in view.heard or person in view.acted else "narrator silent"), 1.0

    def _by_gender(self, turn: Turn, person: int, view: View) -> Iterator[Clue]:
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
        if hint.noun:
            sort = "one told apart" if hint.apart else _sort(hint.noun)
            yield f"{'stranger' if person < 0 else 'somebody named'} for {sort}", 1.0
            if hint.person == person and person < 0:
                yield f"cue is, {sort}", 1.0
        if hint.person is not None:
            yield ("cue is" if hint.person == person else "cue is other"), 1.0
        for reference in self.told[hint.paragraph].references:
            if reference.start == hint.at:
                if reference.by is By.PRONOUN:
                    yield ("pronoun is" if reference.person == person else "pronoun is other"), 1.0
                elif reference.owner == person:
                    yield "cue's owner", 1.0

    def _by_words(self, person: int, view: View) -> Iterator[Clue]:
        """Who is called or named in this speech and in those beside it."""
        for where, turn in view.beside.items():
            mine = [each.called for each in turn.named if each.person == person]
            if any(mine):
                yield f"called {where}", 1.0
            elif mine:
                yield f"named {where}", 1.0
            elif any(each.called for each in turn.named):
                yield f"other called {where}", 1.0

    def _spoken_to(self, number: int) -> frozenset[int | None]:
        """Whom a tag says that the words are spoken to ("asked her", "said Anna to Tom")."""
        if number not in self._hearers:
            hint = self.turns[number].hint
            shown = hint.cue > Cue.ACTION and hint.paragraph >= 0 and number not in self.hidden
            self._hearers[number] = frozenset(
                each.person for each in self.told[hint.paragraph].references
                if not each.subject and hint.at < each.start <= hint.at + _TAG_LENGTH
            ) if shown else frozenset()
        return self._hearers[number] - {self.tagged[number]}

    def _by_narration(self, turn: Turn, person: int, view: View) -> Iterator[Clue]:
        own = [each for each in view.own if each.person == person]
        if own:
            yield ("subject here" if any(each.subject for each in own) else "here"), 1.0
            if own[0].start < turn.opens:
                yield "leads", 1.0
        lead = self._lead(turn, view) if view.leads is None else view.leads[0]
        view.leads = (lead,)
        if lead is not None:
            yield ("led in" if lead == person else "other led in"), 1.0
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
        for heard, where in ((view.back, "back"), (view.ahead, "ahead")):
            if heard.get(person, 0) > (2 if view.cue is Cue.NONE else 0):
                yield f"speaks {where} {min(heard[person], 5)}", 1.0

    def _by_presence(self, person: int, view: View) -> Iterator[Clue]:
        """How near and how much the narration is about the person, beside others who may be meant."""
        yield f"last told {_bucket(view.told.get(person))}", 1.0
        here = view.present.get(person, 0.0)
        if view.rivals is None:
            view.rivals = [each for each in view.order if self._may_be(each, view)]
        rivals = view.rivals
        most = max((view.present[each] for each in rivals), default=0.0)
        if here:
            yield "present", here / most if most else 1.0
            yield "present much", min(here, 4.0) / 4
        place = rivals.index(person) if person in rivals else -1
        yield f"told {_PLACES[min(place, 3)]} of those who may be", 1.0
        if len(rivals) == 1 and place == 0:
            yield "alone may be", 1.0
        if person in view.heard:
            yield "heard", view.heard[person].bit_length() * _DOUBLING

    def _lead(self, turn: Turn, view: View) -> int | None:
        """Who acts last in the paragraph before the speech, by name or description, and may be meant."""
        acts = [
            each.person for each in view.own
            if each.subject and each.start < turn.opens and each.by is not By.PRONOUN and each.person is not None
            and self._may_be(each.person, view)
        ]
        return acts[-1] if acts else None

    def _may_be(self, person: int, view: View) -> bool:
        if view.gender in (MALE, FEMALE):
            return person != self.company.narrator and self.company.genders.get(person) in (view.gender, None)
        return True


_PLAIN = frozenset("man woman boy girl lady gentleman stranger fellow chap youth child lad lass lord guest".split())
_KIN = frozenset("father mother sister brother wife husband son daughter aunt uncle cousin nephew niece".split())


def _sort(noun: str) -> str:
    """What sort of description a noun is: how somebody looks, whose kin they are, what they are, or who is left."""
    if noun == "other":
        return "who is left"
    if noun in _PLAIN:
        return "looks"
    return "kin" if noun in _KIN else "calling" if noun in CALLINGS else "other"


_PLACES = ("last", "second last", "third last", "long ago", "not")


def _bucket(far: float | None) -> str:
    if far is None:
        return "never"
    return str(int(far)) if far <= 3 else "lately" if far <= 5 else "before" if far <= 8 else "long ago"
