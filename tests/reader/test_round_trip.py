# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way: copies go out, readers note what they think, the story is rewritten, everything comes back at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from redraft.cli import main
from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.registry import read_bytes
from redraft.places import seed
from tests.reader.conftest import Opener
from tests.reader.test_reading import PHONE, react, sent, write

AFTER = (
    ("# The Abduction of Big Reg", "# The Theft of Big Reg"),
    ("Colonel Pargeter", "Colonel Partridge"),
    ("It may be necessary to explain about Big Reg. He is a crab.", "I had better explain about Big Reg. He’s a crab."),
    ("‘Who’s gone?’\n\n", ""),
    ("I sat down on the bread bin.", "I sat down, hard, on the bread bin."),
    ("had always assumed that there was a story behind the sign", "had always supposed there was some story behind the sign"),
)


def saved(told: dict[str, Any], path: Path) -> Path:
    path.write_text(json.dumps({key: told[key] for key in ("redraft", "annotations")}), encoding="utf-8")
    return path


def test_copies_go_out_and_every_note_comes_back_to_its_words(
    reading: Opener, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "reg.md"
    text = Path(seed("02-the-abduction-of-big-reg.md")).read_text(encoding="utf-8")
    story.write_text(text, encoding="utf-8")
    for reader in ("ann", "bob"):
        assert main(["reader-copy", str(story), "-o", str(tmp_path / f"{reader}.html"), "--reader", reader.title()]) == 0
    assert main(["export", str(story), "-o", str(tmp_path / "dee.docx"), "--reader", "Dee"]) == 0

    ann = reading((tmp_path / "ann.html").as_uri())
    ann.select("a story behind the sign")
    write(ann, "Tell it!")
    ann.select("I sat down on the bread bin.")
    react(ann, "laughed")
    ann.select("Who’s gone?")
    write(ann, "He knows who.")
    ann.close()
    ann = reading((tmp_path / "ann.html").as_uri())
    ann.wait("document.getElementById('count').textContent === '3'")
    files = [saved(sent(ann, tmp_path / "saved"), tmp_path / "ann.notes.txt")]
    bob = reading((tmp_path / "bob.html").as_uri(), **PHONE)
    assert bob.js("document.getElementById('count').hidden"), "a copy for another reader has notes of its own"
    number = next(at for at, each in enumerate(filter(None, text.split("\n\n")), 1) if each.startswith("It may be"))
    bob.tap(f'[id="{number}"]')
    react(bob, "loved")
    bob.wait("document.getElementById('count').textContent === '1'")
    files.append(saved(sent(bob, tmp_path / "saved"), tmp_path / "bob.notes.txt"))
    cem = tmp_path / "mail.txt"
    cem.write_text(f"From: Cem <cem@example.org>\n\nHello!\n\n> ¶ {number}: the best crab I have\n> ever read of\n\n-- \nCem\n", encoding="utf-8")
    files.append(cem)
    document = (tmp_path / "dee.docx").read_bytes()
    body = read_bytes(document, "dee.docx").manuscript.source
    start = body.index("breathing through his nose")
    (tmp_path / "back.docx").write_bytes(commented(
        document, [Comment("Dee", "2026-02-01T10:00:00Z", "Ha!", start, start + 26)], "dee.docx"))  # fmt: skip
    files.append(tmp_path / "back.docx")

    for old, new in AFTER:
        assert old in text
        text = text.replace(old, new)
    story.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["notes", "import", str(story), *map(str, files)]) == 0
    assert "1 lost" in capsys.readouterr().out
    assert main(["notes", "list", str(story), "--format", "json"]) == 0
    notes = json.loads(capsys.readouterr().out)["notes"]
    found = {(each["author"], text[each["start"] : each["end"]] if each["start"] is not None else None) for each in notes}
    beginning = next(words for author, words in found if author == "Bob")
    assert beginning is not None and beginning.startswith("I had better explain about Big Reg.")
    assert found - {("Bob", beginning)} == {
        ("Ann", "some story behind the sign"), ("Ann", "I sat down, hard, on the bread bin."), ("Ann", None),
        ("Cem", next(each for each in text.split("\n\n") if each.startswith("I had better"))),
        ("Dee", "breathing through his nose"),
    }  # fmt: skip
    (lost,) = [each for each in notes if each["state"] == "lost"]
    assert lost["quote"] == "Who’s gone?" and lost["body"] == "He knows who."
    assert main(["notes", "import", str(story), *map(str, files)]) == 0
    assert "0 new" in capsys.readouterr().out
