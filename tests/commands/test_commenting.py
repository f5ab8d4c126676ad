# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word document goes out with notes, is read, and comes back with comments and changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redraft.cli import main
from redraft.formats.archive import replaced
from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.identity import copy_id
from redraft.formats.docx.patch import patched
from redraft.formats.export import export
from redraft.formats.guards import Package
from redraft.formats.registry import read, read_bytes
from redraft.manuscript.session import Session
from redraft.notes.note import Note, Place, Quote, Target, text_digest
from redraft.storage.copies import Copies
from redraft.storage.notes import NoteStore

STORY = "# The Gate\n\nThe gate was *locked* again when she came.\n\nNobody had seen the boy since the fair.\n\nA lamp burned upstairs all night long.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def sent(story: Path, *options: str) -> Path:
    out = story.with_name("out.docx")
    assert main(["export", str(story), "-o", str(out), "--force", *options]) == 0
    return out


def listed(story: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["notes", "list", str(story), "--format", "json"]) == 0
    return list(json.loads(capsys.readouterr().out)["notes"])


def revised(path: Path, old: str, new: str, by: str = "") -> None:
    """The reader changes words in the document, with changes tracked or not."""
    manuscript = read(path).manuscript
    session = Session(manuscript)
    index = next(number for number, each in enumerate(manuscript.paragraphs) if old in each.text)
    text = manuscript.paragraphs[index].text.replace(old, new)
    session.replace(index, index + 1, [text], label="x", initiator="x")
    original = manuscript.files[0].original
    assert original is not None
    path.write_bytes(patched(original, session.paragraphs, "x", Revision(by) if by else None))


def comment(path: Path, words: str, author: str, text: str) -> None:
    source = read(path).manuscript.source
    start = source.index(words)
    path.write_bytes(commented(path.read_bytes(), [Comment(author, "2026-03-05T10:00:00Z", text, start, start + len(words))]))


