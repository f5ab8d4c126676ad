# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.evaluate_continuity NOVELS [--every N] [--words N] [--plant]``

Prints every contradiction that published novels are said to have, with its places in their context, to be read one by
one; with ``--plant`` how many planted ones are found instead.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from redraft.language.tagging import Language
from tools.evaluate.texts import HELD_OUT
from tools.evaluate_continuity.planting import found, plant
from tools.evaluate_continuity.reading import Novel, novel

_AROUND = 80


def main(arguments: list[str]) -> int:
    """Read the novels and print."""
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate_continuity")
    parser.add_argument("novels", type=Path)
    parser.add_argument("--every", type=int, default=4, help="read every so-manieth novel")
    parser.add_argument("--words", type=int, default=40_000, help="so many words of each")
    parser.add_argument("--plant", action="store_true", help="plant contradictions and count those found")
    options = parser.parse_args(arguments)
    language = Language.load()
    paths = sorted(each for each in options.novels.glob("*.txt") if each.stem not in HELD_OUT)[2 :: options.every]
    shown = planted = 0
    for path in paths:
        read = novel(path, language, options.words)
        if options.plant:
            made = plant(read, language)
            planted, shown = planted + len(made), shown + len(found(read, made))
            print(f"{read.name}: {shown} of {planted} so far", flush=True)
        else:
            shown += _print(read)
    print(f"{shown} of {planted} planted found" if options.plant else f"{shown} in {len(paths)} novels")
    return 0


def _print(read: Novel) -> int:
    conflicts = read.contradictions()
    print(f"{read.name}: {len(conflicts)}", flush=True)
    text_of = dict(zip(read.ids, (each.text for each in read.analyses), strict=True))
    for conflict in conflicts:
        print(f"    {conflict.kind}: {conflict.message}")
        for place in conflict.places:
            text = text_of[place.paragraph]
            before, after = text[max(0, place.start - _AROUND) : place.start], text[place.end : place.end + _AROUND]
            print(f"        {before}[{place.text}]{after}")
    return len(conflicts)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
