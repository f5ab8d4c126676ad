# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of every format that are broken, mean harm, or are merely odd: a sentence or a text, the file left as it is."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from redraft.formats.errors import Broken, FormatError, Protected, Unsafe
from redraft.formats.registry import Opened, read, render
from tests.formats.docx.made import docx, para
from tests.formats.epub.test_codec import CONTAINER, PAGE, opf
from tests.formats.odt.made import content, odt
from tests.formats.zips import encrypted, zipped

BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def epub(first: str = "<p>So.</p>", second: str = "<p>The end.</p>", **others: str) -> bytes:
    """A book of two pages."""
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": opf("a b"),
             "OPS/Text/one more.xhtml": PAGE.format(first), "OPS/two.html": PAGE.format(second), **others}  # fmt: skip
    return zipped(parts, stored=("mimetype",))


def rtf(body: str) -> bytes:
    return b"{\\rtf1\\ansi " + body.encode("latin-1") + b"}"


def escaped(words: str) -> str:
    """Words as RTF writes them: two numbers for a character beyond 16 bits."""
    units = words.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


MADE = {
    ".odt": lambda words: odt(f"<text:p>{words}</text:p>"), ".docx": lambda words: docx(para(words)),
    ".rtf": lambda words: rtf(escaped(words) + "\\par"), ".html": lambda words: page(f"<p>{words}</p>"),
    ".epub": lambda words: epub(f"<p>{words}</p>"), ".md": lambda words: words.encode(), ".txt": lambda words: words.encode(),
}  # fmt: skip


def opened(folder: Path, suffix: str, data: bytes) -> Opened:
    """What is read; the file is the same afterwards."""
    path = folder / f"story{suffix}"
    path.write_bytes(data)
    before = path.stat().st_mtime_ns
    try:
        return read(path)
    finally:
        assert path.read_bytes() == data
        assert path.stat().st_mtime_ns == before
        assert [each.name for each in folder.iterdir()] == [path.name]


def words_of(found: Opened) -> list[str]:
    return [each.text for each in found.manuscript.paragraphs]


@pytest.mark.parametrize("suffix", [".odt", ".epub"])
@pytest.mark.parametrize("keep", [0.3, 0.9, 0.999])
def test_a_truncated_zip(tmp_path: Path, suffix: str, keep: float) -> None:
    data = MADE[suffix]("Words, " * 200)
    with pytest.raises(Broken, match=r"damaged.*left as it is"):
        opened(tmp_path, suffix, data[: int(len(data) * keep)])


@pytest.mark.parametrize("suffix", [".odt", ".epub", ".rtf", ".html"])
def test_a_text_cut_in_its_midst_is_read_or_refused_in_a_sentence(tmp_path: Path, suffix: str) -> None:
    data = MADE[suffix]("Words, " * 50)
    for keep in range(1, len(data), max(1, len(data) // 40)):
        try:
            assert opened(tmp_path, suffix, data[:keep]).manuscript.paragraphs
        except FormatError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".rtf", ".html", ".epub"])
