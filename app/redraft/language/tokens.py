# SPDX-License-Identifier: GPL-3.0-or-later
"""Words, numbers and marks of a paragraph, cut as the tagger's training texts were (Penn Treebank style).

"didn't" is two tokens, "well-known" three, an ellipsis one, "Mr." one; dashes and quote marks stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redraft.language.analysis import Stretch

_TOKEN = re.compile(
    r"""(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Col|Gen|Capt|Sgt|Prof|Rev|Mt|Messrs|Mme|Inc|Ltd|vs|etc)\.(?!\.)
    | (?:[A-Za-z]\.){2,}                              # p.m.  U.S.
    | [A-Z]\.(?=[ ]?[A-Z])(?<!I\.)                    # an initial
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b            # 1,000  5:30  1920s
    | '(?:[Tt]is|[Tt]was|[Tt]were|[Tt]will|em|Em|n'|\d\ds)\b
    | (?:o'|O'|d'|D'|l'|L')(?=[^\W\d_])[^\W\d_]+       # o'clock  O'Hara
    | [^\W\d_]+(?:'[^\W\d_]+)*                         # a word, its apostrophes inside
    | \.{2,} | …+ | -{2,} | —+ | –+
    | [^\s]""",
    re.VERBOSE,
)
_CONTRACTION = re.compile(r"(?:n't|'(?:s|ll|re|ve|d|m|S|LL|RE|VE|D|M)|N'T)$")
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3}
_WHOLE = frozenset("o'clock ma'am ne'er e'er o'er".split())


def token_spans(straight: str, speeches: Sequence[Stretch] = ()) -> list[tuple[int, int]]:
    """Start and end of each token of a text with straightened quotes, as long as the original.

    An apostrophe behind a plural ("the boys' hats") stands alone, one for a dropped g ("goin'") stays with its word.
    """
    spans: list[tuple[int, int]] = []
    closings = {each.end - 1 for each in speeches if each.closed}
    place = 0
    for match in _TOKEN.finditer(straight):
        start, end = match.span()
        if start < place:
            continue
        first = straight[start]
        if first.isalpha() or (first == "'" and end - start > 1):
            if straight[end - 2 : end].lower() == "in" and straight[end : end + 1] == "'" and end not in closings:
                end += end - start > 3
            spans.extend(_parts(straight, start, end))
        else:
            spans.append((start, end))
        place = end
    return spans


def _parts(straight: str, start: int, end: int) -> list[tuple[int, int]]:
    word = straight[start:end]
    cut = _FUSED.get(word.lower())
    if cut:
        return [(start, start + cut), (start + cut, end)]
    if "'" not in word or word.lower() in _WHOLE:
        return [(start, end)]
    match = _CONTRACTION.search(word)
    if match is None or match.start() == 0:
        return [(start, end)]
    middle = start + match.start()
    return _parts(straight, start, middle) + [(middle, end)]
