# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that were made to harm, or were damaged on their way."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.formats import guards
from redraft.formats.errors import Broken, Protected, Unsafe
from redraft.formats.guards import Package, is_locked_office, parse_xml
from tests.formats.zips import encrypted, zipped


def test_a_whole_zip_is_read() -> None:
    package = Package(zipped({"a.xml": "<a>é</a>", "b": b"\x00\x01"}), "story.odt")
    assert package.names == {"a.xml", "b"}
    assert package.read("b") == b"\x00\x01"
    assert package.text("a.xml").text == "é"
    with pytest.raises(KeyError):
        package.read("c")


@pytest.mark.parametrize("keep", [0, 3, 40, -30])
def test_a_truncated_zip(keep: int) -> None:
    data = zipped({"content.xml": "<a>" + "words " * 100 + "</a>"})
    with pytest.raises(Broken, match=r"“story\.odt” is damaged"):
        Package(data[:keep], "story.odt")


def test_a_part_whose_bytes_are_damaged() -> None:
    data = bytearray(zipped({"content.xml": "<a>" + "words and more " * 9 + "</a>"}))
    data[45:55] = b"\xff" * 10
    with pytest.raises(Broken, match=r"part “content\.xml” is damaged"):
        Package(bytes(data), "story.odt").read("content.xml")


def test_a_bomb_is_measured_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"content.xml": b"\0" * (40 << 20)})
    monkeypatch.setattr("zipfile.ZipFile.open", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(Unsafe, match=r"unpack to 40\.0 MB"):
        Package(data, "story.odt")


def test_a_small_file_may_pack_well() -> None:
    assert Package(zipped({"content.xml": b" " * (20 << 20)}), "story.odt").read("content.xml")


def test_one_part_larger_than_any_novel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "LARGEST_XML", 100)
    with pytest.raises(Unsafe, match="alone unpacks"):
        Package(zipped({"content.xml": "<a>" + "x" * 100 + "</a>"}), "story.odt").text("content.xml")


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MOST_PARTS", 2)
    with pytest.raises(Unsafe, match="3 parts"):
        Package(zipped({"a": "", "b": "", "c": ""}), "story.odt")


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"])
def test_parts_that_lie_outside(name: str) -> None:
    with pytest.raises(Unsafe, match="a place outside the file"):
        Package(zipped({"content.xml": "<a/>", name: "x"}), "story.odt")


def test_dots_in_a_name_are_no_way_out() -> None:
    assert Package(zipped({"Pictures/a..b.png": "x", "...": "y"}), "story.odt").names == {"Pictures/a..b.png", "..."}


def test_two_parts_of_one_name_are_refused_when_they_are_read() -> None:
    package = Package(zipped([("content.xml", "<a/>"), ("content.xml", "<b/>"), ("other", "x")]), "story.odt")
    assert package.duplicates == {"content.xml"}
    assert package.read("other") == b"x"
    with pytest.raises(Broken, match=r"two of its parts are called “content\.xml”"):
        package.read("content.xml")


def test_entries_under_a_password() -> None:
    with pytest.raises(Protected, match="password"):
        Package(encrypted(zipped({"content.xml": "<a/>"})), "story.odt")


def test_a_word_document_under_a_password() -> None:
    assert is_locked_office(b"\xd0\xcf\x11\xe0" + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"))
    assert not is_locked_office(b"\xd0\xcf\x11\xe0" + b"WordDocument")
    assert not is_locked_office("EncryptedPackage".encode("utf-16-le"))


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize(
    "text", [LAUGHS, "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", "<!-- " + "x" * 5000 + " --><!DOCTYPE a><a/>"]
)
def test_document_types_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(Unsafe, match="document type"):
        parse_xml(text.encode(encoding), "story.odt")


def test_an_entity_that_stands_for_a_file_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    text = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'
    for allowed in (False, True):
        with pytest.raises(Unsafe):
            parse_xml(text.encode(), "book.epub", document_type=allowed)


def test_a_standard_document_type_may_stand_where_it_is_usual() -> None:
    text = b'<!DOCTYPE package PUBLIC "+//ISBN//DTD OEB 1.2" "http://example.org/oeb.dtd"><package><a/></package>'
    assert parse_xml(text, "book.epub", document_type=True).tag == "package"


@pytest.mark.parametrize("text", [b"", b"<a>", b"<a></b>", b"words", b"<a>\x00</a>", b"<a>\xff</a>"])
def test_xml_that_is_not_whole(text: bytes) -> None:
    with pytest.raises(Broken, match="XML is not whole"):
        parse_xml(text, "story.odt")


def test_a_name_that_is_none_is_no_reason_to_refuse_a_text() -> None:
    assert parse_xml(b'<a xml:id="x#1"><b xml:id="y"/></a>', "story.odt").tag == "a"
    with pytest.raises(Broken):
        parse_xml(b'<a xml:id="x#1"><b></a>', "story.odt")
