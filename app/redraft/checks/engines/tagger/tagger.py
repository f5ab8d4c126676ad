# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned error tagger: paragraphs in, proposed edits out. It marks; it never writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from redraft.checks.engines.tagger.edits import FLOOR, ModelEdit
from redraft.checks.engines.tagger.fixes import Fix, Passage, fix
from redraft.checks.engines.tagger.model import Judgement, Model
from redraft.checks.engines.tagger.tags import KEEP, family
from redraft.checks.engines.tagger.words import Word, chunks, words


class Tagger:
    """A loaded model. Loading takes about 0.3 s; 100,000 words take about 15 s on one core."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.version = model.version

    @classmethod
    def load(cls, folder: Path) -> Tagger:
        """Load the model in ``folder``. Raises ModelUnavailable where it is missing or damaged."""
        return cls(Model.load(folder))

    def edits(
        self, texts: Sequence[str], floor: float = FLOOR, pause: Callable[[], None] = lambda: None,
    ) -> list[list[ModelEdit]]:
        """For each paragraph, the edits of at least ``floor`` probability, in order and not overlapping.

        Any quote style; replacements keep the paragraph's own quotes, apostrophes and capitals. With a ``floor`` below
        :data:`FLOOR`, faint edits stand beside those that would be found anyway, and change none of them.
        ``pause`` is called every 40 ms or so.
        """
        owner: list[int] = []
        pieces: list[list[Word]] = []
        for number, text in enumerate(texts):
            for chunk in chunks(words(text)):
                owner.append(number)
                pieces.append(chunk)
        found: list[list[ModelEdit]] = [[] for _ in texts]
        for number, chunk, judged in zip(owner, pieces, self._model.judge(pieces, floor, pause), strict=True):
            if judged:
                found[number].extend(_with_faint(texts[number], chunk, judged))
        return found


def _with_faint(text: str, chunk: list[Word], judged: dict[int, Judgement]) -> list[ModelEdit]:
    """The edits that the clear judgements lead to, and the faint ones that overlap none of them."""
    clear = {place: each for place, each in judged.items() if each.probability >= FLOOR}
    kept = _proposed(text, chunk, clear) if clear else []
    if len(clear) == len(judged):
        return kept
    faint = [each for each in _proposed(text, chunk, judged) if each.probability < FLOOR]
    apart = [each for each in faint if all(each.end <= other.start or each.start >= other.end for other in kept)]
    return sorted((*kept, *apart), key=lambda edit: edit.start)


def _proposed(text: str, chunk: list[Word], judged: dict[int, Judgement]) -> list[ModelEdit]:
    tags = [judged[place].tags[0] if place in judged else KEEP for place in range(len(chunk))]
    passage = Passage(text, chunk, tags)
    candidates: list[tuple[ModelEdit, int, Fix]] = []
    for place, judgement in sorted(judged.items()):
        for tag in judgement.tags:
            if made := fix(passage, place, tag):
                edit = _edit(passage, place, tag, made, judgement.probability)
                candidates.append((edit, place, made))
                break
    carried = {other for _, place, made in candidates for other in made.used if other != place}
    kept = [edit for edit, place, _ in candidates if place not in carried]
    return _apart(kept)


def _edit(passage: Passage, place: int, tag: str, made: Fix, probability: float) -> ModelEdit:
    joint = _at_speech_edge(passage, place)
    kind = family(tag, passage.form(place).lower(), joint)
    return ModelEdit(made.start, made.end, made.replacement, tag, kind, round(probability, 4))


def _at_speech_edge(passage: Passage, place: int) -> bool:
    return '"' in (passage.form(place), passage.form(place - 1), passage.form(place + 1))


def _apart(edits: list[ModelEdit]) -> list[ModelEdit]:
    """Of edits that overlap, the surest one."""
    chosen: list[ModelEdit] = []
    for edit in sorted(edits, key=lambda edit: -edit.probability):
        if all(edit.end <= other.start or edit.start >= other.end for other in chosen):
            chosen.append(edit)
    return sorted(chosen, key=lambda edit: edit.start)
