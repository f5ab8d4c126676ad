# SPDX-License-Identifier: GPL-3.0-or-later
"""Openings by which a paragraph leaps to another time or place, and so may begin a scene without a mark.

Chosen by meaning: at least some ten minutes are skipped, or the place changes and the story catches up ("In the
forest, Anko had slowed down"). "A moment later" goes on with the same scene. In published novels, whose editors have
marked the breaks they wanted, one paragraph in 12,000 words opens so without a mark; most of them do skip a night.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABOUT = (
    r"(?:about|almost|nearly|over|around|exactly|roughly|some|perhaps|maybe|another|barely|just|more than|less than"
    r"|not quite)"
)
_COUNT = (
    rf"(?:{_ABOUT} )*(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|ninety|(?:twenty|thirty|forty)-\w+|\d+|several|some|many|a few|a couple(?: of)?|a good many|half an?"
    r"|(?:an?|one) (?:hour|day|week) and a half|a quarter of an|three quarters of an)"
)
_LONG = (
    r"(?:hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centur(?:y|ies)|mornings?"
    r"|evenings?|summers?|winters?)"
)
_DOZENS = r"(?:ten|fifteen|twenty|twenty-five|thirty|forty|forty-five|fifty|ninety|[1-9]\d) minutes"
_PART = (
    r"(?:morning|afternoon|evening|night|day|weekend|week|month|spring|summer|autumn|fall|winter|year|dawn|noon"
    r"|midnight)"
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"

_TIME = re.compile(
    rf"(?:(?!one ){_COUNT} {_LONG} (?:and a half )?(?:later|after(?:wards?)?|passed|went by|had (?:passed|gone by))\b"
    rf"|one {_LONG} later\b"
    rf"|(?:{_COUNT} )?{_DOZENS} (?:later|passed|had passed)\b"
    rf"|(?:hours|days|weeks|months|years) (?:later|passed|went by|had passed)\b"
    rf"|(?:early |late |on |by |very early |all )*(?:the )?(?:next|following) {_PART}\b"
    rf"|the {_PART} after\b"
    rf"|(?:(?:early|late|later) )(?:that|the same|on that|in the) (?:same )?{_PART}\b"
    rf"|(?:that|the same) (?:same )?(?:night|evening|afternoon),"
    rf"|on the (?:morning|evening|night|afternoon|day) (?:of|before|after|when)\b"
    rf"|(?:on|by|early on|late on) (?:the following |the next )?{_DAY}(?: (?:morning|afternoon|evening|night))?,"
    rf"|the (?:second|third|fourth|fifth|sixth|seventh|tenth|last) (?:day|night|morning),"
    rf"|(?:when|as) (?:morning|dawn|day|night|evening|spring|summer|autumn|winter) (?:came|broke|fell),"
    rf"|(?:a|the) (?:day|week|month|year|night|fortnight) or (?:so|two) (?:later|after)\b)",
    re.IGNORECASE,
)  # fmt: skip
_ALONE = re.compile(rf"[\W_]*(?:{_TIME.pattern.rstrip(',')}|meanwhile)[\W_]*", re.IGNORECASE)
_NEAR = (
    r"(?!\w+ (?:next|other|far|same) )"
    r"(?!\w+ (?:\w+ )?(?:desk|table|chair|window|corner|seat|bed|door|doorway|mirror|middle|end)\b)"
)
_PLACE = re.compile(
    r"(?:Meanwhile,? (?:back )?(?:in|at|on|over|across|aboard|outside|inside)\b"
    r"|Elsewhere(?: in [^,.]{2,30})?,"
    rf"|Back (?:in|at|on|aboard|home at|inside) {_NEAR}(?:the |his |her |their )?[^,.!?]{{2,40}},"
    r"|(?:Far away|Miles away|Across town|On the other side of (?:the )?(?:city|town|village|world|river|valley|sea)"
    r"|Across the (?:city|village|street|river|valley|sea|ocean))(?:,| (?:in|at|on) [^,.]{2,30},)"
    rf"|(?:In|Inside|Outside|Across|Beneath|Above|Aboard|Down in|Up (?:in|on)|Over (?:at|in)|Deep in) {_NEAR}"
    r"(?:the |his |her |their |a |an |[A-Z])[^,.;!?]{2,40}, (?:[A-Z]\w+(?: [A-Z]\w+)?|he|she|they) (?:had|has) \w+)"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Jump:
    """A leap at a paragraph's opening: the words that make it, and whether in "time" or "place"."""

    words: str
    kind: str


def jump(read: str, written: str) -> Jump | None:
    """The leap that the paragraph (as it is read) opens with; None for speech and for what goes on."""
    if read[:1] in "“\"‘'" or written[:1] in "*_<[>":
        return None
    if found := _TIME.match(read):
        return Jump(found.group().rstrip(","), "time")
    if found := _PLACE.match(read):
        return Jump(found.group().split(",")[0], "place")
    return None


def time_line(read: str, written: str) -> bool:
    """Whether the whole line only tells a new time ("Three Days Later", "*The next morning…*") and is no sentence."""
    if len(read) > 50 or read[:1] in "“\"‘'" or not _ALONE.fullmatch(read):
        return False
    return read != written.strip() or read[-1] not in ".," or read.endswith("...") or read[0] in "~-[(="
