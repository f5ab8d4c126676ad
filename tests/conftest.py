# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test shares: deterministic properties, user folders of its own, shared material that may be absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("redraft", derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
settings.load_profile("redraft")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"


@pytest.fixture(autouse=True)
def own_user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own settings, caches or recovery files."""
    monkeypatch.setenv("REDRAFT_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real drafts and novels beside the checkout; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the drafts and novels are not beside this checkout")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden``: write the golden files anew from what the rules say now."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