def test_notes_go_out_as_comments_and_come_back_as_themselves(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = STORY.index("*locked*")
    book = NoteStore.open(story).notebook
    book.add(Note("1", "Ann", "Why?", quote=Quote.at(STORY, start, start + 8), place=Place(text_digest(STORY), start, start + 8)))
    book.reply("1", "Jo", "Because.")
    book.add(Note("2", "Bo", "Loved it.", target=Target.MANUSCRIPT))
    book.add(Note("3", "Bo", "Gone.", quote=Quote("these words are nowhere in the story")))
    out = sent(story, "--notes")
    assert "2 notes as comments; 1 lost one stayed out" in capsys.readouterr().out
    found = read(out).manuscript.files[0].notes
    assert sorted((each.author, each.text, tuple(one.text for one in each.replies)) for each in found) == [("Ann", "Why?", ("Because.",)), ("Bo", "Loved it.", ())]
    before = listed(story, capsys)
    assert main(["notes", "import", str(story), str(out)]) == 0
    assert "0 new, 0 updated" in capsys.readouterr().out
    assert listed(story, capsys) == before


def test_a_copy_for_a_reader_is_kept_and_says_which_it_is(story: Path) -> None:
    out = sent(story, "--reader", "Bea")
    digest = copy_id(out.read_bytes())
    copies = Copies.open(story)
    assert copies.text(digest) == read(out).manuscript.source
    assert [(each.reader, each.form) for each in copies.handed] == [("Bea", "docx")]


def test_comments_and_plain_changes_come_in(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sent(story, "--reader", "Bea")
    revised(out, "upstairs", "in the attic")
    comment(out, "the boy", "Bea", "Who?")
    story.write_text(STORY.replace("The gate was", "It rained. The gate was"), encoding="utf-8")
    assert main(["notes", "import", str(story), str(out)]) == 0
    found = {each["quote"]: each for each in listed(story, capsys)}
    assert (found["the boy"]["body"], found["the boy"]["author"]) == ("Who?", "Bea")
    assert (found["upstairs"]["suggestion"], found["upstairs"]["kind"], found["upstairs"]["state"]) == ("in the attic", "suggestion", "open")
    assert len(found) == 2


def test_tracked_changes_are_suggestions_of_whoever_made_them(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sent(story)
    revised(out, "all night long", "all night", by="Edna Editor")
    assert main(["notes", "import", str(story), str(out)]) == 0
    found = listed(story, capsys)
    assert [(each["author"], each["kind"], str(each["quote"]).strip(), each["suggestion"]) for each in found] == [("Edna Editor", "suggestion", "long", "")]


def test_the_same_document_twice_is_once(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sent(story, "--reader", "Bea")
    revised(out, "upstairs", "in the attic")
    comment(out, "the boy", "Bea", "Who?")
    main(["notes", "import", str(story), str(out)])
    before = listed(story, capsys)
    main(["notes", "import", str(story), str(out)])
    assert "2 here already" in capsys.readouterr().out
    assert listed(story, capsys) == before


def test_a_document_without_notes_says_so(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "import", str(story), str(sent(story))]) == 2
    assert "no comments and no changes" in capsys.readouterr().out


def test_an_opendocument_text_with_annotations(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.with_name("out.odt")
    assert main(["export", str(story), "-o", str(out)]) == 0
    package = Package(out.read_bytes(), "out.odt")
    content = package.read("content.xml").decode()
    note = ('<office:annotation office:name="n1"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Odo</dc:creator>'
            '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-03-05T10:00:00</dc:date><text:p>Who?</text:p></office:annotation>')
    made = content.replace("the boy", note + 'the boy<office:annotation-end office:name="n1"/>')
    assert made != content
    out.write_bytes(replaced(package, {"content.xml": made.encode()}))
    assert main(["notes", "import", str(story), str(out)]) == 0
    assert [(each["author"], each["quote"], each["body"]) for each in listed(story, capsys)] == [("Odo", "the boy", "Who?")]


def test_only_word_documents_hold_comments(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(story), "-o", str(story.with_name("out.html")), "--notes"]) == 2
    assert "docx" in capsys.readouterr().err


def test_the_documents_text_stays(story: Path) -> None:
    plain = read_bytes(sent(story).read_bytes(), "x.docx").manuscript.source
    assert read_bytes(sent(story, "--notes", "--reader", "Bea").read_bytes(), "x.docx").manuscript.source == plain


def test_comments_in_the_story_itself_are_listed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sent(story)
    comment(out, "the boy", "Bea", "Who?")
    assert [(each["author"], each["quote"], each["body"], each["state"]) for each in listed(out, capsys)] == [("Bea", "the boy", "Who?", "open")]
    assert main(["notes", "import", str(out), str(out)]) == 0
    assert len(listed(out, capsys)) == 1


def test_changes_tracked_in_an_opendocument_text(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.with_name("out.odt")
    assert main(["export", str(story), "-o", str(out)]) == 0
    package = Package(out.read_bytes(), "out.odt")
    content = package.read("content.xml").decode()
    who = ('<office:change-info><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Odo Reader</dc:creator>'
           '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-03-05T10:00:00</dc:date></office:change-info>')
    region = (f'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{who}<text:p>upstairs</text:p></text:deletion></text:changed-region>'
              f'<text:changed-region text:id="c2"><text:insertion>{who}</text:insertion></text:changed-region></text:tracked-changes>')
    made = content.replace(
        "upstairs", '<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>in the attic<text:change-end text:change-id="c2"/>'
    ).replace("<office:text>", f"<office:text>{region}")
    out.write_bytes(replaced(package, {"content.xml": made.encode()}))
    assert main(["notes", "import", str(story), str(out)]) == 0
    assert [(each["author"], each["quote"], each["suggestion"]) for each in listed(story, capsys)] == [("Odo Reader", "upstairs", "in the attic")]


def test_a_document_exported_for_nobody_is_known_when_it_comes_back(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sent(story)
    assert [each.name for each in story.parent.iterdir() if each.name.endswith(".redraft")] == []
    revised(out, "upstairs", "in the attic")
    comment(out, "the boy", "Bea", "Who?")
    story.write_text(STORY.replace("The gate was", "It rained. The gate was"), encoding="utf-8")
    assert main(["notes", "import", str(story), str(out)]) == 0
    assert "which copy" not in capsys.readouterr().out
    assert {(each["author"], each["quote"], each["suggestion"]) for each in listed(story, capsys)} == {
        ("Bea", "the boy", None), ("Bea", "upstairs", "in the attic")}


def test_a_document_of_an_unknown_copy_is_compared_with_the_story_and_says_so(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.with_name("elsewhere.docx")
    out.write_bytes(export(read(story).manuscript, ".docx"))
    revised(out, "upstairs", "in the attic")
    assert main(["notes", "import", str(story), str(out)]) == 0
    assert "which copy" in capsys.readouterr().out
    assert [(each["quote"], each["suggestion"]) for each in listed(story, capsys)] == [("upstairs", "in the attic")]


def test_another_draft_of_an_unknown_copy_suggests_nothing(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.with_name("elsewhere.docx")
    out.write_bytes(export(read(story).manuscript, ".docx"))
    story.write_text(STORY.replace("gate", "door").replace("boy", "girl").replace("lamp", "candle"), encoding="utf-8")
    assert main(["notes", "import", str(story), str(out)]) == 2
    assert "newer draft" in capsys.readouterr().out
