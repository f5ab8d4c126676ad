# SPDX-License-Identifier: GPL-3.0-or-later
"""The network behind the tagger: loading it safely, and running it over chunks in batches of like length."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from redraft.checks.engines.tagger.unavailable import ModelUnavailable
from redraft.checks.engines.tagger.wordpiece import WordPiece
from redraft.checks.engines.tagger.words import Word

NETWORK = "tagger.onnx"
VOCABULARY = "vocab.txt"
TAGS = "tags.json"
LIST = "SHA256SUMS"
"""In the folder above the model: the SHA-256 of each file, as ``sha256sum`` writes it."""

_POSITIONS = 510
"""Word pieces the network can read at once, its two end marks not counted."""
_BATCH = 400
"""Word pieces in a batch, at most: about 40 ms of work, after which something more urgent may come first."""
_RUN = 9
"""What a run of the network costs beside its word pieces, in pieces: so much padding is no worse than another run."""
_FEATURES = 16


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the network says of one word: how likely something is wrong (0–1), and its best tags, best first."""

    probability: float
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A chunk as the network reads it: piece numbers, feature numbers, and where each word's first piece is."""

    number: int
    ids: list[int]
    features: list[int]
    first: list[int]


class Model:
    """The network, its vocabulary and its tags."""

    def __init__(self, session: ort.InferenceSession, splitter: WordPiece, tags: Sequence[str], version: str) -> None:
        self._session = session
        self._splitter = splitter
        self._tags = tuple(tags)
        self.version = version

    @classmethod
    def load(cls, folder: Path) -> Model:
        """Load from ``folder`` and check every file against the list. Raises ModelUnavailable."""
        sums = {name: _verified(folder / name) for name in (NETWORK, VOCABULARY, TAGS)}
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = ort.InferenceSession(str(folder / NETWORK), options, providers=["CPUExecutionProvider"])
            tags = json.loads((folder / TAGS).read_text(encoding="utf-8"))
            splitter = WordPiece.load(folder / VOCABULARY)
        except Exception as error:  # onnxruntime raises types of its own, none of them public
            raise ModelUnavailable(folder / NETWORK, "could not be read") from error
        return cls(session, splitter, tags, sums[NETWORK][:12])

    def judge(
        self, chunks: Sequence[Sequence[Word]], floor: float, pause: Callable[[], None] = lambda: None,
    ) -> list[dict[int, Judgement]]:
        """For each chunk, the words (by place; -1 is before the first) that are wrong with at least ``floor``.

        ``pause`` is called before each run of the network.
        """
        found: list[dict[int, Judgement]] = [{} for _ in chunks]
        rows = sorted((self._row(number, chunk) for number, chunk in enumerate(chunks)), key=lambda row: len(row.ids))
        for batch in _batches(rows):
            pause()
            keep, tags = self._run(batch)
            for line, row in enumerate(batch):
                wrong = 1.0 - keep[line, row.first]
                for place in np.flatnonzero(wrong >= floor):
                    best = tuple(self._tags[tag] for tag in tags[line, row.first[place]])
                    found[row.number][int(place) - 1] = Judgement(float(wrong[place]), best)
        return found

    def _run(self, batch: list[_Row]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        shape = (len(batch), max(len(row.ids) for row in batch))
        ids, features, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for line, row in enumerate(batch):
            size = len(row.ids)
            ids[line, :size], features[line, :size], mask[line, :size] = row.ids, row.features, 1
        keep, tags = self._session.run(["keep", "tags"], {"ids": ids, "features": features, "mask": mask})
        return keep, tags

    def _row(self, number: int, chunk: Sequence[Word]) -> _Row:
        ids, features, first = [self._splitter.start], [0], [0]
        for word, feature in zip(chunk, word_features(chunk), strict=True):
            pieces = self._splitter.pieces(word.form)
            if len(ids) + len(pieces) > _POSITIONS:
                first.append(0)
                continue
            first.append(len(ids))
            ids.extend(pieces)
            features.extend([feature] * len(pieces))
        return _Row(number, [*ids, self._splitter.end], [*features, 0], first)


class Shaped(Protocol):
    """What the features are read from: a word's form and whether white space stands before it."""

    @property
    def form(self) -> str:
        """The folded form."""

    @property
    def spaced(self) -> bool:
        """True after white space."""


def word_features(chunk: Sequence[Shaped]) -> list[int]:
    """Per word: its letter case (0 none, 1 lower, 2 first upper, 3 all upper) + 4 in speech + 8 after white space."""
    features: list[int] = []
    speech = False
    for word in chunk:
        mark = word.form == '"'
        features.append(_shape(word.form) + 4 * (speech or mark) + 8 * word.spaced)
        speech ^= mark
    return features


def _shape(form: str) -> int:
    if not form[0].isalpha():
        return 0
    if form.islower():
        return 1
    return 3 if form.isupper() and len(form) > 1 else 2


def _batches(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows, the shortest first, cut into batches so that padding and the number of runs cost least together."""
    least = [(0, 0)]  # for the first so many rows: the least cost in pieces, and where their last batch begins
    for end, row in enumerate(rows, 1):
        width = len(row.ids)
        first = max(0, min(end - 1, end - _BATCH // width))
        least.append(min((least[begin][0] + _RUN + (end - begin) * width, begin) for begin in range(first, end)))
    batches: list[list[_Row]] = []
    end = len(rows)
    while end:
        begin = least[end][1]
        batches.append(list(rows[begin:end]))
        end = begin
    return batches[::-1]


def _verified(path: Path) -> str:
    """The file's SHA-256. Raises ModelUnavailable where it is missing, unreadable or not the one on the list."""
    listed = _listed(path)
    try:
        actual = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelUnavailable(path, "is missing" if not path.exists() else "could not be read") from error
    if actual != listed:
        raise ModelUnavailable(path, "is damaged or not the one this version was made with")
    return actual


def _listed(path: Path) -> str | None:
    place = path.parent.parent / LIST
    try:
        lines = place.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ModelUnavailable(place, "is missing") from error
    name = f"{path.parent.name}/{path.name}"
    return next((line.split()[0] for line in lines if line.split()[1:] == [name]), None)
