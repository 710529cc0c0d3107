#!/usr/bin/env python3
"""What index and queries cost: every such figure of the design, beside DuckDB, SQLite and jq.

Usage: catalog_bench.py --oms PATH --hub PATH [--sizes 100k] [--rounds N] [--work DIR] [--npm DIR]

For each size an invented Hub of that many models (seed 7, on 127.0.0.1) is fetched, joined with the
bundled models, exported by `oms cache export`, and given to the others: nothing here is data of the
real Hub. Each round measures oms and the others one after the other; printed are medians of the
rounds, and the medians of the ratios within a round (the other's time by that of oms: above 1 oms is
faster). Times of oms are of the whole process, from its start to its end; DuckDB and SQLite are
already running with an open database, and only the query is counted. Everything is warm.
DuckDB is installed with npm into --npm (default: beside the data). Without --work the data is thrown
away at the end; with it, a cache that is there is used again, and with --reuse all of it.
From the size of --alone-from on only oms is measured, and its index built once: for sizes of which the
others and what they are given would fill the disk. The goals are then those for ten million models.
"""
import argparse
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "fetch"), str(HERE.parent / "duckdb")]
from install import missing  # pylint: disable=wrong-import-position
from loopback import Hub  # pylint: disable=wrong-import-position

DESIGN_MODELS = 3_100_000  # the goals are for so many
ALONE_MODELS = 10_000_000  # where oms is alone they are for so many
JQ_MODELS = 100_000  # jq takes seconds for these already
COMMON, RARE = "instruct", "swe-agent"  # texts that many ids have, and hardly one

MAIN = ["list", "--task", "chat", "--license", "osi", "--sort", "-downloads", "-n", "20"]
COLUMNS = "id, license, params, price_input, price_output, quality"
SHOWN = """not starts_with(id, 'openrouter:')
  and (status is null or status in ('active', 'unlisted', 'disabled'))"""
OSI_CHAT = """chat and osi_approved
  and license_effective in ('osi-permissive', 'osi-copyleft')"""
ORDER = "order by downloads desc, id limit 20"


def main_sql(table):
    return f"select {COLUMNS} from {table} where {OSI_CHAT} and {SHOWN} {ORDER}"


def search_sql(table, text):
    return f"select {COLUMNS} from {table} where id ilike '%{text}%' and {SHOWN} {ORDER}"


# Of the raw records of the Hub, what an index has to look at.
PAGE_COLUMNS = """{id: 'VARCHAR', author: 'VARCHAR', sha: 'VARCHAR', gated: 'VARCHAR',
  disabled: 'BOOLEAN', createdAt: 'TIMESTAMP', lastModified: 'TIMESTAMP', pipeline_tag: 'VARCHAR',
  library_name: 'VARCHAR', tags: 'VARCHAR[]', likes: 'BIGINT', downloads: 'BIGINT',
  downloadsAllTime: 'BIGINT', trendingScore: 'DOUBLE',
  baseModels: 'STRUCT(relation VARCHAR, models STRUCT(id VARCHAR)[])', cardData: 'JSON',
  config: 'JSON', safetensors: 'JSON', gguf: 'JSON', inferenceProviderMapping: 'JSON',
  evalResults: 'JSON'}"""


def parse_size(text):
    unit = {"k": 1_000, "m": 1_000_000}.get(text[-1].lower(), 1)
    return int(float(text[:-1] if unit > 1 else text) * unit)


def size_text(number):
    return f"{number / 1e6:g}M" if number >= 1_000_000 else f"{number / 1e3:g}k"


def bytes_below(*paths):
    files = [f for path in paths for f in ([path] if path.is_file() else path.rglob("*"))]
    return sum(file.stat().st_size for file in files if file.is_file())


