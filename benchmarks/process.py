"""CPU time and memory of a whole process with all its children."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

EDITION = [sys.executable, "-m", "edition"]
_BYTECODE = tempfile.TemporaryDirectory(prefix="edition-benchmarks-")
# Bytecode is at hand, as for an installed program, also where `make` asks for none in the checkout.
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPYCACHEPREFIX": _BYTECODE.name,
}


@dataclass(frozen=True)
class Cost:
    """Medians over the runs: CPU seconds of all processes, wall seconds, peak MiB of the tree."""

    cpu: float
    wall: float
    memory: float


def measure(command: list[str], *, runs: int = 5) -> Cost:
    """The cost of a command after one run that is not counted. Raises CalledProcessError if it fails."""
    costs = [once(command) for _ in range(runs + 1)][1:]
    return Cost(
        cpu=statistics.median(cost.cpu for cost in costs),
        wall=statistics.median(cost.wall for cost in costs),
        memory=statistics.median(cost.memory for cost in costs),
    )


def once(command: list[str]) -> Cost:
    """The cost of a command run once. Raises CalledProcessError if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_ENVIRONMENT)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
    watcher.start()
    _, err = process.communicate()
    wall = time.perf_counter() - start
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=err)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall, peak[0])


def _watch(pid: int, peak: list[float]) -> None:
    """Keep the highest sum of resident memory of a process and its descendants, in MiB (Linux)."""
    while Path(f"/proc/{pid}").exists():
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return
        except OSError:
            return
        peak[0] = max(peak[0], sum(_resident(one) for one in (pid, *_descendants(pid))))
        time.sleep(0.004)


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *_descendants(int(child))]
    except OSError:
        pass
    return found


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
