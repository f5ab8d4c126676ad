# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that says which copy it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from redraft.formats.docx.identity import copy_id, last_author, with_copy_id
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.formats.registry import read_bytes

DIGEST = "ab" * 32
PLAIN = write([Block("The gate was locked.")])


def with_part(data: bytes, name: str, text: str) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as made:
        made.writestr(name, text)
    return out.getvalue()


def test_the_copy_is_told_and_the_text_stays() -> None:
    data = with_copy_id(PLAIN, DIGEST)
    assert copy_id(data) == DIGEST and copy_id(PLAIN) == ""
    assert read_bytes(data, "x.docx").manuscript.source == "The gate was locked."


def test_a_newer_copy_replaces_the_older_and_other_properties_stay() -> None:
    data = with_copy_id(PLAIN, DIGEST)
    own = zipfile.ZipFile(io.BytesIO(data)).read("docProps/custom.xml").decode()
    other = own.replace("Redraft copy", "Client").replace(DIGEST, "Acme &amp; Co").replace('pid="2"', 'pid="5"')
    both = with_part(PLAIN, "docProps/custom.xml", other)
    data = with_copy_id(with_copy_id(both, "cd" * 32), DIGEST)
    assert copy_id(data) == DIGEST
    kept = zipfile.ZipFile(io.BytesIO(data)).read("docProps/custom.xml").decode()
    assert kept.count("Redraft copy") == 1 and "Acme &amp; Co" in kept


@pytest.mark.parametrize("told", ["", "../../secret", "AB" * 32, "ab" * 40])
def test_what_is_no_digest_is_none(told: str) -> None:
    assert copy_id(with_copy_id(PLAIN, told)) == ""


def test_a_damaged_part_says_nothing() -> None:
    assert copy_id(with_part(PLAIN, "docProps/custom.xml", "<broken")) == ""
    assert last_author(with_part(PLAIN, "docProps/core.xml", "<broken")) == ""


def test_who_saved_it_last() -> None:
    core = '<c:p xmlns:c="urn:c"><c:lastModifiedBy> Ann  Reader </c:lastModifiedBy></c:p>'
    assert last_author(with_part(PLAIN, "docProps/core.xml", core)) == "Ann Reader"
    assert last_author(PLAIN) == ""
