"""What can be wrong with a person: ID number, phone, name, identity."""

from graph_schema.problems.problem import Problem

ID_SCIENTIFIC = Problem(
    "id_scientific",
    "身份证号成了数值或科学计数法，末几位已丢失",
    "The ID number became a number; its last digits are lost",
    "把该列设为“文本”格式，按证件重新填写整个号码",
    "Format the column as text and fill in the whole number again from the card",
    shows="id",
)
ID_CHECKSUM = Problem(
    "id_checksum",
    "身份证号校验码不对",
    "The ID number's check digit is wrong",
    "对照证件逐位核对，多半是抄错了一位",
    "Compare it with the card: most often one digit was copied wrongly",
    shows="id",
)
ID_LENGTH = Problem(
    "id_length",
    "身份证号不是18位（现有{length}位）",
    "The ID number does not have 18 characters (it has {length})",
    "补齐号码；15位的旧号请换成18位",
    "Complete it; replace an old number of 15 digits by the one of 18",
    shows="id",
)
ID_FORMAT = Problem(
    "id_format",
    "身份证号里有不该有的字",
    "The ID number has a character that no ID number has",
    "前17位只能是数字，末位是数字或X；检查是否把0写成了字母O",
    "Only digits, and a digit or X at the end; look for a letter O in place of a zero",
    shows="id",
)
ID_BIRTH_DATE = Problem(
    "id_birth_date",
    "身份证号里的出生日期不存在",
    "The birth date inside the ID number does not exist",
    "对照证件核对第7至14位",
    "Compare characters 7 to 14 with the card",
    shows="id",
)
ID_OF_ANOTHER_PERSON = Problem(
    "id_of_another_person",
    "身份证号已属于另一个姓名（{other}）",
    "The ID number already belongs to another name ({other})",
    "核对是姓名写错，还是号码抄串了行",
    "Check whether the name is wrong or the number slipped from another row",
    shows="id",
)
PHONE_CONFLICT = Problem(
    "phone_conflict",
    "同名、同手机号的人登记的是另一个身份证号（{value}）",
    "Somebody of the same name and mobile number has another ID number ({value})",
    "核对身份证号；确是两个人的，只在号码本人那里填这个手机号",
    "Check the ID number; if they are two people, write the mobile number only at its owner",
    shows="phone",
)
PHONE_LENGTH = Problem(
    "phone_length",
    "电话位数不对（{value}，{length}位）",
    "The phone number has too few or too many digits ({value}, {length} digits)",
    "手机号应为11位，座机请带区号，如 0719-0000101",
    "A mobile has 11 digits; write a landline with its area code, as 0719-0000101",
    shows="phone",
)
PHONE_SCIENTIFIC = Problem(
    "phone_scientific",
    "电话成了科学计数法，后几位已丢失",
    "The phone number is in scientific notation; its last digits are lost",
    "把该列设为“文本”格式，重新填写整个号码",
    "Format the column as text and fill in the whole number again",
    shows="phone",
)
PHONE_INVALID = Problem(
    "phone_invalid",
    "不是有效的电话号码（{value}）",
    "This is not a valid phone number ({value})",
    "填1开头的11位手机号，或带区号的座机；不要写文字",
    "Write a mobile of 11 digits that starts with 1, or a landline with its area code, and no words",
    shows="phone",
)
TOO_MANY_PHONES = Problem(
    "too_many_phones",
    "一个人最多记三个号码，这是第{count}个（{value}）",
    "A person has at most three numbers; this is number {count} ({value})",
    "只保留常用的三个号码",
    "Keep the three that are in use",
    shows="phone",
)
NAME_MISSING = Problem(
    "name_missing",
    "有电话等资料，没有姓名",
    "A row about a person has no name",
    "补上姓名；确实无人的，把整行资料清空或写“空缺”",
    "Fill in the name; if there is nobody, empty the row or write 空缺",
)
NAME_NOT_A_NAME = Problem(
    "name_not_a_name",
    "姓名栏里不是姓名（{value}）",
    "The name cell does not hold a name ({value})",
    "改成姓名；一格多人请用顿号或换行隔开",
    "Put the name there; separate several people by 、 or a line break",
)
PERSON_UNKNOWN = Problem(
    "person_unknown",
    "不知道“{value}”是谁",
    "Nothing tells who {value} is",
    "补上电话或住址，或先导入有此人的名册",
    "Add a phone number or an address, or load the roster that has this person first",
)
PERSON_FILLED_DOWN = Problem(
    "person_filled_down",
    "人员写了“同上”或合并单元格；人员不向下沿用",
    "同上 or a merged cell stands where a person must be named; people are never filled down",
    "在这一行写出姓名",
    "Write the name in this row",
)
POSSIBLE_DUPLICATE = Problem(
    "possible_duplicate",
    "（待核对）同名，不能证明是不是同一人（{value}）",
    "Held for review: the same name, and nothing proves whether it is the same person ({value})",
    "在待核对页面选“同一人”或“另一人”，或补上身份证号、电话后重新导入",
    "Choose the same or another on the review page, or add the ID or phone number and load again",
)
NEED_WITHOUT_BASIS = Problem(
    "need_without_basis",
    "没有法定职责或本人同意作依据，需求未登记（{value}）",
    "Neither a statutory duty nor consent stands for it: the need is not recorded ({value})",
    "在“依据”一栏写明法定职责或本人同意；未经同意的不登记",
    "Say in 依据 whether it is a statutory duty or consent; without consent it stays unrecorded",
)
POST_VACANT = Problem(
    "post_vacant",
    "岗位空缺（{value}）",
    "The post is known to be vacant ({value})",
    "配好人后补上姓名再导入；在此之前按空岗处理",
    "Fill in the name and load again once somebody holds it; until then it counts as vacant",
)
