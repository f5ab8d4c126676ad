# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two whole sentences held together by nothing but a comma: It was late, he went home.

Why a reader minds: a comma says that the thought goes on; here a new one begins, and the reader has to go back.

When to leave it: in short parallel clauses (“He came, he saw, he conquered”), and in hurried speech.

Example: It was late, he went home. → It was late. He went home.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import Clause, clauses, commas
from redraft.checks.commas.suspects import odds_of, suspects
from redraft.checks.lexicon import words
from redraft.checks.rates import CLEAN
from redraft.checks.speech_verbs import Saying, saying
from redraft.checks.story import Passage
from redraft.language.analysis import Sentence, Token, Zone

_LIKELY, _CLEARLY = 0.0, 2.0
"""Log-odds of a splice from which on the parse is believed: in a rough draft, and in a clean book."""
_SUBJECTS = words("he she it they i we you there this that")
_PARENTHESES = words(
    "say says said think thinks thought know knows knew suppose supposed believe believed guess guessed hope hoped "
    "see feel felt"
    " seem seems seemed appear appeared imagine fear feared find found mean wonder wondered reflect decide decided "
    "told remember hear heard discover discovered confess confessed read admit admitted gather gathered own owned"
)
_SURE = words("sure certain confident afraid convinced glad sorry told aware")
_PAIRED = words("so such hardly scarcely sooner more less not never neither nor either rather only just even if though")
_OPENERS = words(
    "when while as if because since although though after before until unless once whenever wherever "
    "whatever whoever"
    " however who what which how why where had were should not nor"
)


@check(
    id="comma-splice",
    name="Two sentences joined by a comma",
    category="comma-splice",
    weight=0.65,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("The rain had stopped some time ago⟦, he⟧ went home to his mother.", ". He"),
        Fires("Kakashi opened the old door⟦, it⟧ creaked on its hinges.", ". It"),
        Fires("She looked at the burning house⟦, there⟧ was nothing left of it.", ". There"),
        Quiet("He came, he saw, he conquered."),
        Quiet("The lemons were in the fridge, the tin was under the stairs and the spoon had been left soaking."),
        Quiet("The weather on the coast was cold, it was as wet as ever, and he had nothing left to burn."),
        Quiet("When the rain had stopped at last, he went home to his mother."),
        Quiet("The rain had stopped at last, and he went home to his mother."),
        Quiet("It was late, he thought, but not too late."),
        Quiet("He was so tired that evening, he could not see the road."),
        Quiet("Seeing the door open at last, he went home to his mother."),
        Quiet("“The rain stopped an hour ago, you can go home now.”"),
        Quiet("The man in the corner, he told me, was a doctor."),
        Quiet("It was not the boy who had done it, it was the girl."),
    ),
)
def comma_splice(passage: Passage) -> Iterator[Found]:
    """Commas with a whole clause on either side and nothing to join them; in speech only with a second voice."""
    analysis = passage.analysis
    plain = {comma for sentence in analysis.sentences if (comma := _plain(passage, sentence)) is not None}
    for each in suspects(passage):
        comma = each.place.left + 1
        if each.task == "splice" and not (each.unsure and comma in plain):
            plain.discard(comma)
            yield _found(passage, comma, unsure=each.unsure or _is_series(passage, comma))
    odds = odds_of(passage, "splice") if plain else {}
    needed = _LIKELY if (passage.story.roughness or 0.0) > CLEAN else _CLEARLY
    for comma in plain:
        speech = analysis.zone(analysis.tokens[comma].start) is not Zone.NARRATION
        doubtful = speech or _is_series(passage, comma) or (odds or {}).get(comma - 1, needed) < needed
        yield _found(passage, comma, unsure=doubtful)


