# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a participle without its ending: was surprise to see, covered in, a boy name Tom, had never want.

Why a reader minds: the ending is not heard in quick speech, but on the page the word becomes another.

When to leave it: where the word is a noun after all (it was force that won).

Example: He was surprise to see her. → He was surprised to see her.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Zone
from redraft.language.inflection import inflect, lemma

_BE = r"(?:am|is|are|was|were|be|been|being|got|wasn't|weren't|isn't|aren't)"
_HOW = (
    r"(?:(?:not|so|very|too|quite|still|just|never|really|only|always|almost|also|already|even|now|rather|[a-z]+ly) )?"
)
_FRAMES = {
    "surprise": "to|at|by|that|when", "scare": "of|to|by|that", "excite": "to|about|by|for|at|that",
    "amaze": "to|at|by|that|how", "annoy": "at|by|with|that", "confuse": "by|about|at|as", "bore": "with|by|of",
    "interest": "in", "tire": "of|from", "force": "to|into|back", "cover": "in|with|by", "dress": "in|as|like|for|up",
    "fill": "with|up", "shock": "to|at|by|that", "terrify": "of|by|at|that", "worry": "about|that|for",
    "marry": "to|for", "determine": "to|that", "concern": "about|with|for|that", "involve": "in|with",
    "disappoint": "in|with|by|at|that|to", "exhaust": "from|by|after|and", "please": "to|with|at|by|that",
    "relieve": "to|that|of|by|when", "frighten": "of|by|to|at|that", "suppose": "to", "locate": "in|at|on|near",
    "prepare": "to|for", "ashame": "of|to|that", "attach": "to", "addict": "to", "surround": "by|with",
    "impress": "by|with|that", "embarrass": "by|to|about|at", "convince": "that|of|by",
    "use": "to(?= (?:it|this|that|him|her|them|being|seeing|the|his)\\b)",
    "crowd": "with|by|around", "engage": "to", "satisfy": "with|that|to", "schedule": "to|for", "inform": "of|that|by",
    "astonish": "to|at|by|that|when", "stun": "by|to|at|that", "trap": "in|by|under", "cloak": "in",
    "wrap": "in|up|around",
    "soak": "in|with|to|through", "doom": "to", "destine": "to|for", "oblige": "to", "tempt": "to", "accustom": "to",
    "base": "on|upon", "compose": "of", "inspire": "by|to", "injure": "by|in",
    "name": "after|for(?= (?:his|her|the)\\b)",
}  # fmt: skip
_MADE = {"ashame": "ashamed", "bore": "bored"}
_PERSONS = frozenset("he she they we i you and had to who".split())
_NOUN_AFTER_IT = frozenset("surprise shock concern interest use name base".split())
_BARE = re.compile(
    rf"(?<![\w'-])(?P<who>[\w’'-]+ )?{_BE} {_HOW}(?P<verb>"
    + "|".join(
        rf"{verb}(?= (?:{after})(?![\w'-]))" if "(?=" not in after else rf"{verb}(?= {after})"
        for verb, after in _FRAMES.items()
    )
    + ")"
)
_ONLY_VERBS = (
    "embarrass|confuse|frighten|terrify|amaze|annoy|disappoint|astonish|humiliate|relieve|excite|destroy"
    "|infuriate|irritate"
    "|depress|impress|horrify|satisfy|exhaust|determine|involve|admire|bury|tire|accuse|betray"
)
_NOUNS_TOO = "scare|worry|surprise|shock|bore|arrest|puzzle|defeat|prejudice|curse|delight|torment"
_FELT = re.compile(
    rf"(?<![\w'-])(?P<who>)(?:felt|feels|feel|looked|looks|seemed|seems|got|became|(?:was|were|is|are|'m|'re)"
    rf" (?:so|too|very"
    rf"|really|quite|just|already|always|completely|still)) (?:so |very |a little |really |quite |too |rather )?"
    rf"(?P<verb>{_ONLY_VERBS}|(?<=so )(?:{_NOUNS_TOO})|(?<=very )(?:{_NOUNS_TOO}))(?=[.,;!?]| (?:and|about|of"
    rf"|that|by|to|with|at|after|when|as|from|because|for|in|but)\b)"
)
_BY = re.compile(
    rf"(?<![\w'-])(?P<who>)(?:was|were|been|is|are|being) (?P<verb>{_ONLY_VERBS}|{_NOUNS_TOO}|trap|chase|attack"
    rf"|capture|force|kill|raise"
    rf"|punish|order|name|call|hire|rescue|save|question|wound|cover)(?= by (?:the|a|an|his|her|my|their|what|it"
    rf"|him|them|this)\b)"
)
_NAMED = re.compile(
    r"(?<![\w'-])(?:a|an|the|another|some|young|old) (?:[a-z]+ )?(?:boy|girl|man|woman|kid|child|guy|dog|cat|horse"
    r"|place|village|town|city|friend|teacher|student|creature|ship|island|planet|demon|witch|wizard|lady|person"
    r"|knight|soldier|warrior|princess|prince)"
    r" (name)(?= [A-Z])"
)


@check(
    id="missing-ed",
    name="Participle without its ending",
    category="wrong-form",
    weight=0.72,
    sure=True,
    examples=(
        Fires("He was ⟦surprise⟧ to see her.", "surprised"),
        Fires("She was ⟦dress⟧ in red.", "dressed"),
        Fires("They were ⟦force⟧ to stay.", "forced"),
        Fires("The floor was ⟦cover⟧ with snow.", "covered"),
        Fires("She met a boy ⟦name⟧ Tom.", "named"),
        Fires("She felt so ⟦embarrass⟧ that she left.", "embarrassed"),
        Fires("He was ⟦curse⟧ by the witch when he was seven.", "cursed"),
        Quiet("He felt surprise and she felt worry about it; it was force by any name."),
        Quiet("It was a surprise by any measure, and he looked a little tired."),
        Quiet("He was surprised to see her."),
        Quiet("It was force that won the day."),
        Quiet("His only weapon was surprise to the last."),
        Quiet("It was surprise at her words that stopped him."),
        Quiet("The sole motive was interest in the girl."),
        Quiet("She gave the boy the name Tom."),
    ),
)
def missing_ed(passage: Passage) -> Iterator[Found]:
    """A bare verb in a frame that only its participle fits."""
    seen: set[int] = set()
    for match in (each for pattern in (_BARE, _FELT, _BY) for each in pattern.finditer(passage.lower)):
        if match.start("verb") in seen:
            continue
        seen.add(match.start("verb"))
        verb = match.group("verb")
        who = (match.group("who") or "").strip()
        if match.re is _BARE and verb in _NOUN_AFTER_IT and who not in _PERSONS:
            continue
        if who == "there":
            continue
        yield _found(passage, match.start("verb"), match.end("verb"))
    for match in _NAMED.finditer(passage.straight):
        yield _found(passage, match.start(1), match.end(1))


def _found(passage: Passage, start: int, end: int) -> Found:
    old = passage.text[start:end]
    word = old.lower()
    new = _MADE.get(word) or inflect(lemma(word, "VERB"), "VBN") or word + "d"
    speech = passage.analysis.zone(start) is not Zone.NARRATION
    fix = fitted(old, new, passage.text)
    return Found(start, end, f"Here “{old}” takes its ending: “{fix}”.", (fix,), unsure=speech)
