# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: words that work as one and lack their hyphen: a blue eyed girl, twenty one, a ten year old boy.

Why a reader minds: without the hyphen each word is read alone, and the reader has to go back and tie them.

When to leave it: where the house style writes the words apart; behind the noun most of them are (the man was well
known).

Example: a blue eyed girl → a blue-eyed girl
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.story import Passage
from redraft.language.analysis import Token

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen"
    rf"|nineteen|(?:{_TENS})(?:-(?:{_ONES}))?|hundred|thousand|\d+"
)
_PERSON = (
    r"boys?|girls?|man|men|woman|women|sons?|daughters?|child|children|kids?|brothers?|sisters?|bab(?:y|ies)"
    r"|twins?|self|ninja"
)
_FEATURE = (
    "eyed|haired|handed|headed|hearted|faced|skinned|legged|shouldered|minded|tempered|footed|lipped|winged"
    "|sized|shaped|edged|colou?red|bellied|bearded|cheeked|nosed|fingered|sighted|blooded"
)
_LOOKS = (
    "blue|green|brown|black|red|white|grey|gray|golden|yellow|silver|dark|fair|pale|long|short|wide|narrow|broad"
    "|sharp|cold|warm|kind|hard|soft|heavy|light|strong|weak|open|close|left|right|one|two|three|four|single|double"
    "|good|bad|ill|absent|narrow|broken|big|small|large|cool|sure|simple|even|bare|rosy|red|hot|quick|level|near|far|thick|thin|life|man|pint|king"
)
_COUNTED = ("one", "two", "three", "four", "yellow")
_SELF = (
    "conscious|consciously|consciousness|defen[cs]e|control|esteem|pity|respect|confidence|confident|preservation"
    "|centered|centred|righteous|destruct|destructive|made|satisfied|sufficient|absorbed|assured|aware|awareness"
    "|discipline|doubt|indulgent|inflicted|taught|worth|sacrifice|loathing|hatred|portrait|interest|evident"
    "|explanatory|imposed|proclaimed|appointed"
)
_NUMBERS = re.compile(rf"(?<![\w'-])({_TENS}) ({_ONES})(?![\w-])")
_OLD = re.compile(rf"(?<![\w'-])({_NUMBER})(?: |-)(?:years? old|year-old|years-old)(?= (?:{_PERSON})\b)(?<!-year-old)")
_FEATURES = re.compile(rf"(?<![\w'-])({_LOOKS}) ({_FEATURE})(?![\w'-])")
_SELVES = re.compile(rf"(?<![\w'-])(self) ({_SELF})(?![\w'-])")
_LAW = re.compile(r"(?<![\w'-])(mothers?|fathers?|brothers?|sisters?|sons?|daughters?) in law(?![\w'-])")
_BEFORE_NOUN = re.compile(
    r"(?:(?<=\ba )|(?<=\ban )|(?<=\bthe )|(?<=\bhis )|(?<=\bher )|(?<=\bthat )|(?<=\bthis )|(?<=\bmy ))"
    r"(well|ill|good|hard|half|high|low|long|short|old|middle|first|second|fast|slow|full|part|so) "
    r"(known|dressed|built|worn|fed|kept|lit|trained|made|deserved|earned|looking|working|open|closed|eaten|empty"
    r"|hearted|pitched|lived"
    r"|term|fashioned|aged|class|rate|moving|acting|time|called|paid|kept|mannered|educated|respected|balanced|spoken"
    r"|haired)(?![\w'-])"
)
_FIXED = re.compile(
    r"(?<![\w'-])(nerve|heart|mouth|jaw|spine|tight|close|loose|time|hair|ill|quick|slow|far|fast|wide|sharp|sweet|foul|fresh"
    r"|clear|much|long|well|hand|home|half|deep|high|ear|eye|record|blood|stone|God) "
    r"(wracking|racking|breaking|broken|watering|dropping|chilling|fitting|consuming|raising|witted|reaching|ranging|tongued"
    r"|smelling|washed|cut|needed|lost|forgotten|awaited|used|worn|written|held|grown|hidden|rooted|pitched|splitting"
    r"|catching|curdling|eyed|seated|forsaken|mannered)(?![\w'-])"
)
_UNLIKE = frozenset(("long used", "well lost", "half lost", "hand cut", "hair cut", "long cut", "home used"))


@check(
    id="compound-hyphen",
    name="Compound without its hyphen",
    category="hyphenation",
    weight=0.65,
    sure=True,
    examples=(
        Fires("She was a ⟦blue eyed⟧ girl.", "blue-eyed"),
        Fires("He was ⟦twenty one⟧ that year.", "twenty-one"),
        Fires("It was a ⟦ten year old⟧ boy.", "ten-year-old"),
        Fires("She became ⟦self conscious⟧ at once.", "self-conscious"),
        Fires("His ⟦mother in law⟧ came.", "mother-in-law"),
        Fires("He was a ⟦well known⟧ singer.", "well-known"),
        Quiet("She was a blue-eyed girl."),
        Quiet("He was ten years old."),
        Quiet("The boy in blue eyed him."),
        Quiet("He was well known in town."),
        Quiet("They stood twenty to one."),
        Quiet("Her former self controlled her."),
        Quiet("It was a good working day."),
    ),
)
def compound(passage: Passage) -> Iterator[Found]:
    """Numbers, ages, features, selves and in-laws; other pairs only before a noun."""
    lower = passage.lower
    for pattern in (_NUMBERS, _OLD, _SELVES, _LAW):
        for match in pattern.finditer(lower):
            yield _found(passage, match)
    for pattern in (_FEATURES, _BEFORE_NOUN, _FIXED):
        for match in pattern.finditer(lower):
            if match.group(2).endswith("ored") and match.group(1) in _COUNTED:
                continue
            if match.group() in _UNLIKE:
                continue
            following = _token_after(passage, match.end())
            if following is not None and following.tag in ("NN", "NNS", "JJ") and _is_adjective(passage, match):
                yield _found(passage, match)


def _token_after(passage: Passage, place: int) -> Token | None:
    index = passage.analysis.token_index(place + 1)
    tokens = passage.analysis.tokens
    return tokens[index] if 0 <= index < len(tokens) and tokens[index].start == place + 1 else None


def _is_adjective(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the second word is no verb with a subject ("the boy in blue eyed him") and the pair no free one."""
    token = passage.analysis.tokens[passage.analysis.token_index(match.start(2))]
    if match.re is _FIXED:
        before = passage.analysis.tokens[max(0, passage.analysis.token_index(match.start(1)) - 1)]
        return before.tag in ("DT", "PRP$", "JJ") and before.end < match.start(1)
    if match.re is _BEFORE_NOUN:
        loose = match.group(1) in (
            "good",
            "hard",
            "full",
            "part",
            "first",
            "second",
            "old",
            "long",
            "short",
            "high",
            "low",
        )
        fixed = match.group(2) in (
            "looking",
            "hearted",
            "pitched",
            "lived",
            "term",
            "fashioned",
            "aged",
            "class",
            "rate",
            "haired",
        )
        return not loose or fixed
    return token.tag in ("JJ", "VBN", "NN") or token.dep in ("amod", "compound")


def _found(passage: Passage, match: re.Match[str]) -> Found:
    old = passage.text[match.start() : match.end()]
    new = old.replace("years", "year").replace(" ", "-")
    return Found(match.start(), match.end(), f"These words work as one here and take a hyphen: “{new}”.", (new,))
