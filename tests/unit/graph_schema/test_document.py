"""docs/schema.md says what the declarations say."""

from graph_schema.document import FILE, render


def test_the_document_is_fresh() -> None:
    assert FILE.read_text("utf-8") == render(), "run `make docs`"
