# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules on letters — spelling, hyphens, capitals, spaces, variants — stay quiet on what is no plain prose."""

from collections.abc import Callable

import pytest

from redraft.checks.catalogue import catalogue, story_catalogue
from redraft.checks.check import Check, StoryCheck
from redraft.checks.runner import run
from redraft.checks.story import Passage

_FAMILIES = tuple(f"redraft.checks.rules.{name}." for name in ("spelling", "hyphens", "case", "spacing", "variants"))


def _ours(check: Check | StoryCheck) -> bool:
    return check.rule.__module__.startswith(_FAMILIES)


LOCAL = [each for each in catalogue() if _ours(each)]
WHOLE = [each for each in story_catalogue() if _ours(each)]

ODD = {
    "verse": "O wild west wind, thou breath of autumn's being,\nthou from whose unseen presence the leaves dead\n"
             "are driven, like ghosts from an enchanter fleeing",
    "capitals throughout": "GET OUT OF THE HOUSE, HE SAID. DONT YOU SEE THE ROOFF IS FALLING DOWNN?",
    "dialect": "“Dinna fash yersel’, lassie. Ah’ve nae seen yon chiel sin’ the morn, an’ he’s no’ bidin’ here the noo.”",
    "another dialect": "“Dey ain’t no mo’ dan fo’ ob dem, massa,” he said. “Ah done tole yo’ dat befo’ de sun wuz up.”",
    "letter": "Dear Mr. Halloway, Yrs. of the 4th inst. to hand. Recd. with thx. Yr. obt. servt., J. P. Wm. Cobb, Esq.",
    "chat": "lol ok brb gtg ttyl u there? omg ikr smh tbh idk wyd rn",
    "stage directions": "ENTER MERCUTIO, BENVOLIO. [They fight; TYBALT falls.] EXEUNT OMNES. SCENA II.",
    "code": "def fetch_usr(idx): return db.qry(f'{tbl}', idx) if idx else None  # TODO rmv",
    "table": "Nme\tQty\tPrc\nTmto\t3\t1.20\nPtto\t12\t4.75",
    "address": "See https://exmaple.org/wiki/Wierd_page or write to definately.me@exmple.co.uk, or @wierdo, #teh_end.",
    "emoji": "She sent 😂😂🔥 and then 👩‍👩‍👧 and a ¯\\_(ツ)_/¯ before the bus came.",
    "french": "Il était une fois, dans un petit village de Bretagne, une jeune fille que tout le monde aimait beaucoup.",
    "foreign phrase": "“Mon Dieu, quelle horreur!” she cried. “Donnerwetter,” muttered the Graf. “Ach, mein lieber Herr.”",
    "japanese": "“Ohayou gozaimasu, Tanaka-sensei,” said Yuki-chan. “Itadakimasu!” Her kohai bowed. “Hai, senpai.”",
    "romanised spell": "“Expelliavus! Lumenos maxima! Aqua eructovo!” he shouted.",
    "sounds": "“Shhh. Hmmm. Aaargh! Nooooo! Pfft, grrr… Hahaha! Waaah. Eeeek! Mwahaha!” Thwack. Ka-boom. Bzzzt.",
    "stammer": "“W-what? I d-d-don’t kn-know. Th-that’s n-not… p-please. S-s-stop!”",
    "cut words": "“’Cause I’m goin’ an’ takin’ ’em with me, s’pose. Li’l ol’ me, ma’am? ’Twas nothin’.”",
    "broken off": "“But the docu— I mean the pap— oh, never mi—”",
    "slang and brands": "He googled the café on his iPhone, dm’d her on Instagram, and gulped a Frappuccino. Her TikTok blew up. Meh.",
    "games": "The paladin had max HP, low mana, a +3 sword and some XP. The NPC gave him a quest in the dungeon.",
    "invented": "The zhorrak circled. Three zhorraks fell; a fourth zhorrak screamed. Every zhorrak of Vael Tarroth heard.",
    "no punctuation": "so then we went down to the river and he said we could swim but i did not want to because it was cold",
    "numbers": "At 10:30 p.m. on 3/4/2021 they drove 1,200 km to B-17 with 3.5kg of C4 and 2nd-hand AK-47s.",
    "archaic": "Thou wouldst not, prithee, forswear thyself? Methinks he doth protest; ’twere folly. Whither goest thou?",
    "science fiction": "The hovercar’s nanofibre hull shrugged off the plasma. Terraformers had reseeded the exoplanet’s biosphere.",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_quiet_on(passage: Callable[..., Passage], name: str) -> None:
    one = passage(ODD[name], names=("Mercutio", "Benvolio", "Tybalt"))
    assert [(id, one.text[found.start : found.end], found.suggestions) for id, found in run(one, LOCAL)] == []
    assert [found for each in WHOLE for _, found in each.rule([one])] == []


def test_quiet_on_a_sentence_of_five_thousand_words(passage: Callable[..., Passage]) -> None:
    one = passage("and then she went over the long hill to the old house where he was, " * 350 + "and sat.")
    assert run(one, LOCAL) == []


def test_a_word_of_ten_thousand_letters_is_no_word(passage: Callable[..., Passage]) -> None:
    one = passage("It was " + "abcde" * 2000 + " again.")
    assert run(one, LOCAL) == []


def test_misspelt_words_beside_all_this_are_still_found(passage: Callable[..., Passage]) -> None:
    one = passage("He definately googled it. “W-what?” she wispered. The zhorrak beleived him.")
    assert [found.suggestions[0] for id, found in run(one, LOCAL) if id == "misspelt-word"] == [
        "definitely", "whispered", "believed",
    ]  # fmt: skip