@pytest.mark.parametrize("named", [".txt", ".md", ".docx", ".odt", ".rtf", ".html", ".epub", ".doc", ""])
def test_a_document_by_another_name(tmp_path: Path, suffix: str, named: str) -> None:
    found = opened(tmp_path, named, MADE[suffix]("The lamp had burned low."))
    assert words_of(found)[0] == "The lamp had burned low."
    assert found.manuscript.files[0].format == suffix[1:]


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"%PDF-1.7 stream", b"\x89PNG\r\n\x1a\n" + bytes(99), bytes(range(256)) * 9])
@pytest.mark.parametrize("suffix", [".odt", ".rtf", ".html", ".epub"])
def test_something_else_by_a_documents_name(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(FormatError, match=f"“story{suffix}”"):
        opened(tmp_path, suffix, data)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".odt", odt("", **{"content.xml": " " * (40 << 20)})), (".odt", odt("<text:p>a</text:p>", **{"Pictures/a.png": "\0" * (40 << 20)})),
        (".epub", epub(**{"OPS/s.css": " " * (40 << 20)})),
    ],
)  # fmt: skip
def test_a_zip_bomb(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(Unsafe, match="unpack to 40"):
        opened(tmp_path, suffix, data)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".odt", zipped({"content.xml": content("<text:p>&c;</text:p>").replace("?>", "?>" + BOMB, 1)})),
        (".odt", odt("<text:p>a</text:p>", **{"styles.xml": BOMB + "<a>&c;</a>"})),
        (".epub", epub(**{"OPS/book.opf": BOMB + "<package>&c;</package>"})),
        (".epub", epub(**{"META-INF/container.xml": BOMB + "<container>&c;</container>"})),
    ],
)  # fmt: skip
def test_entities_that_grow(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(Unsafe, match="abbreviations of its own"):
        opened(tmp_path, suffix, data)


@pytest.mark.parametrize("make", [lambda text: (BOMB + text).encode(), lambda text: epub(**{"OPS/two.html": BOMB + text})], ids=["html", "epub"])
def test_entities_in_pages_are_never_expanded(tmp_path: Path, make: object) -> None:
    assert callable(make)
    secret = tmp_path / "in" / "secret"
    secret.parent.mkdir()
    secret.write_text("SECRET")
    text = f"<html><body><p>x &c; &d;</p><iframe src='{secret.as_uri()}'></iframe></body></html>"
    data = make(text.replace("<html>", f"<!ENTITY d SYSTEM '{secret.as_uri()}'><html>"))
    (tmp_path / "out").mkdir()
    words = " ".join(words_of(opened(tmp_path / "out", ".html" if data.startswith(b"<") else ".epub", data)))
    assert "haha" not in words and "SECRET" not in words


REMOTE = "http://example.org/spy.png"


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".odt", odt(f"<text:p>a<draw:frame><draw:image xlink:href='{REMOTE}'/></draw:frame></text:p>")),
        (".html", page(f"<link rel=stylesheet href='{REMOTE}'><style>@import url({REMOTE});</style><p>a<img src='{REMOTE}'></p>")),
        (".epub", epub(f"<p>a<img src='{REMOTE}'/></p>")),
        (".rtf", rtf(r"a{\field{\*\fldinst INCLUDEPICTURE """ + f'"{REMOTE}"' + r"}{\fldrslt}}{\*\template " + REMOTE + r"}\par")),
    ],
)  # fmt: skip
def test_nothing_is_ever_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, data: bytes) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection was opened"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was looked up"))
    assert words_of(opened(tmp_path, suffix, data))[0] == "a"


LOCKED = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'


