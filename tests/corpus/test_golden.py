# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules say of the sample stories, whole: a change of behaviour shows as a difference here.

``pytest tests/corpus --update-golden`` writes what they say now; the difference is the review. The learned tagger
and Harper are left out: their figures differ a little from processor to processor.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .seeds import STORIES, story

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("path", STORIES, ids=lambda each: each.stem)
def test_the_rules_say_what_they_said(path: Path, request: pytest.FixtureRequest) -> None:
    read = story(path, ())
    touched = {id(each) for each in read.right()}
    index = {each.id: place for place, each in enumerate(read.manuscript.paragraphs, 1)}
    lines = [
        f"{'+' if id(each) in touched else '-'} ¶{index[each.paragraph]} {each.check} [{each.text}] → "
        f"{' / '.join(f'[{fix}]' for fix in each.suggestions) or 'no fix'}"
        for _, _, each in read.places
    ]
    told = f"{len(read.found())} of {len(read.planted)} planted mistakes, {len(lines)} findings\n" + "\n".join(lines) + "\n"
    golden = GOLDEN / f"{path.stem}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", STORIES, ids=lambda each: each.stem)
def test_scenes_are_found_where_they_are(path: Path) -> None:
    import tomllib

    read = story(path, ())
    told = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    wanted = [(each["number"], each["break"]) for each in told["scene"] if not each.get("front_matter")]
    assert [(each.number, each.break_.value) for each in read.report.outline.scenes] == wanted
