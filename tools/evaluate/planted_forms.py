# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips of tense put into clean narration, by parse: past stories get presents, present stories pasts.

Few novels are told in the present, so :func:`in_present` retells a past one: every finite verb of the narration goes
one tense forward, and every other past perfect becomes a simple past, as a story told in the present tells of before.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.language.analysis import Analysis, Token, Zone
from redraft.language.inflection import inflect, lemma
from tools.evaluate.inject import Planted

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_MANY = frozenset("they we you these those both all many few".split())
_MODALS = {"could": "can", "would": "will"}
_BACK = {"can": "could", "will": "would", "ca": "could", "wo": "would", "'ll": "'d", "am": "was", "is": "was",
         "are": "were",
         "'m": " was", "'re": " were", "has": "had", "have": "had", "does": "did", "do": "did"}  # fmt: skip
_DATES = frozenset("ago yesterday once last before earlier years year months weeks childhood morning night".split())
_PLANT_EVERY = 3
"""One slip in so many paragraphs of narration."""


@dataclass(frozen=True, slots=True)
class Change:
    """A token's index, what to write for it, the kind of slip this makes, and where what goes ends if not with it."""

    index: int
    new: str
    kind: str
    end: int = 0


def in_present(analysis: Analysis) -> str:
    """A paragraph told in the past, its narration told in the present; speech and thought stay as they are."""
    return written(analysis, retelling(analysis))


def retelling(analysis: Analysis) -> list[Change]:
    """The changes that make the present of a past telling, in order."""
    changes = []
    for index in range(len(analysis.tokens)):
        change = _told_before(analysis, index) or _forward(analysis, index, anyway=True)
        changes += [change] if change is not None else []
    return changes


def written(analysis: Analysis, changes: list[Change]) -> str:
    """The paragraph with these changes, which are in order."""
    text = analysis.text
    for change in reversed(changes):
        token = analysis.tokens[change.index]
        text = text[: token.start] + change.new + text[change.end or token.end :]
    return text


def slips(analysis: Analysis, base: str) -> Iterator[Change]:
    """The slips that a paragraph of a story told in the tense ``base`` ("past", "present") offers."""
    for index in range(len(analysis.tokens)):
        change = _forward(analysis, index) if base == "past" else _back(analysis, index)
        if change is not None:
            yield change


def plant_slips(analyses: list[Analysis], base: str, seed: int = 1) -> Iterator[tuple[int, Planted]]:
    """A slip in every third paragraph that offers one: (index of the paragraph, what was planted)."""
    chance = random.Random(seed)
    wait = 0
    for number, analysis in enumerate(analyses):
        offers = list(slips(analysis, base))
        wait -= 1
        if not offers or wait > 0:
            continue
        wait = _PLANT_EVERY
        change = chance.choice(offers)
        token = analysis.tokens[change.index]
        text = written(analysis, [change])
        end = token.start + len(change.new)
        yield number, Planted(change.kind, text, analysis.text, token.start, end)


def _told_before(analysis: Analysis, index: int) -> Change | None:
    """“Had gone” as “went”, where the clause leans on another, or the sentence says when it was."""
    tokens = analysis.tokens
    if index + 1 >= len(tokens) or tokens[index].lower != "had" or tokens[index].dep != "aux":
        return None
    sentence = analysis.sentence_at(tokens[index].start)
    if sentence is None:
        return None
    dated = any(each.lower in _DATES for each in tokens[sentence.first : sentence.last])
    if tokens[index + 1].dep not in ("relcl", "advcl", "ccomp", "acl") and not dated:
        return None
    participle = tokens[index + 1]
    simple = inflect(participle.lemma, "VBD") if participle.tag == "VBN" and participle.lemma != "be" else None
    if simple is None or analysis.zone(participle.start) is not Zone.NARRATION:
        return None
    return Change(index, _cased(tokens[index], simple), "perfect", participle.end)


def _forward(analysis: Analysis, index: int, *, anyway: bool = False) -> Change | None:
    """A finite past verb, or could and would, one tense forward; ``anyway``: also where its subject is not found."""
    tokens = analysis.tokens
    token = tokens[index]
    modal = token.tag == "MD" and token.lower in _MODALS
    if not (modal or token.tag == "VBD") or analysis.zone(token.start) is not Zone.NARRATION or token.lower == "'d":
        return None
    negated = index + 1 < len(tokens) and tokens[index + 1].lower == "n't"
    if modal:
        new = _MODALS[token.lower]
        return Change(index, _cased(token, {"can": "ca", "will": "wo"}[new] if negated else new), "modal")
    head = index if token.dep not in ("aux", "auxpass") else token.head
    subject = _subject(tokens, head)
    if subject is None and (not anyway or token.dep in ("amod", "acl")):
        return None
    form = _present_form(tokens, token, subject)
    if form is None or form == token.lower:
        return None
    return Change(index, _cased(token, form), _kind(token, form))


def _kind(token: Token, form: str) -> str:
    if token.lemma in ("be", "have", "do"):
        return "helper" if token.dep in ("aux", "auxpass") else token.lemma
    return "third person" if form.endswith("s") else "base form"


def _present_form(tokens: tuple[Token, ...], token: Token, subject: int | None) -> str | None:
    if subject is None:
        return inflect(lemma(token.lower, "VERB"), "VBZ") if token.lower not in ("was", "were") else None
    word = tokens[subject].lower
    many = word in _MANY or tokens[subject].tag in ("NNS", "NNPS") or token.lower == "were" or _joined(tokens, subject)
    if token.lower in ("was", "were"):
        return "am" if word == "i" else "are" if many else "is"
    base = lemma(token.lower, "VERB")
    return inflect(base, "VBP" if many or word == "i" else "VBZ")


def _joined(tokens: tuple[Token, ...], subject: int) -> bool:
    return any(each.head == subject and each.dep == "conj" for each in tokens[subject + 1 : subject + 6])


def _subject(tokens: tuple[Token, ...], head: int) -> int | None:
    """The subject of a verb, that of the verb it is joined to, or the noun that its "who" stands for."""
    for _ in range(4):
        near = range(max(0, head - 25), min(len(tokens), head + 12))
        found = next((each for each in near if tokens[each].head == head and tokens[each].dep in _SUBJECTS), None)
        if found is not None:
            relative = tokens[found].lower in ("who", "which", "that") and tokens[head].dep == "relcl"
            return tokens[head].head if relative else found
        if tokens[head].dep != "conj":
            return None
        head = tokens[head].head
    return None


def _back(analysis: Analysis, index: int) -> Change | None:
    """A finite present verb, or can and will, one tense back."""
    token = analysis.tokens[index]
    if token.tag not in ("VBZ", "VBP", "MD") or analysis.zone(token.start) is not Zone.NARRATION:
        return None
    if token.lower in _BACK:
        kind = "modal" if token.tag == "MD" else _kind(token, "")
        return Change(index, _cased(token, _BACK[token.lower]), kind if kind != "base form" else "be")
    if token.tag == "MD" or "'" in token.lower:
        return None
    form = inflect(lemma(token.lower, "VERB"), "VBD")
    if form is None or form == token.lower:
        return None
    return Change(index, _cased(token, form), "third person" if token.tag == "VBZ" else "base form")


def _cased(token: Token, form: str) -> str:
    return form[:1].upper() + form[1:] if token.text[:1].isupper() else form
