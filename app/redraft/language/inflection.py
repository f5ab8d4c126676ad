# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of a word: "shake" in the past is "shook"."""

from __future__ import annotations

from functools import lru_cache

from redraft.language.wordforms import inflections, lemmas

_CLASSES = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "A": "ADJ"}
_BE = {"VBD": "was", "VBZ": "is", "VBP": "are", "VBG": "being", "VBN": "been", "VB": "be"}
_PREFERRED = {
    ("lie", "VBD"): "lay", ("lie", "VBN"): "lain", ("hang", "VBD"): "hung", ("shine", "VBD"): "shone",
    ("get", "VBN"): "got", ("kneel", "VBD"): "knelt", ("leap", "VBD"): "leapt", ("dream", "VBD"): "dreamed",
    ("light", "VBD"): "lit", ("light", "VBN"): "lit", ("sneak", "VBD"): "sneaked", ("bear", "VBN"): "borne",
    ("wake", "VBD"): "woke", ("wake", "VBN"): "woken", ("weave", "VBD"): "wove", ("tread", "VBD"): "trod",
    ("speed", "VBD"): "sped", ("strive", "VBD"): "strove", ("dive", "VBD"): "dived", ("plead", "VBD"): "pleaded",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def inflect(lemma: str, tag: str) -> str | None:
    """The form of ``lemma`` for a Penn tag ("VBD", "VBG", "NNS", "JJR"…), in lower case; None when there is none."""
    lemma = lemma.lower()
    if lemma == "be":
        return _BE.get(tag)
    if (lemma, tag) in _PREFERRED:
        return _PREFERRED[lemma, tag]
    if tag in ("VB", "NN", "JJ", "RB") or (tag == "VBP" and lemma):
        return lemma
    forms = inflections(lemma, tag)
    return forms[0] if forms else None


@lru_cache(maxsize=20_000)
def forms_of(lemma: str, tag: str) -> tuple[str, ...]:
    """Every form of ``lemma`` for a Penn tag that is in use, the usual one first: "lit" and "lighted"."""
    first = inflect(lemma, tag)
    return tuple(dict.fromkeys((*([first] if first else []), *inflections(lemma.lower(), tag))))


@lru_cache(maxsize=20_000)
def lemma(word: str, pos: str) -> str:
    """The base form of ``word`` read as universal class ``pos`` ("VERB", "NOUN", "ADJ", "ADV"); itself if unknown."""
    found = lemmas(word.lower(), pos)
    return found[0] if found else word.lower()


def reinflected(word: str, pos: str, tag: str) -> str | None:
    """``word`` in another form, with its capitals: ("Shakes", "VERB", "VBD") is "Shook"; None when there is none."""
    form = inflect(lemma(word, pos), tag)
    if form is None:
        return None
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form.capitalize() if word[:1].isupper() else form
