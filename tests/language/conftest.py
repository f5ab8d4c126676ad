# SPDX-License-Identifier: GPL-3.0-or-later
"""One loaded model for all tests of language."""

import pytest

from redraft.language.tagging import Language


@pytest.fixture(scope="session")
def language() -> Language:
    return Language.load()
