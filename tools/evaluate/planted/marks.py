# SPDX-License-Identifier: GPL-3.0-or-later
"""Hyphens, capitals, apostrophes, end marks and spaces."""

from __future__ import annotations

from tools.evaluate.planted.making import Maker, lowered, raised, swap, words

_PLURAL = r"(?:two|three|four|several|many|few|these|those|some)"
_OWNER = r"(?:father|mother|brother|sister|man|woman|boy|girl|doctor|captain|king|old man|friend|wife|husband|world)"

HYPHENS: dict[str, Maker] = {
    "number": swap(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?=[a-z])", r"\1 "),
    "compound before a noun": swap(
        r"(?<=\ba )([a-z]+)-([a-z]*(?:ed|ing|known|made|worn|old|long)) (?=[a-z]{3,})", r"\1 \2 "),
    "age": swap(r"\b([a-z]+)-year-old\b", r"\1 year old"),
    "kin": swap(r"\b(mother|father|brother|sister|son|daughter)-in-law\b", r"\1 in law"),
    "hyphen after an adverb": swap(r"(?<=\ba )([a-z]{3,}ly) (?=[a-z]+ed [a-z]{3,})", r"\1-"),
    "self": swap(r"\bself-(?=[a-z])", "self "),
    "word with a hyphen it has not": words({"headache": "head-ache", "something": "some-thing", "nobody": "no-body",
                                            "forever": "for-ever", "nothing": "no-thing", "goodbye": "good-bye",
                                            "heartbeat": "heart-beat", "breakfast": "break-fast"}),
}  # fmt: skip

CAPITALS: dict[str, Maker] = {
    "sentence": swap(r"(?<=[a-z]{3}\. )[A-Z](?=[a-z]+ [a-z])", lowered),
    "I": swap(r"(?<=[a-z,] )I(?= [a-z]|’[a-z])", "i"),
    "day or month": swap(
        r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|August|September|October"
                         r"|November|December|Christmas)\b", lowered),
    "people and places": swap(
        r"(?<=[a-z] )(?:English|French|German|American|Italian|Spanish|Chinese|Indian|Irish|London"
                              r"|Paris|America|England|France)\b", lowered),
    "title": swap(
        r"(?<=[a-z,] )(?:Mrs?|Miss|Dr|Captain|Doctor|Professor|Inspector|Uncle|Aunt)\b(?=\.? [A-Z])", lowered),
    "kin with my": swap(r"(?<=\bmy )(?:mother|father|brother|sister|aunt|uncle)\b", raised),
    "common noun": swap(r"(?<=\bthe )(?:door|room|window|street|car|table|girl|boy|floor|night)\b(?= [a-z])", raised),
    "name of the story": swap(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= (?:was|had|said|looked|went)\b)", lowered),
}  # fmt: skip

APOSTROPHES: dict[str, Maker] = {
    "not": swap(r"\b(did|was|do|had|could|would|does|is)n’t\b", r"\1nt"),
    "pronoun’s verb": swap(r"\b([Tt]hey|[Yy]ou|I)’(?=ve\b|m\b|re\b)", r"\1"),
    "that’s": swap(r"\b([Tt]hat|[Ww]hat|[Ll]et)’s\b", r"\1s"),
    "possessive": swap(rf"\b((?:the|his|her|my|your) {_OWNER})’s(?= [a-z])", r"\1s"),
    "name’s possessive": swap(r"(?<=[a-z] )([A-Z][a-z]+[a-rt-z])’s(?= [a-z]+[ ,.])(?! been| a | the | not )", r"\1s"),
    "plural": swap(rf"\b({_PLURAL}) ([a-z]+[a-rt-z])s(?=[ ,.])", r"\1 \2’s"),
    "in the wrong place": swap(r"\b(did|was|do|had|could|would|does|is)n’t\b", r"\1’nt"),
}

END_MARKS: dict[str, Maker] = {
    "paragraph’s end": swap(r"(?<=[a-z]{3})\.$", ""),
    "between sentences": swap(r"(?<=[a-z]{3})\. (?=(?:He|She|It|They|There|But|The|His|Her|We) )", " "),
    "comma at the paragraph’s end": swap(r"(?<=[a-z]{3})\.$", ","),
    "stop for a question": swap(
        r"(?<=[.!?“] )((?:What|Where|Why|Who|How) (?:is|are|was|did|do|does|would|could) [^.?!”]+)\?",
                                r"\1."),
    "two commas": swap(r"(?<=[a-z]),(?= [a-z])", ",,"),
    "two stops": swap(r"(?<=[a-z]{3})\.(?= [A-Z]|$)", ".."),
    "question in speech": swap(r"((?:^“|[.!?] )(?:What|Where|Why|Who|Do|Did|Are|Is|Can) [^“”.?!—…]*)\?(?=”)", r"\1."),
}

SPACES: dict[str, Maker] = {
    "after a stop": swap(r"(?<=[a-z]{3})\. (?=[A-Z][a-z])", "."),
    "after a comma": swap(r"(?<=[a-z]{3}), (?=[a-z]{2})", ","),
    "before a mark": swap(r"(?<=[a-z]{2})([,.?!;])(?= )", r" \1"),
    "two in a line": swap(r"(?<=[a-z]) (?=[a-z]{3,} [a-z])", "  "),
}
