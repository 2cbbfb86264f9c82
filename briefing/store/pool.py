"""Sharing work out to all cores by forking, where that pays. Same results, in the same order, with one core or many.

Children inherit what the parent has read, so nothing has to be sent to them; they end with their parent, even when that
is killed. Imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import pickle
import selectors
import signal
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any, TypeVar

R = TypeVar("R")

#: Fewer items than this are done at once in one process.
LEAST = 120
_BLOCK = 16
#: So many results travel together.
_BATCH = 256


def count() -> int:
    """How many processes to use: BRIEFING_WORKERS, else the cores this process may use; 1 where forking is not
    possible.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    wish = os.environ.get("BRIEFING_WORKERS", "")
    if wish.isdecimal() and int(wish) > 0:
        return int(wish)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parallel_map(function: Callable[[int], R], items: int) -> list[R]:
    """Call `function` with 0 to `items` - 1 and return the results in order.

    Whatever `function` raises is raised here. Results travel as pickles, so they must be plain.
    """
    workers = min(count(), 8)
    if items < LEAST or workers < 2:
        return [function(item) for item in range(items)]
    children = [_start(function, items, number, workers) for number in range(workers)]
    results: dict[int, R] = {}
    try:
        for done, error in _gather([reader for _, reader in children]):
            if error is not None:
                raise error
            results.update(done)
    except BaseException:
        for pid, _ in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        raise
    finally:
        for pid, reader in children:
            os.close(reader)
            os.waitpid(pid, 0)
    if len(results) != items:
        raise RuntimeError("a part of the build ended early; build again")
    return [results.pop(item) for item in range(items)]


@contextlib.contextmanager
def apart(function: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Run a function in a process of its own meanwhile, where that can be; what is given waits for its result.

    So what it imports is not in this process. Whatever it raises is raised when it is asked.
    """
    if count() < 2:
        yield function
        return
    pid, reader = _start(lambda _: function(), 1, 0, 1)

    def result() -> R:
        for done, error in _gather([reader]):
            if error is not None:
                raise error
            found: R = done[0]
            return found
        raise RuntimeError("a part of the build ended early; build again")

    try:
        yield result
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        raise
    finally:
        os.close(reader)
        os.waitpid(pid, 0)


def _own(items: int, number: int, workers: int) -> list[int]:
    """The items of one worker: every so many blocks, so that all get work of every kind."""
    return [
        item
        for start in range(number * _BLOCK, items, workers * _BLOCK)
        for item in range(start, min(start + _BLOCK, items))
    ]


def _start(function: Callable[[int], Any], items: int, number: int, workers: int) -> tuple[int, int]:
    reader, writer = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    code = 1
    try:
        _end_with(parent)
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            done: dict[int, Any] = {}
            error: BaseException | None = None
            try:
                for item in _own(items, number, workers):
                    done[item] = function(item)
                    if len(done) == _BATCH:
                        _send(pipe, (done, None))
                        done = {}
            except BaseException as problem:
                error = problem
            _send(pipe, (done, error))
        code = 0
    finally:
        os._exit(code)


def _end_with(parent: int) -> None:
    """Ask Linux to end this process when its parent ends."""
    set_parent_death_signal = 1
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all of us; what becomes of us, the parent decides
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _send(pipe: IO[bytes], value: object) -> None:
    """Write a value with its length before it."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(8, "big"))
    pipe.write(data)


def _gather(readers: list[int]) -> Iterator[Any]:
    """Every value that comes through the pipes, read side by side; one that was not sent whole is left out."""
    waiting = {reader: bytearray() for reader in readers}
    with selectors.DefaultSelector() as selector:
        for reader in readers:
            selector.register(reader, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                part = os.read(key.fd, 1 << 20)
                if not part:
                    selector.unregister(key.fd)
                    continue
                held = waiting[key.fd]
                held += part
                while len(held) >= 8 and len(held) >= (end := 8 + int.from_bytes(held[:8], "big")):
                    yield pickle.loads(memoryview(held)[8:end].tobytes())
                    del held[:end]
