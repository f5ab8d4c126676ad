# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a plain verb where custom asks for -ing: without look back, kept look over, instead of go.

Why a reader minds: the ending ties the verb to the word before it; without it the sentence falls in two.

When to leave it: where the word is a noun (without sleep, after work), and in the mouth of somebody who speaks so.

Example: Without look back, she went. → Without looking back, she went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Zone
from redraft.language.inflection import inflect

_VERBS = (
    "go|eat|tell|know|ask|see|find|take|give|leave|say|get|become|hear|bring|speak|lose|come|wait|think|listen"
    "|follow|choose"
    "|realize|realise|remember|forget|understand|learn|pay|sell|throw|write|read|sit|stand|enter|open|close|meet"
    "|keep|put"
    "|explain|answer|lie|let|seem|appear|happen|receive|admit|begin|send|buy|catch|teach|grab|admire|try|destroy"
    "|protect"
    "|hide|ruin|kill|watch|save|disturb|wake|make|have|do"
)
_MOVES = (
    "look|walk|talk|stare|run|laugh|sleep|swim|climb|dance|sing|jump|shout|scream|cry|smile|point|turn|stumble"
    "|crawl|glance"
    "|wander|search|reach|knock|whisper|stand|sit|lean|move|drive|ride|fight|play|work|step|stop|call|think|peer|speak"
)
_WHERE = (
    r"(?:back|at|over|up|down|around|round|to|into|out|away|through|along|across|about|for|on|toward"
    r"|towards|like|past)"
)
_BEFORE = re.compile(
    r"(?<![\w'-])(?:without(?: even| ever| once| so much as)?|instead of|avoided|avoid|kept on|insisted on|insist on"
    rf"|(?:was|were|am|is|are|got) used to|looking forward to|looked forward to|tired of|afraid of|thought of"
    rf"|capable of)"
    rf" (?P<verb>{_VERBS}|(?:{_MOVES})(?= {_WHERE}\b))"
    r"(?![\w'-]| of\b)"
)
_BEFORE_OBJECT = re.compile(
    rf"(?<![\w'-])(?:after|before|by|while) (?P<verb>{_VERBS})(?= (?:the|his|her|my|their|a|an|it|him|them|me|us"
    rf"|this|that"
    r"|up|out)\b)"
)
_KEPT = re.compile(
    rf"(?<![\w'-])(?:kept|keeps) (?P<verb>go|tell|ask|say|come|think|eat|try|get|{_MOVES})(?= {_WHERE}\b|[.,;])"
)
_STARTED = re.compile(
    r"(?<![\w'-])(?:started|stopped|finished|enjoyed|began|hated|loved|continued) (?P<verb>"
    r"laugh|cry|scream|go|eat|tell|ask|say|think|listen|follow|become|hear|speak|write|read|sing|shake|shiver"
    r"|tremble|weep"
    rf"|(?:walk|talk|run|look|stare|climb|move|fight)(?= {_WHERE}\b))(?=[.,;!?]| [a-z])(?! of\b)"
)
_SPENT = re.compile(
    r"(?<![\w'-])(?:spent|spend|spends|spending) (?:the |a |an |his |her |their |my |most of |all |half |so |too"
    r" |much |many"
    r" |whole |entire |rest of |next |last |few |two |three |hours? |long |first )*(?:day|days|night|nights"
    r"|hours?|time|morning"
    r"|afternoon|evening|weeks?|months?|years?|minutes?|summer|winter|life|lives) "
    rf"(?P<verb>{_VERBS}|{_MOVES})(?= (?:the|his|her|my|their|a|an|it|him|them|me|{_WHERE[3:-1]})\b)"
)
_NOT_BEFORE = re.compile(r"\b(?:what|who|all|that|which|they|we|you|i|people|men|one) $")


@check(
    id="missing-ing", name="Verb without its -ing", category="wrong-form", weight=0.7, sure=True,
    examples=(
        Fires("Without ⟦look⟧ back, she walked through the arch.", "looking"),
        Fires("Instead of ⟦go⟧ home she went to the river.", "going"),
        Fires("She kept ⟦look⟧ over her shoulder.", "looking"),
        Fires("They spent the night ⟦talk⟧ about ships.", "talking"),
        Fires("After ⟦eat⟧ his supper he went out.", "eating"),
        Fires("He started ⟦laugh⟧ and could not stop.", "laughing"),
        Quiet("Without sleep he was no use, and after work he slept."),
        Quiet("Instead of sleep came memories."),
        Quiet("She kept watch over the camp."),
        Quiet("He used to go there, to avoid open war."),
        Quiet("They started work at dawn and stopped to look at it."),
        Quiet("The place they loved looked over the sea."),
        Quiet("They spent the night and left."),
    ),
)
def missing_ing(passage: Passage) -> Iterator[Found]:
    """Plain verbs in frames that only -ing fits; in speech with a second voice."""
    for pattern in (_BEFORE, _BEFORE_OBJECT, _KEPT, _STARTED, _SPENT):
        for match in pattern.finditer(passage.lower):
            start, end = match.span("verb")
            token = passage.analysis.tokens[passage.analysis.token_index(start)]
            noun = token.tag == "JJ" or (pattern is _BEFORE_OBJECT and token.dep in ("pobj", "nsubj"))
            if noun or own_voice(passage, start, end):
                continue
            if _NOT_BEFORE.search(passage.lower[max(0, match.start() - 8) : match.start()]) and pattern is _BEFORE:
                continue
            new = inflect(match["verb"], "VBG") or ""
            fix = fitted(passage.text[start:end], new, passage.text)
            speech = passage.analysis.zone(start) is not Zone.NARRATION
            yield Found(start, end, f"Here the verb takes its ending: “{fix}”.", (fix,), unsure=speech)
