# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables count what was planted and found, and write out what is to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.evaluate.planted import Planted
from tools.evaluate.reading import alarms, draft_scores, outcome, planted_errors, with_texts
from tools.evaluate.study import Studied
from tools.evaluate.texts import Label

from redraft.checks.finding import Finding, Severity
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Manuscript


class Word:
    """A checker that marks one word wherever it stands and would put another for it."""

    def __init__(self, word: str, fix: str) -> None:
        self.word, self.fix = word, fix

    def study(self, manuscript: Manuscript) -> Studied:
        """Every place of the word."""
        found = [
            (number, finding(each.text, each.text.index(self.word), self.word, self.fix))
            for number, each in enumerate(manuscript.paragraphs) if self.word in each.text
        ]  # fmt: skip
        return Studied(found, [], sum(len(each.text.split()) for each in manuscript.paragraphs), 0.1, None)


def finding(text: str, start: int, word: str, fix: str) -> Finding:
    return Finding(
        check="word", category="other", severity=Severity.ERROR, paragraph=0, start=start, end=start + len(word),
        text=word, message="", suggestions=(fix,),
    )  # fmt: skip


def test_a_finding_beside_the_place_finds_and_the_right_text_cures() -> None:
    error = Planted("kind", "He went home.", "He had went home.".replace("went", "gone"), 2, 4)
    studied = Studied([(3, finding(error.text, 3, "went", "had gone"))], [], 3, 0.0, None)
    assert outcome(studied, 3, error) == (True, True)
    assert outcome(studied, 4, error) == (False, False)
    other = Studied([(3, finding(error.text, 3, "went", "goes"))], [], 3, 0.0, None)
    assert outcome(other, 3, error) == (True, False)


def test_texts_are_put_in_place_of_others() -> None:
    manuscript = read_bytes(b"One.\n\nTwo.\n", "a.txt").manuscript
    texts = [each.text for each in manuscript.paragraphs]
    changed = with_texts(manuscript, [each.replace("Two", "Three") for each in texts])
    assert "Three." in [each.text for each in changed.paragraphs]


def test_a_draft_is_scored_and_written_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manuscript = read_bytes(b"I seen it.\n\nHe came.\n", "a.txt").manuscript
    labels = [Label(2, 6, "verb-form", ("saw",), True, ""), Label(12, 14, "pronoun", ("She",), True, "")]
    score = draft_scores(Word("seen", "saw"), "all", [("a", manuscript, labels)], tmp_path / "out")
    assert (score.definite.total(), score.found.total(), score.fixed.total()) == (2, 1, 1)
    assert (tmp_path / "out" / "a.missed.txt").read_text("utf-8").startswith("pronoun: ")
    assert "50% found" in capsys.readouterr().out.replace("  ", " ")


def test_alarms_are_counted_by_book_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book.txt"
    book.write_text("\n\n".join(["He had seen it."] * 30), encoding="utf-8")
    alarms(Word("seen", "saw"), [("book", book)], 40, tmp_path)
    assert "250.00 alarms per 1,000 words" in capsys.readouterr().out
    assert all("⟦seen⟧" in line for line in (tmp_path / "novels.txt").read_text("utf-8").splitlines())


def test_a_mark_of_the_clean_text_finds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book.txt"
    book.write_text("\n\n".join(["It was far to the house on the hill."] * 4000), encoding="utf-8")
    planted_errors(Word("far to the", "near to the"), [("book", book)], 30_000, tmp_path)
    assert " 0% found" in capsys.readouterr().out.splitlines()[-1]


def test_planted_errors_are_counted_by_family(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book.txt"
    book.write_text("\n\n".join(["It was far to their house on the hill."] * 4000), encoding="utf-8")
    planted_errors(Word("there", "their"), [("book", book)], 30_000, tmp_path)
    told = capsys.readouterr().out
    confused = next(line for line in told.splitlines() if "confused: their, there" in line)
    assert "100% found 100% fixed" in confused
    assert "kinds planted" in told
    assert "missed" in (tmp_path / "planted.txt").read_text("utf-8")