def _plain(passage: Passage, sentence: Sentence) -> int | None:
    """The one comma of a sentence that by the parse alone holds two whole sentences together."""
    if sentence.last - sentence.first < 9:
        return None
    found = [
        each for each in commas(passage.analysis, sentence)
        if passage.analysis.tokens[each + 1].lower in _SUBJECTS and _joins(passage, sentence, each)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _is_series(passage: Passage, comma: int) -> bool:
    """Whether a third clause with a subject of its own follows behind "and": “it was cold, it was wet, and he …”."""
    tokens = passage.analysis.tokens
    sentence = passage.analysis.sentence_at(tokens[comma].start)
    if sentence is None:
        return False
    behind = [each for each in clauses(passage.analysis, sentence) if each.subject > comma]
    if len(behind) < 2:
        return False
    second, third = behind[0], behind[1]
    joint = [each for each in range(second.verb, third.subject) if tokens[each].lower in ("and", "or")]
    return not third.led and bool(joint) and not any(tokens[each].text == ";" for each in range(comma, joint[0]))


def _joins(passage: Passage, sentence: Sentence, comma: int) -> bool:
    tokens = passage.analysis.tokens
    all_clauses = clauses(passage.analysis, sentence)
    right = next((each for each in all_clauses if each.subject == comma + 1 and each.finite > comma), None)
    lefts = [each for each in all_clauses if each.finite < comma and each.verb < comma]
    if right is None or not lefts or right.finite > comma + 4 or right.led:
        return False
    start = _segment_start(tokens, sentence, comma)
    left = next((each for each in lefts if not each.led and each.subject >= start), None)
    if (
        left is None
        or _leads_in(tokens, start)
        or _leads_in(tokens, sentence.first)
        or any(each.lower in _PAIRED for each in tokens[start:comma])
    ):
        return False
    if (tokens[left.finite].tag == "VBD") != (tokens[right.finite].tag == "VBD") and tokens[right.finite].tag != "MD":
        return False
    return not _parallel(tokens, left, right, comma - start, sentence.last - comma) and not _aside(
        tokens, right, sentence
    )


def _leads_in(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the words from ``start`` on lead in to a main clause: "when …", "and as …", "seeing …"."""
    first = start + (tokens[start].tag == "CC")
    return tokens[first].lower in _OPENERS or tokens[first].tag in ("IN", "TO", "VBG", "VBN", "VB", "WRB", "WP")


def _segment_start(tokens: tuple[Token, ...], sentence: Sentence, comma: int) -> int:
    """Where the piece before the comma begins: behind the last comma, stop, dash, semicolon or quote mark."""
    start = comma
    while start > sentence.first and tokens[start - 1].text not in (
        ",",
        ";",
        ":",
        "—",
        "–",
        "--",
        "(",
        ")",
        "“",
        "”",
        '"',
        "‘",
        "…",
    ):
        start -= 1
    return start


def _parallel(tokens: tuple[Token, ...], left: Clause, right: Clause, before: int, after: int) -> bool:
    """Whether the two are short or alike: a series, a contrast, an echo."""
    same = tokens[left.subject].lower == tokens[right.subject].lower
    alike = tokens[left.verb].lemma == tokens[right.verb].lemma
    series = same and any(
        tokens[each].text == "," and tokens[each + 1].tag == "CC"
        for each in range(right.verb, min(right.verb + after, len(tokens)) - 1)
    )
    return (
        before < 4
        or after < 5
        or series
        or (same and (alike or before + after < 14))
        or (alike and before + after < 16)
    )


def _aside(tokens: tuple[Token, ...], right: Clause, sentence: Sentence) -> bool:
    """Whether the right-hand clause is a remark such as “he said” or “it seemed”."""
    verb = tokens[right.verb]
    if verb.lemma == "be" and any(each.lower in _SURE for each in tokens[right.verb + 1 : right.verb + 3]):
        return True
    if verb.lower in _PARENTHESES or verb.lemma in _PARENTHESES or saying(verb.lower) is Saying.PURE:
        return True
    return any(tokens[each].text in ("—", "?", ":") for each in range(right.verb, sentence.last))


def _found(passage: Passage, comma: int, *, unsure: bool) -> Found:
    tokens = passage.analysis.tokens
    mark, word = tokens[comma], tokens[comma + 1]
    raised = word.text[0].upper() + word.text[1:]
    message = f"A whole sentence stands on either side of the comma; with “{raised}” a new one begins."
    fixes = (f". {raised}", f"; {word.text}", f", and {word.text}")
    return Found(mark.start, word.end, message, fixes, unsure=unsure)
