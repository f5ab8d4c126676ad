# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a semicolon before a piece that is no sentence: He had one aim; revenge.

Why a reader minds: a semicolon parts two whole sentences; before a mere piece it stops the reader for nothing.

When to leave it: in long lists whose parts hold commas themselves.

Example: He had one aim; revenge. → He had one aim: revenge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import FINITE
from redraft.checks.commas.suspects import suspects
from redraft.checks.lexicon import words
from redraft.checks.story import Passage
from redraft.language.analysis import Sentence, Token, Zone

_LEADS = words("because although which while when if unless since whereas who until where especially including such")


@check(
    id="semicolon-fragment",
    name="Semicolon before a fragment",
    category="punctuation",
    weight=0.6,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("He had come for one ⟦thing;⟧ revenge.", "thing:"),
        Fires("She stayed at ⟦home;⟧ because it rained.", "home,"),
        Fires("She sat at the ⟦window;⟧ watching the ships come in.", "window,"),
        Fires("He ran down the ⟦stairs;⟧ his heart pounding in his ears.", "stairs,"),
        Quiet("She sat at the window; watching was all she could do."),
        Quiet("He ran; his heart was pounding."),
        Quiet("He had come for one thing: revenge."),
        Quiet("She stayed at home; it rained."),
        Quiet("He had bread, wine, and cheese; salt, oil, and herbs; a knife."),
        Quiet("She stayed at home; because it rained, nobody came."),
    ),
)
def semicolon_fragment(passage: Passage) -> Iterator[Found]:
    """The last semicolon of a sentence, before a short piece without a verb or one that a joining word leads."""
    if ";" not in passage.text:
        return
    tokens = passage.analysis.tokens
    told = set()
    for sentence in passage.analysis.sentences:
        marks = [each for each in range(sentence.first, sentence.last) if tokens[each].text == ";"]
        if len(marks) == 1 and sentence.first + 3 <= marks[0] < sentence.last - 2:
            mark = _better(tokens, sentence, marks[0])
            if mark is not None:
                told.add(marks[0])
                yield _found(passage, marks[0], mark)
    for each in suspects(passage):
        if each.task == "semicolon" and each.place.left + 1 not in told:
            yield replace(_found(passage, each.place.left + 1, ","), unsure=each.unsure)


def _better(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> str | None:
    rest = tokens[index + 1 : sentence.last]
    size = sum(each.is_word for each in rest)
    finite = any(each.tag in FINITE for each in rest)
    whole = any(each.tag in FINITE for each in tokens[sentence.first : index])
    if not whole or any(each.text in (",", "—", "“", "”", '"', "‘", "’") for each in rest[:-2]):
        return None
    if rest[0].lower in _LEADS and finite:
        return ","
    if not finite and size > 2 and _hangs_on(rest):
        return ","
    if (
        finite
        or size > 3
        or rest[0].tag in ("CC", "RB", "IN", "VBG", "VBN", "UH", "TO", "VB")
        or rest[0].lower in ("not", "no", "never")
    ):
        return None
    return ":"


def _hangs_on(rest: tuple[Token, ...]) -> bool:
    """Whether the piece is "watching the ships" or "his heart pounding", which hangs on the sentence before."""
    if rest[0].tag == "VBG":
        return rest[1].tag in ("IN", "DT", "PRP$", "PRP", "RP", "RB", "TO", "WRB")
    return rest[0].tag == "PRP$" and rest[1].tag in ("NN", "NNS") and rest[2].tag in ("VBG", "VBN", "IN", "JJ")


def _found(passage: Passage, index: int, mark: str) -> Found:
    word, semicolon = passage.analysis.tokens[index - 1], passage.analysis.tokens[index]
    fix = passage.text[word.start : word.end] + mark
    joined = mark == "," and not _hangs_on(passage.analysis.tokens[index + 1 : index + 4])
    message = "A semicolon parts two whole sentences; what follows here is none."
    return Found(
        word.start,
        semicolon.end,
        message,
        (fix,),
        unsure=joined or passage.analysis.zone(word.start) is not Zone.NARRATION,
    )
