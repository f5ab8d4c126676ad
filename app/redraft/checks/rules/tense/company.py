# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around a verb in the other tense: the verbs and words of its sentence, its paragraph, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redraft.checks.lexicon import words
from redraft.checks.rules.tense.verbs import PAST, Verb
from redraft.checks.story import Passage
from redraft.language.analysis import Analysis, Sentence, Token
from redraft.language.tense import is_main_verb, narration

_KINDS = words("one people everyone everybody nobody men women anyone anybody someone somebody man woman")
_SAID = {
    "always": words("always never every often usually sometimes today nowadays now still yet whenever forever"),
    "time before": words(
        "ago yesterday once before earlier when after until since last already used previous first then later ever"
        " childhood years year months weeks days morning night while because"
    ),
    "first": words("i me my we us our myself"),
    "second": words("you your yours yourself"),
    "kinds": _KINDS,
}


def company(passage: Passage, verbs: Sequence[Verb], verb: Verb, base: str) -> Iterator[str]:
    """The signs that are not the verb's own; ``verbs`` are all of the paragraph's telling."""
    analysis = passage.analysis
    number = next(n for n, each in enumerate(analysis.sentences) if each.first <= verb.index < each.last)
    sentence = analysis.sentences[number]
    yield from _verbs(analysis, verbs, verb, number, base)
    yield from _words(analysis.tokens[sentence.first : sentence.last])
    yield from _neighbours(passage, base)


def _verbs(analysis: Analysis, verbs: Sequence[Verb], verb: Verb, number: int, base: str) -> Iterator[str]:
    """How many verbs of either tense stand in the sentence, in its neighbours and in the paragraph."""
    for name, place in (("here", number), ("before", number - 1), ("after", number + 1)):
        if not 0 <= place < len(analysis.sentences):
            yield f"{name} nothing"
            continue
        usual, other = _count(verbs, analysis.sentences[place], verb, base)
        yield f"{name} usual {min(usual, 2)}"
        yield f"{name} other {min(other, 2)}"
    place = verbs.index(verb)
    for name, beside in (("before", verbs[max(0, place - 1) : place]), ("after", verbs[place + 1 : place + 2])):
        yield f"verb {name} {'none' if not beside else 'usual' if beside[0].tense == base else 'other'}"
    others = [each for each in verbs if each is not verb and each.sure]
    strange = sum(each.tense != base for each in others)
    share = strange / len(others) if others else 0
    amount = "none" if not strange else "few" if share < 0.2 else "some" if share < 0.5 else "most"
    yield f"paragraph {amount if others else 'alone'}"


def _count(verbs: Sequence[Verb], sentence: Sentence, verb: Verb, base: str) -> tuple[int, int]:
    inside = [each for each in verbs if sentence.first <= each.index < sentence.last and each is not verb]
    usual = sum(each.tense == base for each in inside)
    return usual, len(inside) - usual


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    lowers = {each.lower for each in tokens}
    yield from (f"says {name}" for name, known in _SAID.items() if lowers & known)
    ends = [each.text for each in tokens[-2:]]
    yield f"ends {next((each for each in ends if each in '?!…'), '.')}"
    if "had" in lowers and any(each.tag == "VBN" for each in tokens):
        yield "says had done"
    if any(each.text in '“”"' for each in tokens):
        yield "with speech"
    if len(tokens) < 6:
        yield "short"


def _neighbours(passage: Passage, base: str) -> Iterator[str]:
    """How many main verbs of either tense the paragraphs before and after tell."""
    tags = ("VBD",) if base == PAST else ("VBZ", "VBP")
    usual = other = 0
    for each in (passage.before, passage.after):
        for token in narration(each) if each is not None else ():
            if is_main_verb(token):
                usual += token.tag in tags
                other += token.tag not in tags
    yield f"near usual {min(usual, 2)}"
    yield f"near other {min(other, 2)}"
