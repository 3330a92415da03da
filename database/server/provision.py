"""Neo4j's jars, exactly those of neo4j.lock, fetched through jgo's Maven layer.

Each line of the lock is `sha256 size group:artifact:version[:classifier]`. A jar comes to its place by one rename after
its checksum was compared, so a cut-off download leaves nothing that looks whole and the next run goes on with the rest.
"""

import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_schema.errors import SetUpError

LOCK = Path(__file__).with_name("neo4j.lock")
LIBRARY = Path(__file__).resolve().parents[2] / ".runtime" / "neo4j" / "lib"
WORKERS = 4
TRIES = 3
TIMEOUT = 60  # seconds without an answer
SAY_EVERY = 5.0  # seconds between lines where there is no terminal

Progress = Callable[[int, int], None]  # bytes that are there, bytes in all


@dataclass(frozen=True)
class Jar:
    """One line of the lock."""

    sha256: str
    size: int
    group: str
    artifact: str
    version: str
    classifier: str

    @property
    def name(self) -> str:
        """The file's name in the library."""
        return "-".join(filter(None, (self.artifact, self.version, self.classifier))) + ".jar"


def read_lock(lock: Path = LOCK) -> Iterator[Jar]:
    """The jars that the lock names; raises SetUpError on a line that is not one."""
    for number, line in enumerate(lock.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            sha256, size, coordinate = line.split()
            group, artifact, version, *classifier = coordinate.split(":")
            yield Jar(sha256, int(size), group, artifact, version, classifier[0] if classifier else "")
        except ValueError:
            raise SetUpError(
                f"{lock.name} 第 {number} 行不是一个 jar：请从版本库恢复该文件。",
                f"{lock.name} line {number} does not name a jar: restore the file from the repository.",
            ) from None


def version(lock: Path = LOCK) -> str:
    """The version of Neo4j that the lock holds."""
    return next(jar.version for jar in read_lock(lock) if jar.artifact == "neo4j-server")


def missing(library: Path = LIBRARY, lock: Path = LOCK) -> list[Jar]:
    """Jars that are absent or have another size; takes milliseconds, so each start asks."""
    return [jar for jar in read_lock(lock) if not _fits(library / jar.name, jar)]


def provide(library: Path = LIBRARY, lock: Path = LOCK, progress: Progress = lambda done, total: None) -> int:
    """Makes the library equal to the lock and says how many jars were fetched; raises SetUpError."""
    jars = list(read_lock(lock))
    wanted = missing(library, lock)
    try:
        library.mkdir(parents=True, exist_ok=True)
        _remove_strangers(library, {jar.name for jar in jars})
        if wanted:
            _fetch_all(wanted, library, sum(jar.size for jar in jars), progress)
    except OSError as refused:
        raise _disk_error(refused, library) from None
    return len(wanted)


def _fits(file: Path, jar: Jar) -> bool:
    return file.is_file() and file.stat().st_size == jar.size


def _remove_strangers(library: Path, names: set[str]) -> None:
    # The class path is the whole folder: a jar of an older lock must not stay in it.
    for file in library.glob("*.jar"):
        if file.name not in names:
            file.unlink()


def _fetch_all(wanted: list[Jar], library: Path, total: int, progress: Progress) -> None:
    from jgo.maven import MavenContext  # only when there is work: it costs 0.3 s

    parts = (library / ".part").absolute()
    shutil.rmtree(parts, ignore_errors=True)
    context = MavenContext(repo_cache=parts, timeout=TIMEOUT)
    done = total - sum(jar.size for jar in wanted)
    with ThreadPoolExecutor(WORKERS) as pool:
        running = {pool.submit(_fetch, context, jar, library): jar for jar in wanted}
        try:
            for finished in as_completed(running):
                finished.result()
                done += running[finished].size
                progress(done, total)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    shutil.rmtree(parts, ignore_errors=True)


def _fetch(context: Any, jar: Jar, library: Path) -> None:
    reason: Exception = OSError("nothing tried")
    for attempt in range(TRIES):
        artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier, "jar")
        try:
            file = context.resolver.download(artifact)
            if file is None or _sha256(file) != jar.sha256:
                raise _Altered
            os.replace(file, library / jar.name)
            return
        except OSError as refused:
            if refused.errno in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS):
                raise
            reason = refused
        except Exception as refused:  # jgo raises whatever its HTTP layer raises; each is worth another try
            reason = refused
        artifact.cached_path.unlink(missing_ok=True)
        time.sleep(attempt)
    raise _refusal(jar, reason)


class _Altered(Exception):
    """What came does not have the checksum of the lock."""


def _refusal(jar: Jar, reason: Exception) -> SetUpError:
    if isinstance(reason, _Altered):
        return SetUpError(
            f"{jar.name} 的校验和与 neo4j.lock 不符：请重新运行；若仍如此，说明仓库或代理改动了文件。",
            f"{jar.name} does not have the checksum in neo4j.lock: run it again; "
            "if it stays, the registry or a proxy alters files.",
        )
    return SetUpError(
        f"无法从 Maven 仓库取得 {jar.name}（{type(reason).__name__}）："
        "请检查网络、代理和证书后重新运行，将从中断处继续。",
        f"{jar.name} could not be fetched from the Maven registry ({type(reason).__name__}): "
        "check network, proxy and certificates; the next run goes on from here.",
    )


def _disk_error(refused: OSError, library: Path) -> SetUpError:
    if refused.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetUpError(
            f"磁盘已满：{library}。请腾出约 200 MB 后重新运行。",
            f"The disk is full at {library}: free about 200 MB and run it again.",
        )
    return SetUpError(f"无法写入 {library}：{refused.strerror}。", f"{library} cannot be written: {refused.strerror}.")


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _say() -> Progress:
    last = [0.0]
    terminal = sys.stdout.isatty()

    def say(done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - last[0] < (0.2 if terminal else SAY_EVERY):
            return
        last[0] = now
        line = f"  Neo4j {done * 100 // total:3d} %  {done >> 20} of {total >> 20} MB"
        print(f"\r{line}" if terminal else line, end="\n" if done == total or not terminal else "", flush=True)

    return say


def main() -> int:
    """Fetches what is missing; the exit code says whether the library is whole."""
    if missing():
        print("· Neo4j …", flush=True)
    try:
        provide(progress=_say())
    except SetUpError as refused:
        print(refused.message("en"), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
