# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reader of bytes that others made, or that a disk may have damaged: its samples, and how it is fed.

What a reader may raise is a :class:`RedraftError`, whose text is a sentence. Anything else is a fault of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from redraft.commands.receiving import receive
from redraft.errors import RedraftError
from redraft.formats.registry import read as open_file
from redraft.formats.registry import read_bytes, render
from redraft.formats.returned import returned
from redraft.manuscript.session import Session
from redraft.notes.arriving.document import comments, suggestions
from redraft.storage.notes import NoteStore
from tools.torture.fuzz import keeping, samples
from tools.torture.fuzz.mutate import Mutator, of_bytes, of_journal, of_json, of_lines, of_markup, of_zip


@dataclass(frozen=True, slots=True)
class Reader:
    """``read`` is given the bytes and an empty folder of its own; ``words`` are pieces that the format knows."""

    name: str
    samples: Callable[[], Sequence[bytes]]
    read: Callable[[bytes, Path], object]
    mutator: Mutator
    words: tuple[bytes, ...] = ()


class Unequal(AssertionError):
    """A file that was not edited would be saved as another."""


def _story(suffix: str) -> Callable[[bytes, Path], object]:
    def read(data: bytes, folder: Path) -> object:
        path = folder / f"story{suffix}"
        path.write_bytes(data)
        manuscript = open_file(path).manuscript
        if render(manuscript) != data:
            raise Unequal("an unedited file is not written as it was read")
        session = Session(manuscript)
        middle = len(session.paragraphs) // 2
        text = session.paragraphs[middle].text
        session.replace(
            middle, middle + 1, [text[: len(text) // 2] + " new", "and another"], label="edit", initiator="fuzz"
        )
        session.replace(0, 1, [], label="edit", initiator="fuzz") if middle else None
        with suppress(RedraftError):
            path.write_bytes(render(session.manuscript))
            open_file(path)
        return manuscript

    return read


def _came_back(data: bytes, folder: Path) -> object:
    found = returned(data, "story.docx")
    text = found.manuscript.source
    notes = comments(found.manuscript, found.form, parted=found.parted)
    return notes, list(suggestions(found.before or text, text, found.author, found.form, found.when))


def _received(name: str) -> Callable[[bytes, Path], object]:
    def read(data: bytes, folder: Path) -> object:
        story, file = folder / "story.md", folder / name
        story.write_text(samples.STORY, encoding="utf-8", newline="")
        file.write_bytes(data)
        store = NoteStore.open(story)
        report = receive([file], read_bytes(samples.STORY.encode(), "story.md").manuscript, store, foreign=True)
        again = NoteStore.open(story)
        if len(again.notebook.records) != len(store.notebook.records) or again.damaged:
            raise Unequal("notes that were taken in are not read again")
        return report

    return read


_MARKDOWN = (
    b"*",
    b"_",
    b"# ",
    b"> ",
    b"```",
    b"\\",
    b"<i>",
    b"</i>",
    b"[^1]",
    b"---\n",
    b"* * *",
    "”".encode(),
    b"\r\n",
)
_WORD = (
    b"<w:p/>",
    b"<w:ins w:id='1'>",
    b"</w:ins>",
    b"<w:del>",
    b"<w:tbl>",
    b"<w:moveFrom>",
    b"<w:fldChar/>",
    b"w:val",
    b"<w:r><w:t>x</w:t></w:r>",
    b"<w:delText>",
    b"<w:commentRangeStart w:id='0'/>",
    b"<!DOCTYPE a>",
    b"<w:footnoteReference/>",
)
_RICH = (
    b"{",
    b"}",
    b"\\par ",
    b"\\u-1?",
    b"\\'ff",
    b"\\bin9999999 ",
    b"\\uc999 ",
    b"{\\*\\x",
    b"\\row",
    b"\\intbl ",
    b"\\deff99",
    b"\\ansicpg932 ",
    b"\\ansicpg99999 ",
    b"{\\footnote ",
    b"{\\field",
    b"\\v ",
    b"\\upr",
    b"\\i99999999999 ",
)
_WEB = (
    b"<p>",
    b"</p>",
    b"<!--",
    b"-->",
    b"<script>",
    b"&#x110000;",
    b"&#0;",
    b"<table>",
    b"<br/>",
    b"<![CDATA[",
    b"<svg>",
    b"<style>@import url(http://example.org)",
    b"<template>",
    b"<plaintext>",
    b"&nbsp;",
    b"<base href='//x'>",
)
_OPEN = (
    b"<text:p/>",
    b"<text:span>",
    b"<text:s text:c='99999999'/>",
    b"<text:tracked-changes>",
    b"<office:annotation>",
    b"<text:change-start/>",
    b"<table:table>",
    b"<draw:frame/>",
    b"<text:note>",
    b"<text:h text:outline-level='x'>",
)
_LETTER = (
    b"> ",
    b"--b\n",
    b"Content-Type: text/plain; charset=x-none\n",
    b"=?utf-8?b?=",
    b"3: ",
    b"From: ",
    b"\n\n",
    b"{",
)


def _readers() -> Iterator[Reader]:
    yield Reader("text", samples.plain, _story(".txt"), of_bytes, _MARKDOWN)
    yield Reader("markdown", samples.plain, _story(".md"), of_bytes, _MARKDOWN)
    yield Reader("docx", samples.docx, _story(".docx"), of_zip, _WORD)
    yield Reader("odt", samples.odt, _story(".odt"), of_zip, _OPEN)
    yield Reader("rtf", samples.rtf, _story(".rtf"), of_bytes, _RICH)
    yield Reader("html", samples.html, _story(".html"), of_markup, _WEB)
    yield Reader("epub", samples.epub, _story(".epub"), of_zip, _WEB)
    yield Reader(
        "returned", lambda: (*samples.docx(), *samples.odt(), *samples.rtf()), _came_back, of_zip, (*_WORD, *_OPEN)
    )
    yield Reader("reader-file", samples.reader_file, _received("notes.json"), of_json)
    yield Reader(
        "mail", lambda: (samples.MAIL.encode(), samples.LETTER.encode()), _received("mail.eml"), of_bytes, _LETTER
    )
    yield Reader("decisions", keeping.decisions, keeping.read_decisions, of_lines)
    yield Reader("notes", keeping.notes, keeping.read_notes, of_lines)
    yield Reader("copies", keeping.copies, keeping.read_copies, of_lines)
    yield Reader("settings", keeping.settings, keeping.read_settings, of_json)
    yield Reader("recovery", keeping.recovery, keeping.read_recovery, of_journal)
    yield Reader("backups", keeping.backups, keeping.read_backups, of_lines)
    yield Reader("snapshots", keeping.snapshots, keeping.read_snapshots, of_lines)
    yield Reader("presence", keeping.presence, keeping.read_presence, of_json)
    yield Reader("lists", keeping.lists, keeping.read_lists, of_json)
    yield Reader("cache", keeping.cache, keeping.read_cache, of_json)
    yield Reader("messages", keeping.messages, keeping.read_messages, of_json)


READERS: dict[str, Reader] = {each.name: each for each in _readers()}
"""All of them, by name."""
