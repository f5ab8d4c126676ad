# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of what Redraft keeps itself, which a disk or a sync program may damage, and how each is read."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from redraft.analysis.codec import to_plain
from redraft.analysis.desk import Desk
from redraft.analysis.evidence import Library
from redraft.analysis.framing import Decoder, encode
from redraft.analysis.judges import marks_of, state_of
from redraft.analysis.report import fingerprint
from redraft.analysis.results import Results
from redraft.analysis.state import EngineState
from redraft.analysis.store import EvidenceStore
from redraft.checks.finding import Finding, Severity
from redraft.checks.story import EngineMark
from redraft.errors import RedraftError
from redraft.formats.registry import read_bytes
from redraft.language.analysis import Analysis, Sentence, Stretch, Token, Zone
from redraft.language.packing import pack
from redraft.manuscript.outline import outline
from redraft.manuscript.session import Session
from redraft.settings.options import options
from redraft.settings.store import Settings
from redraft.storage import story_bible
from redraft.storage.atomic import digest
from redraft.storage.backups import Backups
from redraft.storage.copies import Copies, Handed
from redraft.storage.decisions import DecisionBook, Decisions
from redraft.storage.known import Known
from redraft.storage.notes import NoteStore
from redraft.storage.presence import Presence
from redraft.storage.recent import Recent
from redraft.storage.recovery import RecoveryFile, left_behind
from redraft.storage.sidecar import Record, Sidecar, sidecar_folder
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State, notes_of, records_data, records_of
from tools.torture.fuzz import samples

_TEXT = "He was once a rouge ninja, he said."


def _finding(paragraph: int) -> Finding:
    return Finding(
        "rouge-rogue", "confusable", Severity.ERROR, paragraph, 14, 19, "rouge", "Red make-up.", ("rogue",), True
    )


def decisions() -> Sequence[bytes]:
    """A sidecar with a decision of every kind."""
    with TemporaryDirectory() as folder:
        sidecar = Sidecar(Path(folder), "one")
        book = DecisionBook(sidecar)
        for each in (
            book.ignore(_finding(0), _TEXT),
            book.ignore_in_speech("rouge-rogue", "Ann"),
            book.add_word("Anko"),
            book.switch_off("doubled-word"),
            book.rename_character("Ann", "Anna"),
            book.merge_characters("Ann", "Bob"),
            book.not_a_person("London"),
            book.choose_style("quotes", "double"),
            book.accept_scene("the gate"),
            book.dismiss_scene("no gate"),
            book.review_scene("the gate"),
            book.remove_word("Anko"),
            *(
                book.put(entry.kind, entry.id, entry.fields)
                for entry in (
                    story_bible.split("Ann", "Annie"),
                    story_bible.add("Cid"),
                    story_bible.pin("Cid"),
                    story_bible.call("Cid", "they"),
                    story_bible.keep_apart("Ann", "Cid"),
                    story_bible.begin_on("the gate", 2),
                    story_bible.pass_over(_TEXT, 3, 6),
                    story_bible.note("n", "grey eyes", _TEXT, 0, 2, "Ann"),
                )
            ),
        ):
            each.do()
        book.remember_place(1, 2)
        return ((Path(folder) / "decisions.one.jsonl").read_bytes(),)


