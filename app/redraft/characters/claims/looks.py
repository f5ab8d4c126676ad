# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of hair, eyes and skin, height and build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_disguised, is_lit, is_stated
from redraft.characters.claims.owners import NAME, WHO, WHOSE
from redraft.language.analysis import Analysis

_COLOURS = (
    "black|brown|blue|green|grey|gray|hazel|amber|red|auburn|ginger|blonde?|golden|white|silver|purple|violet"
    "|pink|dark"
    "|fair|chestnut|copper|brunette|sandy|yellow|raven|crimson|scarlet|orange|turquoise|mousy"
)
_SHADES = (
    "dark|light|pale|bright|deep|very|rather|quite|soft|clear|vivid|honey|ice|steel|sea|sky|jet|snow|ash|dirty"
    "|strawberry|sandy|reddish|golden|coal|raven|silver|iron|emerald|chocolate|faded|cold"
)
_BARRED = (
    "of|with|in|on|to|at|over|under|the|a|an|his|her|my|their|by|from|into|had|has|was|were|is|are|as|than|like"
    "|that|who|which|for"
    "|through|behind|before|beside|against|upon|out|off|up|down|through|between|above|below|across|but|when"
    "|while|if|so|not|no"
)
"""Words that cannot stand between an owner and what is owned: behind them it may be somebody else's."""
_COLOUR = rf"(?P<value>(?:(?:{_SHADES})[ -])?(?:{_COLOURS}))"
_SHAPE = rf"(?:(?!(?:{_BARRED})\b)[a-z-]+,? (?:and )?){{0,4}}?"
_THEN = rf"(?:(?!(?:{_BARRED})\b)[a-z-]+ )?"
_GLIMPSE = r"(?:an? )?(?:\w+ )?(?:impression|glimpse|memory|vision|picture|view|sight|dream|liking|horror) of"
_FEATURE = r"(?P<feature>eyes|hair|curls|locks|braids?|plaits?|ponytail|pigtails|tresses|beard|moustache|mustache)"
_PATTERNS = (
    re.compile(rf"{WHOSE} {_SHAPE}{_COLOUR},? {_THEN}{_FEATURE}\b"),
    re.compile(rf"{WHOSE} {_SHAPE}{_FEATURE} (?:was|were|is|are) (?:of )?(?:an? )?{_SHAPE}{_COLOUR}(?=[.,;!?]|"
               rf" and\b| with\b|$)"),
    re.compile(rf"{WHO} (?:had|has) (?!{_GLIMPSE})(?:[\w ]{{3,40}},? and )?(?:a |a pair of )?{_SHAPE}{_COLOUR},?"
               rf" {_SHAPE}{_FEATURE}\b"),
    re.compile(rf"\b[Tt]he (?P<value>(?:(?:{_SHADES})[ -])?(?:blue|green|brown|gr[ae]y|black|red|gold)) of {WHOSE}"
               rf" {_FEATURE}\b"),
    re.compile(rf"{WHOSE} {_FEATURE},? (?:(?:was|were|is|are) )?(?:as )?(?P<value>{_COLOURS}) as\b"),
    re.compile(rf"{WHOSE} {_FEATURE} (?:was|were|is|are) the (?:[a-z]+ )?(?P<value>{_COLOURS}) of\b"),
    re.compile(rf"{WHOSE} {_FEATURE}, which (?:was|were|is|are) {_COLOUR}(?=[.,;!?]| as\b| and\b)"),
    re.compile(rf"{WHOSE} {_FEATURE}, {_COLOUR} and [a-z]+(?:-[a-z]+)?(?: "
               rf"[a-z]+){{0,2}},"),
    re.compile(
        rf"\b(?:those|the|these) {_SHAPE}{_COLOUR},? {_THEN}{_FEATURE} of (?P<owner>his|hers|mine|{NAME}[’']s)\b"
    ),
    re.compile(
        rf"{WHO} (?:had|has|had got|has got|inherited) (?:his|her|my) (?:father|mother|grandfather"
        rf"|grandmother)[’']s {_SHAPE}"
        rf"{_COLOUR},? {_THEN}{_FEATURE}\b"
    ),
    re.compile(
        rf"(?P<owner>\b[A-Z][\w-]+), an? (?:[a-z-]+,? ){{0,3}}(?:man|woman|boy|girl|lad|lady|person|fellow|youth"
        rf"|child) with (?:a )?"
        rf"{_SHAPE}{_COLOUR},? {_THEN}{_FEATURE}\b"
    ),
    re.compile(rf"(?P<owner>\b[A-Z][\w-]+), whose {_SHAPE}{_COLOUR},? {_THEN}{_FEATURE}\b"),
    re.compile(
        rf"{WHO} (?:was|is) an? (?:[a-z-]+,? ){{0,3}}(?:man|woman|boy|girl|lad|lady|person|fellow|youth|child) "
        rf"(?:\w+ ){{0,3}}with (?:a )?{_SHAPE}{_COLOUR},? {_THEN}{_FEATURE}\b"
    ),
)
_HAIRED = re.compile(
    rf"{WHO}(?: was| is|,)(?: an?)? (?:[a-z-]+,? ){{0,2}}?(?P<value>{_COLOURS})-(?P<feature>haired|eyed|bearded)\b"
    r"|\b(?:[Tt]he|[Aa]n?) (?P<value2>%s)-(?P<feature2>haired|eyed|bearded) (?P<owner2>[A-Z][\w-]+)" % _COLOURS
)
_BLOND = re.compile(rf"{WHO} (?:was|is) (?:a )?(?:natural )?(?P<value>blonde?|brunette|redhead)(?=[.,;!?]| and\b)")
_SKIN = re.compile(
    rf"{WHOSE} (?P<value>dark|black|brown|white|fair|olive|tanned|ebony|copper|bronze|freckled)(?:"
    rf" (?P<feature>skin|complexion))\b"
)
_TEARFUL = frozenset("red pink".split())
"""Eyes are this for an hour, from tears or smoke."""
_DUSTY = frozenset("white grey gray red yellow".split())
"""Colours that hair and eyes have "with" flour, dust, smoke."""
_LENT = frozenset("red gold golden copper silver white blue amber orange yellow scarlet crimson pink".split())
"""Colours that sun, moon and fire lend for a while."""
_KIND = {
    "beard": "beard", "moustache": "moustache", "mustache": "moustache", "eyes": "eyes", "hair": "hair",
    "haired": "hair", "eyed": "eyes", "bearded": "beard", **dict.fromkeys(
        "curls locks braid braids plait plaits ponytail pigtails tresses".split(), "hair"),
}  # fmt: skip
_HEADS = ("eye", "hair", "beard", "moustache", "mustache", "blond", "brunette", "redhead", "curls", "locks", "braid",
          "plait", "tail", "tresses")  # fmt: skip

