# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms of the story spelled two ways, and such as only look so."""

from __future__ import annotations

import pytest

from redraft.characters.names import story_names
from redraft.characters.terms import TermPair, spelled_two_ways
from tests.characters.conftest import Analyse


def pairs(analyse: Analyse, *paragraphs: str) -> list[TermPair]:
    found = analyse(*paragraphs)
    return spelled_two_ways(found, story_names(found))


@pytest.mark.parametrize(
    ("text", "rare", "common", "kind"),
    [
        ("They left Konoha. She saw Konoha. He loved Konoha. It was Konoha. Then they saw Konohah.", "Konohah", "Konoha", "spelling"),
        ("He passed the Chuunin exams. She led the Chuunin. They failed the Chunin exams.", "Chunin", "Chuunin", "spelling"),
        ("He read Icha Icha. She read Icha Icha. We sold Icha Icha. I read Icha-Icha.", "Icha-Icha", "Icha Icha", "form"),
        ("A veilwright came. The veilwright sat. He was a veilwright. It was a vielwright.", "vielwright", "veilwright", "spelling"),
        ("We met Chloë Brinx. He saw Brinx and Chloë. I like Chloë. They saw Chloe.", "Chloe", "Chloë", "form"),
        ("The Moonbaze hummed. In the Moonbaze he slept. At the Moonbaze. To the Moonbaze. From the Moonbaze. A moonbaze!", "moonbaze", "Moonbaze", "case"),
    ],
)
def test_two_spellings_are_found(analyse: Analyse, text: str, rare: str, common: str, kind: str) -> None:
    (pair,) = pairs(analyse, text)
    assert (pair.rare, pair.common, pair.kind) == (rare, common, kind)


@pytest.mark.parametrize(
    "text",
    [
        "He met Brinx. She knew Brinx. They feared the Brinxes. It was Brinx’s.",
        "He saw Julia. He saw Julia. She saw Julie. They liked Julia.",
        "He met Marty. She liked Mary. They saw Mary. It was Mary.",
        "They looked at Karfed and Karfad. He liked Karfed. Karfed came.",
        "The store was shut. A stone fell. The stone broke. Another stone fell.",
        "In Verona he met Veronan girls. She liked Verona. They left Verona.",
        "“Dinna,” she said. “Dunna,” he said. “Dinna, dinna.”",
        "He wore a well-known hat. He was well known. It was well known.",
    ],
)
def test_words_in_their_own_right_are_left_alone(analyse: Analyse, text: str) -> None:
    assert pairs(analyse, text) == []


def test_both_forms_have_their_places(analyse: Analyse) -> None:
    (pair,) = pairs(analyse, "Captain Achterberg nodded to Achterberg’s men.", "They liked Captain Acherberg.")
    assert [(each.paragraph, each.start, each.end) for each in pair.rare_places] == [(1, 19, 28)]
    assert [(each.paragraph, each.start, each.end) for each in pair.common_places] == [(0, 8, 18), (0, 29, 39)]


def test_names_known_to_be_two_are_two(analyse: Analyse) -> None:
    found = analyse("He met Karfed. She saw Karfed. We met Karfed. We fed Karfed.", "They saw Karfod.")
    names = story_names(found)
    assert spelled_two_ways(found, names)
    assert spelled_two_ways(found, names, frozenset({frozenset({"Karfed", "Karfod"})})) == []


def test_two_letters_swapped_in_a_word_nobody_knows_need_no_majority(analyse: Analyse) -> None:
    (pair,) = pairs(analyse, "A veilwright must think of nothing.", "“A rare vielwright,” he said.")
    assert (pair.rare, pair.common, pair.sure) == ("vielwright", "veilwright", False)


def test_two_words_that_differ_by_more_do(analyse: Analyse) -> None:
    assert pairs(analyse, "He felt befrogged.", "She was befogged.") == []


@pytest.mark.parametrize(
    ("one", "other"), [("Katherine", "Catherine"), ("Stephen", "Steven"), ("Sarah", "Sara"), ("Phillip", "Philip")]
)
def test_given_names_that_sound_alike_are_one(analyse: Analyse, one: str, other: str) -> None:
    texts = [f"{one} came in. He liked {one}, and {one} sat down.", f"{other} poured the tea. He watched {other}."]
    (pair,) = spelled_two_ways(analyse(*texts), frozenset((one, other)))
    assert (pair.common, pair.rare) == (one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Jack", "Jake"), ("Esther", "Hester"), ("Mary", "Murray"), ("Joshua", "Josiah")]
)
def test_given_names_that_do_not(analyse: Analyse, one: str, other: str) -> None:
    texts = [f"{one} came in. He liked {one}, and {one} sat down.", f"{other} poured the tea. He watched {other}."]
    assert spelled_two_ways(analyse(*texts), frozenset((one, other))) == []


def test_two_named_side_by_side_are_two(analyse: Analyse) -> None:
    texts = ["Katherine came in with Catherine. He liked Katherine.", "Katherine poured. He watched Catherine."]
    assert spelled_two_ways(analyse(*texts), frozenset(("Katherine", "Catherine"))) == []


def test_sorensen_and_sorenson_are_one(analyse: Analyse) -> None:
    texts = ["Varensen came in. He liked Varensen, and Varensen sat.", "Old Varenson poured the tea."]
    (pair,) = spelled_two_ways(analyse(*texts), frozenset(("Varensen", "Varenson")))
    assert (pair.common, pair.rare) == ("Varensen", "Varenson")


def test_a_hyphen_counts_where_only_one_form_has_it(analyse: Analyse) -> None:
    texts = ["They saw the Sky-Gate. He liked the Sky-Gate, and the Sky-Gate fell.", "She looked up at the Skygate."]
    (pair,) = spelled_two_ways(analyse(*texts), frozenset(("Skygate",)))
    assert (pair.common, pair.rare) == ("Sky-Gate", "Skygate")


@pytest.mark.parametrize(
    "texts",
    [
        ("He said Garno, twice. The Garno fell. A Garno. One Garno.", "“It is spelled G-A-R-N-O,” he said."),
        ("They slunk home. He slunk. She slunk. It slunk off.", "I heard it slink away."),
        ("He saw the archdeacon. The archdeacon rose. An archdeacon. The archdeacon.", "I met Archdeacon Cowley."),
        ("He liked Sanstead. In Sanstead it rained. Sanstead, always Sanstead.", "“I have aldways beed upod Sadstead agaid,” he said."),
    ],
)
def test_titles_letters_forms_of_a_verb_and_colds_in_the_head(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert spelled_two_ways(analyse(*texts), frozenset(("Garno", "Sanstead", "Sadstead", "Cowley"))) == []


def test_mary_and_marie_are_two(analyse: Analyse) -> None:
    texts = ["Mary came in. He liked Mary, and Mary sat down.", "Marie poured the tea. He watched Marie."]
    assert spelled_two_ways(analyse(*texts), frozenset(("Mary", "Marie"))) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("They flew to Grank. In Grank it rained. Grank, always Grank.", "He met the Grand Vizier."),
        ("Sidney sat. He liked Sidney. Then Sidney rose.", "They print it in Sydney."),
        ("He met Brother Tusker. Tusker sat. He liked Tusker. Tusker rose.", "They swam in Tunker Creek."),
    ],
)
def test_a_word_a_city_and_a_creek_are_other_names(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert spelled_two_ways(analyse(*texts), frozenset("Grank Grand Sidney Sydney Tusker Tunker".split())) == []
