# SPDX-License-Identifier: GPL-3.0-or-later
"""The words by which somebody dies or goes away for sure, and those by which somebody may be back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.characters.claims.claim import kept_by_text
from redraft.characters.claims.doubt import is_stated
from redraft.continuity.days import WEEKDAYS
from redraft.language.analysis import Analysis, Zone

_NAME = r"(?P<name>[A-Z][\w’'-]*[a-z])"
_DAYS = "|".join(WEEKDAYS)
_DEAD = (
    re.compile(
        rf"\b{_NAME} (?:was|is|lay) (?P<what>(?:quite |stone |already )?dead)"
        r"(?=[.;!]|, (?:and|his|her|killed|shot)\b| (?:in|on|at|before|by the)\b(?! (?:his|her|their) feet| time\b)"
        r"| (?:when|before|by the time) (?:we|they|he|she|I|the)\b| and (?:buried|cold)\b)"
    ),
    re.compile(rf"\b{_NAME} (?:had )?(?P<what>died)(?=[.;!]| (?:that|in his|in her|at|on|of|there|last|yesterday"
               rf"|before)\b)"),
    re.compile(rf"\b{_NAME} (?:was|had been) (?P<what>killed|murdered|hanged|executed|beheaded|buried)(?=[.;!,]|"
               rf" (?:by|in|on|at|with|beside|that|last)\b)"),
    re.compile(rf"\b{_NAME}[’'](?:s)? (?P<what>(?:dead body|corpse|coffin|funeral))\b"),
    re.compile(rf"\b(?P<what>killed|murdered|buried) {_NAME}(?=[.;!]| (?:with|in|on|at|that|beside)\b)"),
    re.compile(
        rf"\b{_NAME} (?P<what>breathed (?:his|her) last|was no more|(?:had|has) been dead|drowned|fell to (?:his"
        rf"|her) death"
        r"|did not survive|never woke (?:up )?again|was shot dead|took (?:his|her) own life)\b"
    ),
    re.compile(rf"\b{_NAME}[’'](?:s)? (?P<what>body (?:lay|was found|was carried|had been found))\b"),
)
_LEFT = (
    re.compile(
        rf"\b{_NAME} (?P<what>(?:was|is) (?:only |just |no more than |now )*a (?:small |tiny |distant |dark "
        rf"|shrinking )*"
        r"(?:wave|figure|speck|dot|shape) (?:at|on|by) the (?:rail|deck|stern|ship|ferry|boat))"
    ),
    re.compile(
        rf"\b{_NAME}[’'](?:s)? (?P<what>(?:train|ship|ferry|boat|plane|flight|bus|coach) (?:had )?(?:pulled out"
        rf"|left|sailed"
        r"|took off|departed|drew out|gone|steamed away))"
    ),
    re.compile(
        rf"\b{_NAME} (?P<what>(?:had )?(?:left|gone|sailed|flown|moved|emigrated|departed|went|set (?:off|out))"
        rf" (?:home |back |away )?"
        r"(?:for|to) (?P<place>[A-Z][a-z]+)) (?:for good|that (?:morning|night)|at dawn|this morning|for ever"
        r"|forever|yesterday"
        r"|last (?:night|week|month|year))"
    ),
)
_ROOM = (
    "room|house|kitchen|office|hall|shop|bar|pub|café|cafe|building|study|library|parlour|parlor|flat|apartment"
    "|cabin|tent|cell"
    "|classroom|garden|hut|cottage|restaurant|ward|station|church|chamber|bedroom"
)
_OUT = (
    re.compile(
        rf"\b{_NAME} (?P<what>(?:left|stormed out of|stalked out of|walked out of|hurried out of|ran out of"
        rf"|strode out of|marched out of"
        rf"|swept out of|slipped out of|went out of|rushed out of|stomped out of) the (?:{_ROOM}))\b"
    ),
    re.compile(
        rf"\b{_NAME} (?P<what>(?:left|was gone|went out|walked out|stormed out|stalked out|marched out|swept out"
        rf"|slipped out|hurried away"
        r"|drove away|drove off|rode away|walked away|was led away|went home|had gone home|drove home|walked"
        r" home|went (?:up )?to bed))"
        r"(?=[.;!]|,? (?:shutting|closing|slamming|banging|leaving|and (?:shut|closed|slammed|banged) the door))"
    ),
)
_AWAY = re.compile(
    rf"\b(?P<name>[A-Z][\w’'-]*[a-z]|she|he|She|He)(?: (?:is|was|will be|would be)|[’']s) (?P<what>(?:away"
    rf"|abroad|staying|visiting|on "
    rf"holiday|on leave|in (?!the\b)[A-Z][a-z]+)\b[^.;!?“”]{{0,60}}?\b(?:until|till) (?:next |the )?(?:{_DAYS}"
    rf"|weekend|tomorrow|next week))"
)
_PLACE = re.compile(r"\b(?:in|at|to) (?P<place>[A-Z][a-z]+)")
_BACK = re.compile(
    r"\b(?:return(?:s|ed|ing)?|c[ao]m(?:e|es|ing) (?:back|home|in)|(?:was|is|been|be|got|gets|get|were|are)"
    r" (?:back|home)"
    r"|back from|arriv\w+|turned up|appeared|telephon\w*|phone\w*|rang|radio\w*|screen|called from|letters?"
    r"|wrote|message"
    r"|had not (?:left|gone)|missed (?:the|his|her))\b", re.IGNORECASE
)
_ALIVE = re.compile(
    r"\b(?:alive|ghost\w*|spirits?|spectre|phantom|haunt\w*|dream\w*|remember\w*|memor\w+|not (?:really )?dead|"
    r"(?:isn|wasn)[’']t dead|back (?:to life|from the dead)|resurrect\w*|reviv\w*|reborn|surviv\w*|once|years"
    r" (?:ago|before|earlier)"
    r"|undead|zombie|vision|voice in|photograph|portrait|used to|recall\w*|in life|afterlife|heaven|pretend\w*"
    r"|impost\w+|twin)\b",
    re.IGNORECASE,
)


_AGAIN = re.compile(
    r"\b(?:back|return\w*|re-?enter\w*|enter\w*|c[ao]m(?:e|es|ing)|door|appear\w*|arriv\w*|voice|call(?:ed|ing)?"
    r"|from|outside|upstairs"
    r"|downstairs|follow\w*|join\w*|after (?:him|her|them)|caught up|found|met|meet|window|phone\w*|telephon\w*"
    r"|again|turned at"
    r"|paused|stopped|later|hour\w*|minutes?|next|morning|evening|they|we|both|hall\w*|street|stairs|corridor"
    r"|car|had)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Parting:
    """Somebody is "dead", has "left" for elsewhere, is "out" of the room, or is "away" until a day, by the words
    ``start``–``end``; who it is stands at offset ``at``: a name, or a ``pronoun`` ("he", "she"). ``place``: where they
    are, ``until``: the weekday (0 for Monday) on which they come back, as far as these are told."""

    kind: str
    at: int
    start: int
    end: int
    pronoun: str = ""
    place: str = ""
    until: int | None = None


@kept_by_text
def partings(analysis: Analysis) -> Iterator[Parting]:
    """The sure deaths and departures of a paragraph."""
    text = analysis.text
    for kind, patterns in (("dead", _DEAD), ("left", _LEFT), ("out", _OUT)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                if analysis.zone(match.start()) is not Zone.NARRATION:
                    continue
                if is_stated(analysis, match.start(), max(match.start("what"), match.start("name"))):
                    start = min(match.start("name"), match.start("what"))
                    end = max(match.end("name"), match.end("what"))
                    place = match.groupdict().get("place") or ""
                    yield Parting(kind, match.start("name"), start, end, "", place)
    if "until" in text or "till" in text:
        for match in _AWAY.finditer(text):
            if is_stated(analysis, match.start(), match.start("what")):
                where = _PLACE.search(match["what"])
                pronoun = match["name"].lower() if match["name"].lower() in ("he", "she") else ""
                day = next((each for each, name in enumerate(WEEKDAYS) if match.group().endswith(name)), None)
                yield Parting("away", match.start("name"), match.start("name"), match.end(), pronoun,
                              where["place"] if where else "", day)  # fmt: skip


@kept_by_text
def _signs(analysis: Analysis) -> Iterator[str]:
    if _BACK.search(analysis.text):
        yield "back"
    if _ALIVE.search(analysis.text):
        yield "alive"
    if _AGAIN.search(_narrated(analysis)):
        yield "again"


def _narrated(analysis: Analysis) -> str:
    """The paragraph without what is said in it."""
    if not analysis.stretches:
        return analysis.text
    parts, last = [], 0
    for each in analysis.stretches:
        parts.append(analysis.text[last : each.start])
        last = each.end
    return " ".join((*parts, analysis.text[last:]))


def returns(analysis: Analysis, kind: str) -> bool:
    """Whether a paragraph may tell how somebody gone (``kind`` as of a :class:`Parting`) is there again."""
    return {"dead": "alive", "out": "again"}.get(kind, "back") in _signs(analysis)
