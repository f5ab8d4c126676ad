# SPDX-License-Identifier: GPL-3.0-or-later
"""The judges of confusable words together: what each word of a paragraph might have been, and how likely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from redraft.checks.fluency import bits
from redraft.checks.rules.confused.features import Piece
from redraft.checks.rules.confused.judge import Judge, common_pairs, load_judge, read_sets
from redraft.checks.rules.confused.network import Matrix, Network, load_network
from redraft.checks.rules.confused.verdict import Bars, Evidence, Scales, load_scales
from redraft.checks.rules.spelling.pairs import EDGE
from redraft.checks.story import EngineMark

_ENOUGH = -1.0
"""A judge that speaks against a change more strongly than this is overruled by the tagger only."""

_COMMON_BY_FAR = 80
"""A word so many times as common as another is not taken for it on the network's word alone."""

_STOPS = frozenset('.!?"')
_NONE: Mapping[str, int] = {}

Rivals = list[tuple[str, float | None]]


@dataclass(frozen=True, slots=True)
class Doubt:
    """The word at index ``at`` may stand for ``better``; ``score`` is to be held against ``bars``."""

    at: int
    better: str
    score: float
    bars: Bars
    evidence: Evidence


class Jury:
    """The sets with the judges of their words."""

    def __init__(self, sets: Sequence[tuple[str, ...]], judge: Judge, network: Network, scales: Scales) -> None:
        self._judge = judge
        self._network = network
        self._scales = scales
        self._common = common_pairs()
        self._rivals: dict[str, list[str]] = {}
        for words in sets:
            for word in words:
                known = self._rivals.setdefault(word, [])
                known.extend(each for each in words if each != word and each not in known)

    def doubts(
        self, found: Sequence[Piece], straight: str, marks: Sequence[EngineMark] = (),
        counts: Mapping[str, int] = _NONE,
    ) -> Iterator[Doubt]:
        """The words that might be others of their set, in order, each with the likeliest.

        ``found`` are the pieces of ``straight``; ``marks`` what the engines marked in the paragraph; ``counts`` how
        often each word stands in the whole manuscript.
        """
        words = [each.text for each in found]
        places = [at for at, word in enumerate(words) if word in self._rivals]
        tagger = [each for each in marks if each.engine == "tagger"]
        heard = {at: [each for each in tagger if _covers(each, found[at])] for at in places}
        asked = self._likely(words, heard)
        if not asked:
            return
        rows = self._network.fits(self._network.numbers(found, straight), list(asked))
        for row, (at, rivals) in zip(rows, asked.items(), strict=True):
            written = _bits(words, at, words[at])
            doubts = [
                self._doubt(at, words[at], other, linear, row, _bits(words, at, other) - written, heard[at], counts)
                for other, linear in rivals
            ]
            open = (each for each in doubts if each.evidence.network > _ENOUGH or each.evidence.same)
            best = max(open, key=_lead, default=None)
            if best is not None:
                yield best

    def knows(self, written: str, other: str) -> bool:
        """Whether it judges ``other`` for ``written`` (lower case, straight apostrophes)."""
        return other in self._rivals.get(written, ())

    def _likely(self, words: Sequence[str], heard: Mapping[int, Sequence[EngineMark]]) -> dict[int, Rivals]:
        """The places whose words have rivals that the linear judge does not rule out, and these with its margins.

        ``heard``: the places, with the tagger's marks there; what it would put is never ruled out.
        """
        found: dict[int, Rivals] = {}
        for at, margins in zip(heard, self._judge.margins(words, list(heard)), strict=True):
            told = {word for mark in heard[at] for word in _suggested(mark)}
            known = ((each, margins.get(each) or None) for each in self._rivals[words[at]])
            likely = [(each, margin) for each, margin in known if each in told or self._open(words[at], each, margin)]
            if likely:
                found[at] = likely
        return found

    def _open(self, written: str, other: str, margin: float | None) -> bool:
        """Whether the network is worth asking; where the linear judge knows nothing, not whether "what" is a watt."""
        if margin is not None:
            return margin > _ENOUGH
        counts = self._network.counts
        return counts[written] < _COMMON_BY_FAR * (counts[other] + 1)

    def _doubt(
        self, at: int, written: str, other: str, linear: float | None, row: Matrix, gain: float,
        heard: Sequence[EngineMark], here: Mapping[str, int],
    ) -> Doubt:
        same = [each.probability for each in heard if other in _suggested(each)]
        counts = self._network.counts
        evidence = Evidence(
            linear, self._network.margin(row, written, other), gain,
            max(same or [each.probability for each in heard], default=0.0), bool(same), counts[written], counts[other],
            max(0, here.get(written, 0) - 1), here.get(other, 0),
        )  # fmt: skip
        bars = self._scales.bars(evidence, common=frozenset((written, other)) in self._common)
        return Doubt(at, other, self._scales.score(evidence), bars, evidence)


def _bits(words: Sequence[str], at: int, word: str) -> float:
    """How likely ``word`` is at this place, by the rows of three that novels have."""
    row = (EDGE, EDGE, *map(_counted, words[max(0, at - 2) : at]))
    behind = (*map(_counted, words[at + 1 : at + 3]), EDGE, EDGE)
    return bits((row[-2], row[-1]), (word,), (behind[0], behind[1]))


def _counted(piece: str) -> str:
    """A piece as the tables of counts have it."""
    return EDGE if piece in _STOPS else "0" if piece.isdigit() else piece


def _lead(doubt: Doubt) -> float:
    return doubt.score - doubt.bars.clean


def _covers(mark: EngineMark, piece: Piece) -> bool:
    return mark.start < piece.start + len(piece.text) and piece.start < mark.end


def _suggested(mark: EngineMark) -> list[str]:
    return [each.lower().replace("’", "'").strip() for each in mark.suggestions]


@cache
def load_jury() -> Jury | None:
    """The judges that come with the program; None when one of them is missing or damaged."""
    judge, network, scales = load_judge(), load_network(), load_scales()
    if judge is None or network is None or scales is None:
        return None
    sets = [tuple(each for each in words if network.knows(each)) for words in read_sets()]
    return Jury(sets, judge, network, scales)
