# SPDX-License-Identifier: GPL-3.0-or-later
"""What single paragraphs claim, and what they do not."""

from __future__ import annotations

import pytest

from redraft.characters.claims.ages import ages
from redraft.characters.claims.bodies import bodies
from redraft.characters.claims.claim import Claim, kept_by_text
from redraft.characters.claims.doubt import is_disguised, is_stated
from redraft.characters.claims.everything import claims
from redraft.characters.claims.looks import looks
from redraft.characters.claims.ranks import ranks
from redraft.characters.claims.things import things
from redraft.characters.claims.ties import ties
from redraft.language.analysis import Analysis
from tests.characters.conftest import Analyse


def told(found: tuple[Claim, ...], text: str) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.value, each.owner, text[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    ("text", "kind", "value", "owner"),
    [
        ("Anna’s green eyes shone.", "eyes", "green", "Anna’s"), ("His watery blue eyes shone.", "eyes", "blue", "His"),
        ("Her eyes were a pale green.", "eyes", "pale green", "Her"), ("The blue of his eyes was cold.", "eyes", "blue", "his"),
        ("Anna had a pair of sharp green eyes.", "eyes", "green", "Anna"), ("She was a woman with red hair.", "hair", "red", "She"),
        ("The red-haired Tom laughed.", "hair", "red", "Tom"), ("Tom was blond.", "hair", "blond", "Tom"),
        ("Her dark skin shone.", "skin", "dark", "Her"), ("Tom was six feet two in his socks.", "height", "six feet two", "Tom"),
        ("Tom was a fat man.", "build", "fat", "Tom"), ("Anna was tall.", "height", "tall", "Anna"),
        ("Her hair, black as coal, fell down.", "hair", "black", "Her"), ("Her brown curls bounced.", "hair", "brown", "Her"),
        ("He shut those brown eyes of his.", "eyes", "brown", "his"), ("Anna had her mother’s blue eyes.", "eyes", "blue", "Anna"),
        ("His eyes, green and very tired, shut.", "eyes", "green", "His"), ("She saw her blue eyes in the mirror.", "eyes", "blue", "her"),
    ],
)
def test_looks(analyse: Analyse, text: str, kind: str, value: str, owner: str) -> None:
    (claim,) = looks(analyse(text)[0])
    assert (claim.kind, claim.value, claim.owner) == (kind, value, owner)
    assert text[claim.at :].startswith(owner)


@pytest.mark.parametrize(
    "text",
    [
        "Her eyes were red with crying.", "Were Anna’s eyes brown?", "Perhaps Anna’s eyes were brown.",
        "Her eyes looked green.", "She dreamed that his eyes were green.", "Anna wore a wig, and her hair was red.",
        "She would have red hair if she could.", "He had an impression of red cheeks and a blue beard.",
        "In the candlelight her hair was gold.", "“She has blue eyes,” he lied.", "She pretended that his eyes were blue.",
        "His hand over blue eyes was shaking.", "It was a green eye on a stalk.", "He had no black hair left.",
    ],
)
def test_what_says_nothing_lasting_of_looks(analyse: Analyse, text: str) -> None:
    assert list(looks(analyse(text)[0])) == []


@pytest.mark.parametrize(
    ("text", "kind", "value", "words"),
    [
        ("Anna was nine years old.", "age", "nine", "nine years old"), ("Tom was seventeen.", "age", "seventeen", "seventeen"),
        ("“I’m twenty-six,” said Anna.", "age", "twenty-six", "twenty-six"), ("Nine-year-old Anna ran.", "age", "nine", "Nine-year-old"),
        ("Tom, nineteen, said nothing.", "age", "nineteen", "nineteen,"), ("Tom had turned nineteen.", "age", "nineteen", "nineteen"),
        ("It was Anna’s twelfth birthday.", "age", "twelfth", "twelfth birthday"), ("He was a man of forty.", "age", "forty", "forty"),
        ("Anna was born on May 4, 1976.", "birthday", "may 4, 1976", "May 4, 1976"),
        ("Her birthday was in March.", "birthday", "march", "March"), ("She was in her late forties.", "age", "forties", "forties"),
        ("Tom was a tall, dark lad, sixteen years old.", "age", "sixteen", "sixteen years old"),
        ("At thirty-four, Anna was still shy.", "age", "thirty-four", "thirty-four"), ("Anna was forty now.", "age", "forty", "forty"),
    ],
)
def test_ages(analyse: Analyse, text: str, kind: str, value: str, words: str) -> None:
    (claim,) = ages(analyse(text)[0])
    assert (claim.kind, claim.value, text[claim.start : claim.end]) == (kind, value, words)


@pytest.mark.parametrize(
    "text",
    [
        "“I was sixteen,” said Anna.", "When Anna was ten, it rained.", "Tom was nine when it began.", "Tom was nearly forty.",
        "It was nine o’clock.", "Anna was at the gate by nine.", "Tom remembered the well. He was twelve.", "Tom was thirty miles from home.",
    ],
)
def test_other_numbers_and_other_times(analyse: Analyse, text: str) -> None:
    assert list(ages(analyse(text)[0])) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Tom was left-handed.", "hand", "left"), ("His left arm was in a sling.", "injury", "left arm, hurt"),
        ("The scar on his left cheek itched.", "injury", "left cheek, scar"), ("Tom had lost his right eye.", "injury", "right eye, lost"),
        ("She was blind in her left eye.", "injury", "left eye, blind"), ("Tom limped on his left leg.", "injury", "left leg, lame"),
        ("His wooden left leg creaked.", "injury", "left leg, lost"), ("He had a long scar across his right"
            " cheek.", "injury", "right cheek, scar"),
        ("He had been shot in the left shoulder.", "injury", "left shoulder, hurt"), ("She wrote with her left hand.", "hand", "left"),
        ("He came limping on his left foot.", "injury", "left foot, lame"),
        ("She had a patch over her left eye.", "injury", "left eye, blind"),
    ],
)
def test_sides(analyse: Analyse, text: str, kind: str, value: str) -> None:
    assert [(each.kind, each.value) for each in claims(analyse(text)[0])] == [(kind, value)]


