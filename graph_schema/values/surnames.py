"""Surnames that are read otherwise than their characters elsewhere, and surnames of two characters.

Each with its readings as a surname, the usual one first, syllables apart; name.py adds the everyday reading.
"""

_SINGLE = """
    单:shan 仇:qiu 区:ou 解:xie 查:zha 曾:zeng 朴:piao/pu 吕:lü 盖:ge/gai 乐:yue/le 翟:zhai/di 员:yun 秘:bi 缪:miao
    折:she 繁:po 黑:he 洗:xian 覃:qin/tan 谌:chen/shen 召:shao 重:chong 卜:bu 柏:bai/bo 薄:bo 牟:mou/mu 祭:zhai
    隗:kui/wei 郗:xi/chi 行:xing/hang 都:du 瞿:qu 尉:wei/yu 句:gou 藏:zang 种:chong 盛:sheng 那:na/nuo 宓:mi/fu
"""

_DOUBLE = """
    尉迟:yu-chi/wei-chi 万俟:mo-qi/wan-si 单于:chan-yu/shan-yu 长孙:zhang-sun 澹台:tan-tai 令狐:ling-hu
    上官:shang-guan 司徒:si-tu 欧阳:ou-yang 夏侯:xia-hou 诸葛:zhu-ge 闻人:wen-ren 东方:dong-fang 赫连:he-lian
    皇甫:huang-fu 公羊:gong-yang 公孙:gong-sun 慕容:mu-rong 轩辕:xuan-yuan 宇文:yu-wen 司马:si-ma 司空:si-kong
    司寇:si-kou 端木:duan-mu 南宫:nan-gong 百里:bai-li 呼延:hu-yan 独孤:du-gu 西门:xi-men 濮阳:pu-yang
    淳于:chun-yu 太叔:tai-shu 申屠:shen-tu 钟离:zhong-li 仲孙:zhong-sun 鲜于:xian-yu 闾丘:lü-qiu 亓官:qi-guan
    巫马:wu-ma 颛孙:zhuan-sun 漆雕:qi-diao 乐正:yue-zheng 拓跋:tuo-ba 夹谷:jia-gu 谷梁:gu-liang 梁丘:liang-qiu
    左丘:zuo-qiu 东郭:dong-guo 羊舌:yang-she 第五:di-wu 宗政:zong-zheng
"""


Syllables = tuple[str, ...]


def _table(text: str) -> dict[str, tuple[Syllables, ...]]:
    entries = (entry.split(":") for entry in text.split())
    return {name: tuple(tuple(reading.split("-")) for reading in readings.split("/")) for name, readings in entries}


DOUBLE = _table(_DOUBLE)
READINGS = _table(_SINGLE) | DOUBLE
