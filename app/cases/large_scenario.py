"""A county or a city of a scenario into an empty graph, by Neo4j's offline importer: an import in the history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.cases import bulk, committing
from app.cases.books import Books
from app.cases.portions import Tell
from app.cases.receipt import Receipt
from database.ledger import last_import, ledger
from database.server import offline
from database.writing import prepare_schema
from graph_schema.errors import InputError, SetUpError
from loaders import bulk as files
from loaders.scenario.large import LARGE, Size
from loaders.scenario.stated import FORMS
from records import imports
from records.imports import Import, SourceFile
from settings import Settings


def load_large(
    books: Books, profile: str, *, at: datetime, by: str, tell: Tell = committing.silent, size: Size | None = None
) -> Receipt:
    """Loads a profile whole; its import cannot be taken back. Raises InputError where the graph is not empty."""
    settings = _local(books)
    if not bulk.is_empty(books.connection):
        raise _not_empty(profile)
    prepare_schema(books.connection)
    seen = last_import(ledger(books.connection))
    with books.records.reading() as session:
        import_id = imports.propose(session, at.date(), seen)
    size = size or LARGE[profile]
    with bulk.folder(books) as place:
        wanted = files.Wanted(profile, size, place.files, import_id, at.date(), 1, settings.secret("seal"))
        written = files.write(wanted, lambda done, total: tell(done, total, "towns"))
        made = _made(import_id, at, by, seen, written)
        committing.commit_files(books, place, made, written.counters, tell)
    return Receipt(made.id, True, (), made.difference, None, made.changes, True)


def _made(import_id: str, at: datetime, by: str, seen: str, written: files.Written) -> Import:
    difference: Mapping[str, Any] = {
        "nodes": {label: {"created": count} for label, count in sorted(written.nodes.items())},
        "relationships": {type_: {"created": count} for type_, count in sorted(written.relationships.items())},
    }
    forms = tuple(SourceFile(form, 0, "") for form in FORMS)
    changes = written.nodes.total() + written.relationships.total()
    return Import(import_id, at, by, imports.BULK, imports.PREPARED, seen, None, forms, difference, (), changes)


def _local(books: Books) -> Settings:
    if books.settings is None or not offline.is_possible(books.settings):
        raise SetUpError(
            "整体装入要停、启本机的 Neo4j：请先运行 make run 或 flask server start，且不要设置 LIANHU_NEO4J_URI。",
            "A first load stops and starts the local Neo4j: run `make run` or `flask server start` before, "
            "and leave LIANHU_NEO4J_URI unset.",
        )
    return books.settings


def _not_empty(profile: str) -> InputError:
    return InputError(
        f"图不是空的，{profile} 只能整体装入空图，什么也没有写入。请换一个 LIANHU_VAR，"
        f"或用 flask scenario {profile} --to 目录 写出工作簿，再按名册导入。",
        f"The graph is not empty; {profile} is loaded whole, into an empty graph only, and nothing was written. "
        f"Choose another LIANHU_VAR, or write workbooks with `flask scenario {profile} --to DIR` "
        "and load them as rosters.",
    )
