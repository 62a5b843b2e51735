"""What the examining process gives up before it reads the first byte of a file."""

import codecs
import ctypes
import resource
import sys
from typing import IO, Any

MB = 1024 * 1024
MEMORY_MB = 256
PROCESSOR_SECONDS = 10
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # linux/sched.h
REFUSED = ("socket.", "subprocess.", "os.", "open", "ctypes.", "shutil.", "import")


def bind(most_written: int) -> None:
    """Bounds memory, processor time and how many bytes may be written; no core file, no network."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_MB * MB),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, most_written),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_NETWORK):
        libc.unshare(NEW_USER | NEW_NETWORK)


def close_every_door() -> None:
    """From here on no file, process, socket or module is opened. This cannot be undone."""

    for letters in ("cp437", "utf-8", "utf-16"):  # names in a zip; loaded on first use
        codecs.lookup(letters)

    def refused(event: str, _: Any) -> None:
        if event.startswith(REFUSED):
            raise PermissionError(f"{event} is not for the process that looks through files.")

    sys.addaudithook(refused)


def peak_kb(status: IO[str]) -> int:
    """The most memory that this process held, in kilobytes; `status` is its own line of account.

    `ru_maxrss` begins with what the starting process held, so the kernel's own mark comes first.
    """
    status.seek(0)
    for line in status.read().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
