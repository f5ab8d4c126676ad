# SPDX-License-Identifier: GPL-3.0-or-later
"""What thresholds are chosen by: alarms on clean books that the model never saw, and slips found in drafts of them."""

from __future__ import annotations

import json
import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redraft.checks.engines.tagger.inflection import is_past, verb
from redraft.checks.engines.tagger.tagger import ModelEdit, Tagger
from redraft.checks.engines.tagger.thresholds import in_speech
from train_tagger.chunk import Chunk
from train_tagger.injector import Injector, applied, in_present, rates, wanted
from train_tagger.lexicon import AUXILIARIES, Lexicon
from train_tagger.planted import Draft, draft, drafts, outcomes, text_of

CALIBRATION = (
    "agatha-christie_giants-bread edna-ferber_so-big frederik-pohl_short-fiction fritz-leiber_short-fiction"
    " h-beam-piper_short-fiction h-beam-piper_four-day-planet dashiell-hammett_the-dain-curse"
).split()
"""Thresholds are set on these; alarms are counted on the other books held out."""
_FLOOR = 0.3
_HEAVIEST = 4.0
"""The most that one find may count."""
_OWN = 25
"""A tag with this many alarms and finds has a threshold of its own."""


_BOOK_WORDS = 120_000

Mark = tuple[float, float]
"""Probability and weight: a find counts the more, the rarer its kind is among the slips made compared with drafts."""
Key = tuple[str, str]
"""Zone (``narration`` or ``speech``) and tag or family."""
Group = tuple[list[Mark], list[Mark]]
"""Alarms and finds, by rising probability."""


@dataclass
class Evidence:
    """Probabilities of alarms on clean text and of finds in drafts, by zone and tag; and how much text each was."""

    alarms: dict[Key, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    finds: dict[Key, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    family: dict[str, str] = field(default_factory=dict)
    clean_words: int = 0
    draft_words: int = 0

    def add(self, kind: str, text: str, edit: ModelEdit, weight: float = 1.0) -> None:
        """Note an edit; ``kind`` is ``alarms`` or ``finds``."""
        zone = "speech" if in_speech(text, edit.start) else "narration"
        self.family[edit.tag + "|" + edit.family] = edit.family
        getattr(self, kind)[zone, edit.tag + "|" + edit.family].append((edit.probability, weight))

    def groups(self) -> dict[Key, Group]:
        """Alarms and finds by zone and by tag where it is frequent, else by family."""
        merged: dict[Key, Group] = defaultdict(lambda: ([], []))
        for zone, name in {*self.alarms, *self.finds}:
            alarms, finds = self.alarms.get((zone, name), []), self.finds.get((zone, name), [])
            tag, family = name.split("|")
            target = merged[zone, f"{tag} {family}" if len(alarms) + len(finds) >= _OWN else family]
            target[0].extend(alarms)
            target[1].extend(finds)
        return {key: (sorted(a), sorted(f)) for key, (a, f) in merged.items()}


def at_least(marks: Sequence[Mark], threshold: float) -> float:
    """The weight of the marks that pass a threshold."""
    return sum(weight for _, weight in marks[bisect_left(marks, (threshold, 0.0)) :])


def gather(
    tagger: Tagger, books: Mapping[str, list[str]], parsed: Mapping[str, list[Chunk]], injector: Injector
) -> Evidence:
    """Alarms on the calibration books and finds in drafts made of them."""
    evidence = Evidence()
    for book in CALIBRATION:
        texts = list(_up_to(books[book], _BOOK_WORDS))
        evidence.clean_words += sum(len(text.split()) for text in texts)
        for text, edits in zip(texts, tagger.edits(texts, _FLOOR), strict=True):
            for edit in edits:
                evidence.add("alarms", text, edit)
        made = list(drafts(parsed[book], injector, 1.2))
        evidence.draft_words += sum(len(one.text.split()) for one in made)
        weights = _weights(made)
        found = outcomes(tagger, made, _FLOOR)
        for one in made:
            for slip in one.planted:
                outcome = next(found)
                if outcome.edit:
                    evidence.add("finds", one.text, outcome.edit, weights[slip.kind])
    return evidence


def _weights(made: Sequence[Draft]) -> dict[str, float]:
    """By kind: how often drafts have it, over how often these have it; no weight above four."""
    thousands = sum(len(one.text.split()) for one in made) / 1000
    counts = Counter(slip.kind for one in made for slip in one.planted)
    return {kind: min(_HEAVIEST, count * thousands / max(1, counts[kind])) for kind, count in wanted().items()}


def gather_present(tagger: Tagger, parsed: Mapping[str, list[Chunk]], injector: Injector) -> Evidence:
    """The same for stories in the present tense: narration turned into it, and slips back into the past."""
    evidence = Evidence()
    chunks = [in_present(chunk) for book in CALIBRATION for chunk in parsed[book] if len(chunk.present) >= 2]
    chunks = [chunk for chunk in chunks if wholly_present(chunk)]
    clean = [text_of(applied(chunk, [])) for chunk in chunks]
    evidence.clean_words = sum(len(text.split()) for text in clean)
    for text, edits in zip(clean, tagger.edits(clean, _FLOOR), strict=True):
        for edit in edits:
            evidence.add("alarms", text, edit)
    made = [
        draft(c, [s])
        for c in chunks
        for s in injector.offers(c)
        if s.kind == "tense.present" and injector.rng.random() < 0.15
    ]
    evidence.draft_words = sum(len(one.text.split()) for one in made)
    for one, outcome in zip(made, outcomes(tagger, made, _FLOOR), strict=True):
        if outcome.edit:
            evidence.add("finds", one.text, outcome.edit)
    return evidence


def wholly_present(chunk: Chunk) -> bool:
    """True where no verb of the narration can have been left in the past."""
    for place, low in enumerate(chunk.lower):
        near = {chunk.low(place - 1), chunk.low(place - 2)}
        past = low.isalpha() and is_past(low) and (verb(low) or {}).get("base") != low
        if past and not chunk.speech[place] and not near & AUXILIARIES:
            return False
    return True


def _up_to(texts: Iterable[str], words: int) -> Iterator[str]:
    for text in texts:
        yield text
        words -= len(text.split())
        if words < 0:
            return


def make_injector(parsed: Mapping[str, list[Chunk]], lexicon: Lexicon, folder: Path) -> Injector:
    """The injection of training, for held-out books, with the tags of the model in ``folder``."""
    sample = [chunk for chunks in parsed.values() for chunk in chunks[:300]]
    known = frozenset(json.loads((folder / "tags.json").read_text(encoding="utf-8")))
    known |= {"$APOS", "$PRES_Z", "$PRES_B", "$HYPHEN", "$OPEN", "$JOIN", "$UNLY", "R_;", "A_?"}
    return Injector(lexicon, rates([*sample, *map(in_present, sample)], lexicon), known, random.Random(21))
