# SPDX-License-Identifier: GPL-3.0-or-later
"""``redraft notes``: what the contract promises, what comes in, and what bad files do."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from redraft.cli import main
from redraft.commands import receiving
from redraft.notes.note import Kind, Note, Place, Quote, text_digest
from redraft.storage.copies import Copies
from redraft.storage.notes import NoteStore

OLD = "# The Gate\n\nThe gate was *locked* again when she came.\n\nNobody had seen the boy since the fair.\n\nA lamp burned upstairs all night long.\n"
NEW = "# The Gate\n\nIt rained.\n\nA lamp burned upstairs all night long.\n\nThe old gate was *locked* again when she came.\n"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> {{x}} `*_"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(OLD, encoding="utf-8")
    return path


def sent(folder: Path, *words: str, reader: str = "Ann", name: str = "ann.notes.txt", copy: str = "", when: str = "2026-03-01T10:00:00Z", body: str = "Why?", **head: object) -> Path:
    notes = []
    for number, each in enumerate(words):
        start = OLD.index(each)
        notes.append({
            "type": "Annotation", "id": f"urn:uuid:{reader}-{number}", "created": when, "modified": when, "body": [{"type": "TextualBody", "purpose": "commenting", "value": body}],
            "target": {"selector": [
                {"type": "TextPositionSelector", "start": start, "end": start + len(each), "unit": "code point"},
                {"type": "TextQuoteSelector", "exact": each, "prefix": OLD[max(0, start - 64) : start], "suffix": OLD[start + len(each) :][:64]}]},
        })
    path = folder / name
    path.write_text(json.dumps({"redraft": {"version": 1, "copy": copy or text_digest(OLD), "title": "The Gate", "reader": reader, **head}, "annotations": notes}), encoding="utf-8")
    return path


def handed(story: Path) -> None:
    Copies.open(story).hand_out(OLD)


def run(*arguments: object) -> int:
    return main(["notes", *map(str, arguments)])


def notes(story: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run("list", story, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    return list(told["notes"])


def test_three_readers_and_a_story_revised_between(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    files = [sent(tmp_path, "gate", reader="Ann"), sent(tmp_path, "lamp", reader="Bo", name="bo.txt"), sent(tmp_path, "the boy", reader="Cy", name="cy.txt")]
    story.write_text(NEW, encoding="utf-8")
    assert run("import", story, *files) == 0
    out = capsys.readouterr().out
    assert "3 new, 0 updated, 2 moved, 1 lost" in out and "“the boy”" in out
    found = {each["author"]: each for each in notes(story, capsys)}
    assert [NEW[each["start"] : each["end"]] for each in (found["Ann"], found["Bo"])] == ["gate", "lamp"]  # type: ignore[misc]
    assert (found["Cy"]["state"], found["Cy"]["start"], found["Cy"]["quote"]) == ("lost", None, "the boy")


def test_the_contract(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "lamp", "gate"))
    first, second = notes(story, capsys)
    assert {"id", "author", "kind", "state", "start", "end", "quote", "body", "replies"} <= set(first)
    assert (first["quote"], second["quote"], first["kind"], first["state"], first["body"]) == ("gate", "lamp", "note", "open", "Why?")
    assert OLD[first["start"] : first["end"]] == "gate"  # type: ignore[misc]


def test_listing_writes_nothing(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert notes(story, capsys) == []
    assert [each.name for each in story.parent.iterdir()] == ["story.md"]
    assert run("list", story) == 0
    assert "no notes" in capsys.readouterr().out


def test_the_same_readers_second_file_updates_the_first(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "gate"))
    run("import", story, sent(tmp_path, "gate", "lamp", body="Why locked?", when="2026-03-02T10:00:00Z"))
    assert "1 new, 1 updated" in capsys.readouterr().out
    assert [each["body"] for each in notes(story, capsys)] == ["Why locked?", "Why locked?"]


def test_a_mail_names_paragraphs_as_readers_see_them(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    story.write_text(NEW, encoding="utf-8")
    mail = tmp_path / "mail.txt"
    mail.write_text("¶ 4: lovely\n¶ 2: “gate” – which one?\n¶ 99: where?\n", encoding="utf-8")
    assert run("import", story, mail) == 0
    assert "¶ 99" in capsys.readouterr().out
    assert [(each["quote"], each["body"], each["state"]) for each in notes(story, capsys)] == [
        ("A lamp burned upstairs all night long.", "lovely", "open"), ("gate", "which one?", "open"), ("¶ 99", "where?", "lost")]


def test_hostile_text_is_text(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "gate", body=HOSTILE, reader="<b>Ann"))
    assert notes(story, capsys)[0]["body"] == HOSTILE
    run("export", story, "--format", "md")
    assert "\\<script\\>" in capsys.readouterr().out
    run("list", story)
    assert "<script>" in capsys.readouterr().out


def test_notes_of_another_story_are_named_and_left_out(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sent(tmp_path, "gate", "lamp", "the boy", "fair", copy="cd" * 32)
    story.write_text("A ship sailed at noon with all her flags out, and nobody waved.\n", encoding="utf-8")
    assert run("import", story, path) == 2
    assert "left out" in capsys.readouterr().out
    assert notes(story, capsys) == []
    assert run("import", story, path, "--foreign") == 0
    assert {each["state"] for each in notes(story, capsys)} == {"lost"}


@pytest.mark.parametrize("data", [b"{broken", b"", b"\x00\x01\x02" * 50, b"PK\x03\x04 no zip", b'{"redraft": 1}', b"Hi!\n"])
def test_a_file_that_holds_nothing_is_named_and_the_others_are_read(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    handed(story)
    bad = tmp_path / "bad.notes.txt"
    bad.write_bytes(data)
    assert run("import", story, bad) == 2
    assert "bad.notes.txt" in capsys.readouterr().out
    assert run("import", story, bad, sent(tmp_path, "gate")) == 0
    assert len(notes(story, capsys)) == 1


def test_the_reader_copy_itself_is_no_file_of_notes(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "copy.html"
    assert main(["reader-copy", str(story), "-o", str(page)]) == 0
    assert run("import", story, page) == 2
    assert "Send my notes" in capsys.readouterr().out


def test_a_file_that_is_not_there(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", story, tmp_path / "nowhere.txt") == 2
    assert "nowhere.txt" in capsys.readouterr().out


def test_a_huge_file_is_not_read(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.notes.txt"
    with huge.open("wb") as file:
        file.truncate(300_000_000)

    def refuse(self: Path) -> bytes:
        raise AssertionError("a file of 300 MB was read")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(receiving.NoNotes, match="too large"):
            receiving._bytes_of(huge)
    large = tmp_path / "large.notes.txt"
    large.write_bytes(b"{" * (receiving.LARGEST + 1))
    assert run("import", story, large) == 2
    assert "too large" in capsys.readouterr().out


def test_offsets_beyond_the_text_and_a_wrong_digest_fall_back_on_the_quotation(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    path = sent(tmp_path, "A lamp burned upstairs all night long.", copy="cd" * 32)
    told = json.loads(path.read_text(encoding="utf-8"))
    told["annotations"][0]["target"]["selector"][0].update(start=10**6, end=10**6 + 5)
    path.write_text(json.dumps(told), encoding="utf-8")
    run("import", story, path)
    assert [each["quote"] for each in notes(story, capsys)] == ["A lamp burned upstairs all night long."]


def test_the_future_is_today_and_a_newer_version_is_read(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "gate", when="2091-01-01T00:00:00Z", version=9))
    out = capsys.readouterr().out
    assert "future" in out and "newer version" in out
    assert str(notes(story, capsys)[0]["created"]) < "2091"


def test_out_as_a_file_and_in_again_elsewhere(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "gate", "lamp"))
    out = tmp_path / "out.json"
    assert run("export", story, "-o", out) == 0
    assert run("export", story, "-o", out) == 2
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "story.md"
    other.write_text(OLD, encoding="utf-8")
    assert run("import", other, out) == 0
    assert notes(other, capsys) == notes(story, capsys)


def test_out_as_a_list(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = OLD.index("lamp")
    book = NoteStore.open(story).notebook
    book.add(Note("1", "Ann", "", Kind.SUGGESTION, quote=Quote.at(OLD, start, start + 4), place=Place(text_digest(OLD), start, start + 4), suggestion="candle"))
    book.reply("1", "Jo", "Yes.")
    book.done("1")
    assert run("export", story) == 0
    out = capsys.readouterr().out
    assert "- [x] **Ann** (suggestion) on “lamp”" in out and "Instead: candle" in out and "**Jo**: Yes." in out


def test_conflict_marks_in_the_notes_folder(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "gate", "lamp"))
    path = next((story.parent / "story.md.redraft").glob("notes.*.jsonl"))
    head, one, two = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, "<<<<<<< mine", one, "=======", two, ">>>>>>> theirs", ""]), encoding="utf-8")
    assert len(notes(story, capsys)) == 2


def test_a_damaged_line_is_said(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    run("import", story, sent(tmp_path, "gate"))
    path = next((story.parent / "story.md.redraft").glob("notes.*.jsonl"))
    path.write_text(path.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    assert run("list", story) == 0
    assert "line 3" in capsys.readouterr().err


def test_two_stories_one_unreadable(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", tmp_path / "nowhere.md", story, "--format", "json") == 2
    assert json.loads(capsys.readouterr().out) == {"version": 1, "notes": []}


def test_a_saved_mail_with_a_readers_file_attached(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(story)
    message = EmailMessage()
    message["From"], message["Date"] = "Ann Reader <ann@example.org>", "Sat, 21 Nov 2026 10:00:00 +0100"
    message.set_content("Hi Jo,\n\n¶ 4: lovely\n")
    message.add_attachment(sent(tmp_path, "gate").read_bytes(), maintype="text", subtype="plain", filename="ann.notes.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(message.as_bytes())
    assert run("import", story, path) == 0
    assert [(each["author"], each["quote"], each["body"]) for each in notes(story, capsys)] == [
        ("Ann", "gate", "Why?"), ("Ann Reader", "A lamp burned upstairs all night long.", "lovely")]
