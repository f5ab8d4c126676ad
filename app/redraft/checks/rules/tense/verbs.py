# SPDX-License-Identifier: GPL-3.0-or-later
"""The finite verbs of a paragraph's telling, each with its tense, its clause and its subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from redraft.checks.lexicon import words
from redraft.language.analysis import Analysis, Token, Zone
from redraft.language.inflection import lemma

PAST, PRESENT = "past", "present"
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_HELPS = ("aux", "auxpass")
_SENSES = words("see watch hear feel notice observe let make help have bid behold find sense")
_WILLS = words("insist demand command order suggest propose ask request require recommend urge beg move desire prefer")
_SAME_IN_PAST = words(
    "put set let hit cut shut hurt cost cast burst read spread split shed thrust quit rid upset bid wed slit beat"
    " spit fit wet knit bet broadcast forecast"
)
_BOTH = words("lay saw found fell wound ground bore left felt thought rose shot bound lit bit did was were had put")
_UNTENSED = words("be dare need")
_OATHS = words("god goodness heaven lord christ")
_OBJECTS = words("me him her us them it")
_PRESENT_MODALS = words("can ca will wo")
_PAST_MODALS = words("could would")
_NOT_VERBS = ("amod", "compound", "nmod", "punct", "det", "poss")


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb: indices of its own token, of its clause's ``head`` (itself, or the verb it helps), and of its
    ``subject``, which a joined verb has from the one it is joined to (``shared``); ``tense``: "past" or "present".

    ``sure``: False for a word that the parse takes for a bare form or a participle, though no helper stands by it.
    """

    index: int
    head: int
    subject: int | None
    shared: bool
    tense: str
    sure: bool = True


def telling(analysis: Analysis, marked: Collection[int] = ()) -> list[Verb]:
    """The finite verbs outside speech and thought, in order.

    ``marked``: indices of tokens that another judge takes for presents, whatever the parse says.
    """
    tokens = analysis.tokens
    below: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        if token.head != index:
            below[token.head].append(index)
    found = (_verb(tokens, below, index) or _misread(tokens, index, index in marked) for index in range(len(tokens)))
    plain = not analysis.stretches
    return [each for each in found if each and (plain or analysis.zone(tokens[each.index].start) is Zone.NARRATION)]


def _verb(tokens: tuple[Token, ...], below: dict[int, list[int]], index: int) -> Verb | None:
    token = tokens[index]
    tense = _tense(token)
    if token.dep in _NOT_VERBS or token.tag not in ("VBZ", "VBP", "VBD", "MD", "VBN", "VB"):
        return None
    head = token.head if token.dep in _HELPS else index
    subject, shared = _subject(tokens, below, head)
    if tense is not None:
        return None if _bare(tokens, index) else Verb(index, head, subject, shared, tense)
    helped = any(tokens[each].dep in _HELPS for each in below[index])
    if token.tag == "VBN" and token.dep == "conj" and tokens[token.head].tag in ("VBZ", "VBP") and not helped:
        return Verb(index, head, subject, shared, PAST, sure=False)
    if helped or token.dep in _HELPS or subject is None or shared or token.dep not in ("ROOT", "conj", "ccomp"):
        return None
    if token.tag == "VBN" and subject < index:
        return Verb(index, head, subject, shared, PAST, sure=False)
    return None


def _bare(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a form tells no tense: saw them leave, insisted that they leave, would stop and think, dare not."""
    token = tokens[index]
    if token.lower in _UNTENSED or (token.dep in _HELPS and token.lower != "let"):
        return token.lower in _UNTENSED
    if token.tag == "VBD":
        return token.lower in _SAME_IN_PAST
    if token.tag not in ("VBP", "VB"):
        return token.lower in ("knows", "say") and index > 0 and tokens[index - 1].lower in _OATHS
    above = tokens[token.head]
    if token.lower in _SAME_IN_PAST or (token.dep == "conj" and above.tag == "VB"):
        return True
    return token.dep == "ccomp" and token.head != index and (above.lemma in _SENSES or above.lemma in _WILLS)


def _misread(tokens: tuple[Token, ...], index: int, marked: bool) -> Verb | None:
    """A present that the parse takes for a noun: “Meek gulps.”"""
    token = tokens[index]
    if not marked and (token.tag != "NNS" or token.dep not in ("ROOT", "conj", "ccomp") or token.text[0].isupper()):
        return None
    behind = tokens[index - 1].tag if index else ""
    if not token.is_word or _bare(tokens, index) or not (marked or behind in ("NNP", "PRP", "CC", "RB")):
        return None
    if not marked and (tokens[index - 1].lower in _OBJECTS or tokens[token.head].tag not in ("VBD", "NNS")):
        return None
    subject = index - 1 if index and tokens[index - 1].tag in ("NNP", "NN", "NNS", "PRP") else None
    return Verb(index, index, subject, shared=False, tense=PRESENT, sure=False)


def _tense(token: Token) -> str | None:
    if token.tag == "MD":
        return PRESENT if token.lower in _PRESENT_MODALS else PAST if token.lower in _PAST_MODALS else None
    if token.tag == "VBD" and token.lower not in _BOTH and lemma(token.lower, "VERB") == token.lower:
        return PRESENT
    return {"VBZ": PRESENT, "VBP": PRESENT, "VBD": PAST}.get(token.tag)


def _subject(tokens: tuple[Token, ...], below: dict[int, list[int]], head: int) -> tuple[int | None, bool]:
    for step in range(4):
        found = next((each for each in below[head] if tokens[each].dep in _SUBJECTS), None)
        if found is not None:
            return found, step > 0
        if tokens[head].dep != "conj" or tokens[head].head == head:
            return None, False
        head = tokens[head].head
    return None, False
