# SPDX-License-Identifier: GPL-3.0-or-later
"""Commas lost and commas strayed, splices, run-ons and semicolons, put into clean paragraphs kind by kind.

As :mod:`tools.evaluate.inject`, but for commas alone and in more kinds; ``plant`` gives every kind the same chance.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from tools.evaluate.inject import Planted

_Made = tuple[int, int, str]
_PRONOUN = r"(?:he|she|it|they|we|I|you|there)"
_SUBJECT = rf"(?:{_PRONOUN}|(?:the|his|her|my|their|a) [a-z]+|[A-Z][a-z]+) "
_PIECE = r"[^,.;:!?—“”…\n]"
_START = r"(?:^|(?<=[.!?] )|(?<=“))"


def _words_lost(pattern: str) -> Callable[[str, random.Random], _Made | None]:
    return _change(pattern, lambda match: match.group().replace(", ", " ", 1))


def _change(
    pattern: str, make: Callable[[re.Match[str]], str], speech: bool | None = None
) -> Callable[[str, random.Random], _Made | None]:
    """The change that ``make`` makes of a match of ``pattern``; ``speech``: only inside speech, or only outside."""
    compiled = re.compile(pattern)

    def one(text: str, chance: random.Random) -> _Made | None:
        found = [
            each for each in compiled.finditer(text)
            if speech is None or speech == (text.count("“", 0, each.start()) > text.count("”", 0, each.start()))
        ]  # fmt: skip
        if not found:
            return None
        match = chance.choice(found)
        return _smallest(text, match.start(), match.end(), make(match))

    return one


def _smallest(text: str, start: int, end: int, new: str) -> _Made:
    """The change without what it leaves alike at either end."""
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _stop_to(mark: str) -> Callable[[re.Match[str]], str]:
    return lambda match: mark + (match[1] if match[1] == "I" else match[1].lower()) + match[2]


_STOP = r"(?<=[a-z]{3})\. (I|He|She|It|They|We|There|The|His|Her|My)( [a-z’]+ [a-z’]+ [a-z’]+)"

KINDS: dict[str, Callable[[str, random.Random], _Made | None]] = {
    "lost: and, so, or": _words_lost(
        rf"(?<={_PIECE}{{20}}), (?:and|so|or|yet) {_SUBJECT}(?={_PIECE}{{15}})"),
    "lost: but": _words_lost(rf"(?<={_PIECE}{{15}}), but {_SUBJECT}(?={_PIECE}{{10}})"),
    "lost: opening clause": _words_lost(
        rf"{_START}(?:When|As|If|After|Because|While|Although|Though|Before|Since|Once|Until) {_PIECE}{{14,60}}, "
        rf"{_SUBJECT}"),
    "lost: opening participle": _words_lost(
        rf"{_START}(?!During|Nothing|Something|Anything|Everything|Being)[A-Z][a-z]+ing {_PIECE}{{10,60}}, {_SUBJECT}"),
    "lost: opening words": _words_lost(
        rf"{_START}(?:In|At|On|For|After|With|From|By|During|Without) {_PIECE}{{14,60}}, {_SUBJECT}"),
    "lost: linking word": _words_lost(
        rf"{_START}(?:However|Finally|Meanwhile|Instead|Besides|Still|Suddenly|Of course|At last|In fact|After all"
        rf"|For instance|Perhaps|Therefore|Fortunately|Unfortunately|Nevertheless|Indeed), {_SUBJECT}"),
    "lost: aside": _words_lost(
        r"[a-z]+, (?:of course|however|after all|in fact|for instance|perhaps|indeed|no doubt|too|though|therefore), "),
    "lost: relative on a name": _words_lost(r"(?<= )[A-Z][a-z]+, (?:who|whose|whom) [a-z]+"),
    "lost: which": _words_lost(r"[a-z]+, which (?:was|had|is|he|she|made|seemed|they)"),
    "lost: trailing participle": _words_lost(
        rf"(?<= )[a-z]+, (?!during|nothing|something)[a-z]{{3,}}ing {_PIECE}{{8}}"),
    "lost: series": _words_lost(r"(?<= )[a-z]+, [a-z]+,? and [a-z]+"),
    "lost: appositive": _words_lost(r"[A-Z][a-z]+, (?:a|an|the) [a-z]+ [a-z]+"),
    "stray: subject and verb": _change(
        rf"{_START}((?:The|His|Her|A|My) [a-z]+(?: (?:of|in) (?:the|his|her) [a-z]+)?)"
        r" (?=(?:was|had|looked|stood|came|would|could|went|made|lay) )", lambda match: f"{match[1]}, "),
    "stray: after a conjunction": _change(
        rf"(?<=, )(and|but|so) (?={_PRONOUN} [a-z]+ [a-z]+ )", lambda match: f"{match[1]}, "),
    "stray: before that": _change(
        r"\b(said|thought|knew|believed|felt|realized|told (?:him|her|me)|sure|so [a-z]+) "
        r"(?=that (?:he|she|it|the|they) )",
        lambda match: f"{match[1]}, "),
    "stray: before than": _change(r"\b([a-z]+er|more [a-z]+|rather|else) (?=than )", lambda match: f"{match[1]}, "),
    "stray: before a preposition": _change(
        r"\b([a-z]{3,}) (?=(?:in|on|at|from|into|of|to) (?:the|his|her|a) [a-z]+)", lambda match: f"{match[1]}, "),
    "stray: verb and object": _change(
        r"\b(opened|took|saw|found|put|held|closed|pulled|pushed|made|gave|left|heard|wanted) "
        r"(?=(?:the|his|her|a|my|their) [a-z]+)", lambda match: f"{match[1]}, "),
    "splice: narration": _change(_STOP, _stop_to(", "), speech=False),
    "splice: speech": _change(_STOP, _stop_to(", "), speech=True),
    "splice: however": _change(r"(?<=[a-z]{3})[.;] [Hh](owever,)", lambda match: f", h{match[1]}"),
    "run-on": _change(_STOP, _stop_to(" ")),
    "semicolon: fragment": _change(
        r"(?<=[a-z]{3}), (?=(?:which|because|although|while|especially|as if|with his|with her|with a) )",
        lambda match: "; "),
}  # fmt: skip
"""The kinds, by name; each makes its error somewhere in a clean paragraph, or says that it finds no place for it."""


def plant(paragraphs: list[str], every: int = 8, seed: int = 1) -> Iterator[tuple[int, Planted]]:
    """Errors in every ``every``-th paragraph, the rarest kind first: (index of the paragraph, what was planted)."""
    chance = random.Random(seed)
    made: dict[str, int] = dict.fromkeys(KINDS, 0)
    for index in range(0, len(paragraphs), every):
        for near in range(index, min(index + every, len(paragraphs))):
            planted = _one(paragraphs[near], made, chance)
            if planted is not None:
                made[planted.kind] += 1
                yield near, planted
                break


def _one(text: str, made: dict[str, int], chance: random.Random) -> Planted | None:
    for kind in sorted(KINDS, key=lambda each: (made[each], chance.random()))[:16]:
        change = KINDS[kind](text, chance)
        if change is not None and len(text.split()) > 5:
            start, end, new = change
            spoilt = text[:start] + new + text[end:]
            return Planted(kind, spoilt, text, max(0, start - 1), min(len(spoilt), start + len(new) + 1))
    return None
