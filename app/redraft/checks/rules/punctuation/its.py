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
    r"|about|all|alright|like|hard to|my|your|her|our|their|me|him|you|us|them|always|never|that|what|getting|no|gonna"
    r"|such|quite|pretty|almost|still|probably|obvious|possible|impossible|true|late|in|on|at|as|here|over)\b"
    r"(?! one\b))"
)
_OF = re.compile(
    r"(?<![\w'-])it's(?= own\b)|(?<=\b(?:of|on|in|at|to|by) )it's(?= [a-z]+(?![a-z']*(?:ly|ing|ed)\b))"
    r"|(?<=\b(?:with|from|into|over|onto) )it's(?= [a-z]+)"
)
_AFTER_VERB = re.compile(r"(?<=[a-z] )it's(?= [a-z])")
_CLAUSAL = words(
    "say said says think thought thinks know knew knows hope hoped believe believed feel felt guess mean means"
    " meant suppose swear bet see saw tell told hear heard figure fear feared wish realise realize realised"
    " realized understand is was are were be been 's 're 'm am sure do does did have had has wonder decide"
    " remember forget forgot imagine admit agree insist explain add find found show shows prove suggest doubt"
    " expect assume like seem seemed seems cry cried shout whisper whispered reply replied ask asked let make"
    " makes get try please come go look listen wait stop"
)
"""Verbs behind which a clause of its own may begin with “it’s”."""

_ALWAYS_VERB = words("a an the been no my your her our their me him you us them that what going gonna because such")
_LOOSE = words("all only very just like about")
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
        Fires("It altered ⟦it’s⟧ course.", "its"),
        Fires("“⟦Its⟧ too late.”", "It’s"),
        Quiet("It lost its very last friend and its only tree."),
        Quiet("It had its all too human side, and gave its all."),
        Quiet("He said it’s dinner time."),
        Quiet("“What I dream of, it’s all here.”"),
        Quiet("“I’d bet on it’s being late.”"),
    ),
)
def its(passage: Passage) -> Iterator[Found]:
    """Both confusions, where what follows leaves no doubt."""
    if "it" not in passage.lower:
        return
    for match in _IS.finditer(passage.lower):
        if not _is_verbless(passage, match):
            yield _found(passage, match, "it's", "“its” means “of it”; here “it is” or “it has” is meant.")
    for match in _OF.finditer(passage.lower):
        following = re.match(r" ([a-z]+)", passage.lower[match.end() :])
        if following and following[1] not in _NOT_POSSESSED and _noun_follows(passage, match.end()):
            yield _found(passage, match, "its", "“it’s” is short for “it is”; “of it” is written “its”.")
    for match in _AFTER_VERB.finditer(passage.lower):
        if _governed(passage, match.start()) and _noun_follows(passage, match.end()):
            yield _found(passage, match, "its", "“it’s” is short for “it is”; “of it” is written “its”.")


def _governed(passage: Passage, place: int) -> bool:
    """Whether a verb before "it's" takes what follows as its object: "altered it's course"."""
    before = passage.analysis.tokens[passage.analysis.token_index(place - 2)]
    if before.lower == "and":
        return False
    return before.tag in ("VBD", "VBG", "VB") and before.lower not in _CLAUSAL and before.lemma not in _CLAUSAL


def _is_verbless(passage: Passage, match: re.Match[str]) -> bool:
    """Whether “its” may own what follows: its very heart, its only door, its not inconsiderable worth."""
    tokens = passage.analysis.tokens
    index = passage.analysis.token_index(match.end() + 1)
    if tokens[index].lower in _ALWAYS_VERB:
        return False
    while index < len(tokens) - 1 and (tokens[index].tag.startswith("RB") or tokens[index].lower in _LOOSE):
        index += 1
    if not tokens[index].is_word:
        return tokens[index - 1].lower == "all"
    if tokens[index].tag in ("NN", "NNS") and tokens[index].lower != "time":
        return True
    if tokens[index].tag in ("JJ", "JJS", "JJR", "VBN", "VBG", "CD"):
        return tokens[min(index + 1, len(tokens) - 1)].tag in ("NN", "NNS", "JJ", "CD", "VBG", ",", "CC", "HYPH", "-")
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
    old = passage.text[match.start() : match.start() + (4 if right == "its" else 3)]
    style = "’" if (passage.story.quotes or "").endswith("curly") else ""
    return Found(match.start(), match.start() + len(old), message, (fitted(old, right, passage.text + style),))
