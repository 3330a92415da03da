"""A stream of an OLE compound file, the container of .xls. Chains that run in circles end."""

import struct
from collections.abc import Sequence

_HEADER, _ENTRY, _IN_HEADER = 512, 128, 109
_LAST = 0xFFFFFFFA  # sector numbers from here on say that a chain ends


class CompoundFile:
    """The container. Raises struct.error or ValueError where it is torn."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._size = 1 << min(struct.unpack_from("<H", raw, 30)[0], 16)
        self._mini_size = 1 << min(struct.unpack_from("<H", raw, 32)[0], 16)
        self._cutoff = _number(raw, 56)
        self._table = self._sectors_of_table()
        directory = self._chain(_number(raw, 48), self._table)
        self._entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]

    def stream(self, *names: str) -> bytes:
        """The stream of the first of the names that is there; empty where none is."""
        for name in names:
            for entry in self._entries:
                if _name(entry) == name:
                    return self._content(entry)
        return b""

    def _content(self, entry: bytes) -> bytes:
        start, size = _number(entry, 116), _number(entry, 120)
        if size >= self._cutoff:
            return self._chain(start, self._table)[:size]
        small = self._chain(_number(self._entries[0], 116), self._table)
        table = _numbers(self._chain(_number(self._raw, 60), self._table))
        return _joined(start, table, small, self._mini_size, 0)[:size]

    def _sectors_of_table(self) -> Sequence[int]:
        listed = [number for number in _numbers(self._raw[76 : 76 + 4 * _IN_HEADER]) if number < _LAST]
        following, left = _number(self._raw, 68), len(self._raw) // self._size
        while following < _LAST and left > 0:
            sector = _numbers(self._sector(following))
            listed += [number for number in sector[:-1] if number < _LAST]
            following, left = sector[-1], left - 1
        most = len(self._raw) // self._size + 1
        return _numbers(b"".join(self._sector(number) for number in listed[:most]))

    def _sector(self, number: int) -> bytes:
        begins = _HEADER + number * self._size
        return self._raw[begins : begins + self._size]

    def _chain(self, start: int, table: Sequence[int]) -> bytes:
        return _joined(start, table, self._raw, self._size, _HEADER)


def _joined(start: int, table: Sequence[int], raw: bytes, size: int, offset: int) -> bytes:
    parts: list[bytes] = []
    number = start
    while number < len(table) and len(parts) <= len(table):
        parts.append(raw[offset + number * size : offset + (number + 1) * size])
        number = table[number]
    return b"".join(parts)


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")


def _number(raw: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", raw, at)[0])


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
