# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: times without their apostrophe, decades with one: two weeks time, a days march, the 1990’s.

Why a reader minds: it is the time of two weeks, so the weeks own it; a decade owns nothing.

When to leave it: where the decade does own something (the 1990’s best song), and where a house style keeps it.

Example: in two weeks time → in two weeks’ time
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.story import Passage

_OWNED = (
    "time|notice|walk|march|journey|ride|work|pay|leave|worth|sleep|rest|travel|wages|growth|grace|absence"
    "|silence|peace|delay"
    "|warning|supply|rent|salary|head start|imprisonment|hard labor|hard labour|sail"
)
_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|few|several"
    "|couple|many"
    r"|\d+"
)
_MANY = re.compile(
    rf"\b(?:{_NUMBER})(?: of)?(?: more| good| long| whole)? (days|weeks|months|years|hours|minutes) (?:{_OWNED})\b(?!-)"
)
_ONE = re.compile(
    rf"\b(?:a|one|this|last|next|yester)(?: whole| full| good| hard)? ?(days|weeks|months|years|hours|moments"
    rf"|nights) (?:{_OWNED})\b(?!-)"
)
_DAY = re.compile(r"(?<![\w'-])(todays|tomorrows|yesterdays|tonights)(?= [a-z])")
_END = re.compile(r"\bat (?:the |this )?(?:\w+ )?(days|weeks|months|years|nights|journeys|wits) end\b")
_DECADE = re.compile(
    r"\b(?:the|since|early|mid|late)[ -](?:early |mid-|mid |late )?((?:1[5-9]"
    r"|20)\d0's)(?=[.,;!?\"]|$| (?:and|when|had|were|was|but|in)\b)"
)


@check(
    id="time-possessive", name="Apostrophe of times and decades", category="apostrophe", weight=0.75, sure=True,
    examples=(
        Fires("They had two ⟦weeks⟧ time to finish it.", "weeks’"),
        Fires("It was a ⟦days⟧ march to the border.", "day’s"),
        Fires("She looked at ⟦todays⟧ paper.", "today’s"),
        Fires("He had worn it since the ⟦1990’s⟧.", "1990s"),
        Quiet("They had two weeks to finish it, in two weeks’ time."),
        Quiet("The 1990’s best song was his, and the 1990s were kind."),
        Quiet("He had been there two days, and at the day’s end he left."),
        Quiet("In three hours work would begin, and many years pay for it."),
    ),
)
def time_possessive(passage: Passage) -> Iterator[Found]:
    """Spans of time before what they own, and decades before nothing."""
    mark = "'" if "'" in passage.text and "’" not in passage.text else "’"
    for pattern in (_MANY, _ONE, _DAY, _END, _DECADE):
        for match in pattern.finditer(passage.lower):
            start, end = match.span(1)
            old = passage.text[start:end]
            if pattern is _DECADE:
                yield Found(start, end, "A decade is a plain plural, without an apostrophe.", (old[:-2] + "s",))
            elif pattern is not _MANY:
                yield Found(start, end, f"It belongs to it: “{old[:-1]}{mark}s”.", (f"{old[:-1]}{mark}s",))
            elif _owns(passage, end):
                yield Found(start, end, f"It is theirs, so the apostrophe: “{old}{mark}”.", (old + mark,))


def _owns(passage: Passage, place: int) -> bool:
    """Whether the word behind is no subject and no verb: "in three hours work would begin"."""
    noun = passage.analysis.tokens[passage.analysis.token_index(place + 1)]
    return noun.tag in ("NN", "NNS", "JJ", "IN") and not noun.dep.startswith(("nsubj", "ROOT", "csubj"))
