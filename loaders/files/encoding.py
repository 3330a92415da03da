"""The text of a file in whatever encoding an office's program wrote it."""

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)
_LOOKED_AT = 2_048
_USUAL = frozenset(
    "的一人在有中号姓名性别电话号码社区网格楼栋单元户主身份证手机联系备注序男女是否无號電話樓棟戶證聯繫備註區網"
)


def decode(raw: bytes, *, declared: bool = False) -> str | None:
    """The text, None where no encoding fits. `declared`: a charset in the text's head is believed, if it fits."""
    bom = next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)
    if bom:
        return _decoded(raw, bom)
    said = _DECLARED.search(raw[:_LOOKED_AT]) if declared else None
    named = _decoded(raw, _widest(said[1].decode("ascii", "replace").lower())) if said else None
    text = named or _decoded(raw, "utf-8")
    # Of the two that accept nearly any bytes, the one that gives the signs of rosters.
    return text or max(filter(None, (_decoded(raw, "gb18030"), _decoded(raw, "big5"))), key=_usual, default=None)


def has_bom(raw: bytes) -> bool:
    """Whether the file says by its first bytes what its encoding is."""
    return raw.startswith(tuple(mark for mark, _ in _BOMS))


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if "\x00" in text else text


def _usual(text: str) -> int:
    return sum(1 for sign in text[:_LOOKED_AT] if sign in _USUAL)


def _widest(encoding: str) -> str:
    """GBK and GB2312 lie within GB18030; programs declare one and write another."""
    return "gb18030" if encoding in ("gb2312", "gbk", "x-gbk", "cp936") else encoding
