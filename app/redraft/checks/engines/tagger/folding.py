# SPDX-License-Identifier: GPL-3.0-or-later
"""One look for all quote styles, without moving a character.

The tagger knows straight quotes only: ``"`` opens and closes speech, ``'`` is an apostrophe or an inner quote.
Every function here keeps the length of the text, so an offset in the folded text is an offset in the original.
"""

from __future__ import annotations

import re

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "ʼ": "'",
        "′": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "―": "—",
        "⸺": "—",
        "⸻": "—",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
_SWAP = str.maketrans({"'": '"', '"': "'"})
_ELIDED = r"(?:em|tis|twas|twere|twill|til|till|cause|cos|bout|round|neath|nother|nuff|ere|im|er|s|d|ll|re|ve|t|n)\b"
_OPENER = re.compile(rf"(?:(?<=^)|(?<=[\s(\[—–-]))['‘](?!{_ELIDED})(?=[^\s'’])", re.IGNORECASE)
_CLOSER = re.compile(r"(?<=[.,!?…—–-])['’](?=$|[\s)\]—–.,;:!?])|(?<=[A-Za-z])['’](?=$|[\s)\]—–.,;:!?])")
_AFTER_MARK = re.compile(r"[.,!?…—–-]")


def fold(text: str) -> str:
    """The text with straight quotes and plain spaces; speech in single quotes comes out in double ones.

    Where single quotes hold the speech (British style), double quotes inside them become single ones.
    """
    plain = text.translate(_PLAIN)
    pairs = _single_quoted(text)
    if not pairs or _double_is_outer(plain, pairs):
        return plain
    marks = {place for pair in pairs for place in pair}
    return "".join(char.translate(_SWAP) if place in marks or char == '"' else char for place, char in enumerate(plain))


def _single_quoted(text: str) -> list[tuple[int, ...]]:
    """Places of the single quotes that open and close speech: pairs, or a lone opener that runs to the end."""
    pairs: list[tuple[int, ...]] = []
    position = 0
    while opener := _OPENER.search(text, position):
        following = _OPENER.search(text, opener.end())
        close = _closing(text, opener.end(), following.start() if following else len(text))
        if close is not None:
            pairs.append((opener.start(), close))
            position = close + 1
        elif opener.start() == 0 and text[0] == "‘":
            return [*pairs, (0,)]
        else:
            position = opener.end()
    return pairs


def _closing(text: str, start: int, end: int) -> int | None:
    """The first closing single quote after a mark; failing that, the last one after a letter."""
    after_letter: int | None = None
    for match in _CLOSER.finditer(text, start, end):
        if _AFTER_MARK.match(text[match.start() - 1]):
            return match.start()
        after_letter = match.start()
    return after_letter


def _double_is_outer(plain: str, pairs: list[tuple[int, ...]]) -> bool:
    """True where double quotes hold the speech: one stands before the first single opener, or none ends in a mark."""
    first = pairs[0][0]
    if '"' in plain[:first]:
        return True
    return not any(len(pair) == 1 or _AFTER_MARK.match(plain[pair[1] - 1]) for pair in pairs)
