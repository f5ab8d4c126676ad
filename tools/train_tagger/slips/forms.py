# SPDX-License-Identifier: GPL-3.0-or-later
"""The right word in the wrong form: tense, participles, agreement, number, adverbs, apostrophes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import lemminflect

from redraft.checks.engines.tagger.inflection import is_past, noun, verb
from redraft.checks.engines.tagger.joints import CONTRACTIONS
from train_tagger.chunk import Chunk, Slip, cased
from train_tagger.lexicon import AUXILIARIES, COUNTING, LINKING, MODALS, PLURAL, PRONOUNS, SINGLE, SMALL, THIRD, Lexicon

_LOST = {whole: bare for bare, whole in CONTRACTIONS.items()}
_AGREEING = {
    "was": "were",
    "were": "was",
    "is": "are",
    "are": "is",
    "has": "have",
    "have": "has",
    "don't": "doesn't",
    "doesn't": "don't",
    "wasn't": "weren't",
    "weren't": "wasn't",
    "does": "do",
}
_NO_VERB = frozenset("been being am had did could would might may must letter little sir".split())
_PLAIN_PRESENT = frozenset(
    "is are am has have does do can will isn't aren't hasn't haven't don't doesn't can't won't".split()
)
_NO_ADVERB = frozenset("only family early really friendly lovely reply lonely ugly silly belly holy".split())
_ATTESTED = frozenset(
    ["agreement.plural", "agreement.third", "modal.third", "modal.past", "plural.lost", "singular", "tense.past"]
)
"""Kinds whose wrong form must be a word: the inflection of what is no verb or noun is noise."""
_NO_POSSESSIVE = frozenset("it's that's what's he's she's let's there's who's here's where's how's".split())


def slips(chunk: Chunk, lexicon: Lexicon) -> Iterator[Slip]:
    """Every word that may be written in another form."""
    for place, low in enumerate(chunk.lower):
        if not low[0].isalpha():
            continue
        for kind, wrong, tag in (
            *_tense(chunk, place),
            *_verb(chunk, place),
            *_noun(chunk, place),
            *_other(chunk, place),
        ):
            invented = kind in _ATTESTED and lexicon.counts.get(wrong, 0) < 5
            if wrong and wrong.lower() != low and not invented:
                cell = chunk.cell(place, cased(chunk.form(place), wrong), tag)
                yield Slip(kind, place, place + 1, (cell,))


def _tense(chunk: Chunk, place: int) -> Iterator[tuple[str, str, str]]:
    """A finite past of narration in the present; where the chunk was not parsed, by its neighbours."""
    low = chunk.low(place)
    if place in chunk.present:
        tag = f"R_{low}" if low in ("was", "were", "had", "did", "could", "would") or "'" in low else "$PAST"
        yield "tense.past", chunk.present[place], tag
        forms = verb(low)
        if forms and tag == "$PAST":
            yield "tense.base", forms["base"], tag
    if place in chunk.past:
        tag = f"R_{low}" if low in _PLAIN_PRESENT else "$PRES_Z" if low.endswith("s") else "$PRES_B"
        yield "tense.present", chunk.past[place], tag


def _verb(chunk: Chunk, place: int) -> Iterator[tuple[str, str, str]]:
    low, before = chunk.low(place), chunk.low(place - 1)
    if low in _AGREEING and (before in THIRD or before in PLURAL or chunk.is_word(place - 1)):
        yield "agreement.be", _AGREEING[low], f"R_{low}"
        return
    forms = verb(low) if low not in SMALL and low not in PRONOUNS and low not in _NO_VERB else None
    if not forms:
        return
    helped = before in ("had", "have", "has", "hadn't", "haven't", "was", "were", "been", "be", "is", "are")
    if low == forms["participle"] and helped and low != forms["base"]:
        yield "participle.past", forms["past"], "$PP"
        yield "participle.base", forms["base"], "$PP"
    if low == forms["past"] and low != forms["base"] and before not in AUXILIARIES:
        yield "irregular", _regular(forms), "$PAST"
        yield "participle.for-past", forms["participle"] if not chunk.speech[place] else "", "$PAST"
        if not chunk.parsed and (before in THIRD or before in PLURAL) and not chunk.speech[place]:
            yield "tense.past", forms["third"] if before in THIRD else forms["base"], "$PAST"
    if low == forms["participle"] != forms["past"] and helped:
        yield "irregular", _regular(forms), "$PP"
    if low == forms["base"]:
        yield from _base(chunk, place, before, dict(forms))
    elif low == forms["ing"] and before in AUXILIARIES:
        yield "progressive", forms["base"], "$ING"
    elif low == forms["third"] and before in THIRD and before not in ("who", "that", "which"):
        yield "agreement.third", forms["base"], "$VBZ"


def _regular(forms: Mapping[str, str]) -> str:
    """A strong verb with a weak ending ("grinded"); empty where that is a form of another verb, or the right one."""
    regular = forms["base"] + ("d" if forms["base"].endswith("e") else "ed")
    return regular if (verb(regular) or {}).get("past") == forms["past"] != regular else ""


def _base(chunk: Chunk, place: int, before: str, forms: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    if before in MODALS and forms["base"] not in ("have", "be", "do") and not is_past(forms["base"]):
        yield "modal.past", forms["past"], "$BASE"
        yield "modal.third", forms["third"], "$BASE"
    elif before in PLURAL and not is_past(forms["base"]):
        yield "agreement.plural", forms["third"], "$BASE"


def _noun(chunk: Chunk, place: int) -> Iterator[tuple[str, str, str]]:
    low = chunk.low(place)
    forms = noun(low) if chunk.form(place)[0].islower() else None
    if not forms or forms["plural"] == forms["singular"] or low in SMALL or "'" in low or _may_be_adjective(low):
        return
    near = {chunk.low(at) for at in range(max(0, place - 3), place)}
    if low == forms["plural"]:
        yield ("plural.counted" if near & COUNTING else "plural.lost"), forms["singular"], "$NNS"
        if low.endswith("s") and len(low) > 4:
            yield "plural.apostrophe", f"{low[:-1]}'s", "$NOPOSS"
    elif low == forms["singular"] and near & SINGLE:
        yield "singular", forms["plural"], "$NN"


@cache
def _may_be_adjective(word: str) -> bool:
    return "ADJ" in lemminflect.getAllLemmas(word) or word in ("ours", "hers", "theirs", "yours", "his")


def _other(chunk: Chunk, place: int) -> Iterator[tuple[str, str, str]]:
    low, before = chunk.low(place), chunk.low(place - 1)
    if low in _LOST and _LOST[low] not in ("ill", "id", "well", "wed", "shell", "hell", "shed", "were", "its"):
        yield "contraction", _LOST[low], "$APOS"
    elif low.endswith("'s") and low not in _NO_POSSESSIVE and len(low) > 3:
        yield "possessive", low[:-2] + "s", "$POSS"
    if low.endswith("ly") and len(low) > 5 and low not in _NO_ADVERB:
        yield "adverb", _adjective(low), "$LY"
    if before in LINKING and low + "ly" in _ADVERBS:
        yield "adjective", low + "ly", "$UNLY"


_ADVERBS = frozenset(
    "badly sadly coldly strangely quietly happily nervously calmly warmly softly darkly heavily differently perfectly "
    "safely weakly oddly curiously terribly anxiously awkwardly cheerfully comfortably dangerously "
    "proudly silently".split()
)


def _adjective(adverb: str) -> str:
    if adverb.endswith("ically"):
        return adverb[:-4]
    if adverb.endswith("ily"):
        return adverb[:-3] + "y"
    if adverb.endswith(("bly", "ply", "tly")) and not adverb.endswith(("ently", "antly", "stly", "etly", "htly")):
        return adverb[:-1] + "e" if adverb.endswith(("bly", "ply")) or adverb == "gently" else adverb[:-2]
    return adverb[:-2]
