# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb of the telling in another tense than the scene: She opened the door and walks in.

Why a reader minds: the tense tells when things happen; a slip moves one of them out of the story.

When to leave it: in what somebody says or thinks, and in what is always true (the sun rises).

Example: She opened the door and walks in. → She opened the door and walked in.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import Clause, clauses
from redraft.checks.lexicon import words
from redraft.checks.story import Passage
from redraft.language.analysis import Analysis, Sentence, Token, Zone
from redraft.language.inflection import reinflected

_STATES = words(
    "be have know mean live belong contain like love hate need want depend consist matter concern exist seem say"
)
_ALWAYS = words(
    "you one people everyone everybody nobody men women always never every often usually sometimes today nowadays now"
)


@check(
    id="tense-slip",
    name="Slip of tense",
    category="tense",
    weight=0.7,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("She opened the door and ⟦walks⟧ in.", "walked"),
        Fires("He turned round. The boy ⟦grabs⟧ the lamp. She stepped back.", "grabbed"),
        Fires("She opens the door and ⟦walked⟧ in.", "walks", tense="present"),
        Quiet("She opened the door and walked in."),
        Quiet("“She opened the door and walks in,” he said."),
        Quiet("He knew that the sun rises in the east."),
        Quiet("She opens the door and walks in.", tense="present"),
        Quiet("He watched them leave and heard her laugh."),
        Quiet("Where do I go now? I guess not. Will anyone even notice?"),
        Quiet("Everyone knows that you never leave a friend."),
        Quiet("He had to put the coat down, and they set out."),
        Quiet("The house stands on a hill."),
        Quiet("She opens the door. He walked in an hour ago.", tense="present"),
    ),
)
def tense_slip(passage: Passage) -> Iterator[Found]:
    """Main verbs of the narration against the scene's tense."""
    base = passage.scene.tense
    if base not in ("past", "present") or passage.scene.front_matter or passage.kind != "body":
        return
    analysis = passage.analysis
    for number, sentence in enumerate(analysis.sentences):
        wrong = ("VBZ", "VBP") if base == "past" else ("VBD",)
        if not any(analysis.tokens[each].tag in wrong for each in range(sentence.first, sentence.last)):
            continue
        yield from _slips(passage, number, sentence, base)


def _slips(passage: Passage, number: int, sentence: Sentence, base: str) -> Iterator[Found]:
    tokens = passage.analysis.tokens
    known = {each.verb: each for each in clauses(passage.analysis, sentence)}
    for index in range(sentence.first, sentence.last):
        token = tokens[index]
        partner = _partner(tokens, index)
        if not _slipped(token, base) or passage.analysis.zone(token.start) is not Zone.NARRATION:
            continue
        new = reinflected(token.text, "VERB", "VBD" if base == "past" else _present_tag(tokens, index, known))
        if (
            new is None
            or new == token.text
            or _named(tokens, index)
            or _exempt(passage, sentence, index, known.get(index))
        ):
            continue
        joined = partner is not None and _is_base(tokens[partner], base) and tokens[partner].lemma not in _STATES
        alone = (
            base == "past"
            and index in known
            and passage.scene.person == "third"
            and _among(passage.analysis, number, index)
        )
        certain = token.lemma not in _STATES and (joined or alone)
        message = (
            f"The scene is told in the {base}; “{token.text}” is in the {'present' if base == 'past' else 'past'}."
        )
        yield Found(token.start, token.end, message, (new,), unsure=not certain)


def _slipped(token: Token, base: str) -> bool:
    """Whether a verb stands in the other tense; the bare form counts only where it is no infinitive by its looks."""
    if token.lower.startswith("'") or token.dep in ("amod", "compound", "nmod"):
        return False
    return token.tag == "VBZ" if base == "past" else token.tag == "VBD"


