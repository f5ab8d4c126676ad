# SPDX-License-Identifier: GPL-3.0-or-later
"""From one version to another, in the ways that authors revise."""

from __future__ import annotations

import pytest

from redraft.notes.placing.textmap import TextMap
from redraft.notes.placing.wording import Wording

STORY = (
    "The gate of the old mill was locked when Anko came back from the fair.\n\n"
    "“Who is there?” somebody asked behind the door. Nobody answered him. “Yes,” said Anko at last.\n\n"
    "* * *\n\n"
    "A lamp burned in the upper window — it burned there every night — until the rouge ninja put it out. "
    "He’d been told to wait; he had never been good at waiting…\n\n"
    "“Yes,” said the miller. Nobody answered him. They ate the bread that was left, and slept."
)


def after(new: str, words: str, occurrence: int = 0) -> str | None:
    start = -1
    for _ in range(occurrence + 1):
        start = STORY.index(words, start + 1)
    span = TextMap(Wording.of(STORY), Wording.of(new)).place(start, start + len(words))
    return None if span is None else new[max(0, span.start - 9) : span.start] + "[" + span.of(new) + "]"


def test_the_text_itself() -> None:
    assert after(STORY, "old mill") == "e of the [old mill]"
    assert after(STORY, "“Who is there?”") == "e fair.\n\n[“Who is there?”]"
    assert after(STORY, "ill was lo") == "the old m[ill was lo]"


def test_repeated_sentences_keep_their_places() -> None:
    new = STORY.replace("The gate", "Once the gate").replace("left, and slept", "left and slept")
    assert after(new, "Nobody answered him.", 0) == "he door. [Nobody answered him.]"
    assert after(new, "Nobody answered him.", 1) == " miller. [Nobody answered him.]"


def test_a_moved_scene() -> None:
    first, second = STORY.split("\n\n* * *\n\n")
    new = f"{second}\n\n* * *\n\n{first}"
    assert after(new, "lamp burned") == "A [lamp burned]"
    assert after(new, "Anko came") == "ked when [Anko came]"


def test_a_renamed_character() -> None:
    new = STORY.replace("Anko", "Marguerite")
    assert after(new, "Anko") == "ked when [Marguerite]"
    assert after(new, "“Yes,” said Anko") == "red him. [“Yes,” said Marguerite]"


def test_a_slip_put_right() -> None:
    assert after(STORY.replace("rouge", "rogue"), "rouge ninja") == "ntil the [rogue ninja]"


def test_quotes_and_dashes_changed() -> None:
    table = {"“": '"', "”": '"', "’": "'", "—": "--", "…": "..."}
    new = "".join(table.get(each, each) for each in STORY)
    assert after(new, "“Who is there?”") == 'e fair.\n\n["Who is there?"]'
    assert after(new, "— it burned there every night —") == "r window [-- it burned there every night --]"
    assert after(new, "He’d been") == " it out. [He'd been]"


def test_paragraphs_split_and_joined() -> None:
    new = STORY.replace("door. Nobody", "door.\n\nNobody").replace("last.\n\n", "last. ").replace("* * *\n\n", "")
    assert after(new, "asked behind the door. Nobody answered") == "somebody [asked behind the door.\n\nNobody answered]"


def test_words_that_are_gone_are_lost() -> None:
    assert after(STORY.replace("Nobody answered him. “Yes,” said Anko at last.", ""), "said Anko") is None
    assert after(STORY.replace("it burned there every night", "it was the custom of the house"), "every night") is None


@pytest.mark.parametrize("new", ["", "Another story altogether, about a boat.", "Nobody answered him."])
def test_another_text_holds_nothing(new: str) -> None:
    assert after(new, "lamp") is None
    assert after(new, "Nobody answered him.", 1) is None


def test_marks_without_words_are_between_their_words() -> None:
    assert after("Once. " + STORY, "* * *") == "at last.\n\n"[-9:] + "[* * *]"
    assert after(STORY.replace("…", "..."), "…") == "t waiting[...]"
    assert after(STORY.replace("— it burned", "-- it burned"), "—") == "r window [--]"
    assert after(STORY.replace(" — it burned", ", for it burned"), "—") is None
    assert after(STORY, "\n\n") is None


def test_a_note_across_paragraphs() -> None:
    assert after(STORY.replace("at last", "in the end"), "said Anko at last.\n\n* * *\n\nA lamp") == ". “Yes,” [said Anko in the end.\n\n* * *\n\nA lamp]"
