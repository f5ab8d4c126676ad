# SPDX-License-Identifier: GPL-3.0-or-later
"""Show every earlier state of a story, compare two of them, have one back, or one scene of it, or keep one by name."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from redraft.commands.diff import differences
from redraft.commands.terminal import coloured, headline
from redraft.errors import RedraftError
from redraft.formats import registry
from redraft.formats.codec import CODECS
from redraft.formats.errors import FormatError
from redraft.formats.rich import rich
from redraft.manuscript.differences import difference
from redraft.manuscript.model import Manuscript
from redraft.manuscript.outline import outline
from redraft.manuscript.restoring import with_scene
from redraft.manuscript.session import Session
from redraft.storage.atomic import digest
from redraft.storage.backups import Backups
from redraft.storage.bringing_back import decisions_back, notes_back
from redraft.storage.decisions import DecisionBook
from redraft.storage.history import Files, Moment, chosen, moments
from redraft.storage.notes import NoteStore
from redraft.storage.originals import save_over
from redraft.storage.sidecar import Sidecar
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.text.aligning import aligned

NOW = "now"


class CannotGoBack(RedraftError):
    """Nothing was changed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE [list|compare A B|restore ID|name NAME|verify]"""
    parser.add_argument("file", metavar="FILE", help="a story, even one that is gone, or a folder of chapters")
    kinds = parser.add_subparsers(dest="deed", metavar="list|compare|restore|name|verify")
    shown = kinds.add_parser("list", help="print the states, the newest first, and what changed in each")
    shown.add_argument("--quick", action="store_true", help="do not say what changed")
    compared = kinds.add_parser("compare", help="print by word what differs between two states")
    for name in ("old", "new"):
        compared.add_argument(name, metavar=name.upper(), help="a state's number or id, or “now”")
    restored = kinds.add_parser("restore", help="have a state back; what stands in FILE now is kept first")
    restored.add_argument("state", metavar="ID", help="the state's number or id")
    restored.add_argument("--scene", type=int, metavar="N", help="only this scene, as the state counts them")
    restored.add_argument("--decisions", action="store_true", help="its decisions and notes as well; none is dropped")
    restored.add_argument("-o", "--output", default="", metavar="OUT", help="write it there instead")
    restored.add_argument("--force", action="store_true", help="replace OUT where it stands already")
    named = kinds.add_parser("name", help="keep the present state under a name")
    named.add_argument("name", metavar="NAME", help="what to call it (“before Anna's notes”)")
    verified = kinds.add_parser("verify", help="read every state back")
    for each in (shown, compared, verified):
        each.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 when something cannot be had back, 1 when two states that are compared differ."""
    path = Path(options.file)
    if options.deed == "compare":
        return _compare(path, options.old, options.new, options.format)
    if options.deed == "restore":
        return _restore(path, options)
    if options.deed == "name":
        return _name(path, options.name)
    if options.deed == "verify":
        return _verify(path, options.format)
    return _list(path, getattr(options, "format", "text"), quick=getattr(options, "quick", False))


# --- looking ---------------------------------------------------------------------------------------------------


def _list(path: Path, form: str, *, quick: bool) -> int:
    found = moments(path)
    told = list(_changes(found)) if not quick else [""] * len(found)
    if form == "json":
        states = [{"number": number, "id": each.id, "when": _stamp(each), "kind": each.kind.value, "title": each.title,
                   "changed": told[number - 1] or None} for number, each in enumerate(found, 1)]
        print(json.dumps({"version": 1, "file": str(path), "states": states}, ensure_ascii=False))
        return 0
    if not found:
        print(f"{path.name}: no earlier states yet. One is kept each time the story is saved in Redraft, and before "
              "everything that changes much at once.")
    day = ""
    for number, (each, sentence) in enumerate(zip(found, told, strict=True), 1):
        if (own := time.strftime("%A, %d %B %Y", time.localtime(each.when))) != day:
            day = own
            print(headline(day))
        print(f"  {number:3}  {time.strftime('%H:%M', time.localtime(each.when))}  {each.id}  {each.title}"
              + (coloured(f" – {sentence}", "quiet") if sentence else ""))
    return 0


def _changes(found: list[Moment]) -> Iterator[str]:
    """For each state what changed in it since the one before; "" for the first, and "cannot be read"."""
    later: Manuscript | None = None
    for place, each in enumerate(found):
        now = later if place else _read(each)
        later = _read(found[place + 1]) if place + 1 < len(found) else None
        if now is None:
            yield "cannot be read"
        else:
            yield difference(later.paragraphs, now.paragraphs).sentence if later is not None else ""


def _read(moment: Moment) -> Manuscript | None:
    try:
        return moment.read()
    except RedraftError:
        return None