def _named(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the word is rather a noun: something stands before it that only a noun follows."""
    before, after = tokens[index - 1].tag if index else "", tokens[index + 1 : index + 2]
    plural = tokens[index].lower.endswith("s") and before in ("NN", "NNS", "NNP", "CC", "IN", ",")
    ends = not after or not (after[0].is_word or after[0].text in ("“", '"'))
    return (
        before in ("DT", "JJ", "JJR", "JJS", "PRP$", "POS", "CD", "VBG")
        or (plural and ends)
        or (before in ("NN", "NNP") and tokens[index].dep == "conj")
    )


def _partner(tokens: tuple[Token, ...], index: int) -> int | None:
    """The verb that this one is joined to by “and”, if it shares that one's subject."""
    token = tokens[index]
    if token.dep != "conj" or token.head >= index:
        return None
    between = [tokens[each] for each in range(token.head + 1, index)]
    return (
        None
        if any(each.dep in ("nsubj", "nsubjpass", "mark") or each.text in (";", ":", "—") for each in between)
        else token.head
    )


def _is_base(token: Token, base: str) -> bool:
    return token.tag == ("VBD" if base == "past" else "VBZ")


def _present_tag(tokens: tuple[Token, ...], index: int, known: dict[int, Clause]) -> str:
    """Which present form the verb's subject wants; of a joined verb, the one its partner has."""
    partner = _partner(tokens, index)
    if partner is not None:
        return "VBZ" if tokens[partner].tag == "VBZ" else "VBP"
    clause = known.get(index)
    return "VBP" if clause and tokens[clause.subject].lower in ("i", "you", "we", "they") else "VBZ"


def _exempt(passage: Passage, sentence: Sentence, index: int, clause: Clause | None) -> bool:
    """Thought, general truths, questions, and first person inside a story told of others."""
    tokens = passage.analysis.tokens
    inside = tokens[sentence.first : sentence.last]
    if inside[-1].text in ("?", "!") or any(each.lower in _ALWAYS for each in inside):
        return True
    if passage.scene.person == "third" and any(each.lower in ("i", "my", "me", "we", "our", "us") for each in inside):
        return True
    if clause is None:
        return (
            tokens[index].dep != "conj" or tokens[index - 1].tag not in ("CC", "RB") or tokens[index - 1].lower == "or"
        )
    if (passage.scene.person == "first" and tokens[index].lemma in _STATES) or _general(tokens, clause.subject):
        return True
    return (
        clause.led
        or clause.subject > index
        or tokens[clause.subject].lower in ("what", "which", "that", "who", "this", "there", "it")
    )


def _general(tokens: tuple[Token, ...], subject: int) -> bool:
    """Whether the subject is a kind and not a person or thing of the story: "a man", "no boy", "marriage", "terror"."""
    if tokens[subject].tag not in ("NN", "NNS", "NNP") or (
        tokens[subject].tag == "NNP" and tokens[subject].text[0].isupper()
    ):
        return False
    known = (
        each
        for each in tokens[max(0, subject - 8) : subject]
        if each.head == subject and each.dep in ("det", "poss", "nummod")
    )
    return not any(each.lower not in ("a", "an", "no", "any", "every", "such") for each in known)


def _among(analysis: Analysis, number: int, index: int) -> bool:
    """Whether the sentences on either side are told in the past and this one holds no other present verb."""
    sentence = analysis.sentences[number]
    others = [each for each in range(sentence.first, sentence.last) if each != index]
    if any(analysis.tokens[each].tag in ("VBZ", "VBP") for each in others):
        return False
    sides = [analysis.sentences[each] for each in (number - 1, number + 1) if 0 <= each < len(analysis.sentences)]
    return bool(sides) and all(
        any(
            token.tag == "VBD" and analysis.zone(token.start) is Zone.NARRATION
            for token in analysis.tokens[side.first : side.last]
        )
        and not any(
            token.tag in ("VBZ", "VBP") and analysis.zone(token.start) is Zone.NARRATION
            for token in analysis.tokens[side.first : side.last]
        )
        for side in sides
    )
