# SPDX-License-Identifier: GPL-3.0-or-later
"""Left and right: which hand somebody writes with, which arm is hurt, where the scar is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_mirrored, is_stated
from redraft.characters.claims.owners import WHO, WHOSE
from redraft.language.analysis import Analysis

_SIDE = r"(?P<side>left|right)"
_PART = (
    r"(?P<part>arm|forearm|leg|hand|eye|foot|knee|shoulder|wrist|ankle|ear|cheek|thigh|elbow|hip|eyebrow|temple|thumb"
    r"|index finger|little finger|ring finger|side|calf|lung|breast)"
)
_HURT = {
    "sling": "hurt", "splint": "hurt", "cast": "hurt", "plaster": "hurt", "broken": "hurt", "bandaged": "hurt",
    "injured": "hurt", "wounded": "hurt", "hurt": "hurt", "bad": "hurt", "sprained": "hurt", "twisted": "hurt",
    "bound": "hurt", "shattered": "hurt", "broke": "hurt", "sprained her": "hurt", "dislocated": "hurt",
    "missing": "lost", "lost": "lost", "gone": "lost", "wooden": "lost", "false": "lost", "artificial": "lost",
    "prosthetic": "lost", "glass": "lost", "amputated": "lost", "cork": "lost", "mechanical": "lost", "metal": "lost",
    "blind": "blind", "sightless": "blind", "deaf": "deaf", "lame": "lame", "crippled": "lame", "withered": "lame",
    "paralysed": "lame", "paralyzed": "lame", "useless": "lame", "stiff": "lame", "scar": "scar", "scarred": "scar",
    "scars": "scar", "bandage": "hurt", "patch": "blind", "limp": "lame",
    "birthmark": "birthmark", "tattoo": "tattoo", "limped": "lame", "shot": "hurt", "limping": "lame",
}  # fmt: skip
_ADJECTIVE = (
    "bad|broken|wounded|injured|bandaged|lame|wooden|false|glass|missing|blind|artificial|prosthetic|withered"
    "|crippled"
    "|sprained|scarred|sightless|useless|stiff|mechanical|metal|cork"
)
_PATTERNS = (
    re.compile(rf"{WHOSE} (?P<hurt>{_ADJECTIVE}),? {_SIDE} {_PART}\b"),
    re.compile(
        rf"{WHOSE} {_SIDE} {_PART} (?:was|is|hung) (?:still |now |badly |heavily )?(?:in (?:an? )?|made of |bound in )?"
        r"(?P<hurt>sling|splint|cast|plaster|broken|bandaged|missing|gone|wooden|false|glass|blind|useless|lame"
        r"|crippled"
        r"|withered|paralysed|paralyzed|amputated|artificial|sprained|stiff|scarred)(?=[.,;!?]| and| from| at|$)"
    ),
    re.compile(rf"{WHO} (?:had |has )?(?P<hurt>lost|broken|broke|sprained|dislocated|shattered) (?:his|her|my"
               rf"|the) {_SIDE} {_PART}\b"),
    re.compile(rf"\b(?P<hurt>scar|birthmark|tattoo) (?:\w+ ){{0,3}}?(?:on|across|over|under|above|along|down"
               rf"|below|beside) {WHOSE} {_SIDE} {_PART}\b"),
    re.compile(rf"{WHO} (?:had|has|bore) (?:an? )(?:[a-z]+ )*(?P<hurt>scar|birthmark|tattoo) (?:\w+"
               rf" ){{0,3}}?(?:on|across|over|under|above|along|down|below) (?:his|her|my|the) {_SIDE} {_PART}\b"),
    re.compile(rf"{WHO} (?:was|is) (?P<hurt>blind|deaf|lame) (?:in|of) (?:his|her|the|one|my) {_SIDE} {_PART}\b"),
    re.compile(rf"{WHO} (?:had been|was|has been) (?P<hurt>shot|wounded|hurt) in (?:the|his|her|my) {_SIDE}"
               rf" {_PART}\b"),
    re.compile(rf"{WHO} (?P<hurt>limped) (?:\w+ ){{0,3}}?(?:on|with) (?:his|her|the) {_SIDE} {_PART}\b"),
    re.compile(rf"\b(?P<hurt>limping) (?:\w+ ){{0,3}}?(?:on|with) {WHOSE} {_SIDE} {_PART}\b"),
    re.compile(rf"{WHOSE} {_SIDE} {_PART} (?P<hurt>missing|gone)\b"),
    re.compile(rf"{WHOSE} {_SIDE} {_PART} in (?:an? )?(?P<hurt>sling|splint|cast|plaster|bandage)\b"),
    re.compile(rf"{WHO} (?:had|has|wore|wears) (?:a |an )(?P<hurt>cast|splint|bandage|plaster|patch) (?:on|over) "
               rf"(?:his|her|my|the)"
               rf" {_SIDE} {_PART}\b"),
    re.compile(rf"\b(?:the|a) (?P<hurt>bandage|cast|splint|sling|patch|tattoo) (?:on|over|around|round) {WHOSE} "
               rf"{_SIDE} {_PART}\b"),
    re.compile(rf"{WHOSE} {_SIDE} {_PART} (?:had|has) (?:a |an )(?:[a-z]+ )?(?P<hurt>limp|scar|tattoo|birthmark)\b"),
)
_WRITES = re.compile(
    r"(?P<owner>\b(?:[Hh]e|[Ss]he|I|[A-Z][\w-]+)) (?:always |usually )?(?:wrote|writes|signed|signs|painted|drew)"
    r"(?: [a-z’']+){0,3}? with (?:his|her|my) (?P<value>left|right) hand\b"
)
_HANDED = re.compile(rf"{WHO}(?: (?:was|is)|[’'](?:s|m)|,| am)(?: a)? (?P<value>left|right)-hand(?:ed|er)\b")
_HANDED_AS = re.compile(rf"\b(?P<value>left|right)-handed as {WHO} (?:was|is)\b")


def bodies(analysis: Analysis) -> Iterator[Claim]:
    """What a paragraph says of one side of somebody's body. The value is "left arm, hurt"."""
    text = analysis.text
    if "left" not in text and "right" not in text:
        return
    for handed in (_HANDED, _HANDED_AS, _WRITES):
        for match in handed.finditer(text):
            if is_stated(analysis, match.start(), match.end()):
                end = match.start("owner") - len(" as ") if handed is _HANDED_AS else match.end()
                yield Claim("hand", match["value"], match.start("value"), end, match["owner"], match.start("owner"))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if is_stated(analysis, match.start(), match.end()) and not is_mirrored(analysis, match.start()):
                start = min(match.start("hurt"), match.start("side"))
                end = max(match.end("hurt"), match.end("part"))
                value = f"{match['side']} {match['part']}, {_HURT[match['hurt']]}"
                yield Claim("injury", value, start, end, match["owner"], match.start("owner"))
