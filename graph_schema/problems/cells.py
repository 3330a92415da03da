"""What can be wrong with a cell of any kind: dates, numbers, choices, formulas."""

from graph_schema.problems.problem import Problem

DATE_INVALID = Problem(
    "date_invalid",
    "不是有效的日期（{value}）",
    "This is not a date ({value})",
    "写成 2026-03-01、2026年3月 或 2026.3，年份写四位",
    "Write 2026-03-01, 2026年3月 or 2026.3, the year with four digits",
)
DATE_AMBIGUOUS = Problem(
    "date_ambiguous",
    "日期被存成了小数（{value}），分不清是1月还是10月",
    "The date became a decimal ({value}): January or October",
    "把该列设为“文本”格式，写成 2026年1月 或 2026年10月",
    "Format the column as text and write 2026年1月 or 2026年10月",
)
DATES_REVERSED = Problem(
    "dates_reversed",
    "结束日期早于开始日期（{value}）",
    "The end is before the start ({value})",
    "核对两个日期",
    "Check both dates",
)
HOURS_MISSING = Problem(
    "hours_missing",
    "班次没有写清起止时间（{value}）",
    "The shift does not say when it starts and ends ({value})",
    "写成 早班 07:00-15:00，跨夜的写 夜班 23:00-次日07:00",
    "Write 早班 07:00-15:00, and for one over midnight 夜班 23:00-次日07:00",
)
MOMENT_INVALID = Problem(
    "moment_invalid",
    "不是有效的时间（{value}）",
    "This is not a date or a time ({value})",
    "写成 2026-11-20，或 2026-11-20T22:30+08:00",
    "Write 2026-11-20, or 2026-11-20T22:30+08:00",
)
NUMBER_INVALID = Problem(
    "number_invalid",
    "不是有效的数（{value}）",
    "This is not a number ({value})",
    "只写数字，如 16",
    "Write digits alone, as 16",
)
CHOICE_UNKNOWN = Problem(
    "choice_unknown",
    "不在可选的写法之内（{value}）",
    "This is not one of the choices ({value})",
    "可写：{choices}",
    "Choose among: {choices}",
)
CELL_ERROR = Problem(
    "cell_error",
    "单元格是公式错误值（{value}）",
    "The cell is a formula error ({value})",
    "修好公式，或直接写出结果",
    "Mend the formula, or write the result itself",
)
CELL_FORMULA = Problem(
    "cell_formula",
    "单元格是公式文字（{value}）",
    "The cell holds the text of a formula ({value})",
    "直接写出结果",
    "Write the result itself",
)
VALUE_MISSING = Problem(
    "value_missing",
    "“{value}”空白，这一行却需要它",
    "{value} is empty, and this row needs it",
    "填上“{value}”，或把这一行里用到它的那一格也清空",
    "Fill in {value}, or empty the cell of this row that rests on it",
)
VALUE_CONFLICT = Problem(
    "value_conflict",
    "与同一对象别处所填不一致（{value}；别处是 {other}）",
    "It contradicts what stands elsewhere for the same thing ({value}; elsewhere {other})",
    "核对后改成一致",
    "Check, and make them agree",
)
