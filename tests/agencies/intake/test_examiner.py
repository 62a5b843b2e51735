"""The process that looks through a file is bounded, and what becomes of it is nobody else's loss."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accounts.intake.process import ROOT
from accounts.rules.refusal import Refused
from agencies.intake import examiner
from agencies.intake.examiner import examine
from tests.agencies.intake.good_files import pdf

BIND = "from accounts.intake import bounds; bounds.bind(1024); "


def in_the_process(words: str) -> str:
    """What Python says of these words once the bounds are set."""
    ended = subprocess.run(
        [sys.executable, "-c", BIND + words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return f"{ended.returncode} {ended.stderr}"


def instead(words: str) -> Callable[..., Any]:
    """A start of the process that runs these words in its place."""
    real = subprocess.Popen

    def started(command: list[str], **how: Any) -> Any:
        return real([sys.executable, "-c", words], **how)

    return started


FATES = {
    "dies": "import os; os.kill(os.getpid(), 9)",
    "ends without a word": "",
    "ends badly": 'print(\'{"finding": null, "pages": 1, "peak_kb": 1}\'); raise SystemExit(3)',
    "speaks other words": "print('all is well')",
    "answers with a list": "print('[]')",
    "finds what nobody knows": 'print(\'{"finding": "nothing", "pages": 1, "peak_kb": 1}\')',
    "never ends": "import time; time.sleep(60)",
    "runs in a circle": "while True: pass",
}


@pytest.mark.parametrize("fate", FATES)
def test_whatever_becomes_of_it_is_a_refusal_and_the_next_file_comes_in(
    fate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", instead(FATES[fate]))
        patch.setattr(examiner, "SECONDS", 1.0)
        with pytest.raises(Refused, match="took too long or too much memory"):
            examine(pdf(), "report.pdf")
    assert time.monotonic() - began < 5
    assert examine(pdf(), "report.pdf").pages == 1


def test_a_picture_that_is_not_handed_back_does_not_come_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = 'print(\'{"finding": null, "pages": 1, "peak_kb": 1}\')'
    monkeypatch.setattr(subprocess, "Popen", instead(words))
    with pytest.raises(Refused):
        examine(b"\xff\xd8\xff", "photo.jpg")


def test_more_than_a_few_at_once_wait_and_then_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "_at_once", threading.BoundedSemaphore(1))
    monkeypatch.setattr(examiner, "WAIT_SECONDS", 0.05)
    with examiner._at_once, pytest.raises(Refused, match="Try again in a minute"):
        examine(pdf(), "report.pdf")
    assert examine(pdf(), "report.pdf").pages == 1


def test_it_may_hold_only_so_much_memory() -> None:
    assert "MemoryError" in in_the_process("bytearray(256 * 1024 * 1024)")
    assert in_the_process("bytearray(64 * 1024 * 1024)").startswith("0 ")


def test_it_may_use_only_so_much_of_the_processor() -> None:
    said = in_the_process(
        "import resource; assert resource.getrlimit(resource.RLIMIT_CPU) == (10, 10)"
    )
    assert said.startswith("0 ")


@pytest.mark.parametrize(
    "words",
    [
        "import socket; bounds.close_every_door(); socket.socket()",
        "import subprocess; bounds.close_every_door(); subprocess.run(['true'])",
        "import os; bounds.close_every_door(); os.system('true')",
        "import os; bounds.close_every_door(); os.listdir('/')",
        "bounds.close_every_door(); open('/etc/passwd')",
        "bounds.close_every_door(); import decimal",
    ],
)
def test_it_opens_nothing_once_the_file_is_read(words: str) -> None:
    assert "is not for the process that looks through files" in in_the_process(words)


def test_it_has_no_network_even_before() -> None:
    said = in_the_process(
        "import socket; s = socket.socket(); s.settimeout(2); s.connect(('127.0.0.1', 9))"
    )
    assert "unreachable" in said


def test_it_knows_nothing_of_our_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET_KEY", "must-not-travel")
    told = tmp_path / "told"
    words = f"import os; open({str(told)!r}, 'w').write(repr((dict(os.environ), os.listdir())))"
    monkeypatch.setattr(subprocess, "Popen", instead(words))
    with pytest.raises(Refused):
        examine(pdf(), "report.pdf")
    assert "must-not-travel" not in told.read_text()
    assert "ISP_" not in told.read_text()
    assert told.read_text().endswith("[])")
