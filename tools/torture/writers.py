# SPDX-License-Identifier: GPL-3.0-or-later
"""Several Redrafts that write into one sidecar folder at once: two windows of one machine, and another machine.

``python -m tools.torture.writers [--seconds N]`` starts them on an empty folder, lets a sync program's second copies
appear between their writings, and counts afterwards: every record that a writer was told is kept must be there.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from redraft.notes.note import Note
from redraft.storage.notes import NoteStore
from redraft.storage.sidecar import Sidecar, sidecar_folder

_ROOT = Path(__file__).resolve().parents[2]
_WRITERS = (("left", "here"), ("right", "here"), ("away", "there"))
"""The name of each writer, and the machine that it is on."""
_KINDS = ("word", "reviewed")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was seen: how many records were ``kept`` by their writers' word, how many of them are ``lost``, how many
    that were taken back are ``risen`` again, and how many lines are ``damaged``."""

    kept: int
    lost: int
    risen: int
    damaged: int

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.risen or self.damaged)


def write_at_once(folder: Path, seconds: float, seed: int = 1) -> Tally:
    """Let the writers write on one story in ``folder`` for so long, and count."""
    story = folder / "story.md"
    story.write_text("Words.\n", encoding="utf-8")
    writers = [_started(story, name, folder / machine, seconds) for name, machine in _WRITERS]
    chance, until = random.Random(seed), time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(seconds / 20)
        _second_copy(story, chance)
    told = "".join(each.communicate()[0] for each in writers)
    if any(each.returncode for each in writers):
        raise RuntimeError("a writer broke off")
    return _tally(story, told.split("\n"))


def write(story: Path, name: str, seconds: float) -> None:
    """Be one of the writers: say ``+ KIND ID`` of what is kept and ``- KIND ID`` of what is taken back, once it is."""
    sidecar, notes = Sidecar.open(story), NoteStore.open(story)
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        number += 1
        id, kind = f"{name}-{number}", _KINDS[number % len(_KINDS)]
        sidecar.put(kind, id, {"word": id})
        print("+", kind, id)
        sidecar.put("shared", "one", {"by": id})
        if number % 5 == 0:
            sidecar.remove(kind, id)
            print("-", kind, id)
        if number % 3 == 0:
            notes.notebook.add(Note(id, name, f"note {number}"))
            if notes.trouble is None:
                print("+", "note", id)
    notes.save()


def _started(story: Path, name: str, home: Path, seconds: float) -> subprocess.Popen[str]:
    paths = os.pathsep.join([str(_ROOT / "app"), str(_ROOT)])
    command = [sys.executable, "-m", "tools.torture.writers", "--story", str(story), "--name", name]
    return subprocess.Popen(
        [*command, "--seconds", str(seconds)], env={**os.environ, "REDRAFT_HOME": str(home), "PYTHONPATH": paths},
        stdout=subprocess.PIPE, text=True, cwd=_ROOT)


def _second_copy(story: Path, chance: random.Random) -> None:
    """As a sync program does that met two versions of one file: the other one stands beside it."""
    files = sorted(sidecar_folder(story).glob("*.*.jsonl"))
    if files:
        file = chance.choice(files)
        if "(" not in file.name:
            copy = file.with_name(f"{file.stem} (conflicted copy {chance.randrange(10**6)}){file.suffix}")
            try:
                copy.write_bytes(file.read_bytes())
            except FileNotFoundError:
                return


def _tally(story: Path, told: list[str]) -> Tally:
    stands: dict[tuple[str, str], bool] = {}
    for line in filter(None, told):
        sign, kind, id = line.split()
        stands[kind, id] = sign == "+"
    sidecar, notes = Sidecar.open(story), NoteStore.open(story)
    found = {(kind, each.id) for kind in _KINDS for each in sidecar.records(kind)}
    found |= {("note", each.id) for each in notes.notebook}
    lost = sum(each not in found for each, stood in stands.items() if stood)
    risen = sum(each in found for each, stood in stands.items() if not stood)
    return Tally(sum(stands.values()), lost, risen, len(sidecar.damaged) + len(notes.damaged))


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.torture.writers", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--story", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--name", default="", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.story is not None:
        write(arguments.story, arguments.name, arguments.seconds)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tally = write_at_once(Path(folder), arguments.seconds)
    print(f"three writers on one folder for {arguments.seconds:g} s: {tally.kept} records kept, {tally.lost} lost, "
          f"{tally.risen} risen again, {tally.damaged} lines damaged")
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
