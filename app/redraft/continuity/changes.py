# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes an attribute on the way: dyed hair, a repainted van, years, a wedding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.cast import Character
from redraft.characters.claims.claim import kept_by_text
from redraft.continuity.story import Story
from redraft.language.analysis import Analysis

_CHANGES = {
    "hair": r"\b(?:dyed?|dyeing|bleach\w*|henna\w*|hair ?dye|wigs?|(?:gone|going|went|turned|turning) (?:white"
            r"|gr[ae]y|bald)"
            r"|highlights|peroxide|tinted)\b",
    "beard": r"\b(?:shav(?:ed|ing)|dyed?|false beard|clean-shaven)\b",
    "eyes": r"\b(?:contact lens(?:es)?|coloured lenses|glamou?r|transformed (?:in)?to)\b",
    "car": r"\b(?:repaint\w*|resprayed?|painted|new (?:car|van|truck|bike|lorry)|sold (?:his|her|the)|traded in"
           r"|bought)\b",
    "job": r"\b(?:retired|(?:had|has) quit|quit (?:his|her|my|the)|resigned from|(?:was|been|got) (?:fired|sacked"
           r"|promoted)|used to "
           r"be an?|former"
           r"|became an?|gave up (?:his|her|the))\b",
    "home": r"\b(?:moved (?:in|out|to|house|away)|new (?:flat|house|apartment|address))\b",
    "injury": r"\b(?:healed|recovered|the other (?:arm|leg|hand|eye|knee|foot|ear))\b",
    "height": r"\b(?:grown (?:so |much |very )?(?:tall\w*|an inch|\w+ inches)|shot up|grew (?:tall\w*|an inch|\w+ "
              r"inches))\b",
    "build": r"\b(?:(?:lost|put on|gained) (?:\w+ )?(?:weight|pounds|stone)|starv(?:ed|ing)|wasted away|(?:grown"
             r"|grew|got)"
             r" (?:\w+ )?(?:fat|thin|stout)\w*|filled out|pregnant)\b",
    "hand": r"\b(?:learn(?:ed|t|ing)? to (?:write|use)|since the (?:accident|stroke|war|fire|fall)"
            r""
            r"|(?:lost|broken?|hurt|injured|burned|crushed) (?:his|her|my|the) (?:left|right))\b",
    "pet": r"\b(?:died|dead|buried|put down|new (?:dog|puppy|cat|kitten|horse|pony)|run over"
           r"|other (?:dog|cat|horse))\b",
    "rank": r"\b(?:promot\w*|demot\w*|reduced to|stripped of|commission(?:ed)?|had (?:once )?been an?|made (?:him"
            r"|her|me) (?:an? "
            r")?(?:captain|lieutenant|sergeant|corporal|major))\b",
    "family": r"\b(?:married|wedding|adopted|engaged to|foster\w*|widow\w*|divorced?|step-?(?:mother|father"
              r"|brother|sister|son"
              r"|daughter))\b",
}  # fmt: skip
_OF = {
    "hair": r"\b(?:hair\w*|wigs?|blonde?|dye)\b", "beard": r"\b(?:beard\w*|chin|moustache"
        r"|face)\b", "eyes": r"\b(?:eyes?|lens\w*)\b",
    "car": r"\b(?:car|van|truck|lorry|pickup|motorcycle|motorbike|bicycle|bike|scooter|boat|jeep|dog|cat|horse"
           r"|sword|gun)\b",
    "injury": r"\b(?:arm|leg|hand|eye|knee|foot|shoulder|wrist|ankle|wound\w*|cast|sling|limp\w*)\b",
}  # fmt: skip
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _CHANGES.items()}
_NOUNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _OF.items()}
_SAME = {"moustache": "beard", "animal": "car", "weapon": "car"}


@kept_by_text
def changes(analysis: Analysis) -> Iterator[str]:
    """Which kinds of attribute a paragraph may speak of as changing."""
    for kind, pattern in _PATTERNS.items():
        if pattern.search(analysis.text) and (kind not in _NOUNS or _NOUNS[kind].search(analysis.text)):
            yield kind


def changed_between(story: Story, character: Character, kind: str, first: int, last: int) -> bool:
    """Whether from paragraph ``first`` to ``last`` (indices, inclusive) something may have changed such an attribute of
    the character: words of change stand where the character is named, or close to it."""
    wanted = _SAME.get(kind, kind)
    if wanted not in _PATTERNS:
        return False
    changing = [index for index in range(first, last + 1) if wanted in changes(story.analyses[index])]
    if not changing:
        return False
    near = {each.index + step for each in story.named(character) for step in range(-_NEAR, _NEAR + 1)}
    return any(index in near or index in (first, last) for index in changing)


_NEAR = 2
"""Paragraphs from a mention within which a pronoun may go on about the character."""
