# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of OpenDocument 1.3 (RELAX NG, ISO/IEC 26300), as the ODF Toolkit's validator carries it in its jar.

The jar (16 MB, Apache-2.0) is no part of the project. ``mvn dependency:get -Dartifact=`` and :data:`ARTIFACT` fetches
it into Maven's own folder, where it is looked for; ``ODF_VALIDATOR`` names it elsewhere.
"""

from __future__ import annotations

import io
import os
import zipfile
from functools import lru_cache
from pathlib import Path

from lxml import etree

ARTIFACT = "org.odftoolkit:odfvalidator:0.12.0:jar:jar-with-dependencies"
_JAR = Path("org/odftoolkit/odfvalidator/0.12.0/odfvalidator-0.12.0-jar-with-dependencies.jar")
_SCHEMA, _MANIFEST = "schema/odf1.3/OpenDocument-v1.3-schema.rng", "schema/odf1.3/OpenDocument-v1.3-manifest-schema.rng"
_PARTS = {"content.xml": _SCHEMA, "styles.xml": _SCHEMA, "meta.xml": _SCHEMA, "META-INF/manifest.xml": _MANIFEST}


def jar() -> Path | None:
    """The validator's jar; None where it is not there."""
    named = os.environ.get("ODF_VALIDATOR")
    path = Path(named) if named else Path.home() / ".m2" / "repository" / _JAR
    return path if path.is_file() else None


def faults(data: bytes) -> list[str]:
    """What in an OpenDocument file is not as the schema has it, a line a fault; [] for a valid one.

    Raises:
        FileNotFoundError: where the schema is not there.
    """
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in sorted(_PARTS.keys() & set(package.namelist())):
            rules = _rules(_PARTS[part])
            if not rules.validate(etree.fromstring(package.read(part))):
                found += [f"{part}: {each.message}" for each in rules.error_log]
    return found


@lru_cache(maxsize=2)
def _rules(part: str) -> etree.RelaxNG:
    path = jar()
    if path is None:
        raise FileNotFoundError(ARTIFACT)
    with zipfile.ZipFile(path) as opened:
        return etree.RelaxNG(etree.fromstring(opened.read(part)))
