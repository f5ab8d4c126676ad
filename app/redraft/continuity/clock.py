# SPDX-License-Identifier: GPL-3.0-or-later
"""The time of day that words tell, where they tell it whole."""

from __future__ import annotations

import re

from redraft.continuity.numbers import number

_FIXED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_DIGITS = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>[ap])?\.?m?\.?$")
_STEPS = {"half": 30, "quarter": 15}


def clock_at(words: str) -> str | None:
    """"HH:MM" for "noon", "7:30 p.m.", "ten to seven in the evening", "19:05"; None where the half of the day (or
    the hour) is not told."""
    lower = words.lower().replace("’", "'")
    for name, time in _FIXED.items():
        if re.search(rf"\b{name}$", lower) and " to " not in lower and " past " not in lower:
            return time
    digits = _DIGITS.search(lower)
    if digits and any(each.isdigit() for each in lower):
        return _from_digits(digits)
    half = _half(lower)
    minutes = _minutes(re.sub(r" o'clock.*| in the .*| at night", "", lower))
    if half is None or minutes is None:
        return None
    return _shown(minutes % 720 + (720 if half == "p" else 0))


def hour_at(words: str) -> int | None:
    """Minutes after twelve of an hour whose half of the day is not told: 540 for "nine o'clock", 510 for "half past
    eight"; None where the words tell no hour."""
    lower = words.lower().replace("’", "'")
    return _minutes(re.sub(r" o'clock.*", "", lower))


def _from_digits(found: re.Match[str]) -> str | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    if found["half"]:
        return _shown(hour % 12 * 60 + minute + (720 if found["half"] == "p" else 0)) if 1 <= hour <= 12 else None
    return _shown(hour * 60 + minute) if found["minute"] and (hour > 12 or found["hour"].startswith("0")) else None


def _half(lower: str) -> str | None:
    if "in the morning" in lower:
        return "a"
    if "afternoon" in lower or "evening" in lower or "at night" in lower:
        return "p"
    return None


def _minutes(words: str) -> int | None:
    """Minutes after twelve of "seven", "half past seven", "ten to seven"."""
    step, joint, hour_words = words.rpartition(" past ") if " past " in words else words.rpartition(" to ")
    hour = number(hour_words.split()[-1]) if hour_words.split() else None
    if hour is None or not 1 <= hour <= 12:
        return None
    if not joint:
        return hour % 12 * 60
    away = _STEPS.get(step.split()[-1]) or number(step.split()[-1])
    if away is None:
        return None
    return (hour % 12 * 60 + (away if joint == " past " else -away)) % 720


def _shown(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
