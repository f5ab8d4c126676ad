# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose the Harper rules that are listened to, by their alarms on published novels.

Usage: ``python -m tools.calibrate.harper NOVELS [WORDS]`` (a folder of plain text novels) writes
``resources/engines/harper.toml``. A rule without an alarm in the sample may speak alone; one with few is heard where
another judge says the same; the rest are left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from redraft.checks.engines.harper import Harper
from redraft.places import resource

_CANDIDATES = frozenset(
    """AWhile AllReady AllThough AnA Anybody Apart APart AtLestToLeast BareInMind BareWithMe BatedBreath BeAllowed
    BeckAndCall
    BellowBelow BoarderBorder Bought CantWay Cant CapitalizePersonalPronouns ChampAtTheBit ChangeTack CompoundSubjectI
    CoursingThroughVeins DespiteOf DidPast Didnt DoesOrDose DoubleModal DoMistake EachOthersPossessive EludedTo
    EverEvery
    Everybody Everyday Everyone Everywhere ExceptOf ExitedExcitedContext ExtendOrExtent FeelFell FindFine
    FlauntForFlout FreeRein
    FriendOfMe GetPassGoPass GetUsedTo GoingTo GrindToAHalt HadOf HaveNegNoAny HavePassed HavePronoun HeDos
    HeartToHeard HomeInOn
    HopHope HungerPang IAm IAmAgreement IDo IfWouldve InflectedVerbAfterTo InstinctivelyTo IsBeenAuxSequence
    ItsContraction
    ItsPossessive JustDeserts KindSortOf KnowNothingVerb LastNight LaughOfAt LeadRiseTo LeaveToFor LikeAsIf
    LookingForwardTo
    LooksLikes Lots MayOfPronoun MissingPreposition MissingTo Misuse ModalBeAdjective ModalOf ModalSeem MoreBetter
    MoreThatLikely
    MultipleSequentialPronouns Myself NerveRacking NoLonger Nobody NorModalPronoun NotIn NotTo Nothing
    NounVerbConfusion NowWay
    Nowhere OneOfTheSingular OnesSelf OughtToBe PassersBy Payed PeaceOfMind PiqueInterest PossessiveYour PronounAre
    PronounContraction PronounInflectionBe PronounKnew PronounVerbAgreement QuantifierNeedsOf QuiteQuiet
    RepeatedWords RiseTheQuestion
    RogueRouge SafeToSave SaveToSafe SeamToSeem SimplePastToPastParticiple SingleBe SneakPeekPreview
    SomeWithoutArticle Somebody
    Someone Something SomethingIs SubjectPronoun SupposedTo ThatThan ThatThis The TheAnother TheMy TheTheToThatThe
    TheirToThere
    TheirToTheyre ThenThan ThereIsAgreement ThereMissingIsClause ThereOwn ThereToTheir Theres ThesesThese
    TheyreConfusions
    TheyreToTheir TheyToThem ThingThink ThoughThought ToAdverb ToLoseTooLoose ToTo ToTooIdioms ToTwoToo ToteTout TooTo
    TransposedSpace TuffEnough UseToUsedTo VerbToAdjective WaistWaste WantBe WasAloud WentAheadAndAgreement WereWhere
    WhetYourAppetite
    WillNonLemma WishCould WokVerbTypo WorseOrWorst WrongApostrophe WrongNegative WroteToRote YourOutClauseAgreement
    YourPredicateAdjective""".split()
)
"""Rules about what authors of fiction get wrong, and not about taste, trade names or computing; each costs its time."""
_FEW = 5.0
"""Alarms per 100,000 words up to which a rule is heard together with another judge."""


def sample(folder: Path, words: int) -> Iterator[str]:
    """Paragraphs from the middle of each novel, about ``words`` words in all."""
    books = sorted(folder.glob("*.txt"))
    share = words // max(1, len(books))
    for book in books:
        blocks = [" ".join(each.split()) for each in book.read_text(encoding="utf-8").split("\n\n")]
        taken = 0
        for block in blocks[len(blocks) // 2 :]:
            if taken > share:
                break
            taken += block.count(" ") + 1
            yield block


def main() -> None:
    """Command line."""
    folder = Path(sys.argv[1])
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
    rules = _all_rules()
    texts = list(sample(folder, wanted))
    words = sum(each.count(" ") + 1 for each in texts)
    alarms = Counter(mark.rule.split("/")[1] for marks in Harper(rules).marks(texts) for mark in marks)
    lines = [f"# Made by tools/calibrate/harper.py: alarms of each rule per 100,000 words in {words} words of "
             f"published fiction."]
    for rule in sorted(rules):
        rate = 100_000 * alarms[rule] / words
        if rate <= _FEW:
            lines.append(f"[rule.{rule}]\nalone = {'true' if not alarms[rule] else 'false'}\nalarms = {rate:.2f}")
    target = resource("engines", "harper.toml")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sum('alone = true' in each for each in lines)} rules alone, of {len(rules)}")


def _all_rules() -> frozenset[str]:
    from harper import Linter

    return frozenset(each for each in Linter().get_lint_config() if each in _CANDIDATES)


if __name__ == "__main__":
    main()
