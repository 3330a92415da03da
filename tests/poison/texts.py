"""Poisoned text, HTML and XML files."""

from tests.poison.packages import LAUGHS, OUTSIDE

_SPACE = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
_BEGIN, _END = f'<Workbook {_SPACE}><Worksheet ss:Name="表"><Table>', "</Table></Worksheet></Workbook>"


def spreadsheet(inside: str, prolog: str = "") -> bytes:
    """An XML Spreadsheet 2003 with these rows."""
    return f'<?xml version="1.0"?>{prolog}{_BEGIN}{inside}{_END}'.encode()


LAUGHING = spreadsheet('<Row><Cell><Data ss:Type="String">&l9;</Data></Cell></Row>', LAUGHS)
REACHING = spreadsheet('<Row><Cell><Data ss:Type="String">&e;</Data></Cell></Row>', OUTSIDE)
FAR_ROW = spreadsheet('<Row ss:Index="999999999"><Cell><Data ss:Type="String">x</Data></Cell></Row>')
FAR_CELL = spreadsheet('<Row><Cell ss:Index="99999999"><Data ss:Type="String">x</Data></Cell></Row>')
WIDE_MERGE = spreadsheet('<Row><Cell ss:MergeAcross="999999999"><Data ss:Type="String">x</Data></Cell></Row>')
NO_NUMBER = spreadsheet('<Row><Cell><Data ss:Type="Number">十二</Data></Cell></Row>')
NO_DATE = spreadsheet('<Row><Cell><Data ss:Type="DateTime">9999-99-99T00:00:00.000</Data></Cell></Row>')
BAD_INDEX = spreadsheet('<Row ss:Index="-3e9"><Cell><Data ss:Type="String">x</Data></Cell></Row>')
TORN_XML = spreadsheet('<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>')[:-40]
OTHER_XML = b'<?xml version="1.0"?><note><to>x</to></note>'

ERROR_PAGE = b"<html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>"
WIDE_CELL = b"<table>" + b'<tr><td colspan="999999999" rowspan="999999999">x</td></tr>' * 50 + b"</table>"
TABLES_IN_TABLES = b"<table><tr><td>x" * 5_000
UNCLOSED = b"<table><tr><td>" + b"<b><i><td>x" * 20_000
SCRIPTED = "<html><table><tr><td><script>alert(1)</script><img src=x onerror=alert(1)>甲</td></tr></table>".encode()
SIGNS = b"<table>" + b"<" * 50_000

QUOTE_OPEN = '姓名,手机号码,楼栋\n"张三,19900000001,1栋\n李四,19900000002,2栋\n'.encode()
LONG_CELL = b'"' + b"x" * 2_000_000 + b'",1\n'
WIDE_LINE = b"x," * 40_000 + b"\n"
SEPARATORS = b",,,,\n" * 500
HALF_SIGN = b"\xff\xfe" + "姓名,电话".encode("utf-16-le")[:-1]
HALF_PAIR = b"\xff\xfe" + b"\x00\xd8" * 9
ZEROS_INSIDE = b"a,b\n\x00\x01\x02,c\n"
JSON = b'{"rows": [{"name": "x"}]}'
RANDOM = bytes((n * 7919 + n // 3) % 251 + 1 for n in range(4_000))
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
TORN_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOOPING_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00" + bytes(4_000)
TORN_BIFF = b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\xff" * 200
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
PROGRAM = b"MZ\x90\x00" + bytes(100)
