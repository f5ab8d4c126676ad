# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds which office or rank: "Miss Russell, the housekeeper", "his secretary, Mr. Raymond", "the Duke of Avon".

Speech tells it as well as narration: others say who somebody is. One who alone is said to hold an office is meant by
it through the story, as long as nobody else is said to be it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from redraft.characters.descriptions import CALLINGS
from redraft.characters.mentions import Place
from redraft.language.analysis import Analysis, Token

RANKS = frozenset(
    "duke duc duchess duchesse earl count countess comte comtesse marquis marquess marchioness marquise viscount "
    "vicomte viscountess vicomtesse baron baroness prince princess bishop archbishop".split()
)
"""Titles that are borne with a place: "the Duke of Avon" is called Avon too, and is the duke however often."""

HONOURS: Mapping[str, frozenset[str]] = {
    "grace": frozenset("duke duc duchess duchesse archbishop".split()),
    "lordship": frozenset("lord earl marquis marquess viscount baron bishop".split()),
    "ladyship": frozenset("lady countess marchioness viscountess baroness".split()),
    "highness": frozenset("prince princess".split()),
}
"""What is said with "his" or "her" of those who hold a rank: "his Grace" is a duke."""

_WHOSE = frozenset("the his her my our their your".split())
_ENDS = frozenset((",", ".", ";", ":", "—", ")", "!", "?", "”", "’", '"'))
_ADJECTIVES = ("JJ", "NN", "VBN")


def offices(analyses: Sequence[Analysis], places: Mapping[int, Sequence[Place]]) -> dict[str, Counter[int]]:
    """For each office or rank (in lower case) how often which person (an index) is said to hold it."""
    held: dict[str, Counter[int]] = {}
    for index, here in places.items():
        for place in here:
            if place.person is None or place.chain.possessive:
                continue
            for office in _said(analyses[index].tokens, place):
                held.setdefault(office, Counter())[place.person] += 1
    return held


def holders(held: Mapping[str, Counter[int]], noun: str) -> Counter[int]:
    """How often who is said to hold an office, or a rank that an honour ("grace") tells of."""
    votes: Counter[int] = Counter()
    for office in HONOURS.get(noun, frozenset((noun,))):
        votes.update(held.get(office, Counter()))
    return votes


def _said(tokens: Sequence[Token], place: Place) -> Iterator[str]:
    """The offices that a name stands with."""
    first, last = place.chain.first, place.chain.last
    if place.chain.before == "of" and first > 1 and tokens[first - 2].lower in RANKS:
        yield tokens[first - 2].lower
    if last < len(tokens) and tokens[last].text == ",":
        noun = _noun_from(tokens, last + 1)
        after = noun + 1 if noun is not None else len(tokens)
        if noun is not None and (after >= len(tokens) or tokens[after].text in _ENDS) and not _listed(tokens, after):
            yield tokens[noun].lower
    if place.chain.before == "," and first > 2 and tokens[first - 2].lower in CALLINGS:
        ended = last >= len(tokens) or tokens[last].text in _ENDS
        if ended and not _listed(tokens, last) and _begins_whole(tokens, first - 2):
            yield tokens[first - 2].lower


def _noun_from(tokens: Sequence[Token], start: int) -> int | None:
    """The token of the office in "the old housekeeper", whose article is at ``start``."""
    if start >= len(tokens) or tokens[start].lower not in _WHOSE:
        return None
    for index in range(start + 1, min(start + 4, len(tokens))):
        if tokens[index].lower in CALLINGS:
            return index
        if tokens[index].tag not in _ADJECTIVES:
            return None
    return None


def _begins_whole(tokens: Sequence[Token], noun: int) -> bool:
    """Whether an article or an owner stands before an office: "his secretary", no "and secretary"."""
    index = noun - 1
    while index > 0 and noun - index < 3 and tokens[index].tag in _ADJECTIVES:
        index -= 1
    before = tokens[index - 1].text if index else ""
    return tokens[index].lower in _WHOSE and before not in (",", "and", "or")


def _listed(tokens: Sequence[Token], index: int) -> bool:
    """Whether the mark at a token only parts the members of a list: ", and the cook"."""
    return index + 1 < len(tokens) and tokens[index].text == "," and tokens[index + 1].lower in ("and", "or", "the")
