# SPDX-License-Identifier: GPL-3.0-or-later
"""By which of their names a character is shown, and which others are aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redraft.characters.chains import Chain
from redraft.characters.forms import form_of, own_words
from redraft.characters.tables import tables
from redraft.characters.titles import MARRIED


def written(chain: Chain) -> str:
    """A name as it stands in the text, with title and honorific, on one line."""
    name = " ".join((*chain.titles, *chain.words))
    return f"{name}-{chain.suffix}" if chain.suffix else name


_LEAST, _LEAST_ONCE, _LEAST_GIVEN = 0.015, 0.05, 0.004
"""The least share of a fuller name among all mentions: one that stands rarer may be a slip ("in Hong Kong Kitty"),
unless each of its words stands alone as well; of one that stands once; of one that begins with a given name."""


def display_name(found: Iterable[Chain]) -> str:
    """The fullest name without a title; where there is none, the bare name or the one with its title, by use."""
    chains = list(found)
    full: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    for chain in chains:
        married = any(each.lower().rstrip(".") in MARRIED for each in chain.titles)
        words = own_words(chain)
        if len(form_of(chain).words) > 1 and not married:
            full[" ".join(words)] += 1
        elif chain.titles:
            titled[" ".join((*chain.titles, *chain.words))] += 1
        else:
            bare[" ".join(words)] += 1
    alone = {chain.words[0] for chain in chains if len(chain.words) == 1}
    in_use = {name: number for name, number in full.items()
              if alone.issuperset(name.split()) or number >= _share(name, number) * len(chains)}  # fmt: skip
    spelled_out = {name: number for name, number in in_use.items() if "." not in name}
    for names in (spelled_out, in_use, {} if bare or titled else full):
        if names:
            return max(names, key=lambda name: (names[name], len(name)))
    if bare.total() >= titled.total():
        return bare.most_common(1)[0][0]
    return titled.most_common(1)[0][0]


def _share(name: str, number: int) -> float:
    if name.split(" ", 1)[0] in tables().given:
        return _LEAST_GIVEN
    return _LEAST if number > 1 else _LEAST_ONCE


def other_names(found: Iterable[Chain], shown: str) -> tuple[str, ...]:
    """Every other way the character is written, the most frequent first."""
    counts = Counter(written(chain) for chain in found)
    counts.pop(shown, None)
    return tuple(name for name, _ in counts.most_common())


def distinct(names: dict[int, str]) -> dict[int, str]:
    """The same names, with a number behind those that two characters share."""
    seen: Counter[str] = Counter()
    made: dict[int, str] = {}
    for index, name in names.items():
        seen[name] += 1
        made[index] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return made
