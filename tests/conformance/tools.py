"""Where the checkers are that Python does not bring; .ci/conformance-tools installs them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_MODULES = ROOT / ".tools" / "node_modules"


def require(tool: str) -> str:
    """The path of a command (`java`), or of a file below the project (`.tools/…/vnu.jar`).

    Without it the test is skipped; where the environment says CI it fails, since there nobody would notice.
    """
    found = shutil.which(tool) or str(ROOT / tool)
    if Path(found).exists():
        return found
    reason = f"{tool} is not installed; .ci/conformance-tools installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
