# SPDX-License-Identifier: GPL-3.0-or-later
"""Birthdays: which two cannot be one person's, told by month, by day, or by year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redraft.continuity.days import MONTHS
from redraft.continuity.numbers import ordinal_or_number

_MONTH = re.compile("|".join(MONTHS), re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|(?:twenty|thirty)-[a-z]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    r"|thirtieth)\b"
)


@dataclass(frozen=True, slots=True)
class Birthday:
    """As far as it is told: ``month`` from 1, ``day`` of the month, ``year``; None for what is not."""

    month: int | None = None
    day: int | None = None
    year: int | None = None


def birthday(words: str) -> Birthday:
    """The birthday that words tell: "march", "the 4th of march", "june 2, 1931", "1931"."""
    lower = words.lower()
    month, year = _MONTH.search(lower), _YEAR.search(lower)
    rest = lower.replace(year.group(), "") if year else lower
    day = _DAY.search(rest)
    names = [each.lower() for each in MONTHS]
    return Birthday(
        names.index(month.group()) + 1 if month else None, ordinal_or_number(day.group()) if day else None,
        int(year.group()) if year else None,
    )


def birthdays_clash(one: str, other: str) -> bool:
    """Whether nobody can have both."""
    first, second = birthday(one), birthday(other)
    pairs = ((first.month, second.month), (first.day, second.day), (first.year, second.year))
    return any(here is not None and there is not None and here != there for here, there in pairs)
