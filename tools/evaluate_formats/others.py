# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every document of a folder: ``python -m tools.evaluate_formats.others FOLDER [--office] [--show]``.

Prints how many were read, refused with a sentence, crashed or hung; with ``--office`` also how many have word for word
the text that LibreOffice gives them. ``--show`` names those that differ, and by which words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.evaluate_formats import office
from tools.evaluate_formats.alone import Reading, read_alone
from tools.evaluate_formats.words import Compared, compared

SUFFIXES = frozenset({".odt", ".ott", ".rtf", ".html", ".htm", ".xhtml", ".epub", ".md", ".txt", ".docx", ".docm"})
_FOREIGN = frozenset({".epub", ".md", ".txt"})
_SHOWN = 12


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--office", action="store_true", help="compare with LibreOffice")
    parser.add_argument("--show", action="store_true", help="name what differs")
    parser.add_argument("--kept", type=Path, default=Path("office-texts"), help="folder for LibreOffice's texts")
    options = parser.parse_args()
    paths = sorted(each for each in options.folder.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file())
    with ThreadPoolExecutor(2) as pool:
        readings = dict(zip(paths, pool.map(read_alone, paths), strict=True))
    _report(readings)
    if options.office and office.is_there():
        _compare(readings, options.kept, show=options.show)


def _report(readings: dict[Path, Reading]) -> None:
    outcomes = Counter(each.outcome for each in readings.values())
    print(f"{len(readings)} documents: " + ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items())))
    print(f"slowest: {max((each.seconds for each in readings.values()), default=0.0):.1f} s; "
          f"saved unedited byte for byte: {sum(each.same for each in readings.values() if each.outcome == 'read')} of "
          f"{outcomes['read']}")  # fmt: skip
    for suffix in sorted({each.suffix.lower() for each in readings}):
        own = Counter(each.outcome for path, each in readings.items() if path.suffix.lower() == suffix)
        print(f"  {suffix}: " + ", ".join(f"{count} {name}" for name, count in sorted(own.items())))
    for path, reading in readings.items():
        if reading.outcome != "read" or not reading.same:
            print(f"  {reading.outcome} {path}: {reading.told or reading.seconds}")


def _compare(readings: dict[Path, Reading], kept: Path, *, show: bool) -> None:
    wanted = [each for each in readings if each.suffix.lower() not in _FOREIGN]
    theirs = office.texts(wanted, kept)
    results: dict[Path, Compared] = {path: compared(readings[path].text, text, readings[path].deleted)
                                     for path, text in theirs.items()
                                     if readings[path].outcome == "read"}  # fmt: skip
    for suffix in sorted({each.suffix.lower() for each in results}):
        own = [each for path, each in results.items() if path.suffix.lower() == suffix]
        print(f"  {suffix}: {sum(each.equal for each in own)} of {len(own)} word for word as LibreOffice, "
              f"{sum(each.complete for each in own)} with all its words, "
              f"{sum(each.share >= 0.98 for each in own)} with 98 % of the words or more")  # fmt: skip
    print(f"word for word as LibreOffice: {sum(each.equal for each in results.values())} of {len(results)}, "
          f"all its words: {sum(each.complete for each in results.values())} "
          f"({len(wanted) - len(theirs)} it does not open)")  # fmt: skip
    if show:
        for path, result in sorted(results.items(), key=lambda each: each[1].share):
            if not result.equal:
                print(f"{result.share:.3f} {path}")
                print(f"   missing {len(result.missing)}: {' '.join(result.missing[:_SHOWN])}")
                print(f"   added {len(result.added)}: {' '.join(result.added[:_SHOWN])}")


if __name__ == "__main__":
    main()
