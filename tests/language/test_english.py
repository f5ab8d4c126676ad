# SPDX-License-Identifier: GPL-3.0-or-later
"""English is told from other languages, and from too little text."""

import pytest

from redraft.language.english import is_english

_OTHERS = [
    "Er ging die Straße hinunter und sah in das Fenster, in dem noch Licht war. Niemand war da, und er wusste nicht, "
    "ob sie schon nach Hause gegangen war oder ob sie noch auf ihn wartete. Es war kalt in der Nacht.",
    "Elle marchait dans la rue et regardait les fenêtres, où il y avait encore de la lumière. Il n’y avait personne, "
    "et elle ne savait pas si son frère était déjà parti ou s’il l’attendait dans la nuit.",
    "Caminaba por la calle y miraba las ventanas, en las que todavía había luz. No había nadie, y no sabía si su "
    "hermano ya se había ido o si todavía lo esperaba en la casa de su madre.",
]


@pytest.mark.parametrize("text", _OTHERS)
def test_other_languages(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "He walked down the street and looked into the window, where the light still burned. Nobody was there, and he "
        "did not know whether she had gone home or was still waiting.",
        "Kakashi-sensei drew his kunai and Naruto formed the Kage Bunshin seal. Sasuke watched the Sharingan spin in "
        "the dark of the Hokage tower, and Iruka-sensei said that it was not the time for it.",
        "",
        "Chapter One",
        "* * *",
    ],
)
def test_english_and_too_little_to_tell(text: str) -> None:
    assert is_english(text)


def test_another_script_is_not_english() -> None:
    assert not is_english("Он шёл по улице")
