# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rule is given: a passage (one paragraph with its surroundings) and the facts of scene and story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from redraft.checks.house_style import HouseStyle
from redraft.language.analysis import Analysis, Stretch
from redraft.text.folding import straighten


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """``tense``: "past", "present", "mixed" or None; ``person``: "first", "second", "third" or None."""

    number: int = 0
    tense: str | None = None
    person: str | None = None
    front_matter: bool = False


@dataclass(frozen=True)
class StoryFacts:
    """What holds for the whole manuscript.

    ``counts``: how often each word occurs, in lower case with straight apostrophes; ``capital_counts``: how often
    with a capital where none is due (mid-sentence); ``names``: words of names and places of this story, as
    written; ``own_words``: lower-case words the author added; ``variety``: "US", "GB" or None; ``english``: whether
    the text is English at all; ``quotes``: the habit, "double-curly", "single-curly", "double-straight",
    "single-straight" or None; ``pause_commas``: the share of "Well, I", "Yes, you" and the like that have their
    comma, None where there are too few; ``roughness``: sure findings per 1,000 words, None until a first pass has
    counted them (a published novel has about 0.1, a rough draft 20); ``abundant``: the checks that it sets off
    far more often than clean books do; ``opening_commas``: the share of openings such
    as "When he came" that the author closes with a comma, None where there are too few to tell; ``comma_habits``:
    how much more freely (log-odds) than most this author sets commas in gaps of each kind, None: not known yet;
    ``confusions``: sure confused words per million words, None: not known yet; ``style``: what the
    author chose for this manuscript.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    capital_counts: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    variety: str | None = None
    quotes: str | None = None
    english: bool = True
    words: int = 0
    roughness: float | None = None
    abundant: frozenset[str] = frozenset()
    opening_commas: float | None = None
    pause_commas: float | None = None
    comma_habits: Mapping[str, float] | None = None
    confusions: float | None = None
    style: HouseStyle = field(default_factory=HouseStyle)


FAINT = "faint"
"""The engine's name on what the tagger half thinks of and would not say: no voice of its own, a number for those who
have reasons of theirs."""


@dataclass(frozen=True, slots=True)
class EngineMark:
    """What an outside judge marked in a paragraph's reading text; ``rule`` is the judge's own name for it.

    ``engine``: "tagger", "harper", "languagetool" or :data:`FAINT`; ``probability`` is 1.0 for judges that give none.
    """

    engine: str
    rule: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    message: str = ""
    probability: float = 1.0


@dataclass(frozen=True)
class Passage:
    """One paragraph as a rule sees it. ``before`` and ``after`` are its neighbours in the same scene, if any.

    ``marks`` is what the engines say of this paragraph. All offsets are in ``analysis.text``.
    """

    analysis: Analysis
    scene: SceneFacts = field(default_factory=SceneFacts)
    story: StoryFacts = field(default_factory=StoryFacts)
    before: Analysis | None = None
    after: Analysis | None = None
    marks: tuple[EngineMark, ...] = ()
    kind: str = "body"

    @property
    def text(self) -> str:
        """The paragraph as it is read."""
        return self.analysis.text

    @cached_property
    def straight(self) -> str:
        """The text with straight quotes and apostrophes; every offset is the same as in :attr:`text`."""
        return straighten(self.analysis.text)

    @cached_property
    def lower(self) -> str:
        """:attr:`straight` in lower case; a letter whose lower case is longer is left as it is."""
        whole = self.straight.lower()
        if len(whole) == len(self.straight):
            return whole
        return "".join(low if len(low := each.lower()) == 1 else each for each in self.straight)

    @cached_property
    def speeches(self) -> tuple[Stretch, ...]:
        """The stretches of speech, in order."""
        return tuple(self.analysis.speeches())

    @cached_property
    def plain_narration(self) -> bool:
        """Whether nobody speaks or thinks in the paragraph."""
        return not self.analysis.stretches