def read_decisions(data: bytes, folder: Path) -> object:
    """Two installations' records, merged, gathered, and one more written."""
    (folder / "decisions.one.jsonl").write_bytes(data)
    (folder / "decisions.two.jsonl").write_bytes(data[len(data) // 2 :])
    sidecar = Sidecar(folder, "one")
    book = DecisionBook(sidecar)
    found = book.current
    found.hides(_finding(0), _TEXT)
    outline(read_bytes(_TEXT.encode(), "x").manuscript.paragraphs, found.scenes)
    to_plain(found)
    book.add_word("more").do()
    again = DecisionBook(Sidecar(folder, "one")).current
    if "more" not in again.own_words:
        raise AssertionError("a decision made beside damaged ones is not read again")
    return found


def notes() -> Sequence[bytes]:
    """A sidecar's notes."""
    told = json.loads(samples.reader_file()[0])["annotations"]
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", "redraft": {"notes": 1}}
    return ("\n".join(json.dumps(each, sort_keys=True) for each in (head, *told)).encode() + b"\n",)


def read_notes(data: bytes, folder: Path) -> object:
    """The notes of two installations, and one more."""
    (folder / "notes.one.jsonl").write_bytes(data)
    (folder / "notes.two.jsonl").write_bytes(data[len(data) // 2 :])
    store = NoteStore(folder, "one")
    held = store.notebook.records
    store.notebook.merge(held)
    store._own.update(each.id for each in held)
    store.save()
    again = NoteStore(folder, "one")
    if {each.id for each in again.notebook.records} != {each.id for each in held}:
        raise AssertionError("notes written are not read again")
    return held


def copies() -> Sequence[bytes]:
    """The list of the copies handed out."""
    with TemporaryDirectory() as folder:
        kept = Copies(Path(folder), "one")
        kept.hand_out(_TEXT, Handed("", "Ann", "2024-05-06T07:08:09Z", "docx", "The Lamp", (1, 2)))
        kept.hand_out("Another.", Handed("", "Bob"))
        return ((Path(folder) / "copies.one.jsonl").read_bytes(),)


def read_copies(data: bytes, folder: Path) -> object:
    """The list, each text on it, and one more."""
    (folder / "copies.one.jsonl").write_bytes(data)
    packed = folder / "copies" / ("a" * 64 + ".txt.gz")
    packed.parent.mkdir()
    packed.write_bytes(b"\x1f\x8b\x08\0" + data)
    kept = Copies(folder, "one")
    found = [kept.text(each.digest) for each in kept.handed], kept.text("a" * 64), kept.digests
    kept.hand_out(_TEXT)
    return found


def settings() -> Sequence[bytes]:
    """Every option set to something."""
    return (
        json.dumps(
            {
                name: list(each.default) if isinstance(each.default, tuple) else each.default
                for name, each in options().items()
            }
        ).encode(),
    )


def read_settings(data: bytes, folder: Path) -> object:
    """Every option; and one is set."""
    file = folder / "settings.json"
    file.write_bytes(data)
    store = Settings(file)
    found = [store.get(name) for name in options()]
    for name, option in options().items():
        if option.kind == "flag":
            store.set(name, not store.flag(name))
            break
    return found


def recovery() -> Sequence[bytes]:
    """A journal with its snapshot and changes, of a plain story and of a document."""
    made = []
    for data, name in ((samples.STORY.encode(), "story.md"), (samples.docx()[1], "story.docx")):
        with TemporaryDirectory() as folder:
            session = Session(read_bytes(data, name).manuscript)
            file = RecoveryFile(Path(folder))
            session.subscribe(lambda event, file=file: file.note(event.changes))  # type: ignore[misc]
            for number in range(4):
                session.replace(
                    number, number + 1, [f"Typed {number}.", "More."][: 1 + number % 2], label="", initiator=""
                )
                file.flush(session.manuscript)
            made.append(file.path.read_bytes())
            file.safe()
    return made


def read_recovery(data: bytes, folder: Path) -> object:
    """What is offered, and each text of it."""
    (folder / "1-a.recovery").write_bytes(data)
    found = [each.manuscript() for each in left_behind(folder)]
    for each in found:
        if each is not None:
            session = Session(each)
            session.replace(0, 1, ["words"], label="", initiator="")
    return found


def snapshots() -> Sequence[bytes]:
    """What tells of a snapshot, and lines of decisions and notes as one holds them."""
    with TemporaryDirectory() as folder:
        kept = Snapshots(Path(folder), Path(folder) / "aside", clock=lambda: 1000.0)
        records = (Record("word", "anko", {"word": "Anko"}, 1.0),)
        notes_held = tuple(notes_of(samples.reader_file()[0]))
        kept.keep(State((("story.md", samples.STORY.encode()),), records, notes_held), "before Anna")
        told = next(Path(folder).glob("*.json")).read_bytes()
        return told, records_data(records), notes()[0]


def read_snapshots(data: bytes, folder: Path) -> object:
    """The list of snapshots with this one in it, what it holds, and one more."""
    (folder / f"{digest(data)}.json").write_bytes(data)
    (folder / f"{'a' * 64}.gz").write_bytes(b"\x1f\x8b\x08\0" + data)
    kept = Snapshots(folder, folder / "aside")
    found = kept.all, kept.damaged(), kept.unreadable, records_of(data), notes_of(data)
    for each in kept.all:
        time.localtime(each.when)
        with suppress(RedraftError):
            kept.state(each).manuscript(folder / "story.md")
    kept.keep(State((("story.md", b"So."),)), "one more")
    if "one more" not in {each.name for each in kept.all}:
        raise AssertionError("a snapshot made beside damaged ones is not there")
    return found


def presence() -> Sequence[bytes]:
    """Who has the story open, as another window says it."""
    with TemporaryDirectory() as folder:
        story = Path(folder) / "story.md"
        story.write_text("So.", encoding="utf-8")
        own = Presence.of(story)
        own.announce()
        made = [each.read_bytes() for each in sidecar_folder(story).glob("open.*.json")]
        own.withdraw()
        return made


def read_presence(data: bytes, folder: Path) -> object:
    """Somebody else's word beside ours, and ours taken back."""
    story = folder / "story.md"
    story.write_text("So.", encoding="utf-8")
    beside = sidecar_folder(story)
    beside.mkdir()
    (beside / "open.0123456789.json").write_bytes(data)
    own = Presence.of(story)
    found = [(each.in_the_way, each.where, each.sentence("story.md")) for each in own.others()]
    own.announce()
    own.taken_by()
    own.withdraw()
    return found


def backups() -> Sequence[bytes]:
    """The list of a file's copies."""
    with TemporaryDirectory() as folder:
        kept = Backups(Path("story.md"), Path(folder), clock=iter(range(1000, 9000, 3600)).__next__)
        for text in (b"one", b"two", b"three"):
            kept.keep(text)
        return ((Path(folder) / "list.jsonl").read_bytes(),)


def read_backups(data: bytes, folder: Path) -> object:
    """The copies, the damaged ones, and one more."""
    (folder / "list.jsonl").write_bytes(data)
    (folder / ("a" * 64 + ".gz")).write_bytes(b"\x1f\x8b\x08\0" + data)
    kept = Backups(Path("story.md"), folder)
    found = kept.all, kept.damaged()
    kept.keep(b"four")
    if kept.read(kept.all[0]) != b"four":
        raise AssertionError("a copy made beside damaged ones is not the newest")
    return found


def lists() -> Sequence[bytes]:
    """What was open last, and what is known: convenience, all of it."""
    return json.dumps(["/a/story.md", "/b"]).encode(), json.dumps({"/a/story.md": [1, 2, 3, 4, 5, 6]}).encode()


def read_lists(data: bytes, folder: Path) -> object:
    """Both, and something added to each."""
    (folder / "recent.json").write_bytes(data)
    (folder / "known.json").write_bytes(data)
    recent, known = Recent(folder / "recent.json"), Known(folder / "known.json")
    paragraphs = read_bytes("\n\n".join(f"{_TEXT} {each}" for each in range(9)).encode(), "x").manuscript.paragraphs
    found = recent.paths(), known.like(folder / "x.md", paragraphs)
    known.remember(folder / "y.md", paragraphs)
    recent.add(folder / "y.md")
    return found


def _evidence() -> object:
    words = (Token(0, 2, "He", "he", "PRP", "PRON", "nsubj", 1), Token(3, 6, "was", "be", "VBD", "AUX", "ROOT", 1))
    zones = (Stretch(0, 35, Zone.NARRATION),)
    return pack(Analysis(_TEXT, words, (Sentence(0, 35, 0, 2),), zones))


def cache() -> Sequence[bytes]:
    """Evidence: a parse, marks, and a whole result."""
    marks = to_plain([EngineMark("harper", "AnA", 0, 2, ("She",), "No.")])
    return (
        json.dumps(
            {"language": _evidence(), "harper": marks, "result": [{"type": "progress", "done": 1, "total": 1}]}
        ).encode(),
    )


def read_cache(data: bytes, folder: Path) -> object:
    """The database with these values in it, and one that is just these bytes."""
    (folder / "broken.sqlite").write_bytes(b"SQLite format 3\0" + data)
    broken = EvidenceStore(folder / "broken.sqlite")
    broken.get("language", ["a"])
    broken.put("language", {"a": 1})
    broken.close()
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    store = EvidenceStore(folder / "evidence.sqlite")
    library = Library(store, {"language": "1", "harper": "1"})
    results = Results(store)
    for kind, value in told.items() if isinstance(told, dict) else ():
        store.put(kind if kind == "result" else f"{kind} 1", {fingerprint(_TEXT): value})
    library.recall([_TEXT], ["harper"])
    found = library.of(_TEXT).all_marks(), results.find(fingerprint(_TEXT))
    store.close()
    return found


def messages() -> Sequence[bytes]:
    """What the analysis process says, a message each."""
    finding = to_plain([_finding(0)])
    told = outline(read_bytes(_TEXT.encode(), "x").manuscript.paragraphs)
    return [
        json.dumps(each).encode()
        for each in (
            {"type": "findings", "items": [[0, fingerprint(_TEXT), finding]]},
            {"type": "progress", "done": 1, "total": 2},
            {"type": "engines", "value": to_plain([EngineState("harper", "used")])},
            {"type": "rules", "value": [["a", "A", True]]},
            {"type": "fault", "sentence": "So."},
            {"type": "story", "part": "outline", "value": to_plain(told)},
            {"type": "story", "part": "cast", "value": [[], []]},
            {"type": "marks", "marks": to_plain([[EngineMark("a", "b", 0, 1)]])},
            {"type": "state", "value": to_plain(EngineState("harper", "used"))},
        )
    ]


def read_messages(data: bytes, folder: Path) -> object:
    """The editor's end hears it; so does the worker, from a judge."""
    session = Session(read_bytes(_TEXT.encode(), "x").manuscript)
    desk = Desk(lambda sent: None)
    desk.open(session, Decisions(), ("builtin",))
    news = desk.feed(len(data).to_bytes(4, "big") + data)
    found = list(desk.all_findings()), desk.outline, desk.scene_reports, desk.conflicts
    news += desk.feed(encode({"type": "fault", "sentence": "after"}))
    if not news:
        raise AssertionError("the editor hears nothing any more")
    for message in Decoder().feed(encode(json.loads(data)) if data.startswith(b"{") and _whole(data) else b""):
        for read in (marks_of, state_of):
            try:
                read(message)
            except (KeyError, TypeError, ValueError):
                continue
    return news, found


def _whole(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False
