# SPDX-License-Identifier: GPL-3.0-or-later
"""How panels put things: numbers as an author reads them, first words, why a panel is empty. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Empty:
    """Why a panel has nothing to show, and what to do. ``progress`` (0–1) where it is only a matter of time."""

    headline: str
    sentence: str
    progress: float | None = None


FAILED = Empty("Not to be shown just now", "Something in this panel went wrong. The page and the other panels go on; "
               "it tries again with the next change.")
NO_TEXT = Empty("An empty page", "Open a story with Ctrl+O, or start writing. What is found in it appears here.")


def reading(done: int, total: int, what: str) -> Empty:
    """The notice while the story is being read and ``what`` is not known yet."""
    share = done / total if total else 0.0
    how_far = f"{number(done)} of {number(total)} words so far." if total else "It has just begun."
    return Empty("Reading your story", f"{what} {how_far}", share)


def number(count: int) -> str:
    """A count with its thousands parted: 11,104."""
    return f"{count:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """``1 scene``, ``4 scenes``, ``1,204 words``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def thousands(count: int) -> str:
    """A count of words in little room: 940, 1.2k, 12k."""
    if count < 1000:
        return str(count)
    if count < 9950:
        return f"{count / 1000:.1f}k"
    return f"{round(count / 1000)}k"


def minutes(value: float) -> str:
    """A reading time: "under a minute", "4 min", "1 h 20 min"."""
    if value < 1:
        return "under a minute"
    whole = round(value)
    hours, rest = divmod(whole, 60)
    if not hours:
        return f"{whole} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def first_words(text: str, limit: int = 6) -> str:
    """The first words of a text, with an ellipsis where it goes on."""
    words = text.split()
    short = " ".join(words[:limit])
    return short if len(words) <= limit else short.rstrip(".,;:!?—–-…") + "…"


def context(text: str, start: int, end: int, reach: int = 32) -> tuple[str, str, str]:
    """What stands before, at and after a place, cut at words; ellipses where it was cut. Offsets in code points."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    if start > reach:
        before = "…" + before.partition(" ")[2]
    if end + reach < len(text):
        after = after.rpartition(" ")[0] + "…" if " " in after else "…"
    return before, text[start:end], after
