# SPDX-License-Identifier: GPL-3.0-or-later
"""WordPiece on a small vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.checks.engines.tagger.wordpiece import WordPiece

_PIECES = ["[UNK]", "[CLS]", "[SEP]", "un", "##want", "##ed", "want", "'", "t", "don", "cafe", ",", "a"]


@pytest.fixture
def splitter() -> WordPiece:
    """A splitter of thirteen pieces."""
    return WordPiece(_PIECES)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("unwanted", ["un", "##want", "##ed"]),
        ("Want", ["want"]),
        ("don't", ["don", "'", "t"]),
        ("café", ["cafe"]),
        (",", [","]),
        ("xyz", ["[UNK]"]),
        ("😀", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("a" * 200, ["[UNK]"]),
    ],
)
def test_words_fall_into_the_longest_known_pieces(splitter: WordPiece, word: str, pieces: list[str]) -> None:
    """Greedy from the left, lower case, accents off; what cannot be split is unknown."""
    assert [_PIECES[number] for number in splitter.pieces(word)] == pieces


def test_the_vocabulary_is_read_from_a_file(tmp_path: Path) -> None:
    """One piece a line, its number the line's."""
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(_PIECES) + "\n", encoding="utf-8")
    assert WordPiece.load(path).pieces("a") == (12,)
