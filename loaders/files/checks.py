"""What is checked of a file before anything parses it: size, signature, password, and what it would unpack to."""

import re
import zipfile
import zlib
from pathlib import Path

from graph_schema.problems import FileRefused

MAX_FILE = 60_000_000  # bytes on disk
MAX_UNPACKED = 200_000_000  # bytes that the zip directory declares; 240 MB cost a parser 1.1 GB of memory
MAX_MEMBERS = 5_000
MAX_RATIO, RATIO_FROM = 200, 20_000_000  # honest workbooks reach 1:100; small members may be all the same byte

WORKBOOK_ENDINGS = (".xlsx", ".xlsm")
OLE_ENDINGS = (".xls", ".et")
TEXT_ENDINGS = (".csv", ".tsv", ".txt")

_ZIP = b"PK\x03\x04"
_ZIP_EMPTY = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MARKUP = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00", b"\xfe\xff\x00<", b"MIME-Version")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|table|head|meta|body|tr)\b", re.IGNORECASE)
_SPREADSHEET = re.compile(rb"<(?:\w+:)?Workbook\b|urn:schemas-microsoft-com:office:spreadsheet|mso-application")
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_PROLOG = 4_096  # bytes of an XML part in which a document type would stand


def check(path: Path) -> str:
    """The kind of the file: xlsx, xls, html, xml or text. Raises FileRefused."""
    if not path.is_file():
        raise FileRefused("file_not_a_workbook", file=path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_PROLOG)
    except OSError:
        raise FileRefused("file_corrupt", file=path.name) from None
    if size == 0:
        raise FileRefused("file_empty", file=path.name)
    if size > MAX_FILE:
        raise FileRefused("file_expands_too_much", file=path.name)
    kind = _kind(path, head)
    if kind == "xlsx":
        _check_zip(path)
    if kind == "xls" and _ENCRYPTED_STREAM in path.read_bytes():
        raise FileRefused("file_encrypted", file=path.name)
    return kind


def _kind(path: Path, head: bytes) -> str:
    """By signature and extension together: an extension that lies is refused, a password is told first."""
    ending = path.suffix.lower()
    ole = head.startswith(_OLE)
    if ole and ending in (*WORKBOOK_ENDINGS, *OLE_ENDINGS) and _ENCRYPTED_STREAM in path.read_bytes():
        raise FileRefused("file_encrypted", file=path.name)
    if ending in WORKBOOK_ENDINGS and head.startswith(_ZIP):
        return "xlsx"
    if ending in OLE_ENDINGS and (ole or head.startswith(_BIFF)):
        return "xls"
    if ending in OLE_ENDINGS and _markup(head):
        return _markup(head)
    if ending in TEXT_ENDINGS and not head.startswith((_ZIP, _ZIP_EMPTY, _OLE, *_MARKUP)) and not _is_binary(head):
        return "text"
    torn = ending in (*WORKBOOK_ENDINGS, *OLE_ENDINGS) and _is_torn(head)
    raise FileRefused("file_corrupt" if torn else "file_not_a_workbook", file=path.name)


def _markup(head: bytes) -> str:
    """html or xml, as programs save tables under the name .xls; "" for anything else."""
    bare = head.removeprefix(_BOMS[0]).lstrip()
    if head.startswith(_BOMS[1:]):
        bare = head.replace(b"\x00", b"")[2:].lstrip()
    if not bare.startswith(b"<"):
        return ""
    if bare.startswith((b"<?xml", b"<Workbook", b"<ss:Workbook")) and _SPREADSHEET.search(bare):
        return "xml"
    return "html" if _HTML.search(bare) else ""


def _is_binary(head: bytes) -> bool:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return b"\x00" in head and not wide


def _is_torn(head: bytes) -> bool:
    """Zeros, or less than a signature: what a download that broke off leaves behind."""
    return len(head) < 8 or not head.strip(b"\x00")


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 0x1 for member in members):
                raise FileRefused("file_encrypted", file=path.name)
            if (
                len(members) > MAX_MEMBERS
                or sum(m.file_size for m in members) > MAX_UNPACKED
                or any(map(_swells, members))
            ):
                raise FileRefused("file_expands_too_much", file=path.name)
            if not any(member.filename.lower().endswith("xl/workbook.xml") for member in members):
                raise FileRefused("file_not_a_workbook", file=path.name)
            if any(_declares(archive, member) for member in members):
                raise FileRefused("file_unsafe", file=path.name)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        raise FileRefused("file_corrupt", file=path.name) from None


def _swells(member: zipfile.ZipInfo) -> bool:
    return member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1)


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a part that is read begins with a document type: no spreadsheet program writes one, XML bombs need it."""
    if not member.filename.lower().endswith((".xml", ".rels")) or member.file_size == 0:
        return False
    with archive.open(member) as part:
        return bool(_DECLARATIONS.search(part.read(_PROLOG)))
