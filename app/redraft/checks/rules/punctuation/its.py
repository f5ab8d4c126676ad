# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: “it’s” for “its”, and “its” for “it’s”.

Why a reader minds: it’s is *it is* or *it has*; its is *of it*. Readers of books know, and look up.

When to leave it: never.

Example: The cat licked it’s paw. → The cat licked its paw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage

_IS = re.compile(
    r"(?<![\w'-])its(?= (?:a|an|the|not|been|going|just|too|so|very|really|time|okay|ok|fine|nothing|because|only"
    r"|been|about"
    r"|all right|alright|like|hard to|my|your|her|our|their|me|him|you|us|them|always|never|that|what|getting"
    r"|gonna)\b(?! one\b))"
)
_OF = re.compile(
    r"(?<![\w'-])it's(?= own\b)|(?<=\b(?:of|on|in|at|to|by) )it's(?= [a-z]+(?![a-z']*(?:ly|ing|ed)\b))"
    r"|(?<=\b(?:with|from|into|over|onto) )it's(?= [a-z]+)"
)
_NOT_POSSESSED = words(
    "a an the not been so too just very like my your his her our their all that what me him in on at to no"
)


@check(
    id="its",
    name="Its and it’s",
    category="apostrophe",
    severity=Severity.ERROR,
    sure=True,
    weight=0.92,
    examples=(
        Fires("Each had ⟦it’s⟧ own door.", "its"),
        Fires("He fell into ⟦it’s⟧ shadow.", "its"),
        Fires("“⟦Its⟧ not fair.”", "It’s"),
        Fires("“I know ⟦its⟧ a trap.”", "it’s"),
        Quiet("Each had its own door."),
        Quiet("“It’s not fair.”"),
        Quiet("He knew its not inconsiderable worth."),
        Quiet("It lost its very last friend and its only tree."),
        Quiet("“What I dream of, it’s all here.”"),
        Quiet("“I’d bet on it’s being late.”"),
    ),
)
def its(passage: Passage) -> Iterator[Found]:
    """Both confusions, where what follows leaves no doubt."""
    if "it" not in passage.lower:
        return
    for match in _IS.finditer(passage.lower):
        if _is_verbless(passage, match):
            continue
        yield _found(passage, match, "it's", "“its” means “of it”; here “it is” or “it has” is meant.")
    for match in _OF.finditer(passage.lower):
        following = re.match(r" ([a-z]+)", passage.lower[match.end() :])
        if following and following[1] not in _NOT_POSSESSED and _noun_follows(passage, match.end()):
            yield _found(passage, match, "its", "“it’s” is short for “it is”; “of it” is written “its”.")


def _is_verbless(passage: Passage, match: re.Match[str]) -> bool:
    """Whether “its” may own what follows: its very heart, its only door, its not inconsiderable worth."""
    rest = passage.lower[match.end() : match.end() + 40]
    if re.match(
        r" (?:very|only|just|not|like|never|always|really|too|so|about|time|nothing|all|getting|going)\b", rest
    ):
        return not re.match(
            r" (?:not (?:a|the|my|your|fair|true|like|that|going|right|so|too|safe|possible|easy|just|over|you|me"
            r"|even|really)\b"
            r"|time (?:to|for|you|we|i)\b|just (?:a|that|the|me|not|like|so|an)\b|so (?:hard|much|good|bad|nice|cold"
            r"|dark|easy)\b"
            r"|too (?:late|bad|much|early|soon|dark|hot|cold|far|dangerous|easy|hard)\b|like (?:a|the|he|she|you|that"
            r"|this)\b"
            r"|all (?:over|right|my|your|the|i|you|we|gone)\b|going to\b|really (?:a|not|good|nice|bad)\b"
            r"|only (?:a|the|been|me|fair|because|that)\b|been\b|nothing\b|getting\b|always been\b|never been\b)",
            rest,
        )
    return False


def _noun_follows(passage: Passage, place: int) -> bool:
    index = passage.analysis.token_index(place + 1)
    tokens = passage.analysis.tokens[index : index + 3]
    return bool(tokens) and (
        tokens[0].lower == "own"
        or tokens[0].tag in ("NN", "NNS")
        or (tokens[0].tag == "JJ" and len(tokens) > 1 and tokens[1].tag in ("NN", "NNS"))
    )


def _found(passage: Passage, match: re.Match[str], right: str, message: str) -> Found:
    old = passage.text[match.start() : match.end()]
    return Found(match.start(), match.end(), message, (fitted(old, right, passage.text),))
