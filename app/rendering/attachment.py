"""A workbook as the answer to a request: the browser keeps it under its own name."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attached(name: str, content: bytes) -> Response:
    """The workbook; browsers that cannot read a Chinese name keep it as file.xlsx."""
    told = f"attachment; filename=\"file.xlsx\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, mimetype=WORKBOOK, headers={"Content-Disposition": told})
