# SPDX-License-Identifier: GPL-3.0-or-later
"""What no code of ours may do: run what it reads, start a shell, unpack to where a stranger says, fetch from the net."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "app" / "redraft"

NEVER_IMPORTED = {
    "pickle": "runs what it reads", "cPickle": "runs what it reads", "dill": "runs what it reads",
    "shelve": "runs what it reads", "marshal": "runs what it reads", "joblib": "runs what it reads",
    "yaml": "may run what it reads", "multiprocessing": "pickles", "code": "runs what it reads",
    "xml.etree": "expands entities", "xml.dom": "expands entities", "xml.sax.make_parser": "expands entities", "xml.sax.expatreader": "expands entities",
    "ftplib": "fetches", "requests": "fetches", "httpx": "fetches", "aiohttp": "fetches", "xmlrpc": "fetches",
    "smtplib": "sends", "telnetlib": "sends", "PySide6.QtNetwork": "fetches", "PySide6.QtWebEngineCore": "fetches",
}  # fmt: skip
ON_THE_NET = {"urllib.request": {"checks/engines/java_server.py"}, "socket": {"checks/engines/java_server.py"}, "http": set()}
"""Who may speak with another process, and only with one of this machine (tests/checks/engines/test_java_server.py)."""

NEVER_CALLED = {"eval", "exec", "compile", "__import__", "breakpoint"}
NEVER_METHODS = {
    "os.system", "os.popen", "os.startfile", "os.execv", "os.execvp", "os.spawnl", "os.fork", "subprocess.getoutput",
    "subprocess.getstatusoutput", "tempfile.mktemp", "shutil.unpack_archive", "tarfile.open", "importlib.util.exec_module",
    "ctypes.cdll.LoadLibrary", "webbrowser.open",
}  # fmt: skip
UNPACKING = {"extract", "extractall"}


def name_of(function: ast.expr) -> str:
    """``a.b.c`` as it is written; "" for anything else."""
    if isinstance(function, ast.Name):
        return function.id
    if isinstance(function, ast.Attribute):
        inner = name_of(function.value)
        return f"{inner}.{function.attr}" if inner else f".{function.attr}"
    return ""


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{each.name}" for each in node.names)


def is_or_in(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


def faults(path: Path) -> Iterator[str]:
    """What a module does and may not."""
    own = path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else path.name
    tree = ast.parse(path.read_text("utf-8"))
    for name in set(imported(tree)):
        yield from (f"imports {name}, which {why}" for module, why in NEVER_IMPORTED.items() if is_or_in(name, module))
        yield from (f"imports {name}" for module, who in ON_THE_NET.items() if is_or_in(name, module) and own not in who)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = name_of(call.func)
        if name in NEVER_CALLED or name in NEVER_METHODS or name.rpartition(".")[2] in UNPACKING:
            yield f"line {call.lineno} calls {name}"
        for given in call.keywords:
            yield from given_faults(name, given, call.lineno)
        if name.endswith(("XMLParser", "etree.parse", "etree.iterparse")):
            yield from parser_faults(name, call)


def given_faults(name: str, given: ast.keyword, line: int) -> Iterator[str]:
    on = isinstance(given.value, ast.Constant) and given.value.value is not False
    if given.arg in ("shell", "allow_pickle", "resolve_entities", "load_dtd") and on:
        yield f"line {line} gives {given.arg} to {name}"


def parser_faults(name: str, call: ast.Call) -> Iterator[str]:
    """A parser of XML says that it expands and fetches nothing; files are not parsed past the guards."""
    said = {each.arg for each in call.keywords}
    if not name.endswith("XMLParser") or not {"resolve_entities", "no_network", "load_dtd"} <= said:
        yield f"line {call.lineno}: {name} without guards"


def test_nothing_that_is_read_is_run_or_fetched() -> None:
    found = {str(path.relative_to(PACKAGE)): list(faults(path)) for path in sorted(PACKAGE.rglob("*.py"))}
    assert len(found) > 500
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(
    "code",
    ["import pickle", "from multiprocessing import Pool", "eval(x)", "exec(x)", "import os\nos.system('x')", "import socket",
     "import subprocess\nsubprocess.run('x', shell=True)", "import numpy as np\nnp.load(f, allow_pickle=True)",
     "import zipfile\nzipfile.ZipFile(f).extractall()", "from lxml import etree\netree.XMLParser()", "import yaml",
     "from lxml import etree\netree.parse(f)", "import xml.etree.ElementTree as ET", "from urllib.request import urlopen",
     "import tempfile\ntempfile.mktemp()", "from PySide6.QtNetwork import QNetworkAccessManager"])
def test_each_of_them_would_be_seen(tmp_path: Path, code: str) -> None:
    path = tmp_path / "module.py"
    path.write_text(code)
    assert list(faults(path))