class Oms:
    """The program over one cache."""

    def __init__(self, program, cache):
        self.program, self.cache = program, cache
        self.cpu_ms = []  # of each process that ms() measured
        self.environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
                            "OMS_CACHE_DIR": str(cache), "NO_PROXY": "127.0.0.1"}
        null = os.open(os.devnull, os.O_RDWR)
        self.to_null = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]

    def ms(self, arguments, program=None):
        """Of a whole process, without a shell, its output thrown away."""
        command = [program or self.program, *arguments]
        start = time.perf_counter()
        pid = os.posix_spawn(command[0], command, self.environment, file_actions=self.to_null)
        _, status, usage = os.wait4(pid, 0)
        elapsed = (time.perf_counter() - start) * 1000
        self.cpu_ms.append((usage.ru_utime + usage.ru_stime) * 1000)
        if status != 0:
            raise SystemExit(f"{' '.join(command)} ended with status {status}")
        return elapsed

    def text(self, *arguments, **more):
        ran = subprocess.run([self.program, *arguments], env={**self.environment, **more},
                             capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise SystemExit(f"oms {' '.join(arguments)}: {ran.stderr}")
        return ran.stdout

    def private_peak_kb(self, arguments):
        ran = subprocess.run([sys.executable, HERE / "private_peak.py", self.program, *arguments],
                             env=self.environment, capture_output=True, text=True, check=True)
        return int(ran.stdout.split()[0])

    def watched(self, arguments):
        """(ms, highest anonymous memory in kB as sampled each 5 ms) of something long."""
        start = time.perf_counter()
        peak = 0
        with subprocess.Popen([self.program, *arguments], env=self.environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            while process.poll() is None:
                peak = max(peak, anonymous_kb(process.pid))
                time.sleep(0.005)
            elapsed = (time.perf_counter() - start) * 1000
            if process.returncode != 0:
                raise SystemExit(f"oms {' '.join(arguments)}: {process.stderr.read().decode()}")
        return elapsed, peak


def anonymous_kb(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            return next((int(line.split()[1]) for line in file if line.startswith("RssAnon:")), 0)
    except OSError:
        return 0


class DuckDB:
    """A process with an open database."""

    def __init__(self, npm, database):
        self.cpu_ms = []  # of each query that ms() measured, all threads together
        self.process = subprocess.Popen(["node", HERE / "catalog_bench.mjs", npm, database],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer

    def ms(self, sql):
        answer = self.ask(sql=sql)
        self.cpu_ms.append(answer["cpu_ms"])
        return answer["ms"]

    def rows(self, sql):
        return self.ask(sql=sql)["rows"]


class Report:
    """Lines of figures with goals, and what the growth over sizes is made of."""

    def __init__(self):
        self.growth = {}  # figure → {size: text}
        self.size = 0
        self.unmet = []

    def begin(self, size, models, goals_for=DESIGN_MODELS):
        self.size = size
        print(f"\n== {size:,} INVENTED models of a loopback Hub, {models:,} with the bundled ones ==")
        if size != goals_for:
            print(f"   (the goals are for {goals_for:,})")
        print(f"{'figure':<46}{'oms':>12}  {'beside':<36}{'beside÷oms':>10}  goal")

    def line(self, figure, value, beside="", ratio=None, goal="", met=None):
        """`value` and `goal` are texts; `met` is None where it could not be measured."""
        ratio_text = "" if ratio is None else f"{ratio:.2f} ×"
        words = {True: "met", False: "NOT MET", None: "NOT MEASURED"}
        verdict = f"{goal}: {words[met]}" if goal else ""
        print(f"{figure:<46}{value:>12}  {beside:<36}{ratio_text:>10}  {verdict}".rstrip(),
              flush=True)
        if goal and not met:
            self.unmet.append(f"{size_text(self.size)}: {figure} ({verdict})")
        if value:
            self.growth.setdefault(figure, {})[self.size] = value
        if ratio_text:
            name = f"{figure} / {beside.split(',')[0].split()[0]}"
            self.growth.setdefault(name, {})[self.size] = ratio_text

    def growth_table(self, sizes):
        if len(sizes) < 2:
            return
        print("\n== growth ==\n" + f"{'':<60}" + "".join(f"{size_text(s):>12}" for s in sizes))
        for figure, values in self.growth.items():
            print(f"{figure:<60}" + "".join(f"{values.get(s, ''):>12}" for s in sizes))


def median_pair(rounds, measure_oms, measure_other):
    """(median of oms, of the other, of the ratios other ÷ oms within a round)"""
    measure_oms(), measure_other()
    pairs = [(measure_oms(), measure_other()) for _ in range(rounds)]
    return (statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs),
            statistics.median(b / a for a, b in pairs))


def median_ms(rounds, measure):
    measure()
    return statistics.median(measure() for _ in range(rounds))


# --- the data -------------------------------------------------------------------------------------


def size_is_alone(options, size):
    return options.alone_from is not None and size >= options.alone_from


class Data:
    """One size on disk: cache, export and what the others made of it."""

    def __init__(self, folder, size):
        self.folder, self.size = folder, size
        self.cache = folder / "cache"
        self.export = folder / "export"
        self.parquet = folder / "models.parquet"
        self.duckdb = folder / "models.duckdb"
        self.sqlite = folder / "models.sqlite"

    @property
    def ndjson(self):
        return f"read_ndjson('{self.export}/models-*.ndjson')"

    def make(self, options, oms, npm):
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.cache / "CURRENT").exists():
            with Hub("--models", str(self.size), "--seed", "7", "--quota", "0") as hub:
                oms.text("fetch", "--only", "hub", "--all", HF_ENDPOINT=hub.url)
        oms.text("list", "-n", "1", "-q")  # makes the index where another version had made it
        if size_is_alone(options, self.size):
            return
        if options.reuse and self.duckdb.exists() == bool(npm):
            return
        oms.text("cache", "export", str(self.export), "--format", "ndjson")
        for made in (self.duckdb, self.parquet, self.sqlite):
            made.unlink(missing_ok=True)
        if npm:
            with DuckDB(npm, str(self.duckdb)) as duck:
                duck.rows("create table models as from "
                          f"read_ndjson('{self.export}/models-*.ndjson', sample_size = -1)")
                duck.rows(f"copy models to '{self.parquet}' (format parquet)")
                duck.rows("checkpoint")
        if not options.without_sqlite:
            self.make_sqlite()

    def make_sqlite(self):
        names = ["id", "downloads", "chat", "osi_approved", "license_effective", "status",
                 "license", "params", "price_input", "price_output", "quality"]
        with sqlite3.connect(self.sqlite) as database:
            database.execute("pragma journal_mode = off")
            database.execute("pragma synchronous = off")
            database.execute(f"create table models ({', '.join(names)})")
            marks = ", ".join("?" * len(names))
            for part in sorted(self.export.glob("models-*.ndjson")):
                with open(part, encoding="utf-8") as file:
                    records = (json.loads(line) for line in file)
                    database.executemany(f"insert into models values ({marks})",
                                         ([record[name] for name in names] for record in records))
            database.execute("create index by_use on models "
                             "(chat, osi_approved, downloads desc, id, license_effective, status)")
            database.execute("create index by_downloads on models (downloads desc, id, status)")
            database.execute("create unique index by_id on models (id)")
            database.execute("analyze")


# --- figures --------------------------------------------------------------------------------------


def check_same_answer(oms, duck):
    """Both find the same models; otherwise no time would mean anything."""
    ids = oms.text(*MAIN, "--unfold", "--format", "ids").split()
    sql = main_sql("models").replace("desc, id limit", "desc, lower(id) limit")
    if ids != [row[0] for row in duck.rows(sql)]:
        raise SystemExit("oms and DuckDB do not find the same models")


def report_cpu(report, figure, ours, theirs):
    """Time of the processors: other programs on the machine do not change it much."""
    ratio = statistics.median(b / a for a, b in zip(ours, theirs))
    report.line(f"{figure}: CPU", f"{statistics.median(ours):.1f} ms",
                f"DuckDB, native table {statistics.median(theirs):.1f} ms", ratio)


def measure_queries(report, oms, data, npm, rounds):
    """The lists, beside DuckDB on its native table, on Parquet and on NDJSON."""
    questions = [
        ("list --task chat --license osi, 20 rows", MAIN, main_sql, 25, 6),
        (f"list --search {COMMON}", ["list", "--search", COMMON],
         lambda table: search_sql(table, COMMON), None, 8),
        (f"list --search {RARE}", ["list", "--search", RARE],
         lambda table: search_sql(table, RARE), None, 8),
    ]
    if not npm:
        for figure, arguments, _, limit, factor in questions:
            ms = median_ms(rounds, lambda a=arguments: oms.ms(a))
            if limit:
                report.line(figure, f"{ms:.1f} ms", goal=f"≤ {limit} ms", met=ms <= limit)
            report.line(figure, f"{ms:.1f} ms", "no DuckDB", goal=f"≥ {factor} ×")
        return
    with DuckDB(npm, str(data.duckdb)) as duck:
        check_same_answer(oms, duck)
        for figure, arguments, sql, limit, factor in questions:
            ms, other, ratio = median_pair(rounds, lambda a=arguments: oms.ms(a),
                                           lambda s=sql: duck.ms(s("models")))
            if limit:
                report.line(figure, f"{ms:.1f} ms", goal=f"≤ {limit} ms", met=ms <= limit)
            report.line(figure, f"{ms:.1f} ms", f"DuckDB, native table {other:.1f} ms", ratio,
                        f"≥ {factor} ×", ratio >= factor)
            report_cpu(report, figure, oms.cpu_ms[-rounds:], duck.cpu_ms[-rounds:])
            for name, table, some in (("Parquet", f"'{data.parquet}'", max(3, rounds // 3)),
                                      ("NDJSON", data.ndjson, 1)):
                _, other, ratio = median_pair(some, lambda a=arguments: oms.ms(a),
                                              lambda s=sql, t=table: duck.ms(s(t)))
                report.line(figure, "", f"{name} by DuckDB {other:.1f} ms", ratio)
        used = duck.ask(memory=True)
    print(f"{'':<60}DuckDB held {used['highest_kb'] / 1024:.0f} MB at most for these queries")


def measure_sqlite(report, oms, data, rounds):
    order = "order by downloads desc, id limit 20"
    shown = "substr(id, 1, 11) <> 'openrouter:' and (status is null or status in ('active', " \
            "'unlisted', 'disabled'))"
    osi = "chat = 1 and osi_approved = 1 and license_effective in ('osi-permissive', 'osi-copyleft')"
    with sqlite3.connect(data.sqlite) as database:
        def ms(sql):
            start = time.perf_counter()
            database.execute(sql).fetchall()
            return (time.perf_counter() - start) * 1000
        for figure, arguments, sql in (
                ("list --task chat --license osi, 20 rows", MAIN,
                 f"select {COLUMNS} from models where {osi} and {shown} {order}"),
                (f"list --search {COMMON}", ["list", "--search", COMMON],
                 f"select {COLUMNS} from models where id like '%{COMMON}%' and {shown} {order}"),
                (f"list --search {RARE}", ["list", "--search", RARE],
                 f"select {COLUMNS} from models where id like '%{RARE}%' and {shown} {order}")):
            _, other, ratio = median_pair(rounds, lambda a=arguments: oms.ms(a), lambda s=sql: ms(s))
            report.line(figure, "", f"SQLite, indexes {other:.2f} ms", ratio)


def measure_jq(report, oms, data):
    if data.size > JQ_MODELS or shutil.which("jq") is None:
        return
    program = """[inputs | select(.chat and .osi_approved
      and (.license_effective == "osi-permissive" or .license_effective == "osi-copyleft"))
      | {id, downloads}] | sort_by(-(.downloads // -1), .id)[:20][].id"""
    files = [str(path) for path in sorted(data.export.glob("models-*.ndjson"))]
    _, other, ratio = median_pair(1, lambda: oms.ms(MAIN),
                                  lambda: oms.ms(["-nr", program, *files], shutil.which("jq")))
    report.line("list --task chat --license osi, 20 rows", "", f"jq {other:.0f} ms", ratio)


def measure_small(report, oms, bundled, rounds):
    """What is to take 5 ms at most, beside the start of any process here."""
    leaf = oms.text("list", "author~invented", "-n", "1", "-q").strip()
    base = oms.text("list", "author~invented", "--sort", "-derivatives", "-n", "1", "-q").strip()
    floor = shutil.which("true")
    for figure, program, arguments in (
            ("--version", oms, ["--version"]),
            ("show ID", oms, ["show", leaf]),
            ("show ID, the one with most derivatives", oms, ["show", base]),
            ("bundled: list --task chat --license osi", bundled, MAIN),
            ("bundled: list --search llama", bundled, ["list", "--search", "llama"]),
            ("bundled: show", bundled, ["show", "openai/gpt-oss-120b"]),
            ("bundled: list --count-by license_class", bundled,
             ["list", "--count-by", "license_class"])):
        ms, other, ratio = median_pair(rounds, lambda p=program, a=arguments: p.ms(a),
                                       lambda: oms.ms([], floor))
        report.line(figure, f"{ms:.2f} ms", f"true {other:.2f} ms", ratio, "≤ 5 ms", ms <= 5)


def measure_memory(report, oms, most_mb=None):
    for figure, arguments in (
            ("private memory: list --task chat --license osi", MAIN),
            (f"private memory: list --search {COMMON}", ["list", "--search", COMMON]),
            ("private memory: list, everything", ["list"]),
            ("private memory: list --count-by task", ["list", "--count-by", "task"]),
            ("private memory: pick --task chat", ["pick", "--task", "chat"]),
            ("private memory: show ID", ["show", "openai/gpt-oss-120b"])):
        mb = oms.private_peak_kb(arguments) / 1024
        goal = {"goal": f"< {most_mb} MB", "met": mb < most_mb} if most_mb else {}
        report.line(figure, f"{mb:.1f} MB", **goal)


def measure_build(report, oms, data, npm, rounds, models):
    """The index from the pages, by the first query after it was removed."""
    pages = data.cache / "pages"

    def build():
        shutil.rmtree(data.cache / "index")
        return oms.watched(["list", "-n", "1", "-q"])

    build()
    builds, ratios, others = [], {"detection": [], "columns": []}, {"detection": [], "columns": []}
    failed = {}
    for _ in range(rounds):
        builds.append(build())
        for way in ratios if npm else ():
            more = f", columns = {PAGE_COLUMNS}" if way == "columns" else ""
            try:
                with DuckDB(npm, ":memory:") as duck:
                    duck.rows(f"set temp_directory = '{data.folder}/spilled'")
                    ms = duck.ms("create table pages as "
                                 f"from read_ndjson('{pages}/*.ndjson'{more})")
            except RuntimeError as error:
                failed[way] = str(error).splitlines()[0]
                continue
            others[way].append(ms)
            ratios[way].append(ms / builds[-1][0])
    seconds = statistics.median(ms for ms, _ in builds) / 1000
    memory = max(kb for _, kb in builds) / 1024
    for way, name, factor in (("detection", "DuckDB read_ndjson", 5),
                              ("columns", "DuckDB, columns given", 2)):
        if not ratios[way]:
            report.line(f"index build ({way})", f"{seconds:.2f} s",
                        failed.get(way, "no DuckDB")[:36], goal=f"≥ {factor} ×")
            continue
        ratio = statistics.median(ratios[way])
        report.line(f"index build ({way})", f"{seconds:.2f} s",
                    f"{name} {statistics.median(others[way]) / 1000:.2f} s", ratio,
                    f"≥ {factor} ×", ratio >= factor)
    report.line("index build, anonymous memory (sampled)", f"{memory:.0f} MB", goal="< 500 MB",
                met=memory < 500)
    report.line("index build, time a model", f"{seconds * 1e6 / models:.1f} µs")


def changed_pages(pages, target, shift):
    """1 % of the pages, evenly spread, with other downloads; at least one page."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "hub").mkdir(parents=True)
    names = sorted(pages)
    count = max(1, round(len(names) / 100))
    for number in range(count):
        source = names[number * len(names) // count]
        lines = []
        for line in source.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            record["downloads"] = record.get("downloads", 0) + shift
            lines.append(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
        (target / "hub" / f"{number:05}.ndjson").write_text("\n".join(lines) + "\n",
                                                            encoding="utf-8")
    return count, len(names)


def measure_refresh(report, oms, data, rounds):
    """`fetch --from` of pages that changed: with the index of the snapshot before, and without."""
    copy = data.folder / "refreshed"
    changed = data.folder / "changed"
    original = list((data.cache / "pages").iterdir())
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data.cache, copy, copy_function=os.link)  # its files are never changed in place
    (copy / "lock").unlink(missing_ok=True)
    other = Oms(oms.program, copy)
    shift = 0

    def fetch(index):
        nonlocal shift
        shift += 1
        count = changed_pages(original, changed, shift)
        if not index:
            shutil.rmtree(copy / "index")
        return other.watched(["fetch", "--only", "hub", "--from", str(changed)])[0], count

    fetch(True)
    pairs = []
    for _ in range(rounds):
        (refresh, count), (full, _) = fetch(True), fetch(False)
        pairs.append((refresh, full))
    shutil.rmtree(copy)
    shutil.rmtree(changed)
    refresh, full = (statistics.median(values) for values in zip(*pairs))
    ratio = statistics.median(b / a for a, b in pairs)
    report.line("refresh, 1 % of the pages changed", f"{refresh / 1000:.2f} s",
                f"full build, {count[0]} of {count[1]} pages {full / 1000:.2f} s", ratio, "≥ 10 ×",
                ratio >= 10)


def print_disk(report, data):
    for name, paths in (("pages of the cache", [data.cache / "pages"]),
                        ("index of oms", [data.cache / "index"]),
                        ("export as NDJSON", [data.export]),
                        ("DuckDB table", [data.duckdb]), ("Parquet", [data.parquet]),
                        ("SQLite (11 columns) with indexes", [data.sqlite])):
        if all(path.exists() for path in paths):
            report.line(f"on disk: {name}", f"{bytes_below(*paths) / 1e6:.1f} MB")


def measure_alone(size, options, oms, data, report):
    counted = json.loads(oms.text("list", "--all", "--gone", "--count-by", "chat", "--json", "-n", "0"))
    models = sum(row["models"] for row in counted)
    report.begin(size, models, ALONE_MODELS)
    for figure, arguments, goal in (
            ("list --task chat --license osi, 20 rows", MAIN, 100),
            (f"list --search {COMMON}", ["list", "--search", COMMON], None),
            (f"list --search {RARE}", ["list", "--search", RARE], None),
            ("show ID", ["show", "openai/gpt-oss-120b"], None)):
        ms = median_ms(options.rounds, lambda a=arguments: oms.ms(a))
        if goal:
            report.line(figure, f"{ms:.1f} ms", goal=f"< {goal} ms", met=ms < goal)
        else:
            report.line(figure, f"{ms:.1f} ms")
    measure_memory(report, oms)
    shutil.rmtree(data.cache / "index")
    ms, kb = oms.watched(["list", "-n", "1", "-q"])
    report.line("index build", f"{ms / 1000:.1f} s")
    report.line("index build, anonymous memory (sampled)", f"{kb / 1024:.0f} MB", goal="< 2 GB",
                met=kb < 2 * 1024 * 1024)
    report.line("index build, time a model", f"{ms * 1000 / models:.1f} µs")
    print_disk(report, data)


def measure(size, options, npm, report):
    data = Data(options.work / str(size), size)
    oms = Oms(options.oms, data.cache)
    data.make(options, oms, npm)
    if size_is_alone(options, size):
        measure_alone(size, options, oms, data, report)
        return
    counts = json.loads((data.export / "_oms_export.json").read_text(encoding="utf-8"))
    report.begin(size, counts["models"])
    measure_queries(report, oms, data, npm, options.rounds)
    if data.sqlite.exists():
        measure_sqlite(report, oms, data, options.rounds)
    measure_jq(report, oms, data)
    measure_small(report, oms, Oms(options.oms, "/nonexistent"), options.rounds)
    measure_memory(report, oms, most_mb=20)
    few = max(1, min(options.rounds // 5, 3))
    measure_build(report, oms, data, npm, few, counts["models"])
    measure_refresh(report, oms, data, few)
    print_disk(report, data)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--oms", required=True, type=os.path.abspath)
    parser.add_argument("--hub", required=True, help="the oms_loopback_hub program")
    parser.add_argument("--sizes", default="100k", help="as 10k,100k,3.1M")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--work", type=pathlib.Path, help="keeps the data for the next run")
    parser.add_argument("--npm", type=pathlib.Path, help="where npm installs DuckDB")
    parser.add_argument("--reuse", action="store_true",
                        help="with --work: also the export and the databases made of it")
    parser.add_argument("--without-sqlite", action="store_true")
    parser.add_argument("--alone-from", type=parse_size, metavar="SIZE",
                        help="sizes of which only oms is measured, with the goals for "
                             f"{size_text(ALONE_MODELS)} models")
    options = parser.parse_args()
    Hub.program = options.hub
    sizes = [parse_size(text) for text in options.sizes.split(",")]
    thrown_away = None
    if options.work is None:
        thrown_away = tempfile.TemporaryDirectory(prefix="oms-bench-")
        options.work = pathlib.Path(thrown_away.name)
    options.work = options.work.resolve()
    npm = (options.npm or options.work / "npm").resolve()
    all_alone = all(size_is_alone(options, size) for size in sizes)
    reason = "not asked for" if all_alone else missing(npm)
    if reason:
        print(f"without DuckDB: {reason}")
    print(f"medians of {options.rounds} rounds, builds and refreshes fewer; "
          f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    report = Report()
    for size in sizes:
        measure(size, options, None if reason else str(npm), report)
    report.growth_table(sizes)
    print(f"\nload at the end {os.getloadavg()[0]:.1f}; "
          + (f"goals not met or not measured, {len(report.unmet)}:" if report.unmet else "every goal met"))
    for figure in report.unmet:
        print(f"  {figure}")
    if thrown_away:
        thrown_away.cleanup()


if __name__ == "__main__":
    main()
