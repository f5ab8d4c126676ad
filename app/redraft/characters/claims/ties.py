# SPDX-License-Identifier: GPL-3.0-or-later
"""Family and work: whose sister Mary is, and what Tom does for a living."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_stated
from redraft.characters.claims.owners import KIN, NAME, OTHERS, WHO, WHOSE
from redraft.language.analysis import Analysis, Zone

_ORDER = r"(?:(?P<order>elder|older|younger|little|big|twin|eldest|oldest|youngest|only|late|dead|half) )?"
_OTHER = (
    r"(?:(?:Mrs?|Ms|Dr|St|Nurse|Miss|Captain|Colonel|Major|Sergeant|Constable|Inspector|Detective|Professor|Doctor"
    r"|Father"
    r"|Sir|Lady"
    r"|Lord|Aunt|Uncle)\.? )?(?!(?:This|That|These|Those|It|He|She|They|You|We|I|There|Here|Who|What|Which|And|But"
    r"|Now|Then"
    rf"|Yes|No|Mis|Mr|Mrs|The|A|An|Oh|Well|So|Her|His|My|In|On|At|When|Where)\b)(?P<other>{NAME})"
)


def _ties(order: str, nouns: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which a text says who is what to whom."""
    noun = rf"(?P<kin>{nouns})"
    return (
        re.compile(rf"{WHOSE} {order}{noun},? {_OTHER}"),
        re.compile(rf"{_OTHER}, {WHOSE} {order}{noun}(?=[.,;!?])"),
        re.compile(rf"{_OTHER} (?:was|is) {WHOSE} {order}{noun}(?=[.,;!?]| and)"),
        re.compile(rf"{WHOSE} {order}{noun}[’']s name (?:was|is) {_OTHER}"),
        re.compile(rf"{WHOSE} {order}{noun} (?:was|is) (?:called |named )?{_OTHER}(?=[.,;!?])"),
    )


_FAMILY = _ties(_ORDER, KIN)
_CLOSE = r"(?:(?P<order>old|best|oldest|dear|dearest|close|closest|good|former|star|favourite|favorite|late) )?"
_KNOWN = _ties(_CLOSE, OTHERS)
_KIN_NOUN, _OTHER_NOUN = re.compile(rf"\b(?:{KIN})\b"), re.compile(rf"\b(?:{OTHERS})\b")
_COUNTS = "two|three|four|five|six|seven|eight|nine"
_HAS = re.compile(
    rf"{WHO} (?:had|has|have) (?P<value>(?:{_COUNTS}) (?:(?:elder|older|younger|grown|small|little) )?"
    r"(?:brothers|sisters|children|sons|daughters|cats|dogs))\b(?! (?:more|left|of))"
)
_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
    "|twenty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty|fifty|\\d{1,2}"
)
_MARRIED = re.compile(rf"{WHO} (?:had|has|have)(?: now)? been (?P<what>married|widowed|divorced|engaged) (?:for"
                      rf" )?(?P<value>{_NUMBERS}) years\b")
_GONE = re.compile(
    rf"{WHOSE} (?:late |dead )?(?P<kin>{KIN})(?: had| has|[’']d)? (?:been dead (?:for )?|died"
    rf" )(?P<value>{_NUMBERS}) years(?: ago| before| earlier"
    r"| since)?\b"
)
_FLOOR = re.compile(
    rf"{WHOSE} (?P<what>flat|apartment|office|room|rooms)(?: was| is)? on the (?P<value>first|second|third"
    rf"|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|top|ground) floor\b"
)
_ONLY = re.compile(rf"{WHO} (?:was|is|had been) an (?P<value>only child)\b")
_JOBS = (
    "doctor|physician|surgeon|dentist|nurse|midwife|vet|veterinarian|pharmacist|chemist|lawyer|solicitor|barrister"
    "|attorney|judge|accountant|banker|teacher|schoolteacher|schoolmaster|schoolmistress|professor|librarian"
    "|architect"
    "|engineer|mechanic|plumber|electrician|carpenter|joiner|builder|bricklayer|blacksmith|locksmith|tailor"
    "|seamstress"
    "|dressmaker|milliner|hairdresser|barber|baker|butcher|grocer|fishmonger|greengrocer|cook|chef|waiter|waitress"
    "|farmer|shepherd|gardener|gamekeeper|miller|fisherman|sailor|pilot|astronaut|soldier|policeman|policewoman"
    "|detective|firefighter|fireman|journalist|reporter|photographer|actor|actress|dancer|singer|musician|pianist"
    "|violinist|painter|sculptor|novelist|poet|priest|vicar|rabbi|nun|monk|postman|taxi driver|bus driver|truck"
    " driver"
    "|lorry driver|secretary|stenographer|typist|clerk|shopkeeper|bookseller|innkeeper|landlord|bartender|barman"
    "|barmaid"
    "|tanner|weaver|potter|cobbler|shoemaker|jeweller|jeweler|watchmaker|clockmaker|apothecary|scribe|healer|botanist"
    "|biologist|physicist|chemist|astronomer|geologist|archaeologist|historian|mathematician|programmer|paramedic"
)
_JOB = (
    re.compile(
        rf"{WHO} (?:was|is|worked as|works as|had been made) (?:an? |the )(?:[a-z]+"
        rf" )?(?P<value>{_JOBS})(?=[.,;!?]| (?:at|in|from|by|for|with)\b)"
    ),
    re.compile(rf"(?P<owner>\b[A-Z][\w-]+), (?:an? |the )(?:[a-z]+ )?(?P<value>{_JOBS})(?=[.,;!?])"),
)
_TRADE = re.compile(rf"{WHO} (?:was|is) [^.;,]{{2,40}}, an? (?:[a-z]+ )?(?P<value>{_JOBS}) by (?:trade|profession"
                    rf"|training)\b")
