# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an adverb behind a verb of the senses, and good behind a verb of doing: it smelled deliciously.

Why a reader minds: the soup does nothing with its nose; it is delicious. And whoever sings well does not sing good.

When to leave it: where somebody does the smelling or looking (she sniffed deeply, he looked sadly at her).

Example: The soup smelled deliciously. → The soup smelled delicious.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Zone

_ADJECTIVES = {
    "deliciously": "delicious", "badly": "bad", "beautifully": "beautiful", "terribly": "terrible",
    "wonderfully": "wonderful", "horribly": "horrible", "strangely": "strange", "differently": "different",
    "nicely": "nice", "awfully": "awful", "bitterly": "bitter", "sweetly": "sweet", "oddly": "odd",
    "perfectly": "perfect", "weirdly": "weird", "freshly": "fresh", "disgustingly": "disgusting",
    "amazingly": "amazing", "fantastically": "fantastic", "angrily": "angry", "happily": "happy",
    "sadly": "sad", "nervously": "nervous", "guiltily": "guilty", "strongly": "strong", "weakly": "weak",
}  # fmt: skip
_CLAUSE = r"(?=[.,;!?\"]|$| (?:and|but|when|until|because|after|since|so|to (?:him|her|me|them|us))\b)"
_FREE = "|".join(each for each in _ADJECTIVES if each not in ("strongly", "freshly", "weakly"))
_SENSED = re.compile(
    rf"(?<![\w'-])(?:smell(?:ed|s|ing)?|tast(?:ed|es)|sound(?:ed|s)) (?:so |very |really |quite |rather"
    rf" )?({_FREE}){_CLAUSE}"
)
_FELT = re.compile(
    r"(?<![\w'-])(?:feel|feels|felt|feeling) (?:so |very |really |quite |rather |pretty )?"
    rf"(badly|terribly|horribly|awfully|guiltily|sadly|happily|angrily|strangely|oddly|weirdly|wonderfully)"
    rf"(?: about\b|{_CLAUSE})"
)
_GOOD = re.compile(
    r"(?<![\w'-])(?:played|sang|fought|slept|knew|danced|spoke|cooked|swam|wrote|performed|behaved|fits|fit"
    r"|worked|works"
    r"|speaks|plays|sings|fights|knows him|drove|ran) (?:so |very |pretty |really |as |him |her |it )?(good)"
    r"(?=[.,;!?]| (?:enough|that|at|in|with|and|but|together|as)\b)"
)
_SOUNDED_WELL = re.compile(r"(?<![\w'-])(?:sounded|sounds|tasted|smelled) (well)(?=[.,;!?]| (?:and|but|until|when)\b)")


@check(
    id="sense-adverb", name="Adverb for an adjective, good for well", category="wrong-form", weight=0.68, sure=True,
    examples=(
        Fires("The soup smelled ⟦deliciously⟧, and he turned.", "delicious"),
        Fires("She felt ⟦badly⟧ about the vase.", "bad"),
        Fires("He sang so ⟦good⟧ that they wept.", "well"),
        Fires("The plan sounded ⟦well⟧ until she asked.", "good"),
        Quiet("The soup smelled delicious."),
        Quiet("She felt badly hurt, and badly used by them all."),
        Quiet("He looked sadly at her."),
        Quiet("The bell sounded loudly, and it sounded well made."),
        Quiet("“He sang so good,” she said."),
        Quiet("He ran good horses and wrote good books."),
    ),
)
def sense_adverb(passage: Passage) -> Iterator[Found]:
    """Fixed frames, outside speech."""
    lower = passage.lower
    for pattern in (_SENSED, _FELT, _GOOD, _SOUNDED_WELL):
        for match in pattern.finditer(lower):
            start, end = match.span(1)
            if zone_of(passage, start) is not Zone.NARRATION or own_voice(passage, start, end):
                continue
            word = match.group(1)
            new = {"good": "well", "well": "good"}.get(word) or _ADJECTIVES[word]
            fix = fitted(passage.text[start:end], new, passage.text)
            message = f"It tells what something is like: “{fix}”." if new != "well" else "It tells how it is"
            " done: “well”."
            yield Found(start, end, message, (fix,))
