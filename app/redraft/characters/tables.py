# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables under ``resources/names``: titles, given names and their short forms, words that name no person."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property

from redraft.places import resource

MALE = "he"
FEMALE = "she"
PLURAL = "they"


@dataclass(frozen=True)
class Tables:
    """``titles``, ``kin``, ``suffixes`` map a word in lower case to the pronoun it tells, or None.

    ``given`` does the same for given names as written; ``short`` maps a short form to its full names;
    ``never`` are words with a capital that name no person alone, ``places`` those of countries and cities,
    ``place_ends`` the last words of names of places and things.
    """

    titles: dict[str, str | None]
    kin: dict[str, str | None]
    suffixes: dict[str, str | None]
    tails: frozenset[str]
    given: dict[str, str | None]
    short: dict[str, frozenset[str]]
    never: frozenset[str]
    calendar: frozenset[str]
    peoples: frozenset[str]
    places: frozenset[str]
    place_ends: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Whether the word may stand as a title or a word of kinship before a name (and is no given name itself)."""
        return word not in self.given and self._bare(word) in self._all_titles

    def title_gender(self, word: str) -> str | None:
        """The pronoun that a title or a word of kinship tells."""
        bare = self._bare(word)
        return self.titles.get(bare) or self.kin.get(bare)

    @cached_property
    def _all_titles(self) -> frozenset[str]:
        return frozenset((*self.titles, *self.kin))

    @staticmethod
    def _bare(word: str) -> str:
        lower = word.lower()
        return lower if lower == "m." else lower.rstrip(".")


def _by_gender(table: dict[str, str], male: str, female: str, either: str) -> dict[str, str | None]:
    words: dict[str, str | None] = dict.fromkeys(table[male].split(), MALE)
    words.update(dict.fromkeys(table[female].split(), FEMALE))
    words.update(dict.fromkeys(table[either].split(), None))
    return words


@cache
def tables() -> Tables:
    """The tables, read once.

    Raises:
        OSError: when the program's own files are missing.
    """
    read = {name: tomllib.loads(resource("names", f"{name}.toml").read_text(encoding="utf-8"))
            for name in ("titles", "given", "nicknames", "not_persons")}  # fmt: skip
    titles, given, apart = read["titles"], read["given"], read["not_persons"]
    short: dict[str, set[str]] = {}
    for full, forms in read["nicknames"]["short"].items():
        for form in forms.split():
            short.setdefault(form, set()).add(full)
    never = " ".join(apart[group] for group in ("calendar", "peoples", "sworn_by", "interjections", "small", "forms"))
    return Tables(
        titles=_by_gender(titles, "male", "female", "either"),
        kin=_by_gender(titles, "kin_male", "kin_female", "kin_either"),
        suffixes=_by_gender(titles, "suffix_male", "suffix_female", "suffix_either"),
        tails=frozenset(titles["tail"].split()), given=_by_gender(given, "male", "female", "both"),
        short={form: frozenset(fulls) for form, fulls in short.items()},
        never=frozenset(never.split()), calendar=frozenset(apart["calendar"].split()),
        peoples=frozenset(apart["peoples"].split()), places=frozenset(apart["places"].split()),
        place_ends=frozenset(apart["of_places"].split()),
    )