@pytest.mark.parametrize(
    ("suffix", "data"),
    [(".odt", odt("", **{"META-INF/manifest.xml": LOCKED})), (".odt", encrypted(odt(""))), (".epub", encrypted(epub()))],
)
def test_a_password_is_said(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(Protected, match="Save a copy without the password"):
        opened(tmp_path, suffix, data)


@pytest.mark.parametrize(("suffix", "make"), [(".odt", odt), (".epub", epub)])
def test_parts_outside_of_the_file(tmp_path: Path, suffix: str, make: object) -> None:
    assert callable(make)
    with pytest.raises(Unsafe, match="a place outside the file"):
        opened(tmp_path, suffix, make("", **{"../../evil": "x"}))


def test_a_chapter_that_leads_out_of_the_book(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<p>SECRET</p>")
    (tmp_path / "in").mkdir()
    data = epub(**{"OPS/book.opf": opf("a b").replace("Text/../two.html", "../../../" + str(secret))})
    found = opened(tmp_path / "in", ".epub", data)
    assert words_of(found) == ["The end."] or "SECRET" not in " ".join(words_of(found))
    assert "not in “story.epub”" in found.notices[0]


def test_two_parts_of_one_name(tmp_path: Path) -> None:
    data = zipped([("content.xml", content("<text:p>a</text:p>")), ("content.xml", content("<text:p>b</text:p>"))])
    with pytest.raises(Broken, match="two of its parts are called"):
        opened(tmp_path, ".odt", data)


WIDE = 2000
TABLES = {
    ".odt": odt("<table:table><table:table-row>" + "<table:table-cell><text:p>c</text:p></table:table-cell>" * WIDE + "</table:table-row></table:table>"),
    ".html": page("<table><tr>" + "<td>c</td>" * WIDE + "</tr></table>"), ".rtf": rtf(r"\trowd\intbl " + r"c\cell " * WIDE + r"\row"),
    ".epub": epub("<table><tr>" + "<td>c</td>" * WIDE + "</tr></table>", "<hr/>"),
}  # fmt: skip


@pytest.mark.parametrize("suffix", TABLES)
def test_a_table_of_two_thousand_columns(tmp_path: Path, suffix: str) -> None:
    found = opened(tmp_path, suffix, TABLES[suffix])
    assert words_of(found)[:WIDE] == ["c"] * WIDE
    assert found.losses[0].sentence.startswith("1 table is shown as text")


MANY = 100_000
EMPTY = {".odt": lambda: odt("<text:p/>" * MANY), ".html": lambda: page("<p></p>" * MANY + "<p>a</p>"), ".rtf": lambda: rtf(r"\par" * MANY),
         ".txt": lambda: b"\n" * MANY, ".md": lambda: b"\n\n" * MANY}  # fmt: skip


@pytest.mark.parametrize("suffix", EMPTY)
def test_a_hundred_thousand_empty_paragraphs(tmp_path: Path, suffix: str) -> None:
    data = EMPTY[suffix]()
    found = opened(tmp_path, suffix, data)
    assert not "".join(words_of(found)).strip("a")
    assert render(found.manuscript) == data


def test_repeated_cells_and_spaces_are_not_multiplied_without_end(tmp_path: Path) -> None:
    text = "<table:table><table:table-row table:number-rows-repeated='99999999'><table:table-cell table:number-columns-repeated='99999999'><text:p>a<text:s text:c='999999999'/>b</text:p></table:table-cell></table:table-row></table:table>"
    assert sum(map(len, words_of(opened(tmp_path, ".odt", odt(text))))) < 5000


WORDS = ["שלום עולם, זה סיפור.", "مرحبا بالعالم", "👩‍👩‍👧 and 𝒜 e\u0301", "a\u00a0b\u202fc", "a\u200bb\u200dc\u2060d\u00ade", "彼女は明日来ると言った。"]


@pytest.mark.parametrize("suffix", MADE)
@pytest.mark.parametrize("words", WORDS)
def test_other_scripts_and_unseen_characters_stay(tmp_path: Path, suffix: str, words: str) -> None:
    assert words_of(opened(tmp_path, suffix, MADE[suffix](words)))[0] == words


@pytest.mark.parametrize("suffix", [".odt", ".html", ".rtf"])
def test_elements_nested_without_end(tmp_path: Path, suffix: str) -> None:
    deep = {".odt": odt("<text:p>" + "<text:span>" * 200 + "deep" + "</text:span>" * 200 + "</text:p>"),
            ".html": page("<b>" * 20_000 + "deep"), ".rtf": rtf("{" * 50_000 + "deep" + "}" * 50_000)}  # fmt: skip
    assert words_of(opened(tmp_path, suffix, deep[suffix]))[0] == "deep"


def test_xml_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="XML is not whole"):
        opened(tmp_path, ".odt", odt("<text:p>" + "<text:span>" * 50_000 + "deep" + "</text:span>" * 50_000 + "</text:p>"))


def test_changes_within_changes(tmp_path: Path) -> None:
    starts = "".join(f"<text:change-start text:change-id='c{at}'/>" for at in range(50))
    regions = "".join(f"<text:changed-region text:id='c{at}'><text:insertion><office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region>" for at in range(50))
    found = opened(tmp_path, ".odt", odt(f"<text:tracked-changes>{regions}</text:tracked-changes><text:p>{starts}deep<text:change text:change-id='none'/></text:p>"))
    assert words_of(found) == ["deep"]


def test_formulas_and_text_boxes_are_said(tmp_path: Path) -> None:
    text = "<text:p>a<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>"
    assert sorted(each.sentence for each in opened(tmp_path, ".odt", odt(text)).losses) == [
        "1 embedded object is not shown; it stays as it is in the file.", "1 text box is shown as paragraphs; it stays as it is in the file.",
    ]  # fmt: skip
    body = "<p>a</p><math><mi>x</mi></math><object data='x'></object>"
    assert len(opened(tmp_path, ".odt", page(body)).losses) == 2


def test_a_comment_whose_range_never_begins_or_never_ends(tmp_path: Path) -> None:
    found = opened(tmp_path, ".odt", odt("<text:p>a<office:annotation-end office:name='x'/>b<office:annotation office:name='y'><text:p>Why?</text:p></office:annotation>c</text:p>"))
    assert words_of(found) == ["abc"]
    assert [each.text for each in found.manuscript.files[0].notes] == ["Why?"]
    found = opened(tmp_path, ".odt", rtf(r"a{\*\atrfstart 1}b{\*\atrfend 2}c\par"))
    assert words_of(found) == ["abc"] and not found.manuscript.files[0].notes and not found.manuscript.paragraphs[0].marks


@pytest.mark.parametrize("depth", [30, 3_000])
def test_notes_inside_of_notes(tmp_path: Path, depth: int) -> None:
    data = rtf("So." + "{\\footnote x" * depth + "}" * depth + "\\par")
    if depth < 40:
        assert words_of(opened(tmp_path, ".rtf", data))[0].startswith("So.")
    else:
        with pytest.raises(Broken, match="inside of one another"):
            opened(tmp_path, ".rtf", data)
