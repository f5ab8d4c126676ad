# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two words run together that mean something else so: everyday for every day, to workout.

Why a reader minds: everyday things are ordinary ones; what happens every day happens daily. A workout is a noun; one
goes to work out.

When to leave it: before a noun (an everyday thing), and in the names of things.

Example: She saw him everyday. → She saw him every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_NOUNS = (
    "workout|breakdown|setup|pickup|lookout|takeoff|makeup|backup|shutdown|cleanup|checkup|warmup|hangout|handout|dropout"
    "|standby|breakup|cutoff|kickoff|layoff|login|logout|payback|playback|rundown|runaway|sellout|shakeup|takeover|tryout"
    "|turnoff|wakeup|washout|wipeout|blackout|burnout|buildup|cookout|countdown|crackdown|giveaway|holdup|knockout|letdown"
    "|mixup|pullover|pushup|slowdown|stopover|walkout"
)
_ANY = re.compile(rf"everyday|awhile|maybe|{_NOUNS}")
_PARTICLE = re.compile(r"(?:out|down|up|off|by|in|back|away|over)$")
_AS_VERB = re.compile(
    rf"(?:\bto|'ll|n't|\bwe|\bthey|\bcan|\bwill|ould|\bmust|might) ({_NOUNS})(?= (?:the|a|an|my|his|her|their|our"
    r"|your|its|it|him|them|me|us|on|with|for|in|at|to|from|and|what|how|again|now|soon|there|here)\b|[.,;!?])"
)
_DAILY = re.compile(
    r"(?<![\w-])(everyday)(?=[.,;:!?\"]| (?:for|since|after|before|until|when|at|in|on|with|and (?:he|she|they|i)|to|he"
    r"|she|they|i|we|you|as|that|from|by|now|like|of|because|but|while)\b)"
)
_WHILE = re.compile(r"\b(?:for|after|in|quite) (awhile)(?![\w-])")
_MAYBE = re.compile(
    r"\b(?:it|he|she|they|that|this|there) (maybe)(?= (?:a|the|that|an|too|true|possible|necessary|better|best|hard"
    r"|time|more|something|just)\b)"
)


@check(
    id="joined-words", name="Two words run together", category="spelling", severity=Severity.ERROR, weight=0.75,
    examples=(
        Fires("She saw him ⟦everyday⟧.", "every day"),
        Fires("They waited for ⟦awhile⟧ longer.", "a while"),
        Fires("He went to ⟦workout⟧ at the gym.", "work out"),
        Fires("It ⟦maybe⟧ that he knew.", "may be"),
        Quiet("It was an everyday matter."),
        Quiet("They waited awhile."),
        Quiet("He had finished his workout at the gym."),
        Quiet("He thought it maybe a little late, or so she said."),
        Quiet("He drove to pickup trucks and stared."),
        Quiet("Maybe the best was yet to come."),
    ),
)
def joined_words(passage: Passage) -> Iterator[Found]:
    """Closed forms where grammar asks for two words."""
    lower = passage.lower
    if _ANY.search(lower) is None:
        return
    for match in _DAILY.finditer(lower):
        yield _found(passage, match, "every day", "Everyday things are ordinary ones; what happens daily happens")
    for match in _WHILE.finditer(lower):
        yield _found(passage, match, "a while", "Behind a preposition, and behind quite, it is")
    for match in _MAYBE.finditer(lower):
        if not _has_verb_before(passage, match.start()):
            yield _found(passage, match, "may be", "The verb is two words:")
    for match in _AS_VERB.finditer(lower):
        noun = match.group(1)
        particle = _PARTICLE.search(noun)
        if particle is not None:
            apart = f"{noun[: particle.start()]} {particle.group()}"
            yield _found(passage, match, apart, f"“{noun.capitalize()}” is a noun; the verb is two words:")


def _has_verb_before(passage: Passage, place: int) -> bool:
    """Whether the pronoun at ``place`` is the object of a verb before it: "thought it maybe a little late"."""
    number = passage.analysis.token_index(place)
    return number > 0 and passage.analysis.tokens[number - 1].pos in ("VERB", "ADP")


def _found(passage: Passage, match: re.Match[str], right: str, why: str) -> Found:
    start, end = match.span(1)
    fix = right.capitalize() if passage.text[start].isupper() else right
    return Found(start, end, f"{why} “{right}”.", (fix,))