def _compare(path: Path, old: str, new: str, form: str) -> int:
    found = moments(path)
    texts = [[each.text for each in rich(_state(path, found, wanted)) if each.text.strip()] for wanted in (old, new)]
    count = 0
    if form == "json":
        pairs = [(texts[0][a] if a is not None else None, texts[1][b] if b is not None else None)
                 for a, b in aligned(*texts)]
        told = [{"old": before, "new": after} for before, after in pairs if before != after]
        print(json.dumps({"version": 1, "file": str(path), "old": old, "new": new, "differences": told},
                         ensure_ascii=False))
        return 1 if told else 0
    for line in differences(*texts):
        count += 1
        print(line)
    return 1 if count else 0


def _state(path: Path, found: list[Moment], wanted: str) -> Manuscript:
    return registry.read(path).manuscript if wanted == NOW else chosen(found, wanted).read()


def _verify(path: Path, form: str) -> int:
    found = moments(path)
    broken: list[str] = []
    for each in found:
        try:
            each.read()
            if each.snapshot is not None:
                Snapshots.open(path).state(each.snapshot)
        except RedraftError as error:
            broken.append(each.id)
            print(f"redraft: {error}", file=sys.stderr)
    for file in Snapshots.open(path).unreadable:
        broken.append(file.stem[:10])
        print(f"redraft: {file.name} should tell of a state and cannot be read.", file=sys.stderr)
    if form == "json":
        print(json.dumps({"version": 1, "file": str(path), "states": len(found), "damaged": broken}))
        return 2 if broken else 0
    whole = sum(each.id not in broken for each in found)
    print(f"{path.name}: {whole} of {len(found)} states can be had back.")
    return 2 if broken else 0


# --- doing -----------------------------------------------------------------------------------------------------


def _name(path: Path, name: str) -> int:
    if not name.strip():
        raise CannotGoBack("A state needs a name: redraft history FILE name \"before Anna's notes\"")
    made = Snapshots.open(path).keep(_present(path), name.strip())
    print(f"The present state of {path.name} is kept as “{made.name}” ({made.id[:10]}).")
    return 0


def _restore(path: Path, options: argparse.Namespace) -> int:
    wanted = chosen(moments(path), options.state)
    files = wanted.files() if options.scene is None else _with_scene(path, wanted, options.scene)
    if options.output:
        return _write_to(Path(options.output), files, force=options.force)
    if path.exists():
        with contextlib.suppress(FormatError):  # what cannot be read as a story is still kept as a backup below
            Snapshots.open(path).keep(_present(path), why=f"before going back to “{wanted.title}”")
    targets = [(path / name if path.is_dir() else path, data) for name, data in files]
    for target, data in targets:
        if not target.exists() or digest(target.read_bytes()) != digest(data):
            if target.exists():
                Backups(target).keep(target.read_bytes())
            save_over(target, data)
    what = "is" if options.scene is None else f"has scene {options.scene}"
    print(f"{path.name} {what} again as on {time.strftime('%Y-%m-%d %H:%M', time.localtime(wanted.when))} "
          f"({wanted.title}). What stood there before is kept in its history.")
    if len(files) > 1 and (since := sorted(_chapters(path) - {name for name, _ in files})):
        print(f"Chapters that came since stay as they are: {', '.join(since)}.")
    if options.decisions:
        _decisions(path, wanted)
    return 0


def _chapters(path: Path) -> set[str]:
    return {each.path.name for each in registry.read(path).manuscript.files if each.path is not None}


def _with_scene(path: Path, wanted: Moment, number: int) -> Files:
    """The files of now with one scene of then."""
    now, then = registry.read(path).manuscript, wanted.read()
    try:
        formatted = any(each.format in CODECS for each in now.files)
        back = with_scene(now.paragraphs, then.paragraphs, number, rich=formatted)
    except ValueError:
        count = len(outline(then.paragraphs).scenes)
        raise CannotGoBack(f"That state has {count} scenes; there is no scene {number}. Nothing was changed.") from None
    session = Session(now)
    session.bring_back(back.paragraphs, label="restoring a scene", initiator="history")
    return State.of(session.manuscript).files


def _write_to(target: Path, files: Files, *, force: bool) -> int:
    if target.exists() and not force:
        raise CannotGoBack(f"{target.name} stands there already. Choose another name, or give --force to replace it.")
    if len(files) == 1:
        save_over(target, files[0][1])
    else:
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotGoBack(f"{target} cannot be made: {error.strerror}.") from error
        for name, data in files:
            save_over(target / name, data)
    print(f"{target.name} was written.")
    return 0


def _decisions(path: Path, wanted: Moment) -> None:
    if wanted.snapshot is None:
        print("Decisions and notes are kept with named and automatic states only; those of now stay.")
        return
    state = Snapshots.open(path).state(wanted.snapshot)
    notes = NoteStore.open(path)
    back = [*decisions_back(DecisionBook(Sidecar.open(path)), state.records), *notes_back(notes.notebook, state.notes)]
    for each in back:
        each.do()
    if notes.trouble is not None:
        raise notes.trouble
    print(f"{len(back)} decision{'s' * (len(back) != 1)} and notes of then count again; none of now was dropped.")


def _present(path: Path) -> State:
    return State.on_disk(path, Sidecar.open(path).standing, NoteStore.open(path).notebook.records)


def _stamp(moment: Moment) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment.when))
