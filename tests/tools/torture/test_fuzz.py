# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reader of foreign bytes bears what is changed at random, in a sentence or in silence (hours of it: ``make fuzz``)."""

from __future__ import annotations

import json
import random
import time
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.torture.fuzz import mutate, samples
from tools.torture.fuzz.__main__ import _NAMES
from tools.torture.fuzz.inside import Feeding
from tools.torture.fuzz.readers import READERS, Reader
from tools.torture.fuzz.watch import fuzzed

from redraft.errors import RedraftError

KNOWN = b"<w:p/>", b"{\\rtf1 ", b"\\par ", b"<p>", b"{}", b"\"type\"", b"\n", b"PK\x03\x04", b"\xff\xfe", b"\0"


def test_every_reader_is_fed() -> None:
    assert tuple(READERS) == _NAMES


@pytest.mark.parametrize("name", READERS)
def test_changed_samples(tmp_path: Path, name: str) -> None:
    feeding = Feeding(READERS[name], tmp_path, "tests", None)
    for _ in range(len(READERS[name].samples()) + 40):
        feeding.once()
    assert feeding.tally.failed == {} and feeding.tally.read > 40


@pytest.mark.parametrize("name", READERS)
def test_bytes_that_are_nothing(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    @settings(max_examples=15)
    @given(st.one_of(st.binary(max_size=60), st.lists(st.sampled_from(KNOWN), max_size=12).map(b"".join)))
    def read(data: bytes) -> None:
        try:
            READERS[name].read(data, tmp_path_factory.mktemp("own"))
        except RedraftError as error:
            assert str(error).strip()

    read()


def test_a_reader_that_fails_or_takes_long_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, folder: Path) -> object:
        raise KeyError("x")

    def slow(data: bytes, folder: Path) -> object:
        end = time.process_time() + 0.2
        while time.process_time() < end:
            pass
        return None

    monkeypatch.setattr("tools.torture.fuzz.inside._SLOW", 0.1)
    for read, told in ((fail, "KeyError"), (slow, "more than")):
        feeding = Feeding(Reader("own", lambda: [b"sample"], read, mutate.of_bytes), tmp_path, "1", tmp_path / "kept")
        feeding.once()
        assert [each for each in feeding.tally.failed if told in each]
    assert [each.read_bytes() for each in (tmp_path / "kept").iterdir()] == [b"sample"]


def test_a_process_of_its_own(tmp_path: Path) -> None:
    found = fuzzed("lists", 0.5, 1, tmp_path)
    assert found.clean and found.read > 2 and "lists" in found.row


def test_changes_are_the_same_every_time_and_keep_the_form() -> None:
    docx = samples.docx()[1]
    made = [mutate.of_zip(docx, random.Random(7), ()) for _ in range(2)]
    assert made[0] == made[1] != docx
    journal = READERS["recovery"].samples()[0]
    kinds = {"zip": 0, "json": 0, "journal": 0}
    for seed in range(60):
        chance = random.Random(seed)
        kinds["zip"] += zipfile.is_zipfile(BytesIO(mutate.of_zip(docx, chance, ())))
        told = mutate.of_json(b'{"a": [1, 2, {"b": "c"}]}', chance, ())
        kinds["json"] += _is_json(told)
        lines = mutate.of_journal(journal, chance, ()).split(b"\n")
        kinds["journal"] += all(line[:8] == b"%08x" % zlib.crc32(line[9:]) for line in lines if line)
    assert all(count > 30 for count in kinds.values()), kinds


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
