# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: what Harper’s grammar rules mark, one check for each of Harper’s kinds.

Why a reader minds: Harper knows several hundred fixed phrases and slips; only those rules are heard that stayed quiet
on published novels.

When to leave it: Harper was written for letters and reports; in a character’s mouth its advice may be out of place.

Example: He could of gone. → He could have gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Check, Fires, Found, Quiet
from redraft.checks.engines.harper import whitelist
from redraft.checks.engines.unavailable import EngineUnavailable
from redraft.checks.finding import Severity
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Zone

_KINDS = {
    "Agreement": "agreement", "BoundaryError": "spelling", "Capitalization": "case", "Eggcorn": "confusable",
    "Enhancement": "style", "Formatting": "spacing", "Grammar": "verb-form", "Malapropism": "confusable",
    "Miscellaneous": "other", "Nonstandard": "other", "Punctuation": "punctuation", "Readability": "style",
    "Redundancy": "extra-word", "Regionalism": "variant", "Repetition": "extra-word", "Spelling": "spelling",
    "Style": "style", "Typo": "spelling", "Usage": "other", "WordChoice": "confusable",
}  # fmt: skip
"""Harper's own kinds of lint, and the category that comes nearest."""


def _check(kind: str, category: str) -> Check:
    words = "".join(f"-{each.lower()}" if each.isupper() else each for each in kind).lstrip("-")

    def rule(passage: Passage) -> Iterator[Found]:
        alone = _heard()
        for mark in passage.marks:
            name, _, own = mark.rule.partition("/")
            if mark.engine == "harper" and name == kind and own in alone:
                dialect = category == "agreement" and passage.analysis.zone(mark.start) is not Zone.NARRATION
                if category == "agreement" and own_voice(passage, mark.start, mark.end):
                    continue
                yield Found(
                    mark.start, mark.end, _sentence(mark.message), mark.suggestions, engine="harper", weight=0.45,
                    unsure=dialect or not alone[own], judge="harper",
                )

    examples = (
        Fires("He ⟦could of⟧ gone.", "could have", mark=f"{kind}/ModalOf"),
        Quiet("He ⟦could of⟧ gone.", fix="could have", mark=f"{kind}/NoSuchRule"),
    )
    severity = Severity.HINT if category == "style" else Severity.WARNING
    return Check(
        f"harper-{words}", f"Harper: {words.replace('-', ' ')}", category, severity, False, 0.45, False, examples, rule,
        (__doc__ or "").strip(),
    )


def _heard() -> dict[str, bool]:
    try:
        return whitelist()
    except EngineUnavailable:
        return {}


def _sentence(message: str) -> str:
    """Harper's words with our quote marks."""
    parts = message.split("`")
    return "".join(each if index % 2 == 0 else f"“{each}”" for index, each in enumerate(parts))


CHECKS = tuple(_check(kind, category) for kind, category in _KINDS.items())