@pytest.mark.parametrize("text", ["He raised his left arm.", "She turned right.", "They left broken chairs.", "His right hand was cold.", "In the mirror his left arm was in a sling."])
def test_sides_that_are_not_hurt(analyse: Analyse, text: str) -> None:
    assert list(bodies(analyse(text)[0])) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("His younger sister Mary laughed.", "family", "younger sister Mary"), ("Tom, her brother, laughed.", "family", "brother Tom"),
        ("Mary was his cousin.", "family", "cousin Mary"), ("Her uncle’s name was Tom.", "family", "uncle Tom"),
        ("Anna was an only child.", "family", "only child"), ("Anna was a nurse at the hospital.", "job", "nurse"),
        ("Bill, the butcher, nodded.", "job", "butcher"), ("Anna lived at 12 Elm Street.", "home", "12 Elm Street"),
        ("Anna lived in Elm Hollow with a cat.", "home", "Elm Hollow"),
        ("Anna had two brothers.", "family", "two brothers"), ("He had been married for nine years.", "years", "married nine"),
        ("His wife had died three years ago.", "years", "wife three"), ("Her flat was on the third floor.", "floor", "flat third"),
    ],
)
def test_ties(analyse: Analyse, text: str, kind: str, value: str) -> None:
    assert (kind, value) in [(each.kind, each.value) for each in ties(analyse(text)[0])]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Captain Hale nodded.", "captain"), ("Hale was a sergeant in the Guard.", "sergeant"), ("She became a major.", "major")],
)
def test_ranks(analyse: Analyse, text: str, value: str) -> None:
    assert [(each.kind, each.value) for each in ranks(analyse(text)[0])] == [("rank", value)]


@pytest.mark.parametrize("text", ["Lieutenant Colonel Hale nodded.", "“Captain Hale?” he said.", "The captain nodded.", "Was he a major?"])
def test_no_ranks(analyse: Analyse, text: str) -> None:
    assert [each for each in ranks(analyse(text)[0]) if each.value != "colonel"] == []


@pytest.mark.parametrize("text", ["His sister-in-law Mary laughed.", "His brother laughed.", "Was Mary his sister?", "He spoke like a doctor."])
def test_no_ties(analyse: Analyse, text: str) -> None:
    assert list(ties(analyse(text)[0])) == []


@pytest.mark.parametrize(
    ("text", "kind", "value", "owner"),
    [
        ("He parked his white van.", "car", "white van", "his"), ("Tom’s truck was white.", "car", "white truck", "Tom’s"),
        ("The green van stood there.", "car", "green van", "The"), ("Her black dog barked.", "animal", "black dog", "Her"),
        ("He drew his sword.", "weapon", "sword", "his"), ("He drove his old red car.", "car", "red car", "his"),
        ("He drove his old Volvo.", "car", "volvo car", "his"), ("Her dog, Rex, barked.", "pet", "dog Rex", "Her"),
    ],
)
def test_things(analyse: Analyse, text: str, kind: str, value: str, owner: str) -> None:
    claim = list(things(analyse(text)[0]))[-1]
    assert (claim.kind, claim.value, claim.owner) == (kind, value, owner)


def test_things_that_say_nothing(analyse: Analyse) -> None:
    assert list(things(analyse("He got into his car. The van was gone. Her dog-basket was red.")[0])) == []


def test_all_claims_come_in_reading_order_and_once(analyse: Analyse) -> None:
    text = "Anna’s green eyes met his. She was nine years old, and her black dog barked."
    assert told(claims(analyse(text)[0]), text) == [
        ("eyes", "green", "Anna’s", "green eyes"), ("age", "nine", "She", "nine years old"), ("animal", "black dog", "her", "black dog"),
    ]


def test_a_paragraph_is_read_once(analyse: Analyse) -> None:
    read: list[str] = []

    def find(analysis: Analysis):  # type: ignore[no-untyped-def]
        read.append(analysis.text)
        yield from ()

    kept = kept_by_text(find)
    one, other = analyse("Anna sat.")[0], analyse("Anna stood.")[0]
    for each in (one, one, other, one):
        kept(each)
    assert read == ["Anna sat.", "Anna stood."]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Anna was tall.", True), ("Anna might be tall.", False), ("If Anna was tall, so was Tom.", False), ("“Anna was tall,” he lied.", False),
        ("Was Anna tall?", False), ("Anna, as Tom knew, was tall.", True), ("Anna never was tall.", False), ("Anna used to be tall.", False),
    ],
)
def test_what_is_stated(analyse: Analyse, text: str, stated: bool) -> None:
    assert is_stated(analyse(text)[0], text.index("Anna"), text.index("tall") + 4) is stated


def test_disguise(analyse: Analyse) -> None:
    assert is_disguised(analyse("She put on a wig.")[0]) and not is_disguised(analyse("She wiggled.")[0])
