# SPDX-License-Identifier: GPL-3.0-or-later
"""lemminflect's tables of word forms (Jenks 2020), loaded in hundredths of a second.

The package itself takes a second and 100 MB: importing it imports spaCy, to hang itself into it, and its first answer
reads 120,000 lines into dictionaries. Here its modules are taken without the package's own start, and of each table
only the lines that are asked for are read. The answers are the same.
"""

from __future__ import annotations

import gzip
import sys
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from threading import Lock
from typing import Any, cast

_PACKAGE = "lemminflect"
_loading = Lock()


def inflections(lemma: str, tag: str) -> tuple[str, ...]:
    """The forms of ``lemma`` for a Penn tag, the usual one first; those of an unknown word are made by rule."""
    return cast(tuple[str, ...], _tables()[1].getInflection(lemma, tag))


def lemmas(word: str, kind: str) -> tuple[str, ...]:
    """The base forms of ``word`` read as universal class ``kind`` ("VERB"…), the usual one first."""
    return cast(tuple[str, ...], _tables()[0].getLemma(word, kind))


def kinds(word: str) -> frozenset[str]:
    """The universal classes in which the table has ``word``."""
    return frozenset(_tables()[0].getAllLemmas(word))


class Lines:
    """A table as it lies on disk: lines in order of their first field. ``entry`` makes a line's word and what is told
    of it; ``known`` is told instead of what the lines say."""

    def __init__(
        self, path: Path, entry: Callable[[str], tuple[str, Mapping[str, Any]]], known: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self._lines = gzip.decompress(path.read_bytes()).splitlines()
        self._entry = entry
        self._known = known

    def get(self, word: str, default: Mapping[str, Any]) -> Mapping[str, Any]:
        """What all lines of ``word`` tell, put together; ``default`` where there is none."""
        if word in self._known:
            return self._known[word]
        key = word.encode("utf-8", "replace")
        place = bisect_left(self._lines, key, key=_first)
        found: dict[str, Any] = {}
        while place < len(self._lines) and _first(self._lines[place]) == key:
            found.update(self._entry(self._lines[place].decode())[1])
            place += 1
        return found or default


def _first(line: bytes) -> bytes:
    return line.partition(b",")[0]


@cache
def _tables() -> tuple[Any, Any]:
    """Its lemmatizer and its inflections, with the tables that answer line by line."""
    with _loading:
        return _loaded()


def _loaded() -> tuple[Any, Any]:
    spec = None if _PACKAGE in sys.modules else find_spec(_PACKAGE)
    if spec is not None:
        sys.modules[_PACKAGE] = module_from_spec(spec)  # its folder, without what it does when it is imported
    try:
        from lemminflect import config
        from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
        from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
        from lemminflect.core.Inflections import Inflections
        from lemminflect.core.Lemmatizer import Lemmatizer
        from lemminflect.core.LexicalUtils import categoryToUPos
    finally:
        if spec is not None:
            del sys.modules[_PACKAGE]  # whoever imports the package itself gets all of it

    def base(line: str) -> tuple[str, Mapping[str, Any]]:
        word, category, forms = LemmaLUCodec.fromString(line)
        return word, {categoryToUPos(category): forms}

    def forms(line: str) -> tuple[str, Mapping[str, Any]]:
        word, _, told = InflectionLUCodec.fromString(line)
        return word, told

    lemmatizer, inflections = Lemmatizer(), Inflections()
    lemmatizer.lemma_dict = Lines(Path(config.lemma_lu_fn), base, {})
    inflections.infl_dict = Lines(Path(config.inflection_lu_fn), forms, InflectionLUCodec.updateForAuxMod({}))
    return lemmatizer, inflections
