# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader copy as bytes: one file, its own policy, the story as data, only what was asked for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Manuscript
from redraft.notes.note import text_digest
from redraft.notes.reader_copy import GENERATOR, NoReaderCopy, OtherNote, Wishes, numbered, reader_copy

STORY = """The Lamp

Chapter One

The lamp went out. *Not now*, she thought.

“Who is there?”

Chapter Two

Nobody was there; there was nobody.
"""


def story(text: str = STORY, name: str = "lamp.md") -> Manuscript:
    return read_bytes(text.encode(), name).manuscript


class Pieces(HTMLParser):
    """The tags of a page, and what stands in its scripts and styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._in = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.raw:
            self.raw[self._in].append(data)


def data(page: bytes) -> dict[str, object]:
    found = re.search(rb'<script type="application/json" id="copy">(.*?)</script>', page, re.DOTALL)
    assert found
    told: dict[str, object] = json.loads(found.group(1))
    return told


def test_the_page_names_the_digest_of_the_text_handed_out() -> None:
    made = reader_copy(story())
    assert made.text == STORY and made.digest == text_digest(STORY) == hashlib.sha256(STORY.encode()).hexdigest()
    assert data(made.page)["copy"] == made.digest and made.title == "The Lamp"
    assert GENERATOR in made.page[:4000]


def test_its_policy_lets_nothing_run_but_its_own_style_and_scripts() -> None:
    page = Pieces(reader_copy(story()).page)
    policy = next(found["content"] or "" for tag, found in page.tags if found.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "connect-src" not in policy
    for each in (*page.raw["style"], *(text for text in page.raw["script"] if not text.startswith("{"))):
        assert base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() in policy


def test_nothing_in_it_leads_elsewhere() -> None:
    for tag, found in Pieces(reader_copy(story(), Wishes(mail="a@example.org")).page).tags:
        assert not found.get("src") and not any(name.startswith("on") or name == "style" for name in found), tag
        assert (found.get("href") or "#").startswith(("#", "data:,", "mailto:"))


def test_besides_the_text_it_is_small() -> None:
    long = STORY + "\n\n".join(f"This is paragraph {number}, and it *says* nothing. " + "Words. " * 20 for number in range(3000))
    for text in (STORY, long):
        made = reader_copy(story(text))
        assert len(made.page) - len(made.text.encode()) < 150_000


def test_only_the_scenes_asked_for_are_handed_out() -> None:
    made = reader_copy(story(), Wishes(scenes=frozenset({2})))
    assert "Nobody was there" in made.text and "Not now" not in made.text and made.text.startswith("The Lamp")
    assert b"Not now" not in made.page and made.digest == text_digest(made.text)
    assert b"id=3 " in made.page and b"id=4" not in made.page, "a copy counts its own paragraphs"


def test_a_scene_that_there_is_not_is_said() -> None:
    with pytest.raises(NoReaderCopy, match="There is no scene 9; the story has 2"):
        reader_copy(story(), Wishes(scenes=frozenset({9})))


@pytest.mark.parametrize("text", ["", "\n\n  \n"])
def test_a_story_without_words_is_not_handed_out(text: str) -> None:
    with pytest.raises(NoReaderCopy, match="no words"):
        reader_copy(story(text))


def test_numbers_count_the_paragraphs_with_words() -> None:
    manuscript = story()
    assert [manuscript.paragraphs[index].text.strip()[:9] for index in numbered(manuscript).values()] == [
        "The Lamp", "Chapter O", "The lamp ", "“Who is t", "Chapter T", "Nobody wa"]  # fmt: skip


def test_wishes_are_words_and_never_markup() -> None:
    evil = "[[story]]</script><b onclick='x'>&\"{{"
    wishes = Wishes(evil, evil, evil, evil, ask_scene=(evil,), ask_story=(evil,), mail=evil, story=evil)
    made = reader_copy(story(), wishes, (OtherNote(evil, "note", evil, 0, 3),))
    assert not [tag for tag, _ in Pieces(made.page).tags if tag == "b"]
    assert made.page.count(b"</script>") == 3 and data(made.page)["reader"] == evil


def test_the_contents_list_every_scene_with_its_first_paragraph() -> None:
    scenes = data(reader_copy(story()).page)["scenes"]
    assert isinstance(scenes, list)
    assert [(each["title"], each["first"], each["part"]) for each in scenes] == [("Chapter One", 2, False), ("Chapter Two", 5, False)]
