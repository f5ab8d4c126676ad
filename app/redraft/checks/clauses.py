# SPDX-License-Identifier: GPL-3.0-or-later
"""Clauses by parse: which verbs are finite, what their subjects are, and what leads into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.checks.lexicon import SUBORDINATORS
from redraft.language.analysis import Analysis, Sentence, Token

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause: indices of its ``verb`` (the head), its ``finite`` word (a helper or the verb itself), and its
    ``subject``; ``led``: a word such as "when", "that" or "who" leads into it.
    """

    verb: int
    finite: int
    subject: int
    led: bool


def clauses(analysis: Analysis, sentence: Sentence) -> list[Clause]:
    """The finite clauses of a sentence that have subjects of their own, in order of their verbs."""
    tokens = analysis.tokens
    children: dict[int, list[int]] = defaultdict(list)
    for index in range(sentence.first, sentence.last):
        children[tokens[index].head].append(index)
    return [each for index in range(sentence.first, sentence.last) if (each := _clause(tokens, children, index))]


def _clause(tokens: tuple[Token, ...], children: dict[int, list[int]], index: int) -> Clause | None:
    below = children.get(index, [])
    subject = next((each for each in below if tokens[each].dep in SUBJECTS and each != index), None)
    if subject is None:
        return None
    finite = (
        index
        if tokens[index].tag in FINITE
        else next(
            (each for each in below if tokens[each].dep in ("aux", "auxpass") and tokens[each].tag in FINITE), None
        )
    )
    if finite is None:
        return None
    led = (
        tokens[index].dep in ("relcl", "acl", "csubj", "pcomp")
        or any(
            tokens[each].dep == "mark"
            or (tokens[each].lower in SUBORDINATORS and each < subject and tokens[each].dep == "advmod")
            for each in below
        )
        or tokens[subject].lower in ("who", "which", "that", "what", "whoever", "whatever")
    )
    return Clause(index, finite, subject, led)


def first_of(tokens: tuple[Token, ...], index: int, floor: int) -> int:
    """The index of the first token of the noun phrase whose head is at ``index``, not before ``floor``."""
    first = index
    for each in range(index - 1, max(floor, index - 6) - 1, -1):
        if tokens[each].head in range(first, index + 1) and tokens[each].dep not in ("punct", "cc", "conj"):
            first = each
        else:
            break
    return first


def commas(analysis: Analysis, sentence: Sentence) -> Iterator[int]:
    """Indices of the commas inside a sentence."""
    for index in range(sentence.first + 1, sentence.last - 1):
        if analysis.tokens[index].text == ",":
            yield index
