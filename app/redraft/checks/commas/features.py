# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gap between two words is described by: words, tags, phrases that end and begin, lengths, clauses.

Each feature is a number made of its text, so that training and reading need no table of names.
"""

from __future__ import annotations

from zlib import crc32

from redraft.checks.commas.frame import Frame

PAIR = 7
"""Which feature is the pair of tags on either side."""

_CLOSED = frozenset((
    "CC", "DT", "IN", "MD", "PDT", "PRP", "PRP$", "RP", "TO", "UH", "WDT", "WP", "WP$", "WRB", "EX", "RB",
))
_STEPS = (0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7)


_BEGUN = tuple(crc32(f"{number}\t".encode()) for number in range(53))
"""What each feature's key begins with: its number and a tab."""


def size(number: int) -> int:
    """A length in words as one of nine sizes."""
    return _STEPS[number] if number < len(_STEPS) else 8


class Describer:
    """Describes gaps of one sentence; what is asked often is worked out once."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        first, last = frame.first, frame.last
        tokens = frame.tokens
        self._word = ["^", "^", "^", *(frame.lower[each] for each in range(first, last)), "$", "$", "$", "$"]
        self._tag = ["^", "^", "^", *(tokens[each].tag for each in range(first, last)), "$", "$", "$", "$"]
        self._lex = [w if t in _CLOSED else t for w, t in zip(self._word, self._tag, strict=True)]
        self._commas = sum(tokens[each].text == "," for each in range(first, last))

    def features(self, left: int, right: int, kind: str, *, speech: bool) -> list[int]:
        """The keys of the features of the gap between the words at ``left`` and ``right``."""
        found = self._near(left, right)
        found += self._phrases(left, right, kind)
        found += self._lengths(left, right, kind, speech)
        found += self._clauses(left, right, kind)
        return [crc32(each.encode(), begun) for each, begun in zip(found, _BEGUN, strict=True)]

    def _near(self, left: int, right: int) -> list[str]:
        shift = 3 - self._frame.first
        word, tag, lex = self._word, self._tag, self._lex
        i, j = left + shift, right + shift
        return [
            word[i], word[j], word[i - 1], word[j + 1], f"{word[i]} {word[j]}", f"{word[j]} {word[j + 1]}",
            f"{word[i - 1]} {word[i]}", f"{tag[i]} {tag[j]}", f"{tag[i - 1]} {tag[i]} {tag[j]} {tag[j + 1]}",
            f"{tag[i]} {tag[j]} {tag[j + 1]} {tag[j + 2]}", f"{tag[i - 2]} {tag[i - 1]} {tag[i]} {tag[j]}",
            f"{tag[i]} {lex[j]} {tag[j + 1]}", f"{lex[j]} {lex[j + 1]} {lex[j + 2]}", f"{lex[i - 1]} {lex[i]} {lex[j]}",
            f"{lex[i]} {lex[j]} {lex[j + 1]}", f"{tag[i - 1]} {tag[i]} {lex[j]}",
        ]  # fmt: skip

    def _phrases(self, left: int, right: int, kind: str) -> list[str]:
        frame = self._frame
        tokens = frame.tokens
        after, before = frame.beginning(right), frame.ending(left)
        lex = self._lex[right + 3 - frame.first]
        opens, closes = tokens[after], tokens[before]
        side = "<" if opens.head <= left else ">"
        head = self._lex[opens.head + 3 - frame.first] if frame.first <= opens.head < frame.last else "?"
        start = frame.left[before]
        lead = self._lex[start + 3 - frame.first]
        wide = size(left - start + 1)
        long = size(frame.right[after] - right + 1)
        clausal = f"{frame.subject[after] >= 0:d}{frame.finite[after] >= 0:d}"
        crossing = self._crossing(left, right)
        return [
            f"{opens.dep} {opens.tag}", f"{opens.dep} {long} {side}", f"{opens.dep} {side} {head}",
            f"{opens.dep} {clausal} {lex}", f"{closes.dep} {closes.tag} {lead}",
            f"{closes.dep} {wide} {start <= frame.first + 1}",
            f"{closes.dep} {opens.dep}", f"{closes.dep} {opens.dep} {lex}", crossing, f"{crossing} {lex}",
            f"{kind} {closes.dep} {lead} {wide}", f"{kind} {opens.dep} {side} {long}",
            f"{tokens[left].dep} {tokens[right].dep} {side}",
        ]  # fmt: skip

    def _crossing(self, left: int, right: int) -> str:
        """Names of the arcs that lead over the gap, those to near words."""
        tokens = self._frame.tokens
        found = []
        for index in range(max(self._frame.first, left - 7), left + 1):
            if tokens[index].head >= right:
                found.append(f">{tokens[index].dep}")
        for index in range(right, min(self._frame.last, right + 8)):
            if tokens[index].head <= left and tokens[index].dep != "punct":
                found.append(f"<{tokens[index].dep}")
        return " ".join(found[:5])

    def _lengths(self, left: int, right: int, kind: str, speech: bool) -> list[str]:
        frame = self._frame
        first, last = frame.piece(left, right)
        before, after = size(left - first + 1), size(last - right)
        mark = frame.tokens[first - 1].text if first > frame.first else "^"
        end = frame.tokens[last].text if last < frame.last else "$"
        opening = self._lex[first + 3 - frame.first]
        lex = self._lex[right + 3 - frame.first]
        return [
            f"{kind} {before} {after}", f"{kind} {before}", f"{kind} {after}", f"{lex} {before} {after}",
            f"{kind} {mark} {end}", f"{lex} {mark} {end} {before}",
            f"{kind} {opening} {mark}", f"{kind} {opening} {before}",
            f"{kind} {speech:d}", f"{kind} {min(self._commas, 4)}", f"{mark} {end} {before} {after}",
            f"{kind} {size((frame.last - frame.first) // 3)}", f"{lex} {end} {after}",
        ]  # fmt: skip

    def _clauses(self, left: int, right: int, kind: str) -> list[str]:
        """Both clauses: the last before the gap, and the one that begins behind it."""
        frame = self._frame
        tokens = frame.tokens
        earlier = [each for each in frame.verbs if each <= left]
        later = [each for each in frame.verbs if frame.subject[each] >= right]
        verb = earlier[-1] if earlier else -1
        other = later[0] if later else -1
        near = size(frame.subject[other] - right) if later else 9
        one = self._lex[frame.subject[verb] + 3 - frame.first] if earlier else "-"
        two = self._lex[frame.subject[other] + 3 - frame.first] if later else "-"
        first = tokens[frame.finite[verb]].tag if earlier else "-"
        tags = f"{first} {tokens[frame.finite[other]].tag if later else '-'}"
        deps = f"{tokens[verb].dep if earlier else '-'} {tokens[other].dep if later else '-'}"
        lemma = tokens[verb].lemma if earlier else "-"
        second = tokens[other].lemma if later else "-"
        return [
            f"{kind} {one} {two}", f"{kind} {two} {near}", f"{kind} {tags} {near}", f"{kind} {deps} {near}",
            f"{kind} {lemma}", f"{kind} {second}", f"{lemma} {self._word[right + 3 - frame.first]}",
            f"{kind} {min(len(earlier), 3)} {min(len(later), 3)}", f"{kind} {one == two and two != '-':d} {near}",
            f"{one} {two} {near}", f"{deps} {tags} {near}",
        ]  # fmt: skip
