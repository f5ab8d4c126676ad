# SPDX-License-Identifier: GPL-3.0-or-later
"""The bytes of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.formats.errors import Broken
from redraft.formats.html.codec import read
from redraft.formats.html.page import inner_text, root_of, text_of

WORDS = "<p>“Café,” he said—no.</p>"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (f"<meta charset='windows-1252'>{WORDS}".encode("cp1252"), "cp1252"),
        (f"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>{WORDS}".encode("cp1252"), "iso8859-1"),
        (f"<?xml version='1.0' encoding='UTF-8'?><html><body>{WORDS}</body></html>".encode(), "utf-8"),
        (f"<meta charset=bogus>{WORDS}".encode(), "utf-8"), (f"<meta charset=utf-8>{WORDS}".encode("cp1252"), "cp1252"),
        (f"\ufeff{WORDS}".encode("utf-16-le"), "utf-16-le"), (WORDS.encode("mac_roman"), "mac_roman"),
    ],
)  # fmt: skip
def test_the_encoding_is_the_one_that_it_is_in(data: bytes, encoding: str) -> None:
    assert text_of(data, "story.html").encoding == encoding
    assert read(data, "story.html", 0, 0).paragraphs[-1].text == "“Café,” he said—no."


def test_xhtml_knows_named_characters_and_closed_elements() -> None:
    page = "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'http://example.org/x.dtd'><html xmlns='http://www.w3.org/1999/xhtml'><body><a id='b'/><p>a&nbsp;b&lt;</p></body></html>"
    root = root_of(page, "x")
    assert (root.tag, inner_text(root)) == ("html", "a\xa0b<")


def test_entities_of_its_own_are_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    for start in ("", "<?xml version='1.0'?>"):
        page = f"{start}<!DOCTYPE html [<!ENTITY a SYSTEM '{secret.as_uri()}'><!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><html><body><p>x &a; &c;</p></body></html>"
        words = " ".join(each.text for each in read(page.encode(), "x.html", 0, 0).paragraphs)
        assert "x" in words and "SECRET" not in words and "haha" not in words


@pytest.mark.parametrize("data", [b"", b"   ", b"<!-- only -->"])
def test_a_page_without_anything(data: bytes) -> None:
    try:
        assert read(data, "x.html", 0, 0).paragraphs[0].text == ""
    except Broken as error:
        assert "nothing in it" in str(error)


def test_a_page_of_new_elements_without_a_body() -> None:
    page = b"<!DOCTYPE html><meta charset=utf-8><title>T</title>\n<section><h1>One</h1><p>Words.</p></section><article>More.</article> End."
    assert [each.text for each in read(page, "x.html", 0, 0).paragraphs] == ["One", "Words.", "More.", "End."]


def test_a_page_that_is_hidden_until_its_scripts_run() -> None:
    assert [each.text for each in read(b"<style>body { display: none }</style><p>Words.", "x.html", 0, 0).paragraphs] == ["Words."]
