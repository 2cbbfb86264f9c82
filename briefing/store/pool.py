"""Sharing work out to all cores by forking, where that pays: the same results, in the same order, as with one core.

Children inherit what the parent has read, so nothing has to be sent to them. They end with their parent, even when that
is killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

R = TypeVar("R")

#: Fewer items than this are not worth other processes.
LEAST = 120
#: Children take turns with blocks of so many items, so that each gets work of every kind.
_BLOCK = 16
_PR_SET_PDEATHSIG = 1


def _workers() -> tuple[int, bool]:
    """How many processes to use, eight at most, and whether BRIEFING_WORKERS says so; else one for each core that we
    may use. One where forking is not possible.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1, True
    wish = os.environ.get("BRIEFING_WORKERS", "")
    if wish.isdecimal() and int(wish) > 0:
        return min(int(wish), 8), True
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8), False


def parallel_map(function: Callable[[int], R], count: int, most: int = 8) -> list[R]:
    """Call `function` with 0 to `count` - 1 and return the results in order; they must be such as can be pickled.

    Raises whatever `function` raises. A few items are not shared out, unless BRIEFING_WORKERS asks for processes, of
    which there are never more than `most`.
    """
    workers, asked_for = _workers()
    workers = min(workers, most)
    if workers < 2 or count < (2 if asked_for else LEAST):
        return [function(item) for item in range(count)]

    def blocks(number: int) -> Iterator[tuple[int, list[R]]]:
        for start in range(number * _BLOCK, count, workers * _BLOCK):
            yield start, [function(item) for item in range(start, min(start + _BLOCK, count))]

    with _children(partial(blocks, number) for number in range(workers)) as readers:
        done = _results(readers, math.ceil(count / _BLOCK))
    return [result for _, block in sorted(done, key=itemgetter(0)) for result in block]


@contextlib.contextmanager
def apart(function: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Run a function in a process of its own meanwhile, where that can be, so that what it imports is not in this one.

    What is given waits for the result, and raises whatever the function raises.
    """
    if _workers()[0] < 2:
        yield function
        return
    with _children([lambda: [function()]]) as readers:
        yield lambda: _results(readers, 1)[0]


@contextlib.contextmanager
def _children(works: Iterable[Callable[[], Iterable[Any]]]) -> Iterator[list[Connection]]:
    """Do each work in a process of its own, which sends what it yields. No child outlives the block."""
    from multiprocessing import get_context

    context = get_context("fork")
    children, readers = [], []
    for work in works:
        reader, writer = context.Pipe(duplex=False)
        child = context.Process(target=_work, args=(os.getpid(), writer, work))
        child.start()
        writer.close()
        children.append(child)
        readers.append(reader)
    try:
        yield readers.copy()
    except BaseException:
        for child in children:
            child.kill()
        raise
    finally:
        for child, reader in zip(children, readers, strict=True):
            reader.close()
            child.join()


def _work(parent: int, writer: Connection, work: Callable[[], Iterable[Any]]) -> None:
    """What a child does: send each result and, if there is one, the exception that ends the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all of us; what becomes of us, the parent decides
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # on Linux
    if os.getppid() != parent:
        return
    try:
        for result in work():
            _send(writer, result, None)
    except BaseException as error:
        _send(writer, None, error)


def _send(writer: Connection, result: object, error: BaseException | None) -> None:
    """Send with plain pickle: that of `Connection.send` looks each object up in a table of its own, which is slow."""
    writer.send_bytes(pickle.dumps((result, error), pickle.HIGHEST_PROTOCOL))


def _results(readers: list[Connection], expected: int) -> list[Any]:
    """Every result, as they came, when all children have ended. Raises what one of them raised."""
    from multiprocessing.connection import Connection, wait

    results = []
    while readers:
        for reader in wait(readers):
            assert isinstance(reader, Connection)
            try:
                result, error = pickle.loads(reader.recv_bytes())
            except EOFError:
                readers.remove(reader)
                continue
            if error is not None:
                raise error
            results.append(result)
    if len(results) < expected:
        raise RuntimeError("a part of the build ended early; build again")
    return results
