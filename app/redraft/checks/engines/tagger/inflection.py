# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of English verbs and nouns that the tagger's form tags ask for (lemminflect; Jenks 2020)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from redraft.language.wordforms import inflections, lemmas

_DOUBTFUL_PAST = MappingProxyType(
    {
        "lie": "lay",
        "hang": "hung",
        "shine": "shone",
        "light": "lit",
        "speed": "sped",
        "dive": "dived",
        "sneak": "sneaked",
        "weave": "wove",
        "tread": "trod",
        "bid": "bade",
        "wake": "woke",
        "plead": "pleaded",
        "leap": "leaped",
    }
)
"""Verbs with two past forms, where the usual one of a story is not lemminflect's first."""
_DOUBTFUL_PARTICIPLE = MappingProxyType({"lie": "lain", "bear": "borne", "light": "lit", "lay": "laid"})
_LEMMA = MappingProxyType({"lay": "lay", "lays": "lay"})
"""Forms of two verbs, where the one that drafts mean is not lemminflect's first."""


@lru_cache(maxsize=20_000)
def verb(form: str) -> Mapping[str, str] | None:
    """The forms of the verb that ``form`` (lower case) belongs to: base, past, participle, third, ing.

    None where the word is no verb that can be inflected.
    """
    lemma = _LEMMA.get(form) or _lemma(form, "VERB")
    if lemma is None:
        return None
    past, participle = _inflected(lemma, "VBD"), _inflected(lemma, "VBN")
    third, ing = _inflected(lemma, "VBZ"), _inflected(lemma, "VBG")
    if not (past and participle and third and ing):
        return None
    past = _DOUBTFUL_PAST.get(lemma, past)
    participle = _DOUBTFUL_PARTICIPLE.get(lemma, participle)
    return MappingProxyType({"base": lemma, "past": past, "participle": participle, "third": third, "ing": ing})


@lru_cache(maxsize=20_000)
def noun(form: str) -> Mapping[str, str] | None:
    """The forms of the noun that ``form`` (lower case) belongs to: singular, plural. None where it is no noun."""
    lemma = _lemma(form, "NOUN")
    plural = _inflected(lemma, "NNS") if lemma else None
    return MappingProxyType({"singular": lemma, "plural": plural}) if lemma and plural else None


def is_past(form: str) -> bool:
    """True where ``form`` (lower case) is the past of some verb."""
    lemma = _lemma(form, "VERB")
    return lemma is not None and form in inflections(lemma, "VBD")


def _lemma(form: str, kind: str) -> str | None:
    if not form.isalpha():
        return None
    found = lemmas(form, kind)
    return found[0] if found else None


def _inflected(lemma: str, tag: str) -> str | None:
    forms = inflections(lemma, tag)
    return forms[0] if forms else None
