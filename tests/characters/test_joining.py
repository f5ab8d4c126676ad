# SPDX-License-Identifier: GPL-3.0-or-later
"""Which forms are one person's, told from how often they stand and what stands in one sentence."""

from __future__ import annotations

from redraft.characters.aliases import aliases
from redraft.characters.chains import Chain
from redraft.characters.forms import Form, Usage, form_of

CHAIN = Chain(0, 0, 1, 0, 1, (), ("X",), "", False, False, "", False)


def joined(**often: tuple[int, int]) -> list[set[str]]:
    """The persons by their forms. ``often``: for a form ("mr_Hale") how often it stands, and from which sentence of
    narration on; one sentence after another has it."""
    forms = {}
    for written, (count, first) in often.items():
        *titles, last = written.split("__")
        form = Form(tuple(titles), tuple(last.split("_")))
        forms[form] = Usage([CHAIN] * count, told=[(0, first + number) for number in range(count)])
    found = aliases(forms)
    for form, bearers in found.bearers.items():
        if len(bearers) > 1:
            found.persons[bearers[0]].forms.append(Form(("shared",), form.words))
    return [{" ".join((*form.titles, *form.words)) for form in each.forms} for each in found.persons if each.forms]


def test_two_men_told_of_at_once_stay_two() -> None:
    people = joined(Charles_Wilcox=(3, 0), Charles=(40, 100), mr__Wilcox=(40, 135))
    assert people == [{"Charles Wilcox", "Charles"}, {"mr Wilcox"}]


def test_one_man_mostly_called_one_way_is_one() -> None:
    assert joined(Tom_Bast=(3, 0), Tom=(60, 100), mr__Bast=(15, 300)) == [{"Tom Bast", "Tom", "mr Bast"}]


def test_a_surname_beside_a_given_name_is_the_fathers() -> None:
    people = joined(Paul_Morel=(20, 0), Walter_Morel=(10, 50), Paul=(60, 100), Morel=(40, 140))
    assert people == [{"Paul Morel", "Paul"}, {"Walter Morel", "Morel"}]


def test_mr_is_who_bears_the_surname_alone() -> None:
    people = joined(Walter_Adams=(3, 0), mr__Walter_Adams=(3, 10), Virgil_Adams=(13, 20), Walter=(90, 100),
                    Adams=(80, 150), mr__Adams=(9, 900))  # fmt: skip
    assert {"Virgil Adams", "Adams", "mr Adams"} in people


def test_a_surname_alone_is_not_a_womans_where_a_man_has_it() -> None:
    people = joined(mr__Knightley=(90, 0), mrs__John_Knightley=(9, 200), Knightley=(9, 400))
    assert {"mr Knightley", "Knightley"} in people


def test_a_colonel_is_not_mrs() -> None:
    assert joined(colonel__Campbell=(9, 0), mrs__Campbell=(9, 50)) == [{"colonel Campbell"}, {"mrs Campbell"}]


def test_a_countess_is_madame() -> None:
    people = joined(Ellen_Olenska=(9, 0), countess__Olenska=(9, 50), madame__Olenska=(20, 100))
    assert people == [{"Ellen Olenska", "countess Olenska", "madame Olenska"}]


def test_a_given_name_alone_so_often_is_the_oftener_bearers() -> None:
    people = joined(Boris_Anchoukoff=(4, 0), Boris_Stein=(1, 10), Boris=(40, 50))
    assert {"Boris Anchoukoff", "Boris"} in people


def test_dons_are_titled_and_particles_belong_to_the_name() -> None:
    def form(*words: str) -> Form:
        return form_of(Chain(0, 0, 1, 0, 1, (), words, "", False, False, "", False))

    assert form("Don", "Diego") == Form(("don",), ("Diego",))
    assert form("Don", "Hatcher") == Form((), ("Don", "Hatcher"))
    assert form("Henry", "van", "der", "Luyden") == Form((), ("Henry", "van der Luyden"))


def test_ronnie_is_ron_and_two_who_stand_in_one_sentence_are_two() -> None:
    assert {"Ron Weasley", "Ron", "Ronnie"} in joined(Ron_Weasley=(4, 0), Ron=(30, 10), Ronnie=(3, 90))
    assert {"Ronnie"} in joined(Ron_Weasley=(4, 0), Ron=(30, 10), Ronnie=(3, 12))


def test_george_amberson_is_not_george_amberson_minafer() -> None:
    people = joined(George_Amberson_Minafer=(9, 0), George_Amberson=(9, 20), Isabel_Amberson=(5, 40),
                    Sydney_Amberson=(4, 60), uncle__George=(5, 80), uncle__George_Amberson=(3, 90))  # fmt: skip
    assert {"George Amberson Minafer"} in people
    assert {"George Amberson", "uncle George Amberson", "uncle George"} in people


def test_a_word_that_stands_before_a_name_by_chance_makes_nobody_new() -> None:
    people = joined(Reenter_W_Beverley=(1, 0), W_Beverley=(3, 10), William_Beverley=(4, 20), Beverley=(20, 40))
    assert len(people) == 1


def test_a_king_of_history_is_no_charles_of_the_story() -> None:
    people = joined(Charles_Kent=(9, 0), Kent=(9, 20), king__Charles=(2, 40))
    assert {"king Charles"} in people


def test_sim_is_simon_and_ann_is_not_annabel() -> None:
    assert {"Simon Rosedale", "Sim Rosedale"} in joined(Simon_Rosedale=(9, 0), Sim_Rosedale=(3, 20))
    assert {"Ann Reed"} in joined(Annabel_Reed=(9, 0), Ann_Reed=(3, 20))


def test_in_a_large_family_the_major_is_one_of_his_own() -> None:
    house = {"George_Amberson": (9, 0), "Isabel_Amberson": (5, 40), "Sydney_Amberson": (4, 60)}
    assert {"major Amberson"} in joined(**house, major__Amberson=(9, 90))
    assert {"George Amberson", "major George Amberson", "major Amberson"} in joined(
        **house, major__George_Amberson=(2, 80), major__Amberson=(9, 90),
    )  # fmt: skip


def test_a_captain_of_a_small_family_is_its_only_son() -> None:
    assert {"Ralph Paton", "captain Paton"} in joined(Ralph_Paton=(9, 0), captain__Paton=(9, 40))


def test_a_pet_name_is_found_for_one_who_is_only_called_by_a_title() -> None:
    assert joined(mr__Prendergast=(90, 0), Prendy=(30, 100)) == [{"mr Prendergast", "Prendy"}]


def test_a_pet_name_told_beside_the_title_or_oftener_than_it_is_somebody_elses() -> None:
    apart = [{"mr Prendergast"}, {"Prendy"}]
    for people in (joined(mr__Prendergast=(90, 0), Prendy=(30, 80)), joined(mr__Prendergast=(20, 0), Prendy=(30, 100))):
        assert sorted(people, key=min, reverse=True) == apart


def test_a_pet_name_of_two_is_neithers() -> None:
    assert {"Prendy"} in joined(mr__Prendergast=(90, 0), mr__Prendwick=(90, 200), Prendy=(30, 400))
