# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors of dialogue punctuation, end marks and apostrophes, put into clean paragraphs of published novels.

The planters work on paragraphs with double curly quote marks; :func:`restyled` gives spoilt and clean text the other
quote styles, character for character, so that places stay.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Made = tuple[int, int, str]
"""Start and end of the changed stretch in the clean text, and what stands there instead."""

Planter = Callable[[str, random.Random], Made | None]

_SAID = (
    r"(?:said|says|asked|replied|answered|whispered|muttered|murmured|cried|shouted|added|continued|told (?:him|her|me"
    r"|them)|explained|admitted|agreed|suggested|exclaimed|demanded|yelled|remarked|insisted|protested|declared)"
)
_SAID_END = r"(?=[,.:;]| [a-z]+ly\b| as\b| with\b| to (?:him|her|me|them)\b| in a\b| and\b|$)"
_PRONOUN = r"(?:he|she|they|we)"
_NAME = r"(?:(?:Mr|Mrs|Dr)\. )?[A-Z][a-z]+"
_NOUN = r"the [a-z]+(?: [a-z]+)?"
_TAG = rf"(?:{_PRONOUN}|{_NOUN}) {_SAID}{_SAID_END}"
_ANY_TAG = rf"(?:(?:{_PRONOUN}|I|{_NOUN}|{_NAME}) {_SAID}|{_SAID} (?:{_PRONOUN}|{_NAME}|{_NOUN})){_SAID_END}"
_SMALL_TAG = rf"(?:{_TAG}|{_SAID} (?:{_PRONOUN}|{_NAME}|{_NOUN}){_SAID_END})"
_SPEECH = r"(?<=[a-z’])"
_ACTION = (
    r"(?:smiled|nodded|shrugged|looked|turned|grinned|frowned|leaned|glanced|shook|stared|rose|sat|stood|walked|took"
    r"|waved|gestured|pointed at|picked|pulled|opened|held|put|drew|raised|stepped|reached|moved|threw|came|went|gave"
    r"|got|made|caught|felt|saw|brought|led|seemed|tried|kept)"
)
_NOT_NAMES = (
    r"(?!(?:Well|Yes|No|Oh|Ah|Listen|Look|Besides|Yeah|Sure|Here|Now|Why|Which|You|Me|Eventually|But|And|Then|So|There"
    r"|However|Perhaps|Still|Indeed|Really|Boy|See|Say|Anyway|Please|Come|Hey|Right|Good|Thanks|Of|In|If|As|That|This"
    r"|What|Naturally|Personally|Frankly|Meanwhile|Only|Otherwise|Again|First|Second|Someday|Afterwards|Later)\b)"
)
_WH = r"(?:What|Where|Why|Who|How|When)"
_BE = (
    r"(?:am|are|is|was|were|do|does|did|have|has|can|could|will|would|should|don’t|didn’t|isn’t|aren’t|can’t|won’t"
    r"|haven’t|hasn’t|wouldn’t|couldn’t)"
)
_SUBJECT = r"(?:I|you|he|she|it|we|they|this|that|there)"
_TAIL = rf"(?:isn’t|aren’t|wasn’t|don’t|doesn’t|didn’t|won’t|can’t|haven’t|hasn’t|wouldn’t|couldn’t) {_SUBJECT}"


def swap(pattern: str, replace: str | Callable[[re.Match[str]], str]) -> Planter:
    """An error made where ``pattern`` matches, at one of its places by chance."""
    compiled = re.compile(pattern)

    def make(text: str, chance: random.Random) -> Made | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        new = match.expand(replace) if isinstance(replace, str) else replace(match)
        return match.start(), match.end(), new

    return make


def _raised(before: str) -> Callable[[re.Match[str]], str]:
    """``before`` and the second group with a capital."""
    return lambda match: before + match[2][0].upper() + match[2][1:]


def _lowered(before: str) -> Callable[[re.Match[str]], str]:
    """``before`` and the second group with a small letter."""
    return lambda match: before + match[2][0].lower() + match[2][1:]


