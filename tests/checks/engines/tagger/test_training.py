# SPDX-License-Identifier: GPL-3.0-or-later
"""What training puts in, the program takes out: each slip's tags, carried out by the program, give the clean text back."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest

from redraft.checks.engines.tagger.fixes import Passage, fix
from redraft.checks.engines.tagger.words import words
from redraft.places import resource
from tests.conftest import CHECKOUT

sys.path.insert(0, str(CHECKOUT / "tools"))

from train_tagger.chunk import Chunk, Slip, Token
from train_tagger.injector import Injector, apart, applied, in_present, offered, rates, renamed, wanted
from train_tagger.lexicon import Lexicon
from train_tagger.planted import draft, text_of

_TEXTS = (
    '"I have known her since June," said Tom. "She can\'t have left, you know, without a word."',
    '"Where did they go?" he asked, and the old man shook his head. She looked at him strangely.',
    '"Come here, Anna, please." She smiled at her brother. "I would have told you, but you didn\'t ask, did you?"',
    "When the rain had stopped, they walked to the well-known bedroom, which was dark, and he quickly closed two windows.",
    "He ran to the door; she followed him. Then the boys' dog barked at everyone, and nobody had taken the keys.",
    "I was tired, however, and it was a lot colder than before. A man was lying in the grass, leaving no footprints.",
    'He said, "Good evening, sir," and it seemed that John\'s friend, the captain, never drinks tea, coffee, and wine.',
    '"Yes," she whispered, "and he threw the ring into the sea." They were running. It was his.',
)
_PRESENT = {3: {7: "walk", 20: "closes"}, 4: {1: "runs", 7: "follows"}}
_LEXICON = Lexicon(
    counts={word: 5_000 for text in _TEXTS for word in text.lower().split()}
    | {"lays": 50, "walk": 90, "closes": 50, "window": 90},
    names=frozenset(["tom", "anna", "john"]),
    closed={"bedroom": ("bed", "room"), "everyone": ("every", "one")},
    hyphened=frozenset([("well", "known")]),
)


def _chunks() -> list[Chunk]:
    found = []
    for number, text in enumerate(_TEXTS):
        tokens = tuple(Token(word.form, word.spaced) for word in words(text))
        found.append(Chunk(tokens, present=_PRESENT.get(number, {}), parsed=True))
    return found


def _slips() -> Iterator[tuple[Chunk, Slip]]:
    for chunk in _chunks():
        for tense in (chunk, in_present(chunk)) if chunk.present else (chunk,):
            yield from ((tense, slip) for slip in offered(tense, _LEXICON))


def _taken_back(chunk: Chunk, slip: Slip) -> str:
    text = draft(chunk, [slip]).text
    cells = applied(chunk, [slip])
    passage = Passage(text, words(text), [cell.tag for cell in cells[1:]])
    made = {place - 1: fix(passage, place - 1, cell.tag) for place, cell in enumerate(cells) if cell.tag != "K"}
    used = {place for one in made.values() if one for place in one.used}
    for place, one in sorted(made.items(), reverse=True):
        if one and place not in used:
            text = text[: one.start] + one.replacement + text[one.end :]
    return text


def test_every_slip_can_be_taken_back() -> None:
    """All but "should've", which comes back as "should have", and words that have two right forms."""
    slips = list(_slips())
    wrong = [
        (slip.kind, draft(chunk, [slip]).text)
        for chunk, slip in slips
        if _taken_back(chunk, slip) != text_of(applied(chunk, [])) and slip.kind != "confused.of-have"
    ]
    assert len(slips) > 1_000
    assert len(wrong) <= 0.01 * len(slips), wrong


def test_the_samples_offer_nearly_every_kind() -> None:
    """So that the test above is one of all kinds; the names in the list of proportions are the real ones."""
    kinds = {slip.kind for _, slip in _slips()}
    assert len(kinds & set(wanted())) >= 55
    assert kinds <= set(wanted())


def test_no_slip_leaves_the_text_as_it_was() -> None:
    """An error that is none would teach the model to see ghosts."""
    same = [slip for chunk, slip in _slips() if draft(chunk, [slip]).text == text_of(applied(chunk, []))]
    assert not same


def test_slips_in_one_draft_do_not_touch() -> None:
    """Not even where all are offered at once."""
    chunk = _chunks()[0]
    kept = apart(list(offered(chunk, _LEXICON)))
    assert all(a.end <= b.start for a, b in pairwise(kept))


def test_a_seed_gives_the_same_drafts_again() -> None:
    """And another seed others."""
    chunks = _chunks()
    taken = rates(chunks, _LEXICON)
    known = frozenset(cell.tag for chunk, slip in _slips() for cell in slip.cells) | {
        slip.before for _, slip in _slips()
    }

    def made(seed: int) -> list[str]:
        injector = Injector(_LEXICON, taken, known, random.Random(seed))
        return [text_of(injector.draft(chunk, 1.0)) for chunk in chunks]

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_the_present_has_every_marked_verb_changed() -> None:
    """And knows what they were."""
    chunk = in_present(_chunks()[4])
    assert text_of(applied(chunk, [])).startswith("He runs to the door; she follows him.")
    assert dict(chunk.past) == {1: "ran", 7: "followed"}


def test_names_are_replaced_throughout() -> None:
    """Other words stay."""
    text = text_of(applied(renamed(_chunks()[0], _LEXICON, random.Random(3)), []))
    assert "Tom" not in text
    assert "since June" in text


@pytest.mark.parametrize("name", ["tagger.onnx", "vocab.txt", "tags.json"])
def test_the_list_of_sums_names_each_file_of_the_model(name: str) -> None:
    """What is loaded is listed."""
    sums = resource("models", "SHA256SUMS")
    if not resource("models", "tagger", name).exists():
        pytest.skip("the tagger's model is not in resources/models/tagger")
    assert f"tagger/{name}" in sums.read_text(encoding="utf-8")
