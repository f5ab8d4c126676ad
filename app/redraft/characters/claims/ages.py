# SPDX-License-Identifier: GPL-3.0-or-later
"""How old people are, and their birthdays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_remembered, is_stated
from redraft.characters.claims.owners import WHO, WHOSE
from redraft.language.analysis import Analysis, Zone

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS = rf"(?:{_TENS})(?:-(?:{_UNITS}))?|four|five|six|seven|eight|nine|{_TEENS}"
_NUMBER = rf"(?P<value>(?i:{_WORDS})|\d{{1,2}})"
_EXACT = rf"(?P<value>(?:{_TENS})-(?:{_UNITS})|{_TEENS}|\d{{2}})"
_ORDINALS = (
    "fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    "|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
    "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh"
    "|eighth"
    "|ninth)|\\d{1,2}(?:st|nd|rd|th)"
)
_PATTERNS = (
    re.compile(
        rf"{WHO} (?:was|is|am) (?:only |just |now |already |still )?{_NUMBER}"
        r"(?: years old| years of age|(?=[.;!?]|,[”’\"]| now\b| and\b|, (?:and|but|he|she|I)\b))"
    ),
    re.compile(rf"(?P<owner>\b[A-Z][\w-]+), who (?:was|is) (?:only |just |now )?{_NUMBER}(?: years old)?,"),
    re.compile(rf"{WHO}[’'](?:s|m) (?:only |just |now )?{_NUMBER}(?: years old| years of age|(?=[.,;!?]))"),
    re.compile(rf"{WHO} (?:was|is) an? [a-z, -]{{3,40}}(?:man|woman|boy|girl|lad|child|youth|lady), {_NUMBER} "
               rf"years old\b"),
    re.compile(rf"\b{_NUMBER}-year-old (?P<owner>[A-Z][\w-]+)"),
    re.compile(rf"(?P<owner>\b[A-Z][\w-]+),(?: aged?| now)? {_EXACT}(?: years old)?,"),
    re.compile(
        rf"{WHO} (?:was|is) (?:a|an) (?:[a-z]+ )?(?:man|woman|boy|girl|lad|child|youth|lady) of"
        rf" {_NUMBER}(?=[.,;!?]| with)"
    ),
    re.compile(rf"{WHO} (?:was|is) all of {_NUMBER}(?=[.,;!?]| years)"),
    re.compile(rf"{WHO} (?:had (?:just )?turned|has (?:just )?turned|just turned) {_NUMBER}(?=[.,;!?]| (?:that"
               rf"|last|in|on)\b)"),
)
_DECADE = re.compile(
    rf"{WHO} (?:was|is)(?: a (?:[a-z]+,? )*(?:man|woman|person|fellow|lady|gentleman))? in (?:his|her) (?:early "
    rf"|late |mid-?)?"
    r"(?P<value>twenties|thirties|forties|fifties|sixties|seventies|eighties)\b"
)
_AT = re.compile(rf"\b[Aa]t {_NUMBER},? {WHO} (?:was|is) (?:still|already|too|no longer)\b")
_BIRTHDAY = re.compile(
    rf"\b(?:[Ii]t|[Tt]oday|[Tt]his) (?:was|is) {WHOSE} (?P<value>{_ORDINALS}) birthday\b"
)
_BORN = re.compile(
    rf"{WHO} (?:was|were) born (?:on|in) (?P<value>(?:[A-Z][a-z]+ \d{{1,2}}(?:st|nd|rd|th)?,? )?(?:1[5-9]|20)\d\d)\b"
)
_DATES = f"first|second|third|fourth|{_ORDINALS}"
_HERS = re.compile(
    rf"{WHOSE} birthday (?:was|is|fell|falls) (?:on|in) (?P<value>(?:the )?(?:(?:\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|{_DATES}) (?:of )?)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st"
    r"|nd|rd|th)?)?)"
)


def ages(analysis: Analysis) -> Iterator[Claim]:
    """What a paragraph says of people's ages now; not of what they once were."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(analysis.text):
            turned = "turned" in match.group()
            if is_stated(analysis, match.start(), match.end(), loose=turned) and not _is_past(analysis, match):
                yield Claim("age", match["value"].lower(), match.start("value"), _end(match), match["owner"],
                            match.start("owner"))  # fmt: skip
    for pattern in (_DECADE, _AT):
        for match in pattern.finditer(analysis.text):
            if is_stated(analysis, match.start(), match.end("value")):
                yield Claim("age", match["value"].lower(), match.start("value"), match.end("value"), match["owner"],
                            match.start("owner"))  # fmt: skip
    yield from _birthdays(analysis)


def _birthdays(analysis: Analysis) -> Iterator[Claim]:
    if "birthday" in analysis.text:
        for match in _BIRTHDAY.finditer(analysis.text):
            if is_stated(analysis, match.start(), match.end()):
                yield _claim("age", match)
        for match in _HERS.finditer(analysis.text):
            if is_stated(analysis, match.start(), match.end()):
                yield _claim("birthday", match)
    if " born " in analysis.text:
        for match in _BORN.finditer(analysis.text):
            if is_stated(analysis, match.start(), match.end()):
                yield _claim("birthday", match)


def _claim(kind: str, match: re.Match[str]) -> Claim:
    return Claim(kind, match["value"].lower(), match.start("value"), match.end(), match["owner"], match.start("owner"))


def _end(match: re.Match[str]) -> int:
    """The end of "ten years old"; of "ten-year-old Anna" the end of the number and "year-old"."""
    return match.start("owner") - 1 if match.start("owner") > match.start("value") else match.end()


def _is_past(analysis: Analysis, match: re.Match[str]) -> bool:
    """An age somebody had at another time ("I was sixteen when …", "was twelve" in speech), or an hour."""
    if is_remembered(analysis, match.start()):
        return True
    after = analysis.text[match.end() : match.end() + 14].lstrip(" ,").lower()
    if after.startswith(("o’clock", "o'clock", "when", "then", "at the time", "minutes", "hours", "feet", "miles")):
        return True
    if "turned" in match.group():
        return False
    past = " was " in match.group()
    return past and (match["owner"] == "I" or analysis.zone(match.start()) is not Zone.NARRATION)
