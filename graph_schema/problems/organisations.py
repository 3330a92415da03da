"""What can be wrong with a unit, a party organisation, or what is awarded to one."""

from graph_schema.problems.problem import Problem

USCC_SCIENTIFIC = Problem(
    "uscc_scientific",
    "统一社会信用代码成了数值或科学计数法，末几位已丢失",
    "The unified social credit code became a number; its last digits are lost",
    "把该列设为“文本”格式，按登记证书重新填写18位代码",
    "Format the column as text and fill in all 18 characters again from the certificate",
)
USCC_FORMAT = Problem(
    "uscc_format",
    "统一社会信用代码里有不该有的字（{value}）",
    "The unified social credit code has a character that no code has ({value})",
    "只能是数字和大写字母，没有 I、O、S、V、Z，第3至8位是数字；检查是否把0写成了字母O",
    "Only digits and capitals other than I, O, S, V, Z, and digits in places 3 to 8; look for a letter O for a zero",
)
USCC_LENGTH = Problem(
    "uscc_length",
    "统一社会信用代码不是18位（{value}，{length}位）",
    "The unified social credit code does not have 18 characters ({value}, {length})",
    "补齐代码；15位注册号和9位组织机构代码请换成18位的",
    "Complete it; replace a registration number of 15 or an organisation code of 9 by the one of 18",
)
USCC_CHECKSUM = Problem(
    "uscc_checksum",
    "统一社会信用代码校验码不对（{value}）",
    "The check digit of the unified social credit code is wrong ({value})",
    "对照登记证书逐位核对，多半是抄错了一位",
    "Compare it with the certificate: most often one character was copied wrongly",
)
USCC_OF_ANOTHER_UNIT = Problem(
    "uscc_of_another_unit",
    "统一社会信用代码已属于另一个单位（{value}；{other}）",
    "The unified social credit code already belongs to another unit ({value}; {other})",
    "核对是名称写错，还是代码抄串了行",
    "Check whether the name is wrong or the code slipped from another row",
)
OFFICE_WITHOUT_ROLE = Problem(
    "office_without_role",
    "“{value}”的这项职务没有对应的角色，未登记任职",
    "No role stands for this office of {value}; it is not recorded",
    "不需要处理；登记任职的是社区（村）及以下的职务，以及支部和党小组的负责人",
    "Nothing need be done: offices are recorded of communities and what lies below them, of branches and groups",
)
AWARDEE_UNKNOWN = Problem(
    "awardee_unknown",
    "不知道获奖的“{value}”是哪个党组织、社区、小区、单位或人",
    "Nothing tells which party organisation, community, compound, unit or person {value} is",
    "写全称；还没有的先导入它所在的名册。最接近的是：{nearest}",
    "Write the whole name; load the roster that has it first. The nearest are: {nearest}",
)
