# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample stories and the `.toml` beside each agree: what is said to be planted stands in the text, once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORIES = sorted(path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"} and path.stem != "README")
CATEGORIES = frozenset(
    {"spelling", "confusable", "tense", "agreement", "verb-form", "wrong-form", "missing-word", "extra-word"}
    | {"comma", "comma-splice", "dialogue-punctuation", "punctuation", "apostrophe", "hyphenation", "case"}
    | {"article", "pronoun", "preposition", "variant", "spacing", "style", "other"}
)
BREAKS = frozenset({"start", "heading", "mark", "blank", "inferred"})
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def collapsed(text: str) -> str:
    """The text with every run of whitespace as one space."""
    return re.sub(r"\s+", " ", text)


@dataclass(frozen=True)
class Seed:
    """A sample story: its text as stored, the same with whitespace collapsed, and its key."""

    raw: str
    text: str
    key: dict[str, Any]

    def places(self) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """Start and end of each mistake in the collapsed text, with its entry."""
        for mistake in self.key["mistake"]:
            start = self.text.index(mistake["context"]) + mistake["context"].index(mistake["wrong"])
            yield start, start + len(mistake["wrong"]), mistake


@cache
def load(path: Path) -> Seed:
    """Read a story strictly as UTF-8, without newline translation, and its key."""
    raw = path.read_bytes().decode("utf-8")
    return Seed(raw, collapsed(raw), tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8")))


@pytest.fixture(params=STORIES, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Seed:
    """Each sample story in turn."""
    return load(request.param)


def test_there_are_four_stories_and_the_readme_names_each() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert len(STORIES) == 4
    assert all(path.name in readme for path in STORIES)
    assert {path.stem for path in SEEDS.glob("*.toml")} == {path.stem for path in STORIES}


def test_stored_as_promised(seed: Seed) -> None:
    assert seed.raw.endswith("\n")
    assert not set("\r\ufeff\u00a0\t\0") & set(seed.raw)
    assert not re.search(r"[ ]\n", seed.raw), "trailing space"


def test_length(seed: Seed) -> None:
    assert 2500 <= len(WORD.findall(seed.raw)) <= 4500


def test_quotes_are_of_the_kind_named(seed: Seed) -> None:
    strangers = {"double-curly": "\"'", "single-curly": "\"'", "double-straight": "“”‘’"}[seed.key["quotes"]]
    assert not set(strangers) & set(seed.raw)
    opener = {"double-curly": "“", "single-curly": "‘", "double-straight": '"'}[seed.key["quotes"]]
    assert seed.raw.count(opener) > 50


def test_every_context_occurs_once_and_holds_its_mistake_once(seed: Seed) -> None:
    for mistake in seed.key["mistake"]:
        assert collapsed(mistake["context"]) == mistake["context"]
        assert seed.text.count(mistake["context"]) == 1, mistake
        assert mistake["context"].count(mistake["wrong"]) == 1, mistake


def test_mistakes_come_in_order_and_do_not_overlap(seed: Seed) -> None:
    spans = [(start, end) for start, end, _ in seed.places()]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_every_fix_changes_the_text(seed: Seed) -> None:
    for mistake in seed.key["mistake"]:
        assert mistake["wrong"] and mistake["fix"], mistake
        assert mistake["wrong"] not in mistake["fix"], mistake
        assert len(set(mistake["fix"])) == len(mistake["fix"]), mistake


def test_a_fix_takes_no_more_than_the_words_it_needs(seed: Seed) -> None:
    """The first and last word of a mistake cannot both be left as they are: then it would be longer than needed."""
    for mistake in seed.key["mistake"]:
        wrong = mistake["wrong"].split()
        fixed = mistake["fix"][0].split()
        if len(wrong) > 2:
            assert wrong[0] != fixed[0] or wrong[-1] != fixed[-1], mistake


def test_mistakes_are_many_and_of_known_kinds(seed: Seed) -> None:
    assert len(seed.key["mistake"]) >= 25
    assert {mistake["category"] for mistake in seed.key["mistake"]} <= CATEGORIES


def test_together_they_cover_the_kinds_of_real_drafts() -> None:
    kinds = [mistake["category"] for path in STORIES for mistake in load(path).key["mistake"]]
    assert len(set(kinds)) >= 12
    most = sorted(set(kinds), key=kinds.count, reverse=True)[:4]
    assert {"comma", "dialogue-punctuation"} <= set(most)


def test_characters_are_named_in_the_text(seed: Seed) -> None:
    for character in seed.key["character"]:
        for name in [character["name"], *character["aliases"]]:
            assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", seed.text), name
        assert character["lines"] >= 0
        assert character["pronouns"] in {"he", "she", "they", "it"}
    assert sum(character["lines"] > 0 for character in seed.key["character"]) >= 5


def test_speeches_do_not_outnumber_the_opening_quotes(seed: Seed) -> None:
    marks = {"double-curly": "“", "single-curly": "‘", "double-straight": '"'}
    opened = seed.raw.count(marks[seed.key["quotes"]])
    spoken = sum(character["lines"] for character in seed.key["character"])
    assert 30 <= spoken <= opened


def test_scenes_start_in_order(seed: Seed) -> None:
    at = -1
    for scene in seed.key["scene"]:
        at = seed.text.find(scene["starts"], at + 1)
        assert at >= 0, scene
        assert scene["break"] in BREAKS
        assert scene["front_matter"] == (scene["number"] == 0)
    numbers = [scene["number"] for scene in seed.key["scene"] if not scene["front_matter"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_titles_of_scenes_are_lines_of_the_text(seed: Seed) -> None:
    lines = {line.lstrip("# ") for line in seed.raw.splitlines()}
    assert all(scene["title"] in lines for scene in seed.key["scene"] if "title" in scene)


def test_contradictions_stand_in_the_text(seed: Seed) -> None:
    assert 1 <= len(seed.key["contradiction"]) <= 3
    for contradiction in seed.key["contradiction"]:
        assert contradiction["kind"] in {"attribute", "term", "time", "presence"}
        assert len(set(contradiction["places"])) >= 2
        assert all(place in seed.text for place in contradiction["places"]), contradiction


def test_the_stories_differ_where_they_should() -> None:
    keys = [load(path).key for path in STORIES]
    assert {key["person"] for key in keys} == {"first", "third"}
    assert {key["tense"] for key in keys} == {"past", "present"}
    assert {key["variety"] for key in keys} == {"US", "GB"}
    assert {key["quotes"] for key in keys} == {"double-curly", "single-curly", "double-straight"}
    assert {scene["break"] for key in keys for scene in key["scene"]} == BREAKS


def test_the_hard_wrapped_story_is_hard_wrapped() -> None:
    raw = next(load(path).raw for path in STORIES if path.stem.startswith("03"))
    lines = raw.splitlines()
    assert max(map(len, lines)) <= 72
    assert sum(len(line) > 60 for line in lines) > 150


def test_the_fan_fiction_draft_has_one_line_a_paragraph() -> None:
    raw = next(load(path).raw for path in STORIES if path.stem.startswith("04"))
    blank = raw.count("\n\n")
    assert blank < 20 < 100 < raw.count("\n")
