"""The stages of long work in words, for terminal and page; a text that is no stage is told as it is."""

from collections.abc import Mapping

STAGES: Mapping[str, tuple[str, str]] = {
    "read": ("读取文件", "Reading files"),
    "rows": ("识别各行", "Understanding rows"),
    "mark": ("标出问题", "Marking what is wrong"),
    "journal": ("记下改动", "Writing the journal"),
    "apply": ("写入", "Writing"),
}


def stage_word(stage: str, locale: str) -> str:
    """A stage in words."""
    return STAGES.get(stage, (stage, stage))[locale == "en"]
