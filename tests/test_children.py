# SPDX-License-Identifier: GPL-3.0-or-later
"""What processes of ours are given, and what they may take."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from redraft.analysis.launch import environment
from redraft.children import surroundings

SECRETS = {"AWS_SECRET_ACCESS_KEY": "x", "SSH_AUTH_SOCK": "/x", "LD_PRELOAD": "", "PYTHONSTARTUP": "/x", "PYTHONINSPECT": "1",
           "DBUS_SESSION_BUS_ADDRESS": "x", "GITHUB_TOKEN": "x", "HTTP_PROXY": "http://x"}  # fmt: skip


def test_no_more_than_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**SECRETS, "LC_ALL": "C.UTF-8", "REDRAFT_HOME": "/home", "HOME": "/me"}.items():
        monkeypatch.setenv(name, value)
    for found in (surroundings(), environment()):
        assert not SECRETS.keys() & found.keys()
        assert (found["LC_ALL"], found["REDRAFT_HOME"], found["HOME"]) == ("C.UTF-8", "/home", "/me")
    assert surroundings("HTTP_PROXY")["HTTP_PROXY"] == "http://x"


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, timeout=60)


def test_what_a_worker_sees_of_the_authors_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "secret" if name != "LD_PRELOAD" else "")
    seen = json.loads(run("import json, os; print(json.dumps(dict(os.environ)))").stdout)
    assert not SECRETS.keys() & seen.keys() and "secret" not in seen.values()


def test_a_process_that_takes_too_much_is_ended() -> None:
    took = run("from redraft import children; children._EVERY = 0.1; children.bound(120)\n"
               "import time; held = bytearray(200 << 20); held[::4096] = b'x' * len(held[::4096]); time.sleep(30)")
    assert took.returncode == 3 and "more than 120 MB" in took.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the system are POSIX's")
def test_it_may_not_ask_for_ever_more_and_leaves_no_core() -> None:
    took = run("from redraft import children; children.bound(100)\nimport resource\n"
               "assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0\n"
               "try:\n bytearray(2 << 30)\nexcept MemoryError:\n print('refused')")
    assert took.stdout.strip() == "refused" or sys.platform == "darwin", took.stderr
