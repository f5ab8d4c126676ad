# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a dash set otherwise than the story's dashes are: he came – late (elsewhere: he came—late). Told once,
unless you chose a style.

Why a reader minds: either is right; both in one book look like two hands.

When to leave it: in a letter or a message that has a look of its own.

Example: He came -- late. (elsewhere: came—late) → He came—late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.one_way import Place, against
from redraft.checks.story import Passage

_DASH = re.compile(r"(?<=[\w,.!?’'])( ?)(—|–|--)( ?)(?=[\w‘“\"'])(?<!\d–)")
_FORMS = {"em": "—", "spaced-em": " — ", "spaced-en": " – ", "hyphens": "--"}
_NAMES = {
    "em": "long ones without spaces", "spaced-em": "long ones between spaces", "spaced-en": "short ones between spaces",
    "hyphens": "two hyphens",
}
_EM = "He came—late. "


@story_check(
    id="mixed-dashes", name="Dashes of two kinds", category="punctuation", severity=Severity.WARNING, weight=0.2,
    examples=(
        Fires(_EM * 11 + "\nShe came⟦ – ⟧too late.", "—"),
        Fires("He came – late. " * 11 + "\nShe came⟦—⟧too late.", " – "),
        Quiet(_EM * 11 + "\nShe came—too late."),
        Quiet("He came—late. She came – too late. They came -- never."),
        Quiet(_EM * 11 + "\nThe years 1914–1918 were long."),
    ),
)
def mixed_dashes(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The dashes that go against the author's choice, or the first against the habit."""
    if not passages or not passages[0].story.english:
        return
    places = [place for index, passage in enumerate(passages) for place in _dashes(index, passage)]
    yield from against(places, passages[0].story.style.dashes, Severity.HINT)


def _dashes(number: int, passage: Passage) -> Iterator[Place]:
    if "—" not in passage.text and "–" not in passage.text and "--" not in passage.text:
        return
    for match in _DASH.finditer(passage.text):
        form = _form(match)
        if form is not None:
            cures = {
                name: Found(*match.span(), f"The dashes of this story are {_NAMES[name]}; this one is not.", (mark,))
                for name, mark in _FORMS.items() if name != form
            }
            yield Place(number, form, cures)


def _form(match: re.Match[str]) -> str | None:
    left, mark, right = match.groups()
    if bool(left) != bool(right):
        return None  # broken off, or a slip of spacing that another rule tells
    if mark == "--":
        return "hyphens"
    if mark == "—":
        return "spaced-em" if left else "em"
    return "spaced-en" if left else None
