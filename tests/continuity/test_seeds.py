# SPDX-License-Identifier: GPL-3.0-or-later
"""Every contradiction planted in the sample stories is found, of its kind and at its places."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from redraft.characters.cast import cast
from redraft.continuity.conflicts import conflicts
from redraft.formats.registry import read
from redraft.manuscript.outline import Kind, outline
from redraft.text.folding import read_markup
from tests.continuity.conftest import Analyse

STORIES = sorted(Path(__file__).resolve().parents[2].glob("seeds/0*.toml"))


def _story(key: Path) -> Path:
    return next(path for path in (key.with_suffix(".txt"), key.with_suffix(".md")) if path.exists())


@pytest.mark.parametrize("key", STORIES, ids=lambda path: path.stem)
def test_planted_contradictions_are_found(analyse: Analyse, key: Path) -> None:
    paragraphs = read(_story(key)).manuscript.paragraphs
    found = outline(paragraphs)
    read_as = analyse(*(read_markup(each.text).text for each in paragraphs))
    ids = [each.id for each in paragraphs]
    scenes = [0 if kind in (Kind.FRONT, Kind.NOTE) else found.scene_of(index) for index, kind in enumerate(found.kinds)]
    made = conflicts(ids, read_as, scenes, cast(ids, read_as, scenes))
    planted = tomllib.loads(key.read_text(encoding="utf-8"))["contradiction"]
    for one in planted:
        words = [each.split()[-1] for each in one["places"]]
        like = [each for each in made if each.kind == one["kind"]]
        assert any(_touches(each.places, words, read_as, ids) for each in like), one
    assert len(made) <= len(planted) + 1


def _touches(places, words, read_as, ids) -> bool:  # type: ignore[no-untyped-def]
    """Whether a conflict's places lie in the paragraphs that hold the planted words."""
    texts = dict(zip(ids, (each.text for each in read_as), strict=True))
    return all(any(word in texts[place.paragraph] for word in words) for place in places)
