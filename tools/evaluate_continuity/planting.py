# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants two sentences that contradict one another, far apart in a novel, each behind one whose subject is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redraft.characters.cast import Character
from redraft.language.analysis import Zone
from redraft.language.tagging import Language
from tools.evaluate_continuity.reading import Novel

PAIRS = (
    ("{Poss} green eyes were tired.", "{Poss} brown eyes narrowed."),
    ("{Subj} had thick black hair.", "{Subj} pushed {poss} blond hair back."),
    ("There was a scar on {poss} left cheek.", "The scar on {poss} right cheek itched."),
    ("{Subj} was left-handed.", "{Subj} was right-handed."),
    ("{Subj} was six feet two.", "{Subj} was five feet four."),
    ("{Poss} black dog was barking.", "{Poss} white dog was barking."),
)
_FEWEST, _FAR = 25, 20


@dataclass(frozen=True, slots=True)
class Plant:
    """Of whom, and behind which two paragraphs (indices)."""

    name: str
    first: int
    second: int


def plant(into: Novel, language: Language) -> list[Plant]:
    """Plant one pair for each of the novel's main characters; what was planted."""
    people = [each for each in into.people().characters if each.pronouns in ("he", "she")]
    texts: dict[int, str] = {}
    made = []
    for character, pair in zip([each for each in people if len(each.mentions) >= _FEWEST], PAIRS, strict=False):
        spots = [index for index in _spots(into, character) if index not in texts]
        if len(spots) < 2 or spots[-1] - spots[0] < _FAR:
            continue
        he = character.pronouns == "he"
        words = {"Subj": "He" if he else "She", "Poss": "His" if he else "Her", "poss": "his" if he else "her"}
        for index, sentence in zip((spots[0], spots[-1]), pair, strict=True):
            texts[index] = f"{into.analyses[index].text.rstrip()} {sentence.format(**words)}"
        made.append(Plant(character.name, spots[0], spots[-1]))
    for index, analysis in zip(texts, language.analyse(list(texts.values())), strict=True):
        into.analyses[index] = analysis
    return made


def found(into: Novel, planted: list[Plant]) -> list[Plant]:
    """Those of the planted that are shown as contradictions of attributes."""
    shown = [{place.paragraph for place in each.places} for each in into.contradictions() if each.kind == "attribute"]
    spots = ((each, {into.ids[each.first], into.ids[each.second]}) for each in planted)
    return [each for each, ids in spots if any(ids <= places for places in shown)]


def _spots(into: Novel, character: Character) -> Iterator[int]:
    """Paragraphs whose last sentence is narration with the character as a subject."""
    index_of = {id: index for index, id in enumerate(into.ids)}
    for mention in character.mentions:
        index = index_of[mention.paragraph]
        analysis = into.analyses[index]
        if not analysis.sentences or not analysis.text.rstrip().endswith(".") or not into.scene_of[index]:
            continue
        last = analysis.sentences[-1]
        inside = mention.start >= last.start and analysis.zone(len(analysis.text) - 1) is Zone.NARRATION
        token = analysis.tokens[analysis.token_index(mention.end - 1)]
        if inside and token.dep == "nsubj" and analysis.zone(mention.start) is Zone.NARRATION:
            yield index
