# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON that may be damaged or mean harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.text.plain_data import plain_data

DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(DATA)
def test_what_json_tells_is_told(data: object) -> None:
    assert plain_data(json.dumps(data)) == data
    assert plain_data(json.dumps(data).encode()) == data


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "NaN", "[-Infinity]", "1e999", "-1e400", "9" * 301, "9" * 5000, b"\xff\xfe\xff", '{"a": 1} b'])
def test_all_that_is_wrong_is_one_error(text: str | bytes) -> None:
    with pytest.raises(ValueError):
        plain_data(text)
