# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/compounds.txt``: adjectives of two words that novels tie with a hyphen before a noun.

``python tools/words/make_compounds.py NOVELS [--target FILE]`` with ``app`` and ``tools`` on PYTHONPATH. The books held
out by ``train_confusables`` are left alone. Kept is a pair that stands tied behind an article or possessive and before
another word at least three times, and at least a third as often as it stands apart anywhere; its second word must be a
participle or one of a few adjectives and measures, because nouns of two words (dining room) are mostly written apart
today. Each line is a second word and all the first words that it is tied to.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from train_confusables.corpus import books, paragraphs

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "compounds.txt"
_TIED = re.compile(r"\b(?:an?|the|his|her|my|their|our|its|this|that) ([a-z]+)-([a-z]+) (?=[a-z]{3})")
_APART = re.compile(r"(?<![\w'-])(?=([a-z]+) ([a-z]+)(?![\w'-]))")
_SECOND = re.compile(
    r"[a-z]{3,}(?:ed|ing)|known|grown|worn|drawn|born|made|built|kept|bound|spun|cut|lit|fed|paid|told|laid|held|lost|won"
    r"|broken|woven|spoken|driven|ridden|stricken|beaten|eaten|forgotten|hidden|frozen|swept|struck|clad|shod|torn|sworn"
    r"|cold|hot|old|long|wide|deep|high|low|free|proof|like|blue|black|white|red|green|grey|gray|brown|gold|dead|drunk"
    r"|hand|class|rate|minute|time|length|size|scale|level|speed|fashion|story|eyed|needed"
)
_LEAST, _SHARE = 3, 3


def main() -> None:
    """Write the list and say how long it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--target", type=Path, default=_TARGET)
    options = parser.parse_args()
    tied: Counter[tuple[str, str]] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    for book in books(options.novels, "train"):
        for text in paragraphs(book):
            lower = text.lower()
            tied.update(match.groups() for match in _TIED.finditer(lower))
            apart.update(match.groups() for match in _APART.finditer(lower))
    rows: dict[str, list[str]] = defaultdict(list)
    for (one, other), number in tied.items():
        usual = number >= _LEAST and number * _SHARE >= apart[one, other]
        if usual and _SECOND.fullmatch(other) and not one.endswith("ly") and len(one) > 1:
            rows[other].append(one)
    head = "# SPDX-License-Identifier: GPL-3.0-or-later\n# Made by tools/words/make_compounds.py: counts in novels.\n"
    lines = (f"{other}: {' '.join(sorted(ones))}" for other, ones in sorted(rows.items()))
    options.target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(sum(map(len, rows.values())), "compounds")


if __name__ == "__main__":
    main()
