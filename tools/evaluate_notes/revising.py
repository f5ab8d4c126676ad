# SPDX-License-Identifier: GPL-3.0-or-later
"""Revisions as authors make them, on pieces that remember where they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from random import Random

from tools.evaluate_notes.pieces import Piece, paragraphs, sentences

Story = list[Piece]
Revision = Callable[[Story, Random], Story]


def typo_pass(story: Story, chance: Random) -> Story:
    """Every thirtieth word loses, gains or swaps a letter; commas come and go; a small word is added or dropped."""
    revised: Story = []
    for each in story:
        if each.word and len(each.text) > 3 and chance.random() < 0.033:
            each = each.said(_slip(each.text, chance))
        elif each.text == "," and chance.random() < 0.05:
            continue
        elif each.word and chance.random() < 0.004:
            revised += [Piece("just", None), Piece(" ", None)]
        elif each.text.lower() in ("very", "that", "just", "quite") and chance.random() < 0.1:
            continue
        revised.append(each)
        if each.word and chance.random() < 0.004:
            revised.append(Piece(",", None))
    return revised


def renamed(story: Story, chance: Random) -> Story:
    """The three names that occur most often become others."""
    counts = Counter(
        each.text.removesuffix("’s").removesuffix("'s") for before, each in pairwise(story)
        if each.text[:1].isupper() and each.text[1:2].islower() and before.text == " "
    )  # fmt: skip
    lower = {each.text for each in story if each.text[:1].islower()}
    names = [name for name, _ in counts.most_common(40) if name.lower() not in lower and len(name) > 2][:3]
    others = dict(zip(names, ("Marguerite", "Tol", "Vasquez-Lee"), strict=False))
    revised: Story = []
    for each in story:
        stem = each.text.removesuffix("’s").removesuffix("'s")
        revised.append(each.said(others[stem] + each.text[len(stem) :]) if stem in others else each)
    return revised


def rewritten(story: Story, chance: Random) -> Story:
    """Three sentences in ten are written anew: other words, clauses turned about, words added and taken out."""
    vocabulary = [each.text for each in story if each.word and each.text.islower()]
    revised: Story = []
    for sentence in sentences(story):
        words = sum(each.word for each in sentence)
        if words >= 3 and chance.random() < 0.3:
            sentence = _written_anew(sentence, vocabulary, chance)
        revised += sentence
    return revised


def moved(story: Story, chance: Random) -> Story:
    """One scene in six goes elsewhere (scenes: stretches of ten to sixty paragraphs)."""
    rest, scenes = paragraphs(story), []
    while rest:
        size = chance.randint(10, 60)
        scenes.append(rest[:size])
        rest = rest[size:]
    for _ in range(max(1, len(scenes) // 6)):
        scene = scenes.pop(chance.randrange(len(scenes)))
        scenes.insert(chance.randrange(len(scenes) + 1), scene)
    return [piece for scene in scenes for paragraph in scene for piece in paragraph]


def shortened(story: Story, chance: Random) -> Story:
    """A fifth of the words goes: whole paragraphs, runs of sentences, clauses behind a comma."""
    revised: Story = []
    for paragraph in paragraphs(story):
        if chance.random() < 0.09:
            continue
        for sentence in sentences(paragraph):
            if chance.random() < 0.085:
                continue
            revised += _without_clause(sentence, chance) if chance.random() < 0.12 else sentence
        if revised and not revised[-1].text.startswith("\n"):
            revised.append(Piece("\n\n", None))
    return revised


def parted(story: Story, chance: Random) -> Story:
    """One paragraph in four joins the next; one sentence in eight begins a new one; some full stops become commas."""
    revised: Story = []
    for sentence in sentences(story):
        for each in sentence:
            if each.text.startswith("\n\n") and chance.random() < 0.25:
                each = Piece(" ", None)
            elif each.text == "." and chance.random() < 0.04:
                each = Piece(",", None)
            revised.append(each)
        if chance.random() < 0.125 and revised[-1].text == " ":
            revised[-1] = Piece("\n\n", None)
    return revised


def straightened(story: Story, chance: Random) -> Story:
    """Curly quotes straight (or the other way), dashes as hyphens, ellipses as full stops."""
    marks = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "--", "–": "-", "…": "..."}
    if not any(each.text in "“”" for each in story):
        marks = {"'": "’", '"': "”", "...": "…", "--": "—"}
    revised: Story = []
    for each in story:
        text = each.text
        for old, new in marks.items():
            text = text.replace(old, new)
        revised.append(each.said(text))
    return revised


def retold(story: Story, chance: Random) -> Story:
    """Told in the present: nearly every sentence changes."""
    present = {"was": "is", "were": "are", "had": "has", "said": "says", "did": "does", "went": "goes", "came": "comes",
               "could": "can", "would": "will", "saw": "sees", "looked": "looks", "thought": "thinks"}  # fmt: skip
    revised: Story = []
    for each in story:
        word = each.text
        if word in present:
            each = each.said(present[word])
        elif word.islower() and word.endswith("ed") and len(word) > 4:
            each = each.said(word[:-2] + "s")
        revised.append(each)
    return revised


def all_at_once(story: Story, chance: Random) -> Story:
    """All of it: a second draft."""
    for revise in (rewritten, shortened, moved, renamed, typo_pass, parted, straightened):
        story = revise(story, chance)
    return story


SCENARIOS: dict[str, Revision] = {
    "typo pass": typo_pass, "characters renamed": renamed, "30 % of sentences rewritten": rewritten,
    "scenes moved": moved, "20 % deleted": shortened, "paragraphs split and joined": parted,
    "quotes straightened": straightened, "told in the present": retold, "all at once": all_at_once,
}  # fmt: skip


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _written_anew(sentence: Story, vocabulary: list[str], chance: Random) -> Story:
    if chance.random() < 0.3:
        sentence = _turned(sentence)
    share = chance.uniform(0.1, 0.6)
    revised: Story = []
    for each in sentence:
        if each.word and chance.random() < share:
            kind = chance.random()
            if kind < 0.6:
                each = each.said(chance.choice(vocabulary), kept=False)
            elif kind < 0.8:
                revised += [Piece(chance.choice(vocabulary), None), Piece(" ", None)]
            elif revised and revised[-1].text == " ":
                revised.pop()
                continue
        revised.append(each)
    return revised


def _turned(sentence: Story) -> Story:
    """What stands behind the first comma goes before what stands in front of it."""
    commas = [number for number, each in enumerate(sentence) if each.text == ","]
    ends = [number for number, each in enumerate(sentence) if each.text[0] in ".!?…"]
    if not commas or not ends or ends[0] <= commas[0] + 2:
        return sentence
    comma, end = commas[0], ends[0]
    return [*sentence[comma + 2 : end], Piece(",", None), Piece(" ", None), *sentence[:comma], *sentence[end:]]


def _without_clause(sentence: Story, chance: Random) -> Story:
    commas = [number for number, each in enumerate(sentence) if each.text == ","]
    ends = [number for number, each in enumerate(sentence) if each.text[0] in ".!?…"]
    if not commas or not ends or ends[-1] < commas[0]:
        return sentence
    at = chance.choice(commas)
    return [*sentence[:at], *sentence[ends[-1] :]] if at < ends[-1] else sentence