_LIVES = re.compile(
    rf"{WHO} (?:lived|lives|live|had rooms|has rooms|had a flat|has a flat) (?:alone |still |now )?(?:at|in) "
    r"(?P<value>(?:(?:[Nn]umber )?\d{1,4}[a-z]?,? (?:[A-Z][\w’'-]+ )+(?:Street|Road|Lane|Avenue|Square|Place|Row"
    r"|Terrace"
    r"|Court|Drive|Crescent|Gardens|Mews|Way|Close)))"
)
_TOWN = re.compile(
    rf"{WHO} (?:lived|lives|had a house|has a house|had rooms|had a flat) (?:alone |still |now )?in (?P<value>(?:the )?"
    r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})(?=[.,;!?]| (?:with|and|now|for|then|at|near)\b)"
)


def ties(analysis: Analysis) -> Iterator[Claim]:
    """Family, work and address, as a paragraph tells them. Of family the value is "younger sister Mary"."""
    text = analysis.text
    for kind, nouns, ways in (("family", _KIN_NOUN, _FAMILY), ("relation", _OTHER_NOUN, _KNOWN)):
        if nouns.search(text) is None:
            continue
        for match in (each for pattern in ways for each in pattern.finditer(text)):
            if _is_tie(analysis, match) and not (match.re is ways[1] and _is_vocative(analysis, match)):
                other = re.sub(r"[’']s?$", "", match["other"])
                value = " ".join(each for each in (match["order"], match["kin"], other) if each)
                start = min(match.start("order") if match["order"] else match.start("kin"), match.start("other"))
                end = max(match.end("kin"), match.start("other") + len(other))
                yield Claim(kind, value, start, end, match["owner"], match.start("owner"), match.start("other"))
    yield from _spans(analysis)
    for kind, patterns in (("family", (_ONLY, _HAS)), ("job", (*_JOB, _TRADE)), ("home", (_LIVES, _TOWN))):
        for pattern in patterns:
            for match in pattern.finditer(text):
                if is_stated(analysis, match.start(), match.end()):
                    value = match["value"] if kind == "home" else match["value"].lower()
                    yield Claim(kind, value, match.start("value"), match.end("value"), match["owner"],
                                match.start("owner"))  # fmt: skip


def _is_tie(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether the noun is no part of another, and what it says is stated."""
    law = analysis.text[match.end("kin") : match.end("kin") + 7].startswith(("-in-law", "‑in‑law"))
    return not law and is_stated(analysis, match.start(), match.end(), loose=True)


def _is_vocative(analysis: Analysis, match: re.Match[str]) -> bool:
    """“Tom, my friend,” is said to Tom and of whoever comes next."""
    return match["owner"].lower() == "my" and analysis.zone(match.start()) is not Zone.NARRATION


def _spans(analysis: Analysis) -> Iterator[Claim]:
    """How long somebody has been married, or a relation dead, and on which floor somebody lives or works."""
    text = analysis.text
    if " years" in text:
        for match in _MARRIED.finditer(text):
            if is_stated(analysis, match.start(), match.end()):
                yield Claim("years", f"{match['what']} {match['value'].lower()}", match.start("what"), match.end(),
                            match["owner"], match.start("owner"))  # fmt: skip
        for match in _GONE.finditer(text):
            if is_stated(analysis, match.start(), match.start("value"), loose=True):
                yield Claim("years", f"{match['kin']} {match['value'].lower()}", match.start("kin"), match.end(),
                            match["owner"], match.start("owner"))  # fmt: skip
    if " floor" in text:
        for match in _FLOOR.finditer(text):
            if is_stated(analysis, match.start(), match.end()):
                yield Claim("floor", f"{match['what'].rstrip('s')} {match['value']}", match.start("value"), match.end(),
                            match["owner"], match.start("owner"))  # fmt: skip
