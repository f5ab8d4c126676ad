# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from redraft.analysis.analyst import Analyst
from redraft.checks.house_style import HouseStyle
from redraft.formats.registry import read_bytes
from redraft.storage.decisions import DecisionBook, Decisions
from redraft.storage.sidecar import Sidecar

from .conftest import STORY


def test_two_manuscripts_one_after_the_other() -> None:
    with Analyst((), cache=False) as analyst:
        first = analyst.analyse(read_bytes(STORY.encode(), "one.txt").manuscript)
        other = analyst.analyse(read_bytes(b"He saw the the door.\n", "two.txt").manuscript)
        again = analyst.analyse(read_bytes(STORY.encode(), "one.txt").manuscript)
    assert [each.text for each in other.findings] == ["the the"]
    assert first.findings == again.findings and "the the" in {each.text for each in first.findings}
    assert not first.faults


def test_what_the_author_ignored_is_left_out() -> None:
    manuscript = read_bytes(STORY.encode(), "one.txt").manuscript
    with Analyst((), cache=False) as analyst:
        found = next(each for each in analyst.analyse(manuscript).findings if each.text == "the the")
        book = DecisionBook(Sidecar.open(None))
        book.ignore(found, manuscript.paragraphs[1].text).do()
        assert "the the" not in {each.text for each in analyst.analyse(manuscript, book.current).findings}


def test_progress_ends_at_the_whole() -> None:
    heard: list[tuple[int, int]] = []
    with Analyst((), cache=False) as analyst:
        analyst.analyse(read_bytes(STORY.encode(), "one.txt").manuscript, Decisions(), lambda *now: heard.append(now))
    assert heard and heard[-1][0] == heard[-1][1] > 0


def test_markup_is_no_finding_and_places_are_in_the_written_text() -> None:
    text = "She said *the the* word. Mr. *Vane* had *green* eyes, and Vane smiled. “Vane!” said Mara.\n"
    manuscript = read_bytes(text.encode(), "one.md").manuscript
    with Analyst((), cache=False) as analyst:
        report = analyst.analyse(manuscript)
    assert [each.text for each in report.findings] == ["the the"]
    for character in report.cast.characters:
        for mention in character.mentions:
            assert text[mention.start : mention.end] in (character.name, *character.aliases, "Vane", "Mr. *Vane", "Mara")


def test_the_english_chosen_has_the_last_word() -> None:
    text = "The colour of the harbour was grey. " * 3 + "He liked the colour, and the color of the neighbourhood.\n"
    manuscript = read_bytes(text.encode(), "one.txt").manuscript
    with Analyst((), cache=False) as analyst:
        own = {each.text for each in analyst.analyse(manuscript).findings}
        chosen = {each.text for each in analyst.analyse(manuscript, Decisions(style=HouseStyle("US"))).findings}
    assert "color" in own and "colour" not in own
    assert "colour" in chosen and "color" not in chosen
