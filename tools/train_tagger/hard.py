# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard negatives: clean chunks of training books that the model marks go back into training as clean.

Usage: ``python -m train_tagger.hard WORK MODEL COUNT`` reads ``parsed.pickle``, adds to ``hard.pickle``.
"""

from __future__ import annotations

import pickle
import random
import sys
from pathlib import Path

from redraft.checks.engines.tagger.tagger import Tagger
from train_tagger.chunk import Chunk
from train_tagger.injector import applied, in_present
from train_tagger.planted import text_of

_FLOOR = 0.5


def hard(tagger: Tagger, chunks: list[Chunk]) -> list[Chunk]:
    """The clean chunks in which the model sees an error."""
    texts = [text_of(applied(chunk, [])) for chunk in chunks]
    return [chunk for chunk, edits in zip(chunks, tagger.edits(texts, _FLOOR), strict=True) if edits]


def main() -> None:
    """Command line."""
    work, model, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with (work / "parsed.pickle").open("rb") as source:
        parsed: list[Chunk] = pickle.load(source)
    rng = random.Random()
    chunks = [in_present(c) if len(c.present) >= 2 and rng.random() < 0.25 else c for c in rng.sample(parsed, count)]
    path = work / "hard.pickle"
    known: list[Chunk] = pickle.loads(path.read_bytes()) if path.exists() else []
    found = hard(Tagger.load(model), chunks)
    path.write_bytes(pickle.dumps(known + found, protocol=pickle.HIGHEST_PROTOCOL))
    print(f"{len(found)} of {len(chunks)} chunks marked; {len(known) + len(found)} hard in all")


if __name__ == "__main__":
    main()
