"""How large a WebP picture is, so that a page keeps a place for it before it has come."""

from __future__ import annotations

from pathlib import Path


def webp_size(path: Path) -> tuple[int, int]:
    """Return width and height in pixels of a lossy WebP picture. Raises ValueError for anything else."""
    content = path.read_bytes()
    frame = content[content.find(b"VP8 ") + 8 :]
    if content[8:12] != b"WEBP" or frame[3:6] != b"\x9d\x01\x2a":
        raise ValueError(f"{path} is no lossy WebP picture")
    width, height = (int.from_bytes(frame[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    return width, height
