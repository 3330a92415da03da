"""Every poisoned file: how it is made, what it is called, and the code of the problem that it is answered with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.poison import cells, packages, texts


@dataclass(frozen=True)
class Poison:
    """One file. `problem` is of the file, of its table or of a cell; "" where reading it does no harm."""

    name: str
    make: Callable[[Path], object]
    problem: str


def _of(name: str, content: bytes, problem: str) -> Poison:
    return Poison(name, lambda path: path.write_bytes(content), problem)


def _cell(name: str, column: int, cell: str | float, problem: str) -> Poison:
    return Poison(f"{name}.xlsx", lambda path: cells.write(path, column, cell), problem)


_TEXTS = (
    _of("空.xlsx", b"", "file_empty"),
    _of("空.csv", b"", "file_empty"),
    _of("全是零.xlsx", bytes(2_048), "file_corrupt"),
    _of("半个签名.xlsx", b"PK\x03", "file_corrupt"),
    _of("只有签名.xlsx", b"PK\x03\x04" + bytes(60), "file_corrupt"),
    _of("空压缩包.xlsx", b"PK\x05\x06" + bytes(18), "file_not_a_workbook"),
    _of("图片.xlsx", texts.PICTURE, "file_not_a_workbook"),
    _of("图片.csv", texts.PICTURE, "file_not_a_workbook"),
    _of("程序.xlsx", texts.PROGRAM, "file_not_a_workbook"),
    _of("程序.exe", texts.PROGRAM, "file_not_a_workbook"),
    _of("没有扩展名", b"a,b,c\n1,2,3\n", "file_not_a_workbook"),
    _of("文档.pdf", b"%PDF-1.7", "file_not_a_workbook"),
    _of("网页.xlsx", texts.SCRIPTED, "file_not_a_workbook"),
    _of("网页.csv", texts.ERROR_PAGE, "file_not_a_workbook"),
    _of("出错页.xls", texts.ERROR_PAGE, "file_not_a_workbook"),
    _of("带脚本的网页.xls", texts.SCRIPTED, "file_without_table"),
    _of("极宽的合并.xls", texts.WIDE_CELL, "file_without_table"),
    _of("表中有表.xls", texts.TABLES_IN_TABLES, "file_expands_too_much"),
    _of("标签不闭合.xls", texts.UNCLOSED, "file_without_table"),
    _of("一串尖括号.xls", texts.SIGNS, "file_not_a_workbook"),
    _of("实体炸弹.xls", texts.LAUGHING, "file_unsafe"),
    _of("外部实体.xls", texts.REACHING, "file_unsafe"),
    _of("行号极大.xls", texts.FAR_ROW, "file_expands_too_much"),
    _of("列号极大.xls", texts.FAR_CELL, "file_expands_too_much"),
    _of("合并极大.xls", texts.WIDE_MERGE, "file_expands_too_much"),
    _of("数不是数.xls", texts.NO_NUMBER, "file_corrupt"),
    _of("日期不是日期.xls", texts.NO_DATE, "file_corrupt"),
    _of("行号是负数.xls", texts.BAD_INDEX, "file_corrupt"),
    _of("残缺的标记.xls", texts.TORN_XML, "file_corrupt"),
    _of("别的标记.xls", texts.OTHER_XML, "file_not_a_workbook"),
    _of("引号不闭合.csv", texts.QUOTE_OPEN, "file_corrupt"),
    _of("一格两兆.csv", texts.LONG_CELL, "file_corrupt"),
    _of("四万列.csv", texts.WIDE_LINE, "file_expands_too_much"),
    _of("只有分隔符.csv", texts.SEPARATORS, "file_without_table"),
    _of("半个字.csv", texts.HALF_SIGN, "file_corrupt"),
    _of("半个代理对.csv", texts.HALF_PAIR, "file_corrupt"),
    _of("夹着零字节.csv", texts.ZEROS_INSIDE, "file_not_a_workbook"),
    _of("别的格式.csv", texts.JSON, "file_without_table"),
    _of("乱码.csv", texts.RANDOM, "file_not_a_workbook"),
    _of("加密.xlsx", texts.ENCRYPTED, "file_encrypted"),
    _of("加密.xls", texts.ENCRYPTED, "file_encrypted"),
    _of("残缺.xls", texts.TORN_OLE, "file_corrupt"),
    _of("绕圈.xls", texts.LOOPING_OLE, "file_corrupt"),
    _of("残缺的记录.xls", texts.TORN_BIFF, "file_corrupt"),
    _of("公式名.xls=cmd", texts.PROGRAM, "file_not_a_workbook"),
    _of("名" * 60 + ".csv", texts.SEPARATORS, "file_without_table"),
)
_PACKAGES = (
    Poison("断了.xlsx", packages.torn, "file_corrupt"),
    Poison("改了字节.xlsx", packages.flipped, "file_corrupt"),
    Poison("自称三吉.xlsx", packages.declares_much, "file_expands_too_much"),
    Poison("胀大千倍.xlsx", packages.swells, "file_expands_too_much"),
    Poison("自称一千字节.xlsx", packages.declares_little, "file_corrupt"),
    Poison("部件加密.xlsx", packages.encrypted_parts, "file_encrypted"),
    Poison("六千部件.xlsx", packages.many_parts, "file_expands_too_much"),
    Poison("文字文档.xlsx", packages.other_document, "file_not_a_workbook"),
    Poison("包中有包.xlsx", packages.zip_in_zip, "file_corrupt"),
    Poison("文字炸弹.xlsx", packages.laughing_strings, "file_unsafe"),
    Poison("表格炸弹.xlsx", packages.laughing_sheet, "file_unsafe"),
    Poison("指向文件的实体.xlsx", packages.entity_of_a_file, "file_unsafe"),
    Poison("关系里的实体.xlsx", packages.entity_in_relations, "file_unsafe"),
    Poison("缺了工作表.xlsx", packages.without_sheet, "file_corrupt"),
    Poison("工作表指向别处.xlsx", packages.relation_outside, "file_corrupt"),
    Poison("部件名爬出去.xlsx", packages.climbing_part, "roster_unknown"),
    Poison("没有这些文字.xlsx", packages.unknown_strings, "file_corrupt"),
    Poison("最后一格.xlsx", packages.far_cell, "file_without_table"),
    Poison("自称很大.xlsx", packages.lying_dimension, "file_without_table"),
    Poison("不存在的格.xlsx", packages.impossible_cells, "file_corrupt"),
    Poison("二十万层.xlsx", packages.deep_markup, "file_without_table"),
    Poison("标记没写完.xlsx", packages.broken_markup, "file_corrupt"),
    Poison("工作表是乱码.xlsx", packages.binary_sheet, "file_corrupt"),
    Poison("只有深藏的表.xlsx", packages.hidden_alone, "file_without_table"),
    Poison("外链和宏.xlsm", packages.linked, "roster_unknown"),
)
POISONS = (*_TEXTS, *_PACKAGES, *(_cell(name, *said) for name, said in cells.CELLS.items()))
