# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a common word that the story writes two ways: gray and grey, okay and OK, good-bye and goodbye,
café and cafe. Told once for each word, at the first place of the rarer form.

Why a reader minds: each is right; both in one book look like two hands.

When to leave it: when a character or a letter has a spelling of its own, or the two forms mean different things.

Example: “OK,” he said. (elsewhere: okay) → “Okay,” he said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.variety import counterpart
from redraft.checks.story import Passage

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|O\.K\.(?!\w)")
_PAIRS = (
    "okay ok o.k. | gray grey | grayish greyish | goodbye good-bye | leaped leapt | dreamed dreamt"
    " | learned learnt | burned burnt | spelled spelt | kneeled knelt | email e-mail | t-shirt tee-shirt | mom mum"
    " | whiskey whisky | judgment judgement | theater theatre | center centre | color colour | colors colours"
    " | honor honour | favor favour | favorite favourite | neighbor neighbour | neighbors neighbours | armor armour"
    " | harbor harbour | rumor rumour | traveled travelled | traveling travelling | traveler traveller"
    " | realized realised | realize realise | recognized recognised | recognize recognise | apologized apologised"
    " | jewelry jewellery | pajamas pyjamas | plow plough | defense defence | skeptical sceptical"
    " | mustache moustache | ax axe | catalog catalogue | dialog dialogue | yogurt yoghurt | aging ageing"
    " | somber sombre | meager meagre | afterward afterwards"
)
_APART = frozenset(("learned", "learnt", "burned", "burnt", "hôtel"))
"""Forms that differ in use as well: told only where nearly all others are of one kind."""
_OFTEN, _RATIO, _CLEAR = 3, 3, 8
_SHORT = 4


@story_check(
    id="word-two-forms", name="Word written two ways", category="variant", severity=Severity.WARNING, weight=0.45,
    examples=(
        Fires("The sky was gray. His coat was gray. Her eyes were gray.\nThe ⟦grey⟧ cat sat.", "gray"),
        Fires("“Okay,” he said. It was okay. She felt okay.\n“⟦OK⟧,” she said.", "Okay"),
        Fires("The goodbye was long. No goodbye. One more goodbye.\nHe said a ⟦good-bye⟧ to her.", "goodbye"),
        Fires("The café was full. Her café. That café.\nHe left the ⟦cafe⟧ late.", "café"),
        Quiet("The sky was gray. His coat was gray. Her eyes were gray.\nThe gray cat sat."),
        Quiet("The sky was gray.\nThe grey cat sat."),
        Quiet("He had a well-known face. He was well known."),
        Quiet("He went to re-form it. They reform. They reform. They reform."),
    ),
)
def two_forms(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The first place of the rarer form of each word."""
    uses: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if passage.kind == "body" and passage.story.english:
            for match in _WORD.finditer(passage.text):
                uses[match.group().lower()].append((index, match.start(), match.group()))
    chosen = passages[0].story.style.variety if passages else None
    for common, rare in _mixed(uses):
        if chosen and (counterpart(common, chosen) or counterpart(rare, chosen)):
            continue  # the author's choice says which is wrong, and the rule on varieties tells it
        index, start, written = uses[rare][0]
        right = _like(passages[index], start, written, common)
        times = len(uses[common])
        places = "only here" if len(uses[rare]) == 1 else f"in {len(uses[rare])} places, of which this is the first"
        message = f"This story has “{common}” {times} times and “{rare}” {places}."
        yield index, Found(start, start + len(written), message, (right,))


def _mixed(uses: Mapping[str, list[tuple[int, int, str]]]) -> Iterator[tuple[str, str]]:
    """The forms that are mixed: (the commoner, the rarer)."""
    for group in _groups(uses):
        present = sorted((each for each in set(group) if each in uses), key=lambda each: -len(uses[each]))
        for rare in present[1:]:
            number, times = len(uses[rare]), len(uses[present[0]])
            ratio = _CLEAR if rare in _APART else _RATIO
            if times >= _OFTEN and times >= ratio * number and not _named(uses[rare]):
                yield present[0], rare


def _named(places: Iterable[tuple[int, int, str]]) -> bool:
    """Whether the form stands only as a name: Mr Grey."""
    return all(written[0].isupper() and len(written) > 2 and start > 0 for _, start, written in places)


def _groups(uses: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """Forms of one word: the listed ones, and those that differ in an accent or a hyphen only."""
    yield from _listed()
    for form in uses:
        if "-" in form:
            closed = form.replace("-", "")
            if closed in uses and len(form) > _SHORT + 2 and _one_word(form, closed):
                yield form, closed
        elif not form.isascii():
            plain = "".join(each for each in unicodedata.normalize("NFD", form) if not unicodedata.combining(each))
            if plain in uses and len(plain) >= _SHORT and plain not in ("resume", "rose", "pate", "expose", "lame"):
                yield form, plain


def _one_word(form: str, closed: str) -> bool:
    """Whether hyphen or none is all the difference: not re-form and reform, and no invented name."""
    return lexicon().level(closed) >= 0 and form.split("-")[0] not in ("re", "pre", "co", "un")


@cache
def _listed() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.split()) for each in _PAIRS.split("|"))


def _like(passage: Passage, start: int, written: str, fix: str) -> str:
    """The fix with the capital that the place asks for; that of OK says nothing."""
    sentence = passage.analysis.sentence_at(start)
    opens = passage.text[:start].rstrip("“\"‘'*_ ") == "" or (sentence is not None and sentence.start == start)
    opens = opens or passage.text[start - 1] in "“\"‘"
    return fix[0].upper() + fix[1:] if opens or (written[0].isupper() and not written.isupper()) else fix
