# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a degree said twice: more better, the most happiest, more easier, worser.

Why a reader minds: one step up is enough; two sound like a child or a joke.

When to leave it: where a character is meant to say so, and in Shakespeare.

Example: It was more easier now. → It was easier now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Zone
from redraft.language.inflection import inflect

_TWICE = re.compile(r"(?<![\w'-])(more|most) ([a-z]+(?:er|est)|better|best|worse|worst)(?![\w'-])")
_MADE_UP = re.compile(r"(?<![\w'-])(worser|worstest|bestest|gooder|goodest|badder|baddest)(?![\w'-])")
_RIGHT = {"worser": "worse", "worstest": "worst", "bestest": "best", "gooder": "better", "goodest": "best",
          "badder": "worse", "baddest": "worst"}  # fmt: skip
_IRREGULAR = words("better best worse worst")
_BEHIND = words("no any much many the once some few little nothing something")


@check(
    id="doubled-degree",
    name="Degree said twice",
    category="wrong-form",
    weight=0.8,
    sure=True,
    examples=(
        Fires("It was ⟦more easier⟧ now.", "easier"),
        Fires("She was the ⟦most happiest⟧ girl in town.", "happiest"),
        Fires("He felt ⟦more better⟧ after supper.", "better"),
        Fires("It was the ⟦bestest⟧ day.", "best"),
        Quiet("It was easier now."),
        Quiet("It needed more power and a more clever man."),
        Quiet("He was more eager and more bitter than she."),
        Quiet("“I feel more better,” said the child."),
        Quiet("He had once more better things to do."),
    ),
)
def doubled_degree(passage: Passage) -> Iterator[Found]:
    """“More” or “most” before a word that is itself a comparative; in speech only with a second voice."""
    lower = passage.lower
    if "more " in lower or "most " in lower:
        for match in _TWICE.finditer(lower):
            before = lower[max(0, match.start() - 12) : match.start()].split()
            idle = match.group(1) == "more" and before[-1:] and before[-1] in _BEHIND
            if not idle and _is_degree(match.group(2), match.group(1)):
                yield _found(passage, match, match.group(2))
    for match in _MADE_UP.finditer(lower):
        yield _found(passage, match, _RIGHT[match.group(1)])


def _is_degree(word: str, degree: str) -> bool:
    """Whether the word is a comparative after "more" or a superlative after "most", made from a known adjective."""
    ending = "er" if degree == "more" else "est"
    if word in _IRREGULAR:
        return True
    if not word.endswith(ending):
        return False
    stem = word[: -len(ending)]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    bases = {stem, stem + "e", doubled, stem[:-1] + "y" if stem.endswith("i") else stem}
    tag = "JJR" if ending == "er" else "JJS"
    return any(each in _PLAIN and inflect(each, tag) == word for each in bases)


_PLAIN = words(
    "easy hard big small large great high low tall short long wide broad narrow thick thin fat slim old young new fast"
    " slow quick strong weak hot cold warm cool dark light bright dull pale deep shallow happy sad angry lonely busy"
    " early late near close far clean dirty rich poor cheap kind cruel nice sweet sour soft loud quiet calm safe wild"
    " brave smart wise dumb silly funny ugly pretty lovely heavy tiny huge rough smooth sharp blunt tough tight loose"
    " fierce simple crazy scary hungry thirsty sleepy lazy lucky healthy wealthy noisy nasty tasty steep straight clear"
    " fair firm fresh full grim gentle mean proud rare ripe sick sore stiff strange strict tame tense vague young"
    " friendly deadly costly likely greedy dry wet red black white grey green few"
)


def _found(passage: Passage, match: re.Match[str], new: str) -> Found:
    start, end = match.span()
    fix = fitted(passage.text[start:end], new, passage.text)
    speech = passage.analysis.zone(start) is not Zone.NARRATION
    message = f"“{passage.text[start:end]}” says it twice; “{fix}” is enough."
    return Found(start, end, message, (fix,), unsure=speech)
