"""Working out what follows from one record only once: records never change, and builds ask the same again and again."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

R = TypeVar("R")
T = TypeVar("T")


def once(function: Callable[[R], T]) -> Callable[[R], T]:
    """Keep what a pure function makes of an object, which must be frozen and known by identity, while that lives."""
    known: WeakKeyDictionary[R, T] = WeakKeyDictionary()

    @functools.wraps(function)
    def found(record: R) -> T:
        try:
            return known[record]
        except KeyError:
            value = known[record] = function(record)
            return value

    return found
