"""How large a WebP picture is, so that a page keeps a place for it before it has come."""

from __future__ import annotations

from pathlib import Path

KEY_FRAME = b"\x9d\x01\x2a"


def webp_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels of a lossy WebP picture. Raises ValueError for anything else."""
    head = path.read_bytes()[:64]
    at = head.find(KEY_FRAME)
    if head[8:15] != b"WEBPVP8" or at < 0:
        raise ValueError(f"{path} is no lossy WebP picture")
    width, height = (int.from_bytes(head[at + 3 + i : at + 5 + i], "little") & 0x3FFF for i in (0, 2))
    return width, height
