"""Puts the parts of Pagefind's index that come in any order into one, so that the same site gives the same bytes.

Pagefind 1.5 writes the values within a filter, and the filters, in the order of a hash table (its fragments were mended in
1.3, github.com/Pagefind/pagefind/issues/638); the files are named after what is in them. A filter file is a name and its
values, each with the pages that have it; `pf_meta` names the filters; `pagefind-entry.json` names that. All but the last
are a word and CBOR (RFC 8949), of which numbers, texts and lists are used, and are packed (gzip, RFC 1952).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
import zlib
from pathlib import Path
from typing import Any

MAGIC = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
"""CBOR's major types."""


class Unknown(ValueError):
    """The index is written in another way than is known here."""


def put_in_order(folder: Path) -> None:
    """Put the index in the folder `pagefind/` in order. One that is written in another way is left as it is."""
    try:
        entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
        metas = {language: _unpacked(_meta(folder, about)) for language, about in entry["languages"].items()}
        filters = {
            name: _unpacked(folder / f"filter/{name}.pf_filter")
            for meta in metas.values()
            for _, name in meta[3]
        }
    except (Unknown, OSError, KeyError, IndexError, TypeError, ValueError):
        return
    named = {old: _in_order(folder, old, *about) for old, about in filters.items()}
    for language, meta in metas.items():
        about = entry["languages"][language]
        meta[3] = sorted([name, named[old]] for name, old in meta[3])
        _meta(folder, about).unlink()
        raw = MAGIC + encoded(meta)
        about["hash"] = f"{language}_{hashlib.sha256(raw).hexdigest()[:10]}"
        _meta(folder, about).write_bytes(packed(raw))
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    (folder / "pagefind-entry.json").write_text(text, "utf-8")


def _meta(folder: Path, about: dict[str, Any]) -> Path:
    return folder / f"pagefind.{about['hash']}.pf_meta"


def _in_order(folder: Path, old: str, name: str, values: list[Any]) -> str:
    """Write a filter with its values in the order of their letters, in place of the old one; return its new name."""
    raw = MAGIC + encoded([name, sorted(values)])
    (folder / f"filter/{old}.pf_filter").unlink()
    new = f"{old.partition('_')[0]}_{hashlib.sha256(raw).hexdigest()[:10]}"
    (folder / f"filter/{new}.pf_filter").write_bytes(packed(raw))
    return new


def _unpacked(path: Path) -> Any:
    """Return what stands in a file of the index. Raises Unknown and OSError."""
    raw = gzip.decompress(path.read_bytes())
    if not raw.startswith(MAGIC):
        raise Unknown
    value, at = _value(raw, len(MAGIC))
    if at != len(raw):
        raise Unknown
    return value


def packed(raw: bytes) -> bytes:
    """Return bytes packed as gzip does, with no time and no system in them, whatever Python does it."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(raw) + deflate.flush()
    return (
        b"\x1f\x8b\x08\0\0\0\0\0\x02\xff" + body + struct.pack("<II", zlib.crc32(raw), len(raw) & 0xFFFFFFFF)
    )


def _value(raw: bytes, at: int) -> tuple[Any, int]:
    """Return the value that begins at `at`, and where the next one does. Raises Unknown and IndexError."""
    kind, small = divmod(raw[at], 32)
    at += 1
    if small >= 28:  # reserved, or of no given length
        raise Unknown
    bytes_ = 0 if small < 24 else 1 << (small - 24)
    number = int.from_bytes(raw[at : at + bytes_], "big") if bytes_ else small
    at += bytes_
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return raw[at : at + number].decode(), at + number
    if kind != _LIST:
        raise Unknown
    values = []
    for _ in range(number):
        value, at = _value(raw, at)
        values.append(value)
    return values, at


def encoded(value: Any) -> bytes:
    """Return a number, a text or a list of them in CBOR, as short as can be."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(encoded, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + number.to_bytes(1 << power, "big")
