# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: one where many are meant, and many where one is: two man, one of his friend, a men, these kind.

Why a reader minds: the number is said twice, by the word before and by the noun, and the two disagree.

When to leave it: in measures that keep the singular (a ten-foot wall, twenty head of cattle) and in dialect.

Example: He waited for five minute. → He waited for five minutes.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage
from redraft.language.analysis import Token, Zone
from redraft.language.inflection import inflect, lemma

_NUMBERS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety several many both these those"
)
_SAME = words(
    "sheep deer fish trout salmon cod grouse game craft aircraft spacecraft hovercraft horse foot head hundred thousand"
    " million billion dozen score brace gross pair couple stone pound ton fathom yoke sail cannon gun shot quid grand"
    " buck kind sort type people police folk cattle offspring series species means series swine bison moose shrimp"
    " knot point percent or more most other a m p pence sterling bob odd past east west"
    " north south o'clock squid duo yen yuan rand baht hertz quarter fifth third half deep long high wide thick ace"
    " crew staff dice data media one counsel gravity gee"
)
_GROUPS = words(
    "chief military clergy principal family crew party gang crowd group lot staff pair couple team company band enemy"
    " guard"
    " best worst few many most rest youth clergy nobility aristocracy gentry elite royalty audience army navy cavalry"
    " infantry press opposition tribe set kind sort class race sex old young dead living rich poor first last two three"
    " four many more other others breed species fleet bunch batch stock cast"
)
_NAMED_BY_NUMBER = words(
    "a an of o'clock at or one number room act page chapter part volume lot bay gate platform unit line day plan point"
)
_ONE = words("a an each every another")
_RUNS_ON = ("NN", "NNS", "NNP", "POS", "JJ", "CD", "HYPH", "VBG", "VBN")
_PLURALS = words("men women children teeth feet mice geese lice criteria phenomena")
_KINDS = {"kind": "kinds", "sort": "sorts", "type": "types"}


@check(
    id="number-noun",
    name="One where many are meant, or many where one is",
    category="wrong-form",
    weight=0.72,
    sure=True,
    examples=(
        Fires("He waited for five ⟦minute⟧.", "minutes"),
        Fires("There were two ⟦man⟧ at the gate.", "men"),
        Fires("One of his ⟦friend⟧ had come.", "friends"),
        Fires("She was a ⟦women⟧ of forty.", "woman"),
        Fires("He had never seen these ⟦kind⟧ of stones.", "kinds"),
        Fires("He came back three ⟦year⟧ later.", "years"),
        Quiet("The three genin were bored, and ten ryo was a lot."),
        Quiet("He waited for five minutes."),
        Quiet("It was a two man job, and a five minute walk."),
        Quiet("One of the family had come."),
        Quiet("He had twenty head of cattle and two dozen sheep."),
        Quiet("They put one of the house plants on the sill."),
        Quiet("Both man and horse were tired."),
        Quiet("It was a men’s club."),
        Quiet("She bought these sort of by chance."),
        Quiet("“He owes me five dollar,” said the sailor."),
    ),
)
def number_noun(passage: Passage) -> Iterator[Found]:
    """A number or “one of the” before a singular, “a” before a plural; in speech only with a second voice."""
    tokens = passage.analysis.tokens
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.tag not in ("NN", "NNS", "NNP") or token.text[0].isupper():
            continue
        new = _right(tokens, index)
        if new is not None and new != token.lower:
            yield _found(passage, tokens, index, new)


def _right(tokens: tuple[Token, ...], index: int) -> str | None:
    token, before = tokens[index], tokens[index - 1].lower
    if token.lower in _PLURALS:
        return _singular(tokens, index) if before in _ONE else None
    if token.tag == "NNS":
        return None
    if token.lower in _KINDS and before in ("these", "those"):
        follows = tokens[index + 1 : index + 3]
        thing = len(follows) == 2 and follows[0].lower == "of" and follows[1].tag in ("NNS", "NN", "JJ")
        return _KINDS[token.lower] if thing else None
    if not _ends_phrase(tokens, index) or len(token.text) < 3 or token.lower in _SAME:
        return None
    counted = before in _NUMBERS and _counts(tokens, index)
    return _plural(token) if counted or (_one_of(tokens, index) and token.lower not in _GROUPS) else None


def _counts(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the number before counts this noun: not “twenty-two”, “both man and horse”, “chapter two man …”."""
    number = tokens[index - 1].lower
    if number in ("these", "those", "both", "many", "several"):
        joined = any(each.lower in ("and", "or") for each in tokens[index + 1 : index + 3])
        opens = index == 1 or tokens[index - 2].lower not in ("a", "as", "so", "how", "too", "good", "great", "of")
        return not joined and opens and tokens[index - 1].head == index and tokens[index - 1].dep != "nsubj"
    behind = tokens[index - 2] if index >= 2 else None
    if behind is not None and (behind.text == "-" or behind.lower in _NAMED_BY_NUMBER):
        return False
    return tokens[index - 1].head == index and tokens[index - 1].dep == "nummod"


def _one_of(tokens: tuple[Token, ...], index: int) -> bool:
    lead = [each.lower for each in tokens[max(0, index - 4) : index]]
    return (
        lead[-3:-1] == ["one", "of"]
        and lead[-1] in words("the his her my their our its these those your")
        and (len(lead) < 4 or lead[0] not in ("no", "any", "every", "some"))
    )


def _ends_phrase(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the noun is the last of its phrase: no other noun, hyphen or ’s behind it."""
    if tokens[index].dep in ("compound", "amod", "nmod", "poss"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not (after.tag in _RUNS_ON or after.text in "-–’'" or after.lower == "'s")


def _plural(token: Token) -> str | None:
    form = inflect(lemma(token.lower, "NOUN"), "NNS")
    return form if form and lexicon().knows(form) and lemma(form, "NOUN") == token.lower else None


def _singular(tokens: tuple[Token, ...], index: int) -> str | None:
    if not _ends_phrase(tokens, index):
        return None
    return lemma(tokens[index].lower, "NOUN")


def _found(passage: Passage, tokens: tuple[Token, ...], index: int, new: str) -> Found:
    token = tokens[index]
    fix = fitted(token.text, new, passage.text)
    speech = passage.analysis.zone(token.start) is not Zone.NARRATION
    message = f"Beside “{tokens[index - 1].text}” the noun takes the form “{fix}”."
    return Found(token.start, token.end, message, (fix,), unsure=speech)