_NUMBER = "four|five|six|seven|[4-7]"
_INCHES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|1[01]|\\d"
_TALL = re.compile(
    rf"{WHO} (?:was|is|stood|stands|measured) (?P<value>(?:{_NUMBER}) (?:feet|foot|ft\.?)(?:,? (?:and )?(?:{_INCHES})"
    r"(?: inch(?:es)?)?)?|(?:%s)[’'](?:\d{1,2})?)(?=[.,;!?]| in his | in her | tall| with| and)" % _NUMBER
)
_STATURE = "tall|short|fat|thin|plump|stout|slim|slender|skinny|burly|stocky|heavyset|obese|lanky|bald"
_PERSON = "man|woman|boy|girl|lad|lady|person|fellow|youth|child|figure|gentleman"
_BUILT = re.compile(
    rf"(?P<owner>\b(?:[Hh]e|[Ss]he|I|{NAME})) (?:was|is) (?:an? )?(?:very |rather |quite |extremely"
    rf" )?(?P<value>{_STATURE})"
    rf"(?=[.;!?]| (?:{_PERSON})\b|, (?:[a-z-]+ )+(?:{_PERSON})\b)"
)


def looks(analysis: Analysis) -> Iterator[Claim]:
    """What a paragraph says of how people look."""
    text = analysis.text
    if any(each in text for each in _HEADS):
        yield from _coloured(analysis)
    if " skin" in text or "complexion" in text:
        for match in _SKIN.finditer(text):
            if is_stated(analysis, match.start(), match.end()):
                yield _claim("skin", match, match.start("value"), match.end("feature"))
    yield from _figure(analysis)


def _coloured(analysis: Analysis) -> Iterator[Claim]:
    text = analysis.text
    if is_disguised(analysis):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            kind = _KIND[match["feature"]]
            if is_stated(analysis, match.start(), match.end()) and not _passing(analysis, kind, match):
                start = min(match.start("value"), match.start("feature"))
                yield _claim(kind, match, start, max(match.end("value"), match.end("feature")))
    for match in _HAIRED.finditer(text):
        if is_stated(analysis, match.start(), match.end()):
            tail = "2" if match["value2"] else ""
            value, feature, owner = match["value" + tail], match["feature" + tail], match["owner" + tail]
            if value.lower() not in _TEARFUL or _KIND[feature] != "eyes":
                yield Claim(_KIND[feature], value.lower(), match.start("value" + tail), match.end("feature" + tail),
                            owner, match.start("owner" + tail))  # fmt: skip
    for match in _BLOND.finditer(text):
        if is_stated(analysis, match.start(), match.end()):
            value = "red" if match["value"] == "redhead" else match["value"]
            yield Claim("hair", value, match.start("value"), match.end("value"), match["owner"], match.start("owner"))


def _passing(analysis: Analysis, kind: str, match: re.Match[str]) -> bool:
    """Whether tears or a light lend the colour for a while."""
    value = match["value"].lower()
    if value in _DUSTY and analysis.text.startswith(" with", match.end()):
        return True
    if kind == "eyes":
        return value in _TEARFUL or (value in _LENT and is_lit(analysis, match.start()))
    return bool(_LENT & set(value.replace("-", " ").split())) and is_lit(analysis, match.start())


def _figure(analysis: Analysis) -> Iterator[Claim]:
    text = analysis.text
    if " feet" in text or " foot" in text or "’" in text or "'" in text:
        for match in _TALL.finditer(text):
            if is_stated(analysis, match.start(), match.end()):
                yield _claim("height", match, match.start("value"), match.end("value"))
    for match in _BUILT.finditer(text):
        if is_stated(analysis, match.start(), match.end()):
            kind = "height" if match["value"] in ("tall", "short") else "hair" if match["value"] == "bald" else "build"
            yield _claim(kind, match, match.start("value"), match.end("value"))


def _claim(kind: str, match: re.Match[str], start: int, end: int) -> Claim:
    return Claim(kind, match["value"].lower(), start, end, match["owner"], match.start("owner"))
