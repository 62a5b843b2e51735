"""The process that draws papers is kept on a short lead, and its failures stay its own."""

import http.server
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from isp_portal.documents.facts import fingerprint
from isp_portal.documents.paper import plan_html, plan_pdf
from isp_portal.documents.renderer import (
    ROOT,
    Renderer,
    RenderFailed,
    TookTooLong,
    WorkerDied,
)
from tests.documents.reading import text_of
from tests.documents.samples import PLAN

IDENTIFIER = "ab" * 32
SMALL = "<html lang='en-GB'><title>Small</title><p>Wait until she looks.</p></html>"
RUNAWAY = "<html lang='en-GB'><title>Bomb</title>" + "<div style='display:flex'>" * 24 + "x"


@pytest.fixture
def press() -> Iterator[Renderer]:
    renderer = Renderer(seconds=4)
    yield renderer
    renderer.close()


def draw(press: Renderer, html: str = SMALL) -> bytes:
    return press.render(html, title="Small", identifier=IDENTIFIER, styles="plan").pdf


def test_the_same_facts_give_the_same_bytes_from_another_worker(plan_paper: bytes) -> None:
    press = Renderer()
    try:
        title = "Individual Support Plan 3, version 2: Zosia"
        again = press.render(
            plan_html(PLAN), title=title, identifier=fingerprint(PLAN), styles="plan"
        ).pdf
    finally:
        press.close()
    assert again == plan_paper == plan_pdf(PLAN)


def test_a_paper_that_runs_away_is_stopped_and_the_next_one_is_made(press: Renderer) -> None:
    draw(press)
    first = press.worker_pid
    began = time.monotonic()
    with pytest.raises(TookTooLong, match="not ready after 4 seconds"):
        draw(press, RUNAWAY)
    assert time.monotonic() - began < 12
    assert "Waituntilshelooks." in text_of(draw(press))
    assert press.worker_pid != first


def test_a_worker_that_never_becomes_ready_is_answered_in_words(
    press: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isp_portal.documents.renderer.START_SECONDS", 0.01)
    with pytest.raises(WorkerDied, match="cannot be made just now"):
        draw(press)
    monkeypatch.undo()
    assert draw(press).startswith(b"%PDF-")


def test_a_worker_that_dies_is_replaced(press: Renderer) -> None:
    draw(press)
    assert press.worker_pid
    threading.Timer(0.5, os.kill, (press.worker_pid, signal.SIGKILL)).start()
    with pytest.raises(WorkerDied):
        draw(press, RUNAWAY)
    assert draw(press).startswith(b"%PDF-")


def test_a_worker_that_died_between_papers_is_not_noticed(press: Renderer) -> None:
    draw(press)
    assert press.worker_pid
    os.kill(press.worker_pid, signal.SIGKILL)
    time.sleep(0.2)
    assert draw(press).startswith(b"%PDF-")


def test_the_worker_may_hold_only_so_much_memory(press: Renderer) -> None:
    draw(press)
    limits = Path(f"/proc/{press.worker_pid}/limits").read_text()
    (line,) = [line for line in limits.splitlines() if line.startswith("Max address space")]
    assert line.split()[3:5] == [str(1536 * 1024 * 1024)] * 2


def test_a_paper_that_wants_more_memory_fails_and_the_next_one_is_made() -> None:
    press = Renderer(memory_mb=350)
    try:
        with pytest.raises(RenderFailed):
            draw(press, "<html lang='en-GB'><title>Big</title>" + "<p>a<b>b</b>" * 25_000)
        assert draw(press).startswith(b"%PDF-")
    finally:
        press.close()


def test_the_worker_knows_nothing_of_our_environment(
    press: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "must-not-travel")
    draw(press)
    environment = Path(f"/proc/{press.worker_pid}/environ").read_bytes()
    assert b"must-not-travel" not in environment
    assert b"ISP_" not in environment
    assert os.listdir(f"/proc/{press.worker_pid}/cwd") != os.listdir(ROOT)


def test_a_paper_cannot_take_a_file_with_it(press: Renderer, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("private words")
    drawn = draw(
        press,
        f"<html lang='en-GB'><title>x</title><link rel=attachment href='{secret.as_uri()}'>"
        f"<link rel=stylesheet href='{secret.as_uri()}'><img alt='' src='file:///etc/passwd'>"
        f"<p>Left</p><object data='{secret.as_uri()}'></object>",
    )
    with pikepdf.open(BytesIO(drawn)) as pdf:
        assert not pdf.attachments
    assert "Left" in text_of(drawn)


def test_a_paper_reaches_nobody_over_the_network(press: Renderer) -> None:
    asked: list[str] = []

    class Listening(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        draw(
            press,
            f"<html lang='en-GB'><title>x</title><link rel=stylesheet href='{address}/a.css'>"
            f"<img alt='' src='{address}/b.png'><style>@import url({address}/c.css)</style>",
        )
        server.shutdown()
    assert asked == []


def test_the_worker_cannot_open_a_socket_whatever_it_is_told() -> None:
    words = (
        "from isp_portal.documents.worker import bind; bind(1536); import socket; socket.socket()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "PermissionError: socket.__new__" in ended.stderr


def test_a_page_too_long_to_try_is_refused_at_once(press: Renderer) -> None:
    with pytest.raises(TookTooLong, match="too much text"):
        draw(press, "x" * 1_000_001)
    assert press.worker_pid is None


def test_a_worker_is_replaced_after_its_share_of_papers(
    press: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isp_portal.documents.renderer.MOST_JOBS", 2)
    draw(press)
    first = press.worker_pid
    draw(press)
    assert press.worker_pid is None
    draw(press)
    assert press.worker_pid != first


def test_the_worker_leaves_when_its_owner_does(press: Renderer) -> None:
    draw(press)
    process = press._process
    assert process
    assert process.stdin
    process.stdin.close()
    assert process.wait(timeout=5) == 0
