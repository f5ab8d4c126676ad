# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: one word of a family for another: in silent, a danger man, a sadly smile, the lost of his wife.

Why a reader minds: the sense is there and the grammar is not; the sentence limps.

When to leave it: in the mouth of somebody who speaks so, and in terms of a trade.

Example: They walked on in silent. → They walked on in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.fluency import swap_gain
from redraft.checks.lexicon import BE, words
from redraft.checks.phrases import fitted
from redraft.checks.rates import reads_clean
from redraft.checks.rules.forms.kin import kin
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token

_GAIN, _HINT = 5.0, 3.5
"""Bits by which the other word must be likelier, and from which a second voice is enough."""
_STATES = (BE - {"'s"}) | words("very so too felt feel feels looked seemed became grew")
_UNLIKE = words("than as it there here")
"""Behind these "is" and "was" take a noun: it was death, less than was truth."""
_OWNERS = frozenset(("DT", "PRP$"))
_AFTER_NOUN = frozenset(("IN", "TO", "VBD", "VBZ", "MD", "CC", ".", ",", ":", "''", "WP", "WDT"))
_LEADS = frozenset(("IN", "PRP$", "JJ"))


@check(
    id="word-class", name="Noun, adjective or adverb in another's place", category="wrong-form", weight=0.64, sure=True,
    examples=(
        Fires("They walked on in ⟦silent⟧.", "silence"),
        Fires("She gave him a ⟦sadly⟧ smile.", "sad"),
        Fires("He was ⟦anger⟧ with her.", "angry"),
        Fires("The ⟦lost⟧ of his wife had broken him.", "loss"),
        Fires("He was a ⟦danger⟧ man.", "dangerous"),
        Quiet("They walked on in silence, and he was silent."),
        Quiet("She gave him a sadly knowing smile."),
        Quiet("He gave the danger signal and hid in the dark."),
        Quiet("The young of the herd were lost in the valley."),
        Quiet("There was silence, and it was death to speak."),
    ),
)
def word_class(passage: Passage) -> Iterator[Found]:
    """Words with kin of another class in a place for that class, where the kin is far likelier."""
    tokens, known = passage.analysis.tokens, kin()
    clean = reads_clean(passage.story.roughness)
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        lower = token.lower
        others: tuple[str, ...] = ()
        if lower in known.nouns and _wants_noun(tokens, index):
            others = known.nouns[lower]
        elif lower in known.adjectives and _wants_adjective(tokens, index):
            others = known.adjectives[lower]
        elif lower in known.plain and _wants_plain(tokens, index):
            others = known.plain[lower]
        if not others or not token.text.islower():
            continue
        gains = sorted(((swap_gain(tokens, index, index + 1, (each,)), each) for each in others), reverse=True)
        if gains[0][0] >= _HINT and not own_voice(passage, token.start, token.end):
            fixes = tuple(fitted(token.text, each, passage.text) for gain, each in gains if gain >= _HINT)[:3]
            message = f"Another word of the family belongs here: “{fixes[0]}”."
            yield Found(token.start, token.end, message, fixes, unsure=clean or gains[0][0] < _GAIN)


def _wants_noun(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a noun belongs here: "in … ." or "her … frightened", and no other noun or adjective follows."""
    before, behind = tokens[index - 1], tokens[index + 1]
    if before.lower == "the":
        return behind.lower in ("of", "that")
    if behind.text == "," and index + 2 < len(tokens) and tokens[index + 2].tag in ("JJ", "VBN"):
        return False  # with angry, bright patches
    return before.tag in _LEADS and before.lower not in ("as", "than", "like") and behind.tag in _AFTER_NOUN


def _wants_adjective(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an adjective belongs here: "was …" with no noun behind, or "a … man"."""
    before, behind = tokens[index - 1], tokens[index + 1]
    if before.lower in _STATES:
        if index < 2 or tokens[index - 2].lower in _UNLIKE or behind.lower == "itself":
            return False
        return behind.tag not in ("NN", "NNS", "NNP", "POS", "HYPH") and behind.text != "-"
    return before.tag in _OWNERS and behind.tag in ("NN", "NNS") and tokens[index + 2 : index + 3] != ()


def _wants_plain(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an adverb stands right between an article and a noun."""
    adverb = tokens[index].tag == "RB" and tokens[index - 1].tag in _OWNERS
    return adverb and tokens[index + 1].tag in ("NN", "NNS")
