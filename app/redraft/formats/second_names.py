# SPDX-License-Identifier: GPL-3.0-or-later
"""Knows by its name a file that a sync program, a merge or an editor made of another: ``resources/sync``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from redraft.places import resource

_LONGEST = 255
"""Characters that a name has at most, on any system."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One way of naming. ``earlier``: what was put by before a change, not what was written elsewhere; ``sure``: nobody
    gives such a name by hand; ``is_`` names each with the file that it belongs to, ``not_`` names of another kind."""

    program: str
    pattern: re.Pattern[str]
    sure: bool
    earlier: bool
    is_: Mapping[str, str]
    not_: Sequence[str]


@dataclass(frozen=True, slots=True)
class SecondName:
    """What a name tells: of which file it is a second version, by which program, of whose machine and of when ("" where
    the name does not say)."""

    original: str
    program: str
    sure: bool
    earlier: bool
    who: str = ""
    when: str = ""


@cache
def namings() -> tuple[Naming, ...]:
    """The table, in its order."""
    told = tomllib.loads(resource("sync", "conflict-copies.toml").read_text(encoding="utf-8"))
    return tuple(
        Naming(each["program"], re.compile(each["pattern"]), each["sure"], each["kind"] == "earlier",
               each["is"], each["not"])
        for each in told["copies"])


@lru_cache(4096)
def second_names(name: str) -> tuple[SecondName, ...]:
    """All that a file's name may tell, what is sure first; empty for a name that is like any other."""
    found: list[SecondName] = []
    for naming in namings() if len(name) <= _LONGEST else ():
        match = naming.pattern.fullmatch(name)
        if match is not None:
            told = match.groupdict(default="")
            original = told["stem"] + told.get("ending", "")
            who, when = told.get("who", ""), told.get("when", "").strip()
            found.append(SecondName(original, naming.program, naming.sure, naming.earlier, who, when))
    return tuple(sorted(found, key=lambda each: not each.sure))


def second_of(name: str, beside: frozenset[str]) -> SecondName | None:
    """Of which of the files ``beside`` it the file called ``name`` is a second version, as far as a name can tell."""
    return next((each for each in second_names(name) if each.original in beside and each.original != name), None)
