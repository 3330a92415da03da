"""The stages of long work in words, for terminal and page; a text that is no stage is told as it is."""

from collections.abc import Mapping

STAGES: Mapping[str, tuple[str, str]] = {
    "read": ("读取文件", "Reading files"),
    "rows": ("识别各行", "Understanding rows"),
    "gaps": ("对照缺口", "Counting gaps"),
    "journal": ("记下改动", "Writing the journal"),
    "apply": ("写入", "Writing"),
    "towns": ("写出各镇", "Writing towns"),
    "offline": ("停库整体装入，再建索引", "Importing while the database is stopped, then making indexes"),
}


def stage_word(stage: str, locale: str) -> str:
    """A stage in words."""
    return STAGES.get(stage, (stage, stage))[locale == "en"]
