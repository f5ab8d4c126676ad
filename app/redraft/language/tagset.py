# SPDX-License-Identifier: GPL-3.0-or-later
"""Penn tags: their universal classes, and the lemmas of words that no rule of endings covers.

Source of the classes: the Universal Dependencies conversion table for English (universaldependencies.org).
"""

from __future__ import annotations

_CLASSES = {
    "NOUN": "NN NNS", "PROPN": "NNP NNPS", "VERB": "VB VBD VBG VBN VBP VBZ", "ADJ": "JJ JJR JJS", "AUX": "MD",
    "ADV": "RB RBR RBS WRB EX", "PRON": "PRP PRP$ WP WP$", "DET": "DT PDT WDT", "ADP": "IN RP", "CCONJ": "CC",
    "NUM": "CD", "PART": "TO POS", "INTJ": "UH", "X": "FW LS XX ADD AFX GW",
    "PUNCT": ". , : `` '' -LRB- -RRB- HYPH NFP", "SYM": "SYM $ #",
}  # fmt: skip
CLASS_OF: dict[str, str] = {tag: name for name, tags in _CLASSES.items() for tag in tags.split()}
"""The universal class of each Penn tag."""

FINITE: frozenset[str] = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs that carry tense (modals apart)."""

_BE = "be am is are was were been being 'm 're ai".split()
_HAVE = "have has had having 've".split()
_DO = "do does did doing done".split()
_AUXILIARY = {**dict.fromkeys(_BE, "be"), **dict.fromkeys(_HAVE, "have"), **dict.fromkeys(_DO, "do")}
_CLITICS = {
    ("'s", "VBZ"): "be", ("'d", "MD"): "would", ("'d", "VBD"): "have", ("'ll", "MD"): "will", ("n't", "RB"): "not",
    ("ca", "MD"): "can", ("wo", "MD"): "will", ("sha", "MD"): "shall", ("gon", "VBG"): "go", ("na", "TO"): "to",
    ("'em", "PRP"): "them", ("an", "DT"): "a", ("lem", "VB"): "let", ("gim", "VB"): "give", ("got", "VBN"): "get",
}  # fmt: skip


def universal(tag: str, lower: str, dep: str) -> str:
    """The universal class ("VERB", "AUX"…) of a word with Penn ``tag`` and dependency ``dep``."""
    if tag.startswith("VB"):
        lemma = _AUXILIARY.get(lower)
        is_helper = lemma == "be" or (lower == "'s") or (lemma is not None and dep in ("aux", "auxpass"))
        return "AUX" if is_helper else "VERB"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if lower in ("not", "n't"):
        return "PART"
    return CLASS_OF.get(tag, "X")


def closed_lemma(tag: str, lower: str) -> str | None:
    """The lemma of a helper verb, a contraction or a word without endings; None when rules must find it."""
    clitic = _CLITICS.get((lower, tag))
    if clitic:
        return clitic
    if tag.startswith("VB"):
        return _AUXILIARY.get(lower) or (lower if tag == "VB" else None)
    if tag == "PRP":
        return "I" if lower == "i" else lower
    if tag in ("NNS", "JJR", "JJS", "RBR", "RBS"):
        return None
    return lower
