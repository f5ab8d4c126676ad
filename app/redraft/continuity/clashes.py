# SPDX-License-Identifier: GPL-3.0-or-later
"""Which two values of one attribute cannot both be true of one person."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from redraft.characters.attributes import Attribute
from redraft.characters.forms import same_given
from redraft.characters.tables import tables
from redraft.continuity.birthdays import birthdays_clash
from redraft.continuity.colours import colours_clash
from redraft.continuity.numbers import ordinal_or_number
from redraft.continuity.ranks import ranks_clash

_YEAR = 365
_GROWN = frozenset(("build", "rank"))
"""What a year may change without a word."""
_WITHIN_DECADE = 6
"""How far from the middle of their decade somebody in their thirties may be."""
_SIBLING, _PARENT, _CHILD, _SPOUSE = "sibling", "parent", "child", "spouse"
_CLASSES = {
    **dict.fromkeys("brother sister twin".split(), _SIBLING),
    **dict.fromkeys("father mother dad mum mom".split(), _PARENT), **dict.fromkeys("son daughter".split(), _CHILD),
    **dict.fromkeys("husband wife".split(), _SPOUSE), **dict.fromkeys("uncle aunt".split(), "uncle"),
    **dict.fromkeys("nephew niece".split(), "nephew"), "cousin": "cousin",
    **dict.fromkeys("grandfather grandmother".split(), "grandparent"),
    **dict.fromkeys("grandson granddaughter".split(), "grandchild"),
}
_ELDER = frozenset("elder older big eldest oldest".split())
_YOUNGER = frozenset("younger little youngest".split())
_FAT, _THIN = frozenset("fat plump stout burly stocky heavyset obese".split()), frozenset(
    "thin slim slender skinny lanky".split())  # fmt: skip
_MOST_INCHES = 1
_VAGUE_COLOURS = frozenset("dark fair bright pale".split())


def clash(one: Attribute, other: Attribute, low: int, high: int | None, *, same_scene: bool) -> bool:
    """Whether one person cannot be both, ``one`` being told before ``other``; between them lie ``low`` to ``high``
    days (None: no telling)."""
    kind = one.attribute
    if kind in ("hair", "eyes", "beard", "moustache"):
        if "bald" in (one.value, other.value):
            return False
        return colours_clash(kind, one.value, other.value)
    if kind == "job":
        told = (one.named or other.named) and not (one.speech and other.speech)
        return told and _jobs(one.value, other.value)
    if kind in _GROWN and (high is None or high >= _YEAR):
        return False
    if kind == "years":
        return high is not None and high < _YEAR and _years(one.value, other.value)
    if kind == "age":
        return _ages(one, other, low, high, same_scene)
    if kind == "height" and {one.value, other.value} == {"tall", "short"}:
        return high is not None and high < _YEAR
    rule = _RULES.get(kind)
    return rule is not None and rule(one.value, other.value)


def _ages(one: Attribute, other: Attribute, low: int, high: int | None, same_scene: bool) -> bool:
    first, second = ordinal_or_number(one.value), ordinal_or_number(other.value)
    if first is None or second is None:
        return False
    if one.value.endswith("ties") or other.value.endswith("ties"):
        return high is not None and high < _YEAR and abs(second - first) > _WITHIN_DECADE
    grown = second - first
    if high is None:
        return grown < 0 and one.named and other.named
    least, most = max(0, low // _YEAR - 1), high // _YEAR + 1
    return grown < least or grown > most


def _years(one: str, other: str) -> bool:
    """Two lengths of one marriage, or of one being dead."""
    (first, since), (second, then) = one.split(" ", 1), other.split(" ", 1)
    counted = ordinal_or_number(since), ordinal_or_number(then)
    return first == second and counted[0] is not None and counted[1] is not None and abs(counted[0] - counted[1]) > 1


def _heights(one: str, other: str) -> bool:
    first, second = _inches(one), _inches(other)
    if first is None or second is None:
        return False
    return abs(first - second) > _MOST_INCHES


_MEASURE = re.compile(r"(\w+) ?(?:feet|foot|ft\.?|[’'])(?:,? (?:and )?)?(\w+)?")


def _inches(words: str) -> int | None:
    match = _MEASURE.match(words)
    feet = ordinal_or_number(match[1]) if match else None
    if match is None or feet is None:
        return None
    return feet * 12 + (ordinal_or_number(match[2]) or 0 if match[2] else 0)


def _builds(one: str, other: str) -> bool:
    return (one in _FAT and other in _THIN) or (one in _THIN and other in _FAT)


def _injuries(one: str, other: str) -> bool:
    """The same hurt of the same part, on the other side."""
    (first_side, first), (second_side, second) = one.split(" ", 1), other.split(" ", 1)
    return first_side != second_side and first == second


def _families(one: str, other: str) -> bool:
    """Two ties between the same two people: brother and cousin, elder and younger sister; or an only child's"
      " sister."""
    if "only child" in (one, other):
        rest = other if one == "only child" else one
        return any(_CLASSES.get(each) == _SIBLING for each in rest.split())
    first, second = one.split(), other.split()
    if first[-1] != second[-1]:
        return _two_mothers(first, second) or _two_spouses(first, second)
    if first[-1] in _PLURALS and second[-1] == first[-1]:
        return first[0] != second[0]
    kin = [next((each for each in words if each in _CLASSES), "") for words in (first, second)]
    if not all(kin):
        return False
    if (first[0] in _ELDER and second[0] in _YOUNGER) or (first[0] in _YOUNGER and second[0] in _ELDER):
        return True
    classes = frozenset(_CLASSES[each] for each in kin)
    return len(classes) == 2 and classes not in _BOTH and _SPOUSE not in classes


