# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of word forms: the answers are lemminflect's own, at a fraction of its price."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from redraft.analysis.launch import environment
from redraft.language.wordforms import Lines, _tables, inflections, kinds, lemmas


def _entry(line: str) -> tuple[str, Mapping[str, str]]:
    word, kind, forms = line.split(",")
    return word, {kind: forms}


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    path = tmp_path / "table.csv.gz"
    path.write_bytes(gzip.compress(b"proof,adj,a\nproof,noun,b\nproof read,verb,c\nproofs,noun,d\n"))
    return Lines(path, _entry, {"will": {"aux": "would"}})


def test_all_lines_of_a_word_are_put_together(lines: Lines) -> None:
    assert lines.get("proof", {}) == {"adj": "a", "noun": "b"}
    assert lines.get("proof read", {}) == {"verb": "c"}
    assert lines.get("proofs", {}) == {"noun": "d"}


def test_a_word_without_a_line_gets_the_default(lines: Lines) -> None:
    for word in ("proo", "zebra", "", "naïve", "\udcff"):
        assert lines.get(word, {"no": "word"}) == {"no": "word"}


def test_what_is_known_beside_the_table_comes_first(lines: Lines) -> None:
    assert lines.get("will", {}) == {"aux": "would"}


def test_forms_and_base_forms() -> None:
    assert inflections("shake", "VBD") == ("shook",)
    assert inflections("can", "VBD") == ("could",)
    assert inflections("glorb", "VBG") == ("glorbing",)
    assert lemmas("children", "NOUN") == ("child",)
    assert kinds("proof") == {"ADJ", "NOUN", "VERB"} and kinds("glorb") == frozenset()


def test_every_line_of_the_tables_is_found() -> None:
    from lemminflect import config
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

    lemmatizer, inflected = _tables()
    whole = LemmaLUCodec.load(config.lemma_lu_fn)
    for word in list(whole)[::97]:
        assert lemmatizer.lemma_dict.get(word, {}) == whole[word]
    forms = InflectionLUCodec.load(config.inflection_lu_fn)
    for word in [*list(forms)[::97], "be", "can"]:
        assert inflected.infl_dict.get(word, {}) == forms[word]


def test_neither_spacy_nor_the_network_s_runtime_is_loaded_for_forms_and_rules() -> None:
    code = ("import sys; from redraft.language.inflection import inflect; from redraft.checks.catalogue import catalogue;"
            "assert inflect('walk', 'VBD') == 'walked' and catalogue();"
            "print([each for each in ('spacy', 'onnxruntime', 'lemminflect') if each in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
