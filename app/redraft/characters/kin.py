# SPDX-License-Identifier: GPL-3.0-or-later
"""Who "her father" is, where the family's name tells it: Miss Hale's father is Mr. Hale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redraft.characters.person import Person
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.titles import MARRIED

_BY_TITLE = {
    "father": MALE, "papa": MALE, "husband": MALE, "mother": FEMALE, "mamma": FEMALE, "mama": FEMALE, "wife": FEMALE,
}
_HIS = frozenset("mr sir lord dr captain colonel major general reverend rev count baron".split())
_HERS = MARRIED | frozenset("lady countess baroness".split())


def relative(owner: int, noun: str, known: Sequence[Person], shown: Mapping[int, str]) -> int | None:
    """The father, mother, husband or wife of a person (an index): the one other of the cast who is called by a title
    and the person's family name, and is of that gender."""
    gender = _BY_TITLE.get(noun)
    if gender is None:
        return None
    titles = _HIS if gender == MALE else _HERS
    families = _families(known[owner])
    found = [
        index for index in shown
        if index != owner and known[index].gender == gender and any(
            form.titles and form.titles[0] in titles and form.words[-1] in families and not form.full
            for form in known[index].forms
        )
    ]
    return found[0] if len(found) == 1 else None


def _families(person: Person) -> set[str]:
    """The family names a person bears: the last words of full names, and what stands behind a title like "Miss"."""
    behind = {form.words[0] for form in person.forms if form.titles and not form.full}
    return person.last_words() | (behind - person.first_words())
