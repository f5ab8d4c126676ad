# SPDX-License-Identifier: GPL-3.0-or-later
"""The hub with judge processes that are only pretended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest

from redraft.analysis import hub as hubs
from redraft.analysis.codec import to_plain
from redraft.analysis.framing import Message
from redraft.analysis.hub import Hub
from redraft.analysis.judges import READER
from redraft.analysis.state import EngineState


class Pretended:
    made: ClassVar[list[Pretended]] = []

    def __init__(self, names: Sequence[str], hear: object) -> None:
        self.names = tuple(names)
        self.asked: list[tuple[int, list[str]]] = []
        self.closed = False
        Pretended.made.append(self)

    def ask(self, batch: int, texts: Sequence[str], urgent: bool) -> None:
        self.asked.append((batch, list(texts)))

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    Pretended.made = []
    monkeypatch.setattr(hubs, "JudgeProcess", Pretended)
    return Hub(lambda process, message: None)


def answer(batch: int, judge: str, texts: int) -> Message:
    return {"type": "marks", "judge": judge, "batch": batch, "marks": to_plain([()] * texts)}


def test_quick_judges_share_a_process_and_languagetool_has_its_own(hub: Hub) -> None:
    hub.use(["builtin", "harper", "languagetool"])
    assert [each.names for each in Pretended.made] == [("tagger", "harper"), ("languagetool",), ("language",)]
    assert hub.required() == ("tagger", "harper") and hub.late() == ("languagetool",)


def test_no_more_than_two_batches_are_asked_at_a_time(hub: Hub) -> None:
    hub.use(["builtin"])
    texts = ["word " * 1000 + str(number) for number in range(9)]
    hub.ask(texts, lambda judge, text: judge != READER)
    process = Pretended.made[0]
    assert len(process.asked) == 2 and hub.busy()
    hub.heard(process, answer(1, "tagger", 1))  # type: ignore[arg-type]
    hub.ask(texts, lambda judge, text: judge != READER and text not in process.asked[0][1])
    assert len(process.asked) == 3
    assert len({text for _, batch in process.asked for text in batch}) == 3


def test_a_batch_is_done_when_the_last_judge_of_the_process_answered(hub: Hub) -> None:
    hub.use(["builtin", "harper"])
    hub.ask(["one"], lambda judge, text: judge != READER)
    process = Pretended.made[0]
    assert hub.heard(process, answer(1, "tagger", 1)) == ("tagger", ["one"], [()])  # type: ignore[arg-type]
    assert hub.busy()
    hub.heard(process, answer(1, "harper", 1))  # type: ignore[arg-type]
    assert not hub.busy()


def test_a_judge_that_is_unavailable_is_not_waited_for(hub: Hub) -> None:
    hub.use(["builtin", "harper"])
    state = EngineState("tagger", "unavailable", "Its model is missing.")
    hub.heard(Pretended.made[0], {"type": "state", "value": to_plain(state)})  # type: ignore[arg-type]
    assert hub.required() == ("harper",)
    told = {each.name: each for each in hub.report()}
    assert told["builtin"] == EngineState("builtin", "used", "Its model is missing.")
    assert told["languagetool"].state == "off"


def test_a_judge_that_breaks_owes_nothing_more(hub: Hub) -> None:
    hub.use(["builtin", "harper"])
    hub.ask(["one"], lambda judge, text: judge != READER)
    process = Pretended.made[0]
    hub.heard(process, answer(1, "harper", 1))  # type: ignore[arg-type]
    assert hub.busy()
    broken = EngineState("tagger", "unavailable", "It stopped.")
    hub.heard(process, {"type": "state", "value": to_plain(broken)})  # type: ignore[arg-type]
    assert not hub.busy()


def test_a_process_that_dies_is_started_again_a_few_times(hub: Hub) -> None:
    hub.use(["harper"])
    process = Pretended.made[0]
    for expected in (3, 4, 5, 5):
        hub.heard(process, {"type": "ended"})  # type: ignore[arg-type]
        assert len(Pretended.made) == expected
        process = Pretended.made[-1]
    assert hub.required() == () and not hub.busy()
    assert hub.states["harper"].state == "unavailable"


def test_a_judge_that_does_not_answer_is_given_up(hub: Hub) -> None:
    hub.use(["harper"])
    hub.ask(["one"], lambda judge, text: judge != READER)
    hub.give_up()
    assert not hub.busy() and hub.required() == ()


def test_switching_a_judge_off_ends_its_process(hub: Hub) -> None:
    hub.use(["languagetool"])
    hub.use([])
    assert Pretended.made[0].closed and hub.late() == ()


def test_the_language_model_reads_for_engines_alone(hub: Hub) -> None:
    hub.use([])
    assert not hub.reads() and not Pretended.made
    hub.use(["builtin"])
    assert hub.reads() and hub.required() == ("tagger",)
    hub.ask(["one"], lambda judge, text: judge == READER)
    reader = next(each for each in Pretended.made if each.names == (READER,))
    assert reader.asked == [(1, ["one"])]
    message = {"type": "marks", "judge": READER, "batch": 1, "marks": [[["packed"]]]}
    assert hub.heard(reader, message) == (READER, ["one"], [[["packed"]]])  # type: ignore[arg-type]
    assert not hub.busy()


def test_without_its_process_paragraphs_are_parsed_elsewhere(hub: Hub) -> None:
    hub.use(["builtin"])
    reader = next(each for each in Pretended.made if each.names == (READER,))
    broken = EngineState(READER, "unavailable", "It is not installed.")
    hub.heard(reader, {"type": "state", "value": to_plain(broken)})  # type: ignore[arg-type]
    assert not hub.reads() and hub.required() == ("tagger",)
