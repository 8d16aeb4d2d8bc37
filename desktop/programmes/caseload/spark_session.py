"""A Spark session of our own: on this machine, or on the cluster that Spark's ordinary settings name.

PySpark belongs to the extra `cluster` and is imported only here and in the modules beside it. It needs Java.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.values.errors import OfficeError

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

LOCAL = "local[2]"
JAVA = 17
"""The oldest Java that Spark 4 runs on."""
INSTALLED = Path("/usr/lib/jvm")
"""Where Linux keeps each Java."""
MEMORY = "2g"
_JAVA = ("-Xss8m", "-XX:+UseSerialGC")
"""Expressions are as deep as a pack's; two threads need no collector of garbage of their own."""
_BRIEF = ("-XX:TieredStopAtLevel=1",)
_QUIET = """\
rootLogger.level = error
rootLogger.appenderRef.stderr.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c: %m%n
"""


@contextmanager
def spark_session(*, brief: bool = False) -> Iterator[SparkSession]:
    """A session, and the Java that runs it, both gone at the end with all that they wrote.

    Where neither `MASTER`, `PYSPARK_SUBMIT_ARGS` nor `spark-defaults.conf` names a master, it runs here on two threads
    and listens to nobody but this machine. A session that this process has already is used, and left as it is.

    Raises:
        OfficeError: `programmes.no_pyspark`, `programmes.no_java`.
    """
    if find_spec("pyspark") is None:
        raise OfficeError("programmes.no_pyspark")
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    if SparkContext._active_spark_context is not None:
        yield SparkSession.builder.getOrCreate()
        return
    with tempfile.TemporaryDirectory(prefix="yusr-spark-") as folder, _environment():
        session = _started(Path(folder), brief=brief)
        try:
            yield session
        finally:
            _ended(session)


def java_home() -> Path:
    """The folder of a Java that Spark runs on: the one that `JAVA_HOME` names, the path's, or an installed one.

    Raises:
        OfficeError: `programmes.no_java` where there is none.
    """
    stated, on_path = os.environ.get("JAVA_HOME"), shutil.which("java")
    found = [Path(stated) / "bin" / "java"] if stated else []
    found += [Path(on_path)] if on_path else []
    found += sorted(INSTALLED.glob("*/bin/java"), reverse=True)
    for program in found:
        if _version(program) >= JAVA:
            return program.resolve().parent.parent
    raise OfficeError("programmes.no_java", version=JAVA)


def _version(program: Path) -> int:
    try:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=True, timeout=60).stderr  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return 0
    told = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(told[1]) if told else 0


@contextmanager
def _environment() -> Iterator[None]:
    """What Spark's own scripts and workers read: which Java, and this very Python."""
    told = {"JAVA_HOME": str(java_home()), "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    if _master() is not None:
        told["SPARK_LOCAL_IP"] = "127.0.0.1"
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _master() -> str | None:
    """`LOCAL`, or None where Spark's settings name a master themselves."""
    folder = os.environ.get("SPARK_CONF_DIR")
    defaults = Path(folder) / "spark-defaults.conf" if folder else None
    named = "MASTER" in os.environ or "--master" in os.environ.get("PYSPARK_SUBMIT_ARGS", "")
    if defaults is not None and defaults.is_file():
        named = named or re.search(r"^\s*spark\.master\b", defaults.read_text("utf-8"), re.MULTILINE) is not None
    return None if named else LOCAL


def _settings(folder: Path, *, brief: bool) -> SparkConf:
    from pyspark import SparkConf

    told = {
        "spark.app.name": "yusr",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": MEMORY,
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.warehouse.dir": (folder / "warehouse").as_uri(),
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    master = _master()
    if master is not None:
        logging = folder / "log4j2.properties"
        logging.write_text(_QUIET, "utf-8")
        options = (f"-Djava.io.tmpdir={folder}", f"-Dlog4j2.configurationFile={logging.as_uri()}", *_JAVA)
        told |= {
            "spark.master": master,
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.local.dir": str(folder),
            "spark.driver.extraJavaOptions": " ".join((*options, *_BRIEF) if brief else options),
        }
    if brief:
        # A page is filled with zeros for each of hundreds of small sorts.
        told["spark.buffer.pageSize"] = "1m"
    return SparkConf(loadDefaults=False).setAll(list(told.items()))


def _started(folder: Path, *, brief: bool) -> SparkSession:
    from pyspark import SparkContext
    from pyspark.errors import PySparkRuntimeError
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    settings = _settings(folder, brief=brief)
    said = folder / "said.log"
    with said.open("wb") as log:
        # Java greets on its standard error before any setting could keep it quiet; the log goes with the folder.
        try:
            gateway: Any = launch_gateway(settings, {"stdout": log, "stderr": log})
        except PySparkRuntimeError as fault:
            lines = said.read_text("utf-8", "replace").strip().splitlines()
            raise OfficeError("programmes.no_spark_session", said=lines[-1] if lines else str(fault)) from fault
    return SparkSession(SparkContext(conf=settings, gateway=gateway))


def _ended(session: SparkSession) -> None:
    from pyspark import SparkContext

    gateway: Any = SparkContext._gateway
    session.stop()
    # PySpark keeps its Java until Python ends; a desk or a test that goes on needs its memory.
    gateway.shutdown()
    SparkContext._gateway = SparkContext._jvm = None
    process: subprocess.Popen[bytes] = gateway.proc
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
