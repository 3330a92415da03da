"""What can be wrong with a file, its table and its columns."""

from graph_schema.problems.problem import Problem

COLUMN_MISSING = Problem(
    "column_missing",
    "缺少必需的列“{value}”",
    "The column {value} is needed and missing",
    "补上这一列，标题照“{value}”写",
    "Add it, under the heading {value}",
)
COLUMN_UNKNOWN = Problem(
    "column_unknown",
    "没有用到“{value}”这一列",
    "The column {value} is not used",
    "不需要处理；若本该用到，请核对标题的写法",
    "Nothing need be done; if it should be used, check how its heading is written",
)
ROSTER_UNKNOWN = Problem(
    "roster_unknown",
    "认不出这是哪种名册（表头：{headings}）",
    "No roster has these headings ({headings})",
    "最接近的是“{nearest}”；请照它的表头填写",
    "The nearest is {nearest}: use its headings",
)
FILE_ENCRYPTED = Problem(
    "file_encrypted",
    "文件有打开密码（{file}）",
    "The file needs a password ({file})",
    "去掉密码另存后再导入",
    "Save it without the password, then load it",
)
FILE_CORRUPT = Problem(
    "file_corrupt",
    "文件不完整或已损坏（{file}）",
    "The file is torn or damaged ({file})",
    "重新下载或重新另存后再导入",
    "Download or save it again, then load it",
)
FILE_EXPANDS_TOO_MUCH = Problem(
    "file_expands_too_much",
    "文件解压后过大（{file}）",
    "The file is too large when unpacked ({file})",
    "删去空白行列和图片，或拆成几个文件",
    "Delete blank rows, columns and pictures, or split it",
)
FILE_NOT_A_WORKBOOK = Problem(
    "file_not_a_workbook",
    "内容不是它的扩展名所说的表格（{file}）",
    "It is not the kind of workbook that its name says ({file})",
    "用表格软件打开，另存为 .xlsx 后再导入",
    "Open it in a spreadsheet program and save it as .xlsx",
)
FILE_WITHOUT_TABLE = Problem(
    "file_without_table",
    "没有找到表头（{file}）",
    "There is no header row anywhere ({file})",
    "确认有一行写着各列标题",
    "See that one row holds the headings",
)
FILE_EMPTY = Problem(
    "file_empty",
    "文件是空的，0字节（{file}）",
    "The file is empty, zero bytes ({file})",
    "重新保存或重新拷贝后再导入",
    "Save or copy it again, then load it",
)
FILE_UNSAFE = Problem(
    "file_unsafe",
    "文件里有表格软件不会写的实体定义，不予读取（{file}）",
    "The file defines entities, which no spreadsheet program writes; it is not read ({file})",
    "用表格软件打开，另存为 .xlsx 后再导入",
    "Open it in a spreadsheet program and save it as .xlsx",
)
FILE_TOO_SLOW = Problem(
    "file_too_slow",
    "读这个文件超过了限定的时间（{file}）",
    "Reading the file takes longer than it may ({file})",
    "删去空白行列和图片，或拆成几个文件",
    "Delete blank rows, columns and pictures, or split it",
)
ROWS_HIDDEN = Problem(
    "rows_hidden",
    "有{value}行被隐藏，已照常读取",
    "{value} rows are hidden; they are read like any other",
    "不想导入的，请删去这些行，而不是隐藏",
    "Delete the rows that should not be loaded; hiding them changes nothing",
)
