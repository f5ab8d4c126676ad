# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech in other quote marks than the story's: ‘Come in,’ (elsewhere: “Come in,”), or straight ones
among curly. Told once, unless you chose a style.

Why a reader minds: quote marks say who speaks; marks of another kind seem to mean something.

When to leave it: for quotations in a speech, words set apart, a message that has a look of its own.

Example: 'Come in,' he said. (elsewhere: “Come in.”) → “Come in,” he said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.one_way import Place, against
from redraft.checks.story import Passage
from redraft.language.analysis import Stretch

_PAIRS = {
    "double-curly": ("“", "”"), "single-curly": ("‘", "’"),
    "double-straight": ('"', '"'), "single-straight": ("'", "'"),
}
_KINDS = {"“": "double-curly", "”": "double-curly", "‘": "single-curly", "’": "single-curly",
          '"': "double-straight", "'": "single-straight"}
_CURLY = "“It is late,” he said. “Come in.”\n"
_FEWEST_WORDS = 2


@story_check(
    id="mixed-quotes", name="Quote marks of two kinds", category="dialogue-punctuation", severity=Severity.WARNING,
    weight=0.2,
    examples=(
        Fires(_CURLY * 6 + "⟦\"You are late,\"⟧ she said.", "“You are late,”"),
        Fires(_CURLY * 6 + "⟦‘You are late,’⟧ she said.", "“You are late,”"),
        Quiet(_CURLY * 6 + "“You are late,” she said."),
        Quiet("“It is late,” he said.\n'You are late,' she said."),
        Quiet(_CURLY * 6 + "“He said ‘never again’ to me,” she said."),
    ),
)  # fmt: skip
def mixed_quotes(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The speeches that go against the author's choice, or the first against the habit."""
    if not passages or not passages[0].story.english:
        return
    places = [place for index, passage in enumerate(passages) for place in _speeches(index, passage)]
    yield from against(places, _wanted(places, passages[0].story.style.quotes))


def _wanted(places: Sequence[Place], chosen: str | None) -> str | None:
    """The author chooses double or single; curly or straight stays as most of the story has it."""
    if chosen is None:
        return None
    straight = sum(each.form.endswith("straight") for each in places)
    return f"{chosen}-{'straight' if 2 * straight > len(places) else 'curly'}"


def _speeches(number: int, passage: Passage) -> Iterator[Place]:
    for stretch in passage.speeches:
        form = _form(passage.text, stretch)
        inner = passage.text[stretch.start + 1 : stretch.end - 1]
        if form is None or inner.count(" ") < _FEWEST_WORDS - 1:
            continue
        cures = {}
        for name, (opens, closes) in _PAIRS.items():
            if name != form and not set(opens + closes + "“”‘\"") & set(inner):
                message = f"The speeches of this story stand in {opens}…{closes}; this one does not."
                cures[name] = Found(stretch.start, stretch.end, message, (opens + inner + closes,), sure=False)
        yield Place(number, form, cures)


def _form(text: str, stretch: Stretch) -> str | None:
    """The kind of both marks; None where they differ or one is missing (other rules tell)."""
    if stretch.end - stretch.start < _FEWEST_WORDS:
        return None
    first, last = _KINDS.get(text[stretch.start]), _KINDS.get(text[stretch.end - 1])
    return first if first == last else None
