"""The process that draws papers: the only place where WeasyPrint is imported.

Started by `renderer.py` as `python -m isp_portal.documents.worker SECONDS MEMORY_MB`. It binds
itself (memory, processor time, no network, no core file) before it reads the first job, loads the
style sheets and the fonts once, and then answers jobs on its standard input until that is closed.
Every message is a length in four bytes followed by that many bytes.
"""

import ctypes
import json
import os
import resource
import struct
import sys
from functools import cache
from typing import IO, Any

from isp_portal.documents.styles import FOLDER, STYLES, sheet_names

FONTS = FOLDER.parent.parent / "fonts" / "paper"
LENGTH = struct.Struct(">I")
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # linux/sched.h
MB = 1024 * 1024


def bind(memory_mb: int) -> None:
    """Give up what drawing a paper does not need. Where the kernel refuses, sockets still fail."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * MB, memory_mb * MB))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * MB, 64 * MB))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_NETWORK):
        libc.unshare(NEW_USER | NEW_NETWORK)
    refuse("socket.")


def refuse(*beginnings: str) -> None:
    """From here on, fail whatever Python announces under these names. This cannot be undone."""

    def refused(event: str, _: Any) -> None:
        if event.startswith(beginnings):
            raise PermissionError(f"{event} is not for the process that draws papers.")

    sys.addaudithook(refused)


def allow_processor(seconds: float) -> None:
    """Let this job use `seconds` more of the processor, then be stopped by SIGXCPU."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(usage.ru_utime + usage.ru_stime + seconds) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def bundled_files() -> dict[str, bytes]:
    """The only things that a paper may ask for, by their exact address."""
    return {font.as_uri(): font.read_bytes() for font in sorted(FONTS.glob("*.ttf"))}


def make_press() -> Any:
    """A function from HTML to PDF that keeps the style sheets, one font set and one fetcher."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    from isp_portal.documents.tag_tree import finish

    files = bundled_files()

    class OnlyBundled(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in files:
                raise PermissionError("A paper fetches nothing.")
            return URLFetcherResponse(url, files[url], {"Content-Type": "font/ttf"})

    fetcher, fonts = OnlyBundled(), FontConfiguration()

    @cache
    def sheet(name: str) -> Any:
        path = FOLDER / name
        return CSS(
            string=path.read_text(),
            base_url=path.as_uri(),
            url_fetcher=fetcher,
            font_config=fonts,
        )

    for name in sorted({name for names in STYLES.values() for name in names}):
        sheet(name)

    def press(html: str, identifier: str, title: str, styles: str) -> tuple[bytes, int]:
        drawn = HTML(string=html, url_fetcher=fetcher).write_pdf(
            font_config=fonts,
            stylesheets=[sheet(name) for name in sheet_names(styles)],
            pdf_variant="pdf/ua-1",
            pdf_identifier=bytes.fromhex(identifier),
        )
        return finish(drawn, title)

    return press


def serve(jobs: IO[bytes], answers: IO[bytes], seconds: float) -> None:
    """Answer jobs one after another until no more come."""
    press = make_press()
    refuse("subprocess.", "os.exec", "os.fork", "os.system", "os.posix_spawn")
    answers.write(LENGTH.pack(0))  # ready: the clock of the first job starts after this
    answers.flush()
    while (head := read(jobs)) is not None:
        job, html = json.loads(head), (read(jobs) or b"").decode()
        allow_processor(seconds)
        try:
            pdf, pages = press(html, job["identifier"], job["title"], job["styles"])
        except Exception:  # whatever went wrong, the next job must find the worker well
            pdf, pages = b"", 0
        resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for part in (
            json.dumps({"ok": bool(pdf), "pages": pages, "resident_kb": resident}).encode(),
            pdf,
        ):
            answers.write(LENGTH.pack(len(part)) + part)
        answers.flush()


def read(pipe: IO[bytes]) -> bytes | None:
    """The next message, or None when the other end is closed."""
    size = pipe.read(LENGTH.size)
    if len(size) < LENGTH.size:
        return None
    return pipe.read(LENGTH.unpack(size)[0])


def main() -> None:
    seconds, memory_mb = float(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not look like an answer
    bind(memory_mb)
    serve(sys.stdin.buffer, answers, seconds)


if __name__ == "__main__":
    main()
