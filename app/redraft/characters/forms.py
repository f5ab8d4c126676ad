# SPDX-License-Identifier: GPL-3.0-or-later
"""A form: one way of naming somebody ("Mr. Hale", "Tobias Hale", "T. Hale"), and what it tells of its bearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from redraft.characters.chains import Chain
from redraft.characters.tables import FEMALE, MALE, tables
from redraft.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Form:
    """Titles in lower case without full stops, and the name's words as written."""

    titles: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether it has more than one word that is not a title."""
        return len(self.words) > 1


@dataclass
class Usage:
    """The occurrences of a form: ``chains`` in reading order, the pronouns that follow it, the ways it is written;
    ``told``: the sentences of narration that have it, each as (paragraph, start)."""

    chains: list[Chain] = field(default_factory=list)
    pronouns: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    told: list[tuple[int, int]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.chains)


def own_words(chain: Chain) -> tuple[str, ...]:
    """The words of a name without an epithet before it ("Old Tamae")."""
    words = chain.words
    while len(words) > 1 and words[0] in EPITHETS:
        words = words[1:]
    return words


def form_of(chain: Chain) -> Form:
    """The form in which a chain names its bearer; honorifics and plurals apart."""
    titles = (each.lower() for each in chain.titles)
    words = own_words(chain)
    told = tuple(each if each == "m." else each.rstrip(".") for each in titles if each not in ("le", "la"))
    if len(words) == 2 and words[0] in _CAPITAL_PARTICLES:
        words = words[1:]  # "De Beaupré" is Beaupré
    if len(words) > 1 and words[0] == "Don" and words[1] in tables().given:
        told, words = (*told, "don"), words[1:]  # Don Diego, not a Donald
    return Form(told, _with_particles(words))


def _with_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with "van der" joined to the word behind it: "van der Berg" is one family name."""
    made: list[str] = []
    for word in words:
        if made and made[-1].rsplit(" ", 1)[-1].islower():
            made[-1] += f" {word}"
        else:
            made.append(word)
    if made[-1].split(" ", 1)[0] in _OF and len(made[-1].split()) == 2:
        made[-1] = made[-1].split(" ", 1)[1]  # "M. de Rivarol" is Rivarol
    return tuple(made)


_OF = frozenset("de du von".split())
_CAPITAL_PARTICLES = frozenset("De Du Von".split())
"""Particles that a family name may stand without; "van der Berg" and "La Roche" do not."""


EPITHETS = frozenset("Old Young Big Little Long Poor Dear Great Mad Fat Tiny Lucky Crazy Good Wee Lame Blind".split())
"""Words before a name that are no part of it ("Old Tamae"); as written they stay an alias."""


def usages(found: Iterable[Chain]) -> dict[Form, Usage]:
    """Every form with its occurrences, without its pronouns."""
    forms: dict[Form, Usage] = {}
    for chain in found:
        usage = forms.setdefault(form_of(chain), Usage())
        usage.chains.append(chain)
        name = " ".join((*chain.titles, *chain.words)) + (f"-{chain.suffix}" if chain.suffix else "")
        usage.written[name] += 1
    return forms


def find_sentences(analyses: Sequence[Analysis], forms: Mapping[Form, Usage]) -> None:
    """Fill in which sentences of narration have each form."""
    for usage in forms.values():
        for chain in usage.chains:
            if not chain.speech:
                sentence = analyses[chain.paragraph].sentence_at(chain.start)
                usage.told.append((chain.paragraph, sentence.start if sentence else 0))


def gender(form: Form, usage: Usage) -> str | None:
    """"he" or "she" where the form tells: by its title, then by the story's pronouns, then by the given name."""
    return title_gender(form) or voted(usage.pronouns) or by_given_name(form)


def title_gender(form: Form) -> str | None:
    """The gender that the form's titles tell."""
    return next((told for title in reversed(form.titles) if (told := tables().title_gender(title))), None)


def voted(pronouns: Counter[str]) -> str | None:
    """The pronoun the story uses, when it does so clearly: four fifths of at least two."""
    he, she = pronouns[MALE], pronouns[FEMALE]
    if he + she < 2:
        return None
    if he >= 4 * she:
        return MALE
    return FEMALE if she >= 4 * he else None


def by_given_name(form: Form) -> str | None:
    """The gender that the given name usually tells (either word of a name may be the given one)."""
    table = tables()
    if form.titles and not form.full:
        return None
    for word in (form.words[0], form.words[-1])[: 2 if form.full else 1]:
        told = table.given.get(word)
        if word not in table.given:
            genders = {table.given.get(each) for each in table.short.get(word, ())} - {None}
            told = genders.pop() if len(genders) == 1 else None
        if told:
            return told
    return None


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: equal, an initial, or a name and its short form."""
    table = tables()
    if one == other or _initial(one, other) or _initial(other, one):
        return True
    fulls, others = table.short.get(one, frozenset()), table.short.get(other, frozenset())
    return other in fulls or one in others


def _initial(short: str, long: str) -> bool:
    bare = short.rstrip(".")
    return len(bare) == 1 and long.startswith(bare)