KINDS: dict[str, Planter] = {
    "stop before tag": swap(rf"{_SPEECH},” (?={_ANY_TAG})", ".” "),
    "stop and capital": swap(rf"{_SPEECH}(,” )({_SMALL_TAG})", _raised(".” ")),
    "no comma before tag": swap(rf"{_SPEECH},” (?={_ANY_TAG})", "” "),
    "capital on tag after comma": swap(rf"{_SPEECH}(,” )({_SMALL_TAG})", _raised(",” ")),
    "capital on tag after ? or !": swap(rf"(?<=[?!])(” )({_SMALL_TAG})", _raised("” ")),
    "comma after ? before tag": swap(rf"(?<=[?!])” (?={_ANY_TAG})", ",” "),
    "comma after ?” before tag": swap(rf"(?<=[?!])” (?={_ANY_TAG})", "”, "),
    "comma outside the quote": swap(rf"{_SPEECH},” (?={_ANY_TAG})", "”, "),
    "action as tag": swap(rf"{_SPEECH}(\.” )((?:He|She|They|I|We) {_ACTION})\b", _lowered(",” ")),
    "action of a name as tag": swap(rf"{_SPEECH}\.” (?={_NAME} {_ACTION}\b)", ",” "),
    "comma and capital action": swap(rf"{_SPEECH}\.” (?=(?:He|She|They|We|The [a-z]+) {_ACTION}\b)", ",” "),
    "small action after stop": swap(
        rf"{_SPEECH}(\.” )((?:He|She|They|We|His [a-z]+|The [a-z]+|Her [a-z]+) {_ACTION}\b)", _lowered(".” ")
    ),
    "small action after ? or !": swap(rf"(?<=[?!])(” )((?:He|She|They|The [a-z]+) {_ACTION}\b)", _lowered("” ")),
    "comma after tag, new sentence": swap(rf"(?<=[,?!]” )({_ANY_TAG}(?: [a-z]+ly)?)\. (?=“[A-Z][a-z])", r"\1, "),
    "stop after tag, speech goes on": swap(rf"(?<=,” )({_ANY_TAG}(?: [a-z]+ly)?), (?=“[a-z])", r"\1. "),
    "small letter after tag and stop": swap(
        rf"((?<=[,?!]” ){_ANY_TAG}\. “)([A-Z](?=[a-z]+ [a-z]))", lambda m: m[1] + m[2].lower()
    ),
    "no end mark at paragraph’s end": swap(r"(?<=[a-z]{2})\.”$", "”"),
    "no end mark before narration": swap(rf"(?<=[a-z]{{2}})\.” (?=(?:He|She|They|The|{_NAME}) [a-z]+ed\b)", "” "),
    "lead-in without comma": swap(rf"(\b(?:he|He|she|She|they|I|and|{_NAME}) {_SAID}), (?=“[A-Z][^“”]*[.?!]”)", r"\1 "),
    "lead-in with a stop": swap(rf"(^[^“”]*\b{_SAID}), (?=“[A-Z])", r"\1. "),
    "small letter after lead-in": swap(rf"({_SAID}, “)([A-Z](?=[a-z]+[ ’]))", lambda m: m[1] + m[2].lower()),
    "small letter at speech’s start": swap(r"^(“)([A-Z])(?=[a-z]+ [a-z])", lambda m: m[1] + m[2].lower()),
    "never closed at the end": swap(r"(?<=[a-z][.!?])”$", ""),
    "never closed before tag": swap(rf"(?<=[a-z][,?!])” (?={_ANY_TAG})", " "),
    "never closed before action": swap(r"(?<=[a-z][.?!])” (?=(?:He|She|They) [a-z]+ed\b)", " "),
    "never opened": swap(r"^“(?=[A-Z][a-z]*[^“”]+[,.?!]”)", ""),
    "never opened after tag": swap(rf"(?<=[,?!]” )({_ANY_TAG}[.,] )“(?=[A-Za-z])", r"\1"),
    "never opened after lead-in": swap(rf"({_SAID}, )“(?=[A-Z])", r"\1"),
    "doubled close": swap(r"(?<=[.,?!])”(?= |$)", "””"),
    "doubled open": swap(r"(?:^|(?<= ))“(?=[A-Z])", "““"),
    "turned open": swap(r"(?:^|(?<= ))“(?=[A-Z])", "”"),
    "turned close": swap(r"(?<=[.,?!])”(?= |$)", "“"),
    "space inside close": swap(r"(?<=[a-z][.,?!])”(?= |$)", " ”"),
    "space inside open": swap(r"(?:^|(?<= ))“(?=[A-Z])", "“ "),
    "no space after close": swap(r"(?<=[a-z][.,?!])” (?=[A-Za-z])", "”"),
    "no space before open": swap(r"(?<=[a-z][.,]) “(?=[A-Z])", "“"),
    "vocative at the end": swap(
        rf"(?<=[a-z]), (?=(?:sir|madam|ma’am|my dear|dear|darling|boys|gentlemen|old man|{_NAME})[.?!,]”)", " "
    ),
    "vocative after yes": swap(
        rf"(“(?:Yes|No)), (?=(?:sir|madam|ma’am|my dear|darling|mother|{_NAME})[.,!])"
        rf"|(“(?:Well|Come)), (?=(?:sir|madam|ma’am|my dear|{_NAME})[.,!])", lambda m: (m[1] or m[2]) + " "
    ),
    "vocative at the start": swap(
        rf"(?<=“)({_NOT_NAMES}{_NAME}), (?=you\b|I\b|do\b|don’t\b|what\b|why\b|come\b|let)", r"\1 "
    ),
    "tag question": swap(rf"(?<=[a-z]), (?={_TAIL}\?)", " "),
    "interjection": swap(
        r"(“(?:No|Oh|Ah|Yes)), (?=[a-z’]+ [a-z])"
        r"|(“Well), (?=(?:I|you|he|she|it|we|they|that’s|there’s|I’m|I’ll)\b)", lambda m: (m[1] or m[2]) + " "
    ),
    "question without its mark": swap(
        rf"((?:^“|[.!?] )(?:(?:{_WH} )?{_BE} {_SUBJECT}\b|{_WH}’s (?:the|that|your|his|her)\b)[^“”.?!—…]*)\?”", r"\1.”"
    ),
    "stop after ?": swap(r"(?<=[a-z]\?)(?=”|$)", "."),
    "two commas": swap(r"(?<=[a-z]),(?= [a-z])", ",,"),
    "two stops": swap(r"(?<=[a-z]{3})\.(?=” | [A-Z]|$)", ".."),
    "comma and stop": swap(r"(?<=[a-z]{3})\.(?=”| [A-Z]|$)", ",."),
    "comma, stop at a tag": swap(rf"{_SPEECH},” (?={_ANY_TAG})", ",.” "),
    "end of paragraph": swap(r"(?<=[a-z]{3})\.$", ""),
    "stop between sentences": swap(r"(?<=[a-z]{3})\. (?=(?:He|She|It|They|Then|There|But|The|His|Her|You|We) )", " "),
    "contraction": swap(
        r"\b([Dd]on|[Dd]idn|[Ww]asn|[Cc]ouldn|[Ww]ouldn|[Ii]sn|[Hh]adn|[Cc]an|[Ww]on)’t\b|\b(I)’(?=m\b|ve\b)"
        r"|\b([Yy]ou|[Tt]hey)’(?=re\b|ve\b)|\b([Tt]hat|[Ww]hat)’(?=s (?:a|the|not|all)\b)",
        lambda m: f"{m[1]}t" if m[1] else m[2] or m[3] or m[4],
    ),
    "its": swap(r"\b([Ii])t’s(?= (?:a|the|not|all|been|only|just|my|your|no|too|so)\b)", r"\1ts"),
    "it’s": swap(r"(?<=[a-z] )its(?= (?:own |[a-z]+ (?:and|of|in|was|had)\b))", "it’s"),
    "possessive": swap(
        r"\b((?:[Tt]he|his|her|my|your|their|a) (?:girl|boy|man|woman|father|mother|brother|sister|doctor|captain|king"
        r"|horse|driver|detective|lawyer|husband|wife|old man|ship|morning|day|night))’s(?= [a-z]+[ ,.])",
        lambda m: m[1] + "s",
    ),
    "possessive of a name": swap(r"(?<=[a-z] )([A-Z][a-z]+[a-rt-z])’s(?= (?!been|a\b|the\b|not\b|got)[a-z]+)", r"\1s"),
    "plural’s apostrophe": swap(
        r"\b(two|three|four|several|many|few|these|those|some|all the) ([a-z]+[a-rt-z])s(?=[ ,.] ?[a-z]*)", r"\1 \2’s"
    ),
}
"""The kinds, by name; each makes its error somewhere in a clean paragraph, or finds no place for it."""

NEUTRAL = frozenset(("turned open", "turned close"))
"""Kinds that only curly marks can have."""

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_SINGLE = str.maketrans({"“": "‘", "”": "’"})


def restyled(text: str, style: str) -> str | None:
    """The text in the quote style "double-straight", "single-curly" or "single-straight"; every place stays.

    None where a paragraph cannot be rewritten so: one with quotations inside speech, for single marks.
    """
    if style == "double-straight":
        return text.translate(_STRAIGHT)
    if style.startswith("single"):
        if "‘" in text:
            return None
        single = text.translate(_SINGLE)
        return single if style == "single-curly" else single.translate(_STRAIGHT)
    return text
