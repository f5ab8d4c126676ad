# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether words are somebody's own way of talking: dialect, slang, broken English that the author means.

Grammar that a schoolbook forbids is right in such a voice, so the rules on grammar ask here first.
"""

from __future__ import annotations

import re

from redraft.checks.story import Passage
from redraft.language.analysis import Stretch, Zone

_SIGNS = re.compile(
    r"(?<!\w)(?:ain't|tain't|'em|'un|'uns|'twas|'tis|'e|'er|'im|'is(?= [a-z])|'ad|'ow|o'(?= [a-z])|an'(?= )|th'|y'all"
    r"|ye|yer|yeh|thee|thou|nowt|owt|summat|gonna|gotta|outta|kinda|dunno|wanna|lemme|gimme|innit|lass|laddie|aye"
    r"|wi'|fer|jest|git|dat|dis|dem|de|gwine|wuz|sez|says i|i says|me (?:mam|mum|mom|dad|da|pa|ma|brother|sister|mate)"
    r"|my da|(?:he|she|it) don't|(?:i|he|she|it|that|there) weren't|(?:i|we|they|you) (?:seen|done|knowed)|them"
    r" (?:two|there)"
    r"|n't (?:\w+ ){0,3}(?:nothing|nobody|nowhere|no)|you was|we was|they was|i is|you is|they is)(?!\w)"
    r"|\b[a-z]{2,}in'(?!\w)|\ba-[a-z]+ing?\b"
)
"""What only a voice of its own has."""


def own_voice(passage: Passage, start: int, end: int) -> bool:
    """Whether the words round [start, end) show a voice of their own, whatever stands at the place itself.

    Speech is looked at as one, with all that is spoken in the paragraph; the telling apart from it.
    """
    lower = passage.lower
    spoken = zone_of(passage, start) is not Zone.NARRATION
    for match in _SIGNS.finditer(lower):
        elsewhere = match.end() <= start or end <= match.start()
        if elsewhere and (zone_of(passage, match.start()) is not Zone.NARRATION) == spoken:
            return True
    return False


def zone_of(passage: Passage, place: int) -> Zone:
    """Whose words stand at ``place``; where the marks of a paragraph's speech do not pair, all of it may be spoken."""
    zone = passage.analysis.zone(place)
    if zone is Zone.NARRATION and any(_broken(each) for each in passage.analysis.stretches):
        return Zone.SPEECH
    if zone is Zone.NARRATION and passage.straight.count('"') % 2:
        return Zone.SPEECH
    return zone


def _broken(stretch: Stretch) -> bool:
    return stretch.zone is Zone.SPEECH and not (stretch.opened and stretch.closed)
