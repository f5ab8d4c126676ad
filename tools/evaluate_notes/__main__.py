# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.evaluate_notes NOVEL.txt …``: notes on novels, the novels revised, and where the notes are then.

For each way of revising: how many notes are at the right words, how many are nearly there, lost though their words
stand, rightly lost because their words are gone, or at wrong words; and milliseconds of processor time a note, the
comparing of the two versions included. ``--unknown`` leaves out the copy that the notes were made in, so that only
quotation and context are left.
"""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path
from random import Random
from time import process_time

from redraft.notes.note import Note, Place, Quote, text_digest
from redraft.notes.placing.placer import Placer, no_copies
from redraft.notes.placing.wording import Wording
from redraft.text.span import Span
from tools.evaluate_notes.measuring import Tally, Truth, Verdict, judged, noted
from tools.evaluate_notes.pieces import joined, pieces
from tools.evaluate_notes.revising import SCENARIOS

_SHOWN = (Verdict.NEAR, Verdict.LOST, Verdict.WRONG)


def measured(text: str, name: str, count: int, seed: str, unknown: bool) -> Tally:
    """The verdicts on ``count`` notes in ``text`` after one revision."""
    chance = Random(zlib.crc32(f"{seed} {name}".encode()))
    story = pieces(text)
    notes = noted(story, count, chance)
    revised = SCENARIOS[name](story, chance)
    now, truth, tally = joined(revised), Truth(revised), Tally()
    copy = text_digest(text)
    placer, old = Placer(now, no_copies if unknown else {copy: text}.get), Wording.of(text)
    for number, note in enumerate(notes):
        begun = process_time()
        made = Note(str(number), quote=Quote.at(text, note.start, note.end),
                    origin=Place(copy, note.start, note.end))  # fmt: skip
        place = placer.placed(made).place
        tally.seconds += process_time() - begun
        found = place and Span(place.start, place.end)
        verdict = judged(truth, note, len(old.stretch(note.start, note.end)), found)
        tally.verdicts[verdict] += 1
        if verdict in _SHOWN:
            tally.failures.append(_told(verdict, text, note, now, found, truth))
    return tally


def _told(verdict: Verdict, text: str, note: Span, now: str, found: Span | None, truth: Truth) -> str:
    kept, changed = truth.of(note)
    there = sorted([*kept, *changed])
    right = now[max(0, there[0].start - 40) : there[-1].end + 40][:300] if there else ""
    before, after = text[max(0, note.start - 40) : note.start], text[note.end : note.end + 40]
    found_words = found.of(now) if found else None
    return f"{verdict}: {before!r} [{note.of(text)!r}] {after!r}\n   found {found_words!r}\n   truth {right!r}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("novels", nargs="+", type=Path)
    parser.add_argument("--notes", type=int, default=300, help="how many notes in each novel (300)")
    parser.add_argument("--unknown", action="store_true", help="without the copy that the notes were made in")
    parser.add_argument("--failures", type=int, default=0, help="print so many notes that did not come out right")
    options = parser.parse_args()
    head = "".join(f"{each:>8}" for each in Verdict)
    print(f"{'':30}{'notes':>7}{head}{'right of standing':>19}{'ms/note':>9}")
    for name in SCENARIOS:
        whole = Tally()
        for novel in options.novels:
            text = novel.read_text(encoding="utf-8")
            tally = measured(text, name, options.notes, novel.stem, options.unknown)
            whole.verdicts.update(tally.verdicts)
            whole.seconds += tally.seconds
            whole.failures += tally.failures
        counts = [whole.verdicts[each] for each in Verdict]
        standing = whole.notes - whole.verdicts[Verdict.GONE]
        share = whole.verdicts[Verdict.RIGHT] / max(1, standing)
        spent = 1000 * whole.seconds / max(1, whole.notes)
        row = f"{name:30}{whole.notes:7}" + "".join(f"{each:8}" for each in counts)
        print(f"{row}{share:19.2%}{spent:9.2f}", flush=True)
        for told in sorted(whole.failures, key=lambda each: "WLN".index(each[0].upper()))[: options.failures]:
            print("  " + told)


if __name__ == "__main__":
    main()
