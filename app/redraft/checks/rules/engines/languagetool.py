# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: what LanguageTool marks, where it is installed and switched on, one check for each of its categories.

Why a reader minds: LanguageTool knows thousands of patterns of wrong grammar; only those rules are heard that found
slips planted in novels and left the novels themselves alone.

When to leave it: it was written for letters and essays; in a character’s mouth its advice may be out of place.

Example: He didn’t knew. → He didn’t know.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Check, Fires, Found, Quiet
from redraft.checks.engines.languagetool import whitelist
from redraft.checks.engines.unavailable import EngineUnavailable
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_CATEGORIES = {
    "GRAMMAR": "verb-form", "CONFUSED_WORDS": "confusable", "PUNCTUATION": "punctuation", "CASING": "case",
    "TYPOS": "spelling", "TYPOGRAPHY": "spacing", "COMPOUNDING": "hyphenation", "COLLOCATIONS": "preposition",
    "MISC": "other", "NONSTANDARD_PHRASES": "other", "SEMANTICS": "other",
}  # fmt: skip
"""LanguageTool's own categories, and ours that comes nearest."""
_KNOWN = "MD_BASEFORM"
"""A rule of the list, for the examples."""


def _check(kind: str, category: str) -> Check:
    def rule(passage: Passage) -> Iterator[Found]:
        for mark in passage.marks:
            name, _, own = mark.rule.partition("/")
            if mark.engine == "languagetool" and name == kind and own in (alone := _heard()):
                yield Found(
                    mark.start, mark.end, mark.message, mark.suggestions, engine="languagetool", weight=0.4,
                    unsure=not alone[own], judge="languagetool",
                )

    words = kind.lower().replace("_", "-")
    known = next((each for each, alone in _heard().items() if alone), _KNOWN)
    examples = (
        Fires("He ⟦could knew⟧ it.", "could know", mark=f"languagetool:{kind}/{known}"),
        Quiet("He ⟦could knew⟧ it.", fix="could know", mark=f"languagetool:{kind}/NO_SUCH_RULE"),
    )
    return Check(
        f"languagetool-{words}", f"LanguageTool: {words.replace('-', ' ')}", category, Severity.WARNING, False, 0.4,
        False, examples, rule, (__doc__ or "").strip(),
    )


def _heard() -> dict[str, bool]:
    try:
        return whitelist()
    except EngineUnavailable:
        return {}


CHECKS = tuple(_check(kind, category) for kind, category in _CATEGORIES.items())
