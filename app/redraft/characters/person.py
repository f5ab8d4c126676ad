# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody of the story: every form that names them."""

from __future__ import annotations

from dataclasses import dataclass, field

from redraft.characters.forms import Form


@dataclass
class Person:
    """Somebody of the story under every form that names them. ``gender``: "he", "she" or None for not known;
    ``husbands``: those of the forms that name a woman by her husband ("Mrs. John Hale")."""

    forms: list[Form] = field(default_factory=list)
    gender: str | None = None
    count: int = 0
    husbands: set[Form] = field(default_factory=set)

    def last_words(self) -> set[str]:
        """The last words of the full forms: family names, as a rule."""
        return {form.words[-1] for form in self.forms if form.full}

    def first_words(self) -> set[str]:
        """The first words of the full forms: given names, as a rule."""
        return {form.words[0] for form in self.forms if form.full and form not in self.husbands}

    def all_words(self) -> set[str]:
        """Every word that can stand for the person: those at the ends of full names, and bare ones."""
        words: set[str] = set()
        for form in self.forms:
            words.update((form.words[-1],) if form in self.husbands else (form.words[0], form.words[-1]))
        return words

    def titles(self) -> set[str]:
        """Every title the person bears."""
        return {title for form in self.forms for title in form.titles}
