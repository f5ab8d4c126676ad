# SPDX-License-Identifier: GPL-3.0-or-later
"""LanguageTool's server, played by a small program: on this machine alone, on a free port, given little, dead when we are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from redraft.checks.engines.java_server import JAR, VERSION, JavaServer
from redraft.checks.engines.unavailable import EngineUnavailable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stub is a script of this system")
PACKAGE = Path(__file__).resolve().parents[3] / "app"


def until(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Whether it becomes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not true():
        time.sleep(0.05)
    return true()


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ``java`` that answers as LanguageTool does on the port it is given, and tells what it was given."""
    folder = tmp_path / f"LanguageTool-{VERSION}"
    folder.mkdir()
    (folder / JAR).write_bytes(b"PK")
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!{sys.executable}\n" + textwrap.dedent(f"""
        import http.server, json, os, sys
        told = {{"pid": os.getpid(), "arguments": sys.argv[1:], "environment": dict(os.environ)}}
        with open({str(tmp_path / "told.json")!r}, "w") as file:
            json.dump(told, file)
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200); self.end_headers(); self.wfile.write(b"OK")
            def log_message(self, *told): pass
        port = int(sys.argv[sys.argv.index("-p") + 1])
        http.server.HTTPServer(("127.0.0.1", port), Answer).serve_forever()
    """))
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{java.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    return tmp_path


def told(stub: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((stub / "told.json").read_text())
    return found


def test_it_listens_to_this_machine_alone_and_ends_with_close(stub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    server = JavaServer()
    try:
        process = psutil.Process(server.process_id)
        listening = {(each.laddr.ip, each.laddr.port) for each in process.net_connections() if each.status == psutil.CONN_LISTEN}
        assert listening == {("127.0.0.1", server.port)} and server.address == f"http://127.0.0.1:{server.port}"
        found = told(stub)
        assert "secret" not in json.dumps(found["environment"])
        arguments = found["arguments"]
        assert isinstance(arguments, list) and "--public" not in arguments
        assert any(str(each).startswith("-Xmx") for each in arguments), "its memory is bounded"
    finally:
        server.close()
    assert not psutil.pid_exists(server.process_id) or process.status() == psutil.STATUS_ZOMBIE


def test_two_of_them_have_ports_of_their_own(stub: Path) -> None:
    one, other = JavaServer(), JavaServer()
    one.close()
    other.close()
    assert one.port != other.port


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's promise is Linux's")
def test_it_dies_when_we_are_killed(stub: Path) -> None:
    code = "from redraft.checks.engines.java_server import JavaServer\nserver = JavaServer()\nprint('up', flush=True)\ninput()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE)}) as ours:
        assert ours.stdout is not None and ours.stdout.readline() == b"up\n"
        server = psutil.Process(int(str(told(stub)["pid"])))
        ours.kill()
    assert until(lambda: not server.is_running() or server.status() == psutil.STATUS_ZOMBIE)


def test_one_that_ends_at_once_is_told(stub: Path) -> None:
    (stub / "bin" / "java").write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(EngineUnavailable, match="does not answer"):
        JavaServer()


def test_without_java_or_without_itself(stub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(stub))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineUnavailable, match="Java"):
        JavaServer()
    monkeypatch.setenv("LTP_PATH", str(stub / "nowhere"))
    with pytest.raises(EngineUnavailable, match="not installed"):
        JavaServer()
