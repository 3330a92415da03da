"""What Lianhu writes in place of a value that a viewer may not see; coming back in a form, it says nothing."""

import re

from graph_schema.values import id_number, text

HIDDEN = "***"
_APART = re.compile(r"[\n、/,;]+")
_PIECE = re.compile(
    r"\*{3,}"  # nothing at all
    r"|[0-9]{0,4}\*{4,7}-?[0-9]{0,4}"  # 199****5678, *******5678, ****
    r"|[^\W\d_]{1,2}\*{1,3}"  # 张*, 上官**
    r"|[0-9A-Z一-鿿]{1,4}单元\*{3}"  # 1单元***
)
_SAID = frozenset((text.tidy(id_number.MASK_ZH), id_number.MASK_EN))


def is_masked(cell: object) -> bool:
    """Whether the whole cell is what a mask leaves of one value or of several: 199****5678, 张*、李*, ***.

    A part that is whole (张三、李*) makes it a cell like any other. Nobody's number or name has a star in it, so
    nothing that a roster says is lost; and what a masked cell would prove is left to who reads it (see `last4`).
    """
    if not isinstance(cell, str):
        return False
    if "*" not in cell:
        return ("校验" in cell or "checked" in cell) and text.tidy(cell) in _SAID
    written = text.tidy(cell)
    pieces = [piece.strip() for piece in _APART.split(written) if piece.strip()]
    return bool(pieces) and all(_PIECE.fullmatch(piece) for piece in pieces)


def last4(cell: object) -> tuple[str, ...]:
    """The last four digits that masked phone numbers of a cell still show; none of a cell that is not masked."""
    if not is_masked(cell):
        return ()
    return tuple(
        found[0] for piece in _APART.split(text.tidy(cell)) if (found := re.search(r"(?<=\*)[0-9]{4}$", piece))
    )
