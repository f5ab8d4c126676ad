# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import io
import threading
from collections.abc import Callable, Sequence

import pytest

from redraft.analysis import judge_worker
from redraft.analysis.framing import Message, encode, read_message
from redraft.analysis.judges import Batches, Marks, marks_of, state_of
from redraft.checks.story import EngineMark
from redraft.errors import RedraftError


class Strict:
    """Marks every paragraph's first letter; refuses the word "fall"."""

    closed = False

    def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Marks]:
        pause()
        if any("fall" in each for each in texts):
            raise RuntimeError("it fell")
        return [(EngineMark("strict", "first", 0, 1, ("X",)),) for _ in texts]

    def close(self) -> None:
        Strict.closed = True


class Absent(RedraftError):
    def __init__(self) -> None:
        super().__init__("It is not installed here.")


@pytest.fixture(autouse=True)
def judges(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> Strict:
        if name == "absent":
            raise Absent
        return Strict()

    monkeypatch.setattr(judge_worker, "load", load)


def served(names: Sequence[str], *texts: list[str]) -> list[Message]:
    source = io.BytesIO(b"".join(encode({"batch": n, "texts": each}) for n, each in enumerate(texts)))
    target = io.BytesIO()
    judge_worker.serve(names, _Slow(source), target)
    target.seek(0)
    told = []
    while (message := read_message(target)) is not None:
        told.append(message)
    return told


class _Slow(io.BytesIO):
    """A stream whose end comes late: the end of the input comes before waiting batches otherwise."""

    def __init__(self, source: io.BytesIO) -> None:
        super().__init__(source.getvalue())

    def read(self, size: int | None = -1) -> bytes:
        import time

        data = super().read(size)
        if not data:
            time.sleep(0.3)
        return data


def test_every_batch_is_answered() -> None:
    told = served(["strict"], ["one", "two"], ["three"])
    answers = {each["batch"]: marks_of(each) for each in told if each["type"] == "marks"}
    assert [len(answers[0]), len(answers[1])] == [2, 1]
    assert answers[1][0][0].suggestions == ("X",)
    assert Strict.closed


def test_a_judge_that_cannot_start_says_why_and_the_others_go_on() -> None:
    told = served(["absent", "strict"], ["one"])
    states = {state_of(each).name: state_of(each) for each in told if each["type"] == "state"}
    assert states["absent"].state == "unavailable" and states["absent"].reason == "It is not installed here."
    assert [each["judge"] for each in told if each["type"] == "marks"] == ["strict"]


def test_a_judge_that_fails_is_left_out() -> None:
    told = served(["strict"], ["fall"], ["one"])
    assert [state_of(each).state for each in told if each["type"] == "state"] == ["used", "unavailable"]
    assert not [each for each in told if each["type"] == "marks"]


def test_urgent_batches_come_first_and_the_end_before_all() -> None:
    batches = Batches()
    batches.put({"n": 1})
    batches.put({"n": 2}, urgent=True)
    assert batches.get() == {"n": 2}
    batches.put(None)
    assert batches.get() is None
    assert batches.get() == {"n": 1}


@pytest.mark.parametrize(("pausing", "order"), [(True, [9, 0]), (False, [0, 9])])
def test_an_urgent_batch_does_not_wait_for_the_end_of_one_that_was_begun(
    monkeypatch: pytest.MonkeyPatch, pausing: bool, order: list[int],
) -> None:
    batches = Batches()
    monkeypatch.setattr(judge_worker, "Batches", lambda: batches)

    class Interrupted(Strict):
        def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Marks]:
            if texts == ["slow"]:
                batches.put({"batch": 9, "texts": ["now"]}, urgent=True)
            return super().marks(texts, pause if pausing else lambda: None)

    monkeypatch.setattr(judge_worker, "load", lambda name: Interrupted())
    assert [each["batch"] for each in served(["strict"], ["slow"]) if each["type"] == "marks"] == order


def test_a_judge_that_fails_at_what_is_urgent_is_left_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    batches = Batches()
    monkeypatch.setattr(judge_worker, "Batches", lambda: batches)

    class Interrupted(Strict):
        def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Marks]:
            if texts == ["slow"]:
                batches.put({"batch": 9, "texts": ["fall"]}, urgent=True)
            return super().marks(texts, pause)

    monkeypatch.setattr(judge_worker, "load", lambda name: Interrupted())
    told = served(["strict"], ["slow"], ["more"])
    assert [state_of(each).state for each in told if each["type"] == "state"] == ["used", "unavailable"]
    assert "more" not in str(told)


def test_a_judge_answers_while_another_is_still_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    class Quick(Strict):
        def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Marks]:
            answered.set()
            return super().marks(texts)

    def load(name: str) -> Strict:
        if name == "slow":
            assert answered.wait(20)
            return Strict()
        return Quick()

    monkeypatch.setattr(judge_worker, "load", load)
    told = served(["slow", "quick"], ["one"])
    assert {each["judge"] for each in told if each["type"] == "marks"} == {"slow", "quick"}


def test_judges_get_paragraphs_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Listening(Strict):
        def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Marks]:
            seen.extend(texts)
            return super().marks(texts)

    monkeypatch.setattr(judge_worker, "load", lambda name: Listening())
    served(["strict"], ["She said *no* to him."])
    assert seen == ["She said no to him."]
