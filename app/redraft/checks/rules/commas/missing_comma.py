# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: any other place where edited prose would set a comma and none stands: in a series, before a clause
that adds a thought, before a contrast.

Why a reader minds: commas are the small pauses; one too few runs two thoughts together.

When to leave it: where the sentence is meant to be read in one breath.

Example: He was old tired and hungry. → He was old, tired and hungry.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.commas.findings import missing
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_KINDS = words("and-verb but-verb and-else but-else sub prep to else")


@check(
    id="missing-comma",
    name="Comma missing",
    category="comma",
    weight=0.4,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("They laughed about ⟦it though⟧ none of them had found it funny.", "it, though", mark="A_,"),
        Quiet("He was a tall, thin old man."),
        Quiet("He was old and tired."),
        Quiet("He went home because it rained."),
    ),
)
def missing_comma(passage: Passage) -> Iterator[Found]:
    """Places of no kind of their own where the judge of commas misses one."""
    yield from missing(passage, _KINDS, lambda before, word: f"Between “{before}” and “{word}” a comma is missing.")
