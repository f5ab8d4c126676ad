# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules on commas have in common: a suspect made a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from redraft.checks.check import Found
from redraft.checks.commas.suspects import Suspect, kind_of
from redraft.checks.lexicon import words
from redraft.checks.story import Passage
from redraft.language.analysis import Token

Message = Callable[[str, str], str]
"""Makes the sentence for the author of the words before and behind the gap."""

_CALLS = words("oh ah well yes no yeah hey please sir ma'am madam sorry okay ok why now look say hello thanks so")
"""Interjections and addresses, which the rules on dialogue judge."""


def missing(passage: Passage, kinds: frozenset[str], message: Message) -> Iterator[Found]:
    """A finding for each comma that is missing in gaps of these kinds: the words on either side, joined by one."""
    for suspect, before, word in kind_of(passage, "missing", kinds):
        if _is_call(suspect, before, word):
            continue
        fix = passage.text[before.start : before.end] + ", " + passage.text[word.start : word.end]
        yield Found(before.start, word.end, message(before.text, word.text), (fix,), unsure=suspect.unsure)


def surest(founds: Iterable[Found]) -> Iterator[Found]:
    """Of findings that overlap the first sure one, or the first; the others are left out."""
    kept: list[Found] = []
    for found in sorted(founds, key=lambda each: each.unsure):
        if not any(each.start < found.end and found.start < each.end for each in kept):
            kept.append(found)
    yield from sorted(kept, key=lambda each: each.start)


def _is_call(suspect: Suspect, before: Token, word: Token) -> bool:
    """Whether the gap is one beside an interjection or, in speech, beside a name."""
    if before.lower in _CALLS or word.lower in _CALLS - {"now", "so", "well"} or before.tag == "UH" or word.tag == "UH":
        return True
    return suspect.place.speech and "NNP" in (before.tag, word.tag)
