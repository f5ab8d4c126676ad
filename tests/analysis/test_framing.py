# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.analysis.framing import BrokenStream, Decoder, encode, read_message

MESSAGES = st.lists(st.dictionaries(st.text(max_size=8), st.integers() | st.text() | st.none(), max_size=4), max_size=5)


@given(MESSAGES, st.integers(1, 7))
def test_messages_arrive_whole_in_whatever_pieces(messages: list[dict[str, object]], size: int) -> None:
    data = b"".join(encode(each) for each in messages)
    decoder = Decoder()
    heard = [message for start in range(0, len(data), size) for message in decoder.feed(data[start : start + size])]
    assert heard == messages


@given(MESSAGES)
def test_a_blocking_stream_gives_the_same(messages: list[dict[str, object]]) -> None:
    stream = io.BytesIO(b"".join(encode(each) for each in messages))
    assert [read_message(stream) for _ in messages] == messages
    assert read_message(stream) is None


def test_a_stream_cut_off_in_a_message_has_ended() -> None:
    assert read_message(io.BytesIO(encode({"type": "open"})[:-1])) is None


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xff", b"\0\0\0\2[]", b"\0\0\0\1{"])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenStream):
        Decoder().feed(data)
    with pytest.raises(BrokenStream):
        read_message(io.BytesIO(data))


def test_lone_surrogates_survive() -> None:
    assert Decoder().feed(encode({"text": "a\ud800b"})) == [{"text": "a\ud800b"}]
