# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger's tags in an author's words."""

from __future__ import annotations

from redraft.checks.story import EngineMark, Passage

_FORMS = {
    "$PAST": "The scene is told in the past; “{old}” is not.",
    "$PRES_Z": "The scene is told in the present; “{old}” is not.",
    "$PRES_B": "The scene is told in the present; “{old}” is not.",
    "$PP": "After the word before it the verb takes the form “{new}”.",
    "$BASE": "Here the verb stands in its plain form, “{new}”.",
    "$ING": "Here the verb takes the form “{new}”.",
    "$VBZ": "The subject is one, so the verb takes the form “{new}”.",
    "$NN": "One is meant here: “{new}”.",
    "$NNS": "More than one is meant here: “{new}”.",
    "$POSS": "Something belongs to it, so it takes an apostrophe: “{new}”.",
    "$NOPOSS": "Nothing belongs to it here; the plural has no apostrophe: “{new}”.",
    "$APOS": "Letters are left out here, so it takes an apostrophe: “{new}”.",
    "$LY": "It tells how something is done: “{new}”.",
    "$UNLY": "It tells what something is like: “{new}”.",
    "$UPPER": "This begins a sentence or names someone: “{new}”.",
    "$LOWER": "No sentence begins here and nobody is named: “{new}”.",
    "$MERGE": "In this sense it is one word: “{new}”.",
    "$SPLIT": "In this sense these are two words: “{new}”.",
    "$HYPHEN": "The words work as one here and take a hyphen: “{new}”.",
    "$OPEN": "No hyphen ties these words: “{new}”.",
    "$JOIN": "In this sense it is one word: “{new}”.",
}


def message(passage: Passage, mark: EngineMark) -> str:
    """One sentence that names the words at hand."""
    old = passage.text[mark.start : mark.end].strip()
    new = mark.suggestions[0].strip()
    kind, _, what = mark.rule.partition("_")
    if mark.rule in _FORMS:
        return _FORMS[mark.rule].format(old=old, new=new)
    if kind == "$APOS":
        return _FORMS["$APOS"].format(old=old, new=new)
    if kind == "A":
        return _missing(old, what)
    if kind == "D":
        return _too_many(old, new)
    if what[:1].isalpha():
        return f"“{old}” stands where “{new}” seems to be meant."
    return _mark(old, new, what)


def _missing(old: str, what: str) -> str:
    if what == ",":
        return f"A comma seems to be missing after “{old}”."
    if not what[:1].isalpha():
        return f"A mark seems to be missing after “{old}”: {what}"
    return f"The word “{what}” seems to be missing after “{old}”."


def _too_many(old: str, new: str) -> str:
    if "," in old and "," not in new:
        return "The comma parts what belongs together."
    return f"“{old}” seems to be too many here."


def _mark(old: str, new: str, what: str) -> str:
    if "," in old and what in ".;":
        return f"A comma alone does not hold two sentences together: “{new}”."
    return f"“{new}” rather than “{old}”: the mark does not fit here."
