# SPDX-License-Identifier: GPL-3.0-or-later
"""The author's word on who is who, put into force on the persons found: added names, splits, pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redraft.characters.chains import Chain
from redraft.characters.decisions import CastDecisions
from redraft.characters.mentions import Place
from redraft.characters.naming import written
from redraft.characters.person import Person
from redraft.language.analysis import Analysis, Zone


def is_added(chain: Chain, decisions: CastDecisions) -> bool:
    """Whether the author says that the name at this place is a person's."""
    return bool(decisions.added) and (" ".join(chain.words) in decisions.added or written(chain) in decisions.added)


def with_added(
    found: Sequence[Chain], analyses: Sequence[Analysis], scene_of: Sequence[int], decisions: CastDecisions,
) -> list[Chain]:
    """The names found, and those that the author added, in reading order."""
    if not decisions.added:
        return list(found)
    taken: dict[int, list[Chain]] = {}
    for chain in found:
        taken.setdefault(chain.paragraph, []).append(chain)
    extra = (each for each in _added_places(analyses, decisions, taken) if scene_of[each.paragraph])
    return sorted((*found, *extra), key=lambda each: (each.paragraph, each.start))


def _added_places(
    analyses: Sequence[Analysis], decisions: CastDecisions, taken: Mapping[int, Sequence[Chain]],
) -> Iterator[Chain]:
    """Where a name that the author added stands and nothing was taken for a name (one without a capital, say)."""
    for name in sorted(decisions.added):
        words = tuple(name.split())
        if not words:
            continue
        for index, analysis in enumerate(analyses):
            if name in analysis.text:
                yield from _standing(analysis, index, words, taken.get(index, ()))


def _standing(analysis: Analysis, index: int, words: tuple[str, ...], taken: Sequence[Chain]) -> Iterator[Chain]:
    tokens = analysis.tokens
    for first in range(len(tokens) - len(words) + 1):
        last = first + len(words)
        if tuple(each.text for each in tokens[first:last]) != words:
            continue
        if any(each.first < last and first < each.last for each in taken):
            continue
        after = tokens[last].text if last < len(tokens) else ""
        yield Chain(
            index, tokens[first].start, tokens[last - 1].end, first, last, (), words, "", False,
            after in ("'s", "’s", "'", "’"), tokens[first - 1].lower if first else "",
            analysis.zone(tokens[first].start) is Zone.SPEECH,
        )


def split_off(
    mentions: Sequence[Place], known: list[Person], shown: dict[int, str], person: int, alias: str,
) -> list[Place]:
    """The mentions, with those of ``person`` by ``alias`` given to somebody new, who is shown by that name."""
    new = len(known)
    moved = [
        replace(each, person=new) if each.person == person and _is(each.chain, alias) else each for each in mentions
    ]
    if any(each.person == new for each in moved):
        known.append(Person(gender=None))
        shown[new] = alias
    return moved


def _is(chain: Chain, alias: str) -> bool:
    return written(chain) == alias or " ".join(chain.words) == alias