_PLURALS = frozenset("brothers sisters children sons daughters cats dogs".split())


def _two_mothers(first: Sequence[str], second: Sequence[str]) -> bool:
    """One mother (or father) under two given names."""
    kin = [next((each for each in words if _CLASSES.get(each) == _PARENT), "") for words in (first, second)]
    names = first[-1].removesuffix("’s").removesuffix("'s"), second[-1].removesuffix("’s").removesuffix("'s")
    if not all(kin) or (kin[0] in _MOTHERS) != (kin[1] in _MOTHERS):
        return False
    return _two_names(*names)


def _two_names(one: str, other: str) -> bool:
    """Whether two given names are of two people."""
    given = tables().given
    return one in given and other in given and not same_given(one, other)


def _two_spouses(first: Sequence[str], second: Sequence[str]) -> bool:
    """One wife (or husband) under two given names."""
    married = len(first) == len(second) == 2 and first[0] == second[0] and _CLASSES.get(first[0]) == _SPOUSE
    return married and _two_names(first[1], second[1])


_MOTHERS = frozenset("mother mum mom".split())
_BOTH = (frozenset((_CHILD, _PARENT)),)
"""Forms of kinship that a text with a slip of whose may hold for one pair; they tell nothing."""


def _homes(one: str, other: str) -> bool:
    """Two numbers of one street."""
    digits = re.compile(r"\d+[a-z]?")
    first, second = digits.search(one), digits.search(other)
    same = one.split()[-2:] == other.split()[-2:]
    return bool(first and second) and same and first.group() != second.group()  # type: ignore[union-attr]


def _things(one: str, other: str) -> bool:
    """One thing in two colours."""
    first, second = one.split(), other.split()
    if len(first) < 2 or len(second) < 2:
        return False
    if _VAGUE_COLOURS & {first[-2], second[-2]} or (first[-2] in _PAINTS) != (second[-2] in _PAINTS):
        return False
    return first[-2] != second[-2] and not _shades(first[-2], second[-2])


_PAINTS = frozenset(
    "black brown blue green grey gray red golden white silver purple pink yellow orange tan cream beige"
    " maroon".split()
)
_NEAR = ("grey gray silver", "blue purple", "red maroon orange", "tan brown beige cream golden yellow", "white cream",
         "black brown grey gray")  # fmt: skip


def _shades(one: str, other: str) -> bool:
    return any(one in each.split() and other in each.split() for each in _NEAR)


_TRADES = (
    "doctor physician surgeon vet veterinarian", "nurse midwife", "dentist", "lawyer solicitor barrister"
        " attorney judge",
    "accountant banker", "teacher schoolteacher schoolmaster schoolmistress professor librarian", "architect",
    "plumber", "electrician", "carpenter joiner builder", "blacksmith", "tailor dressmaker seamstress",
    "hairdresser barber",
    "baker cook chef", "butcher", "grocer greengrocer", "fishmonger fisherman", "mechanic engineer", "pilot astronaut",
    "policeman policewoman detective", "firefighter fireman", "priest vicar rabbi monk", "nun", "postman",
)
"""Trades of which one person has but one at a time; those in one row shade into one another."""


def _jobs(one: str, other: str) -> bool:
    rows = [next((row for row, trades in enumerate(_TRADES) if each in trades.split()), None) for each in (one, other)]
    return None not in rows and rows[0] != rows[1]


def _skins(one: str, other: str) -> bool:
    dark, light = {"dark", "black", "brown", "ebony"}, {"white", "fair"}
    return (one in dark and other in light) or (one in light and other in dark)


_RULES: dict[str, Callable[[str, str], bool]] = {
    "height": _heights, "build": _builds, "injury": _injuries, "family": _families, "home": _homes, "car": _things,
    "animal": _things, "weapon": _things, "skin": _skins, "hand": lambda one, other: one != other,
    "birthday": birthdays_clash, "rank": ranks_clash, "pet": lambda one, other: one.split()[0] == other.split()[0],
    "floor": lambda one, other: one.split()[0] == other.split()[0],
}
