"""The system's permissions, which bind root as well in a process of its own."""

import os
import shutil
import subprocess
import sys

import pytest

SETPRIV = shutil.which("setpriv")
IS_ROOT = os.geteuid() == 0
AS_ANYBODY = [SETPRIV, "--bounding-set=-dac_override,-dac_read_search"] if SETPRIV and IS_ROOT else []
"""Begins a command in which permissions hold for root too, whom they do not bind otherwise."""

SCRIPT = """
import sys
from pathlib import Path
from qualcode.errors import QualcodeError
{imports}
try:
    print({call})
except QualcodeError as error:
    print(error)
"""


def said_by(imports: str, call: str, *paths: object) -> str:
    """Return what a call prints where permissions hold: its value, or our error; `P[n]` is a path."""
    if IS_ROOT and not AS_ANYBODY:
        pytest.skip("permissions do not bind root, and setpriv is not installed")
    call = f"(lambda P: {call})([Path(each) for each in sys.argv[1:]])"
    script = SCRIPT.format(imports=imports, call=call)
    ran = subprocess.run(
        [*AS_ANYBODY, sys.executable, "-c", script, *map(str, paths)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stdout
