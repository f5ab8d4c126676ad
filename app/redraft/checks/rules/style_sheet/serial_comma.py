# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a list of three or more that ends with a comma before “and” in a story that does without, or without
one in a story that has it: salt, oil and bread (elsewhere: red, white, and blue). Told once, unless you chose a style.

Why a reader minds: either is right; both in one book look like two hands.

When to leave it: where the comma keeps two things apart that would else be taken together.

Example: He had salt, oil and bread. (elsewhere: with the comma) → He had salt, oil, and bread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.one_way import Place, against
from redraft.checks.story import Passage
from redraft.language.analysis import Token

_KINDS = {"NN": "thing", "NNS": "thing", "NNP": "thing", "NNPS": "thing", "PRP": "thing", "JJ": "quality"}
_LONGEST = 6
_WITH = "The flag was red, white, and blue. "


@story_check(
    id="serial-comma", name="Lists with and without the last comma", category="comma", severity=Severity.WARNING,
    weight=0.2,
    examples=(
        Fires(_WITH * 11 + "\nHe had salt, oil⟦ and⟧ bread.", ", and"),
        Fires("The flag was red, white and blue. " * 11 + "\nHe had salt, oil⟦, and⟧ bread.", " and"),
        Quiet(_WITH * 11 + "\nHe had salt, oil, and bread."),
        Quiet("He had salt, oil and bread. The flag was red, white, and blue."),
        Quiet(_WITH * 11 + "\nHe was tired, and Anna and Tom went home."),
    ),
)
def serial_comma(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The ends of lists that go against the author's choice, or the first against the habit."""
    if not passages or not passages[0].story.english:
        return
    places = [
        place for index, passage in enumerate(passages) if "," in passage.text for place in _lists(index, passage)
    ]  # fmt: skip
    yield from against(places, passages[0].story.style.serial_comma, Severity.HINT)


def _lists(number: int, passage: Passage) -> Iterator[Place]:
    tokens = passage.analysis.tokens
    for index, token in enumerate(tokens):
        if token.tag == "CC" and token.lower in ("and", "or") and _ends_list(tokens, index):
            comma = tokens[index - 1].text == ","
            start = tokens[index - 2 if comma else index - 1].end
            fix = f"{'' if comma else ','} {token.text}"
            habit = "without" if comma else "with"
            message = f"The lists of this story end {habit} a comma before the last “{token.text}”; this one does not."
            cure = Found(start, token.end, message, (fix,), sure=False)
            yield Place(number, "yes" if comma else "no", {"no" if comma else "yes": cure})


def _ends_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether “and” joins the last of three or more short things of one kind, parted by commas before it."""
    second = tokens[index].head
    if not (0 < index - second <= _LONGEST and tokens[second].dep == "conj"):
        return False
    first = tokens[second].head
    last = next((each for each in range(index + 1, min(index + _LONGEST, len(tokens)))
                 if tokens[each].dep == "conj" and tokens[each].head == second), None)
    kind = _KINDS.get(tokens[second].tag)
    if last is None or first >= second or kind is None:
        return False
    if any(_KINDS.get(tokens[each].tag) != kind for each in (first, last)):
        return False
    between, behind = tokens[first + 1 : second], tokens[second + 1 : index]
    return [each.text for each in between if not each.is_word] == [","] and all(
        each.is_word for each in behind[:-1]) and (not behind or behind[-1].is_word or behind[-1].text == ",")
