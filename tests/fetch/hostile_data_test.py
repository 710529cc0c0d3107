#!/usr/bin/env python3
"""What owners of models write is inert in every format that a command prints.

Usage: hostile_data_test.py --oms PATH. Formats x hostile values, each value in every text of a
record; no network. The last line counts.
"""
import argparse
import csv
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from loopback import environment

OMS = ""
NOW = "2026-10-05T12:00:00Z"
NOBODY = "http://127.0.0.1:1"
MODEL, BASE = "acme/hostile-7B", "acme/base-7B"
LIMIT_S = 20

# name: what an owner writes
VALUES = {
    "colors": "x\x1b[31;1mred\x1b[0m",
    "title of the terminal": "x\x1b]0;owned\x07y",
    "C1 sequence": "x\x9b31mred",
    "link of the terminal": "x\x1b]8;;http://evil.invalid\x1b\\click\x1b]8;;\x1b\\",
    "bells and backspaces": "abc\b\b\bxyz\a\x7f",
    "text from right to left": "x\u202egnp.exe\u2066\u2069\u200f\u061c",
    "line feeds": "x\nacme/another  mit\n",
    "carriage return": "x\racme/another  mit",
    "line separators": "x\u2028y\u2029z\x85w\x0b\x0c",
    "formula": "=HYPERLINK(\"http://evil.invalid\",\"x\")",
    "formula with plus": "+1+cmd|' /C calc'!A0",
    "formula with minus": "-1+cmd|' /C calc'!A0",
    "formula with at": "@SUM(1+9)*cmd|' /C calc'!A0",
    "formula behind a tab": "\t=1+1",
    "pipe and table": "x | y | z |\n|---|",
    "Markdown link": "[x](javascript:alert(1)) ![y](http://evil.invalid/y.png)",
    "Markdown signs": "# h *b* _i_ `c` ~~s~~ > q \\",
    "HTML": "<img src=x onerror=alert(1)></td></table><script>alert(1)</script>",
    "entities": "&lt;script&gt;&#60;b&#62;",
    "end of CDATA": "]]><x/><![CDATA[",
    "command of GitHub": "::error file=x,line=1::owned",
    "command of GitHub in the middle": "x\n::set-output name=x::owned\n%0A::error::owned",
    "quotes": "x\"'`$(id);\\\" --",
    "paths": "../../../../etc/passwd",
    "an option": "--policy=/etc/passwd",
    "zero": "x\u0000y",
    "lone surrogate": "x\ud800y",
    "noncharacters": "x\ufffe\uffff\ufeffy\u200b",
    "marks without end": "x" + "\u0301" * 300,
    "a long text": "x" * 20_000,
}
NUMBERS = ("1e308", "-1e308", "1e99999", "-5", "9223372036854775808", "-9223372036854775809",
           "0.1e-400", "1e-9", "18446744073709551616", "[1]", '"12"', "true", "null")

POLICY = '[license]\nmin_class = "osi-permissive"\nrequire_osi = true\n'
# Which lines a format of its own may begin with.
OWN_COMMANDS = re.compile(r"^::(error|warning|notice) title=[^:]*::|^::(group|endgroup)::")
MODEL_FIELDS = ("id,author,task,tags,library,license,license_name,license_class,architecture,"
                "base_models,languages,domain,available_on,downloads,params,context")


class Failure(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Failure(what)


def plain(text, allowed="\n"):
    """No sign that a terminal, an editor or a reader would obey."""
    for sign in text:
        code = ord(sign)
        bad = ((code < 32 and sign not in allowed) or 0x7f <= code < 0xa0 or
               code in (0x61c, 0x200e, 0x200f, 0x2028, 0x2029) or
               0x202a <= code <= 0x202e or 0x2066 <= code <= 0x2069 or 0xd800 <= code < 0xe000)
        need(not bad, f"U+{code:04X} is printed")


def is_text(text):
    plain(text)
    need(not re.search(r"^[ \t]*::", text, re.M), "a line is a command of GitHub")


def is_json(text):
    plain(text)
    json.loads(text)


def is_ndjson(text):
    plain(text)
    for line in text.splitlines():
        json.loads(line)


def is_csv(text):
    plain(text, "\n\r\t")
    rows = list(csv.reader(io.StringIO(text), strict=True))
    need(len({len(row) for row in rows}) == 1, "rows of different lengths")
    for cell in (cell for row in rows for cell in row):
        risky = cell[:1] in "=+-@\t\r" and cell != ""
        need(not risky or re.fullmatch(r"-?[0-9.]+", cell), f"a spreadsheet runs {cell[:40]!r}")


def is_tsv(text):
    plain(text, "\n\t")
    need(len({line.count("\t") for line in text.splitlines()}) == 1, "rows of different lengths")


def is_markdown(text):
    plain(text)
    table = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            table.append(len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)))
        else:
            need(len(set(table)) < 2, "rows of different lengths")
            table = []
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)
    bare = re.sub(r"<(/?(details|summary|b|br|sub))>", "", bare)  # its own
    need(not re.search(r"<[a-zA-Z/!]", bare), "a tag is not escaped")
    need("](javascript" not in bare and "](http://evil" not in bare, "a link is not escaped")


def is_ids(text):
    plain(text)
    need(set(text.split()) <= {MODEL, BASE}, f"other ids: {text[:80]!r}")


def is_xml(text):
    plain(text)
    xml.etree.ElementTree.fromstring(text)


def is_svg(text):
    plain(text)
    drawn = {element.tag.split("}")[1] for element in xml.etree.ElementTree.fromstring(text).iter()}
    need(drawn <= {"svg", "title", "desc", "style", "g", "rect", "line", "path", "circle", "text",
                   "tspan", "polyline", "polygon", "pattern", "defs"}, f"elements {drawn}")
    need(not re.search(r"\son[a-z]+=|javascript:", text), "a script stands in it")


class Page(html.parser.HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.attributes = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.attributes += attributes


def is_html(text):
    plain(text)
    page = Page(text)
    need(page.elements <= {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "dl",
                           "dt", "dd", "div", "label", "input", "output", "p", "table", "thead",
                           "tbody", "tr", "th", "td", "wbr", "ul", "li", "script", "img"},
         f"elements {page.elements}")
    for name, value in page.attributes:
        need(not name.startswith("on") and name != "style", f"an attribute {name}")
        need(name not in ("src", "href") or value.startswith("data:"), f"an address {value}")
    need(text.count("<script>") == 1, "a script of others")


def is_github(text):
    plain(text)
    for line in text.splitlines():
        need(not line.lstrip().startswith("::") or OWN_COMMANDS.match(line), f"a foreign command: {line[:80]}")


LIST = ("list", "-n", "0", "--search", "acme", "--unfold", "--fields", MODEL_FIELDS)
CHECK = ("check", "--policy", "{policy}", MODEL)
# name: (what is printed, what it has to be, exit code)
FORMATS = {
    "table": ((*LIST,), is_text, 0),
    "narrow table": ((*LIST, "--width", "60"), is_text, 0),
    "colored table": (("list", "-n", "0", "--search", "acme"), is_text, 0),
    "json": ((*LIST, "--json"), is_json, 0),
    "ndjson": ((*LIST, "--format", "ndjson"), is_ndjson, 0),
    "csv": ((*LIST, "--format", "csv"), is_csv, 0),
    "tsv": ((*LIST, "--format", "tsv"), is_tsv, 0),
    "md": ((*LIST, "--format", "md"), is_markdown, 0),
    "ids": (("list", "-n", "0", "--search", "acme", "--unfold", "-q"), is_ids, 0),
    "count": (("list", "--search", "acme", "--count-by", "license"), is_text, 0),
    "count as csv": (("list", "--search", "acme", "--count-by", "tags", "--format", "csv"), is_csv, 0),
    "show": (("show", MODEL), is_text, 0),
    "show as json": (("show", MODEL, "--json"), is_json, 0),
    "show --use": (("show", MODEL, "--use"), is_text, 0),
    "tree": (("tree", MODEL), is_text, 0),
    "tree as json": (("tree", BASE, "--json"), is_json, 0),
    "compare": (("compare", MODEL, BASE), is_text, 0),
    "compare as md": (("compare", MODEL, BASE, "--format", "md"), is_markdown, 0),
    "compare as csv": (("compare", MODEL, BASE, "--format", "csv"), is_csv, 0),
    "rank": (("rank", "--search", "acme", "--weights", "price=1"), is_text, 0),
    "licenses": (("licenses",), is_text, 0),
    "bars": (("plot", "--search", "acme", "--bars", "downloads"), is_text, 0),
    "report": (("report", "--search", "acme", "--unfold"), is_markdown, 0),
    "report as html": (("report", "--search", "acme", "--unfold", "--format", "html"), is_html, 0),
    "report as cyclonedx": (("report", "--search", "acme", "--unfold", "--format", "cyclonedx"),
                            is_json, 0),
    "check as text": ((*CHECK,), is_text, 1),
    "check as json": ((*CHECK, "--json"), is_json, 1),
    "check as sarif": ((*CHECK, "--format", "sarif"), is_json, 1),
    "check as junit": ((*CHECK, "--format", "junit"), is_xml, 1),
    "check as github": ((*CHECK, "--format", "github"), is_github, 1),
    "check as gitlab": ((*CHECK, "--format", "gitlab"), is_json, 1),
    "check as md": ((*CHECK, "--format", "md"), is_markdown, 1),
    "check as inventory": ((*CHECK, "--format", "inventory"), is_text, 1),
    "check as cyclonedx": ((*CHECK, "--format", "cyclonedx"), is_json, 1),
    "check explained": (("check", "--policy", "{policy}", "--explain", MODEL), is_text, None),
    "check of the text itself": (("check", "--policy", "{policy}", "{value}"), is_text, None),
    "show of the text itself": (("show", "{value}"), is_text, None),
    "search for the text itself": (("list", "--search", "{value}", "--json"), is_json, None),
    "cache info": (("cache", "info"), is_text, 0),
}


def record(value, downloads="5"):
    """Every text of it is `value`, but for the two ids."""
    text = json.dumps(value)
    return (f'{{"_id":"{"6" * 24}","id":"{MODEL}","author":{text},"downloads":{downloads},"likes":1,'
            f'"tags":[{text},"license:"],"pipeline_tag":{text},"library_name":{text},"sha":{text},'
            f'"createdAt":{text},"lastModified":{text},"gated":{text},'
            f'"cardData":{{"license":{text},"license_name":{text},"license_link":{text},'
            f'"language":[{text}],"base_model":[{text},"{BASE}"],"datasets":[{text}],'
            f'"model_name":{text},"pipeline_tag":{text},"tags":[{text}]}},'
            f'"config":{{"architectures":[{text}],"model_type":{text},'
            f'"tokenizer_config":{{"chat_template":{text}}}}},'
            f'"gguf":{{"architecture":{text},"context_length":{downloads},"total":{downloads}}},'
            f'"safetensors":{{"parameters":{{"BF16":{downloads}}},"total":{downloads}}},'
            f'"evalResults":[{{"filename":{text},"dataset":{text},"name":{text},"value":{text}}}],'
            f'"inferenceProviderMapping":[{{"provider":{text},"providerId":{text},"status":"live",'
            f'"task":{text},"providerDetails":{{"pricing":{{"input":{downloads},"output":1}}}}}}]}}')


class Bench:
    """A cache that was filled from a record with one hostile value."""

    def __init__(self, folder, body):
        self.folder = pathlib.Path(folder)
        self.values = {"policy": str(self.folder / "policy.toml")}
        (self.folder / "hub").mkdir(parents=True)
        (self.folder / "policy.toml").write_text(POLICY)
        base = f'{{"_id":"{"7" * 24}","id":"{BASE}","tags":["license:mit"],"downloads":3}}'
        (self.folder / "hub/1.json").write_text(f"[{body},{base}]", encoding="utf-8")
        ran = self.run("fetch", "--from", str(self.folder))
        need(ran.returncode == 0, f"fetch ends with {ran.returncode}: {ran.stderr[-300:]}")
        is_text(ran.stderr)

    def run(self, *words):
        words = [self.values[word[1:-1]] if word in ("{policy}", "{value}") else word
                 for word in words]
        ran = subprocess.run([OMS, *words], capture_output=True, timeout=LIMIT_S, env=environment(
            self.folder, self.folder / "cache", OMS_NOW=NOW, HF_ENDPOINT=NOBODY))
        ran.stdout, ran.stderr = ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8")
        return ran

    def check(self, words, inert, code):
        ran = self.run(*words)
        usual = (0, 1, 2, 3) if code is None else (code,)
        need(ran.returncode in usual, f"exit code {ran.returncode}: {ran.stderr[-300:]}")
        if ran.stdout or code == 0:
            inert(ran.stdout)
        is_text(ran.stderr)
        return ran


def exported(bench):
    for format_name, inert in (("ndjson", is_ndjson), ("csv", is_csv)):
        target = bench.folder / format_name
        ran = bench.run("cache", "export", str(target), "--format", format_name)
        need(ran.returncode == 0, ran.stderr)
        for file in target.glob("*-*." + format_name):
            text = file.read_bytes().decode("utf-8")
            if text:
                inert(text)


def drawn(bench):
    target = bench.folder / "plot.svg"
    ran = bench.run("plot", "--search", "acme", "--bars", "downloads", "--svg", str(target))
    need(ran.returncode == 0, ran.stderr)
    is_svg(target.read_text(encoding="utf-8"))


def checked_by_lock(bench):
    """The facts of a lock are as foreign as those of the catalog."""
    lock = bench.folder / "oms.lock"
    bench.run("check", "--policy", "{policy}", "--lock", str(lock), MODEL)
    need(lock.exists(), "no lock is written")
    plain(lock.read_text(encoding="utf-8"))
    for words in (("--format", "github"), ("--format", "junit"), ("--json",), ()):
        ran = bench.run("check", "--policy", "{policy}", f"--locked={lock}", *words)
        need(ran.returncode in (1, 2, 3), f"exit code {ran.returncode}: {ran.stderr}")
        (is_github if "github" in words else is_xml if "junit" in words else is_text)(ran.stdout)
        is_text(ran.stderr)


DEEP = 30_000
# name: words, files that they name, exit code
BOMBS = {
    "brackets in a condition": (("list", "--where", "(" * DEEP + "params=1" + ")" * DEEP), {}, 2),
    "not in a condition": (("list", "--where", "not " * 16_000 + "params=1"), {}, None),
    "or in a condition": (("list", "--where", " or ".join(["tags~x"] * 6_000), "-q"), {}, 0),
    "a long condition": (("list", "tags~" + "a" * 120_000), {}, 2),
    "a long search": (("list", "--search", "(a+)+$" * 10_000), {}, None),
    "a search that is a pattern": (("list", "--search", "(((a*)*)*)*b" + "a" * 3_000, "-q"), {}, 0),
    "a long name": (("show", "a" * 120_000), {}, 1),
    "an absurd number": (("list", "--max-price", "1e999999999"), {}, 2),
    "an absurd count": (("list", "-n", "99999999999999999999"), {}, 2),
    "nested policy": (("check", "--policy", "{bomb}", MODEL),
                      {"bomb": "x = " + "[" * 100_000 + "]" * 100_000}, 2),
    "a policy of dots": (("check", "--policy", "{bomb}", MODEL), {"bomb": "a." * 50_000 + "b = 1"}, 2),
    "a policy that is no text": (("check", "--policy", "{bomb}", MODEL), {"bomb": "\0\x1b[31m\u202e"}, 2),
    "a policy that extends itself": (("check", "--policy", "{bomb}", MODEL),
                                     {"bomb": 'extends = "bomb"\nextends_sha256 = "' + "0" * 64 + '"'}, 2),
    "a policy that extends a device": (("check", "--policy", "{bomb}", MODEL),
                                       {"bomb": 'extends = "/dev/zero"\nextends_sha256 = "0"'}, 2),
    "a nested lock": (("check", "--locked={bomb}"), {"bomb": "[" * 200_000}, None),
    "a lock that is no text": (("check", "--locked={bomb}"), {"bomb": '{"\x1b[31m":"::error::x\n\u202e"}'}, None),
    "a list of models that is none": (("check", "--policy", "{policy}", "-f", "{bomb}"),
                                      {"bomb": "\x1b]0;x\x07::error::x\n\u202e/../..\n" * 50}, None),
    "scores that are none": (("list", "--scores", "{bomb}"), {"bomb": "id,\x1b[31m\n=1,::error::"}, None),
}


def set_off(folder):
    """Each ends soon, with an exit code of its own, and without repeating it all."""
    bench = Bench(folder, record("x"))
    problems = 0
    for name, (words, files, code) in BOMBS.items():
        try:
            for file, text in files.items():
                (bench.folder / file).write_text(text, encoding="utf-8")
            words = [word.replace("{bomb}", str(bench.folder / "bomb")) for word in words]
            ran = bench.check(words, is_text, code)
            need(len(ran.stderr) < 2_000 or name == "a long name", "the message repeats all of it")
        except (Failure, subprocess.TimeoutExpired) as failure:
            print(f"{name}: {str(failure)[:300]}")
            problems += 1
    return problems


def main():
    global OMS
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--value", default="", help="values whose name holds this")
    options = parser.parse_args()
    OMS = options.oms
    tried, problems = 0, 0
    rows = [(name, value, record(value)) for name, value in VALUES.items()]
    rows += [(f"number {number}", "x", record("x", number)) for number in NUMBERS]
    files = (("cache export", exported), ("plot", drawn), ("lock", checked_by_lock))
    with tempfile.TemporaryDirectory(prefix="oms-hostile-") as folder:
        for i, (name, value, body) in enumerate(rows):
            if options.value not in name:
                continue
            try:
                bench = Bench(f"{folder}/{i}", body)
            except (Failure, subprocess.TimeoutExpired) as failure:
                print(f"{name}, fetch: {failure}")
                problems += 1
                continue
            bench.values["value"] = value.replace("\0", "").replace("\ud800", "")
            for format_name, (words, inert, code) in FORMATS.items():
                tried += 1
                try:
                    bench.check(words, inert, code)
                except (Failure, ValueError, csv.Error, xml.etree.ElementTree.ParseError,
                        subprocess.TimeoutExpired) as failure:
                    print(f"{name}, {format_name}: {type(failure).__name__} {failure}")
                    problems += 1
            for format_name, run in files:
                tried += 1
                try:
                    run(bench)
                except (Failure, ValueError, csv.Error, xml.etree.ElementTree.ParseError) as failure:
                    print(f"{name}, {format_name}: {type(failure).__name__} {failure}")
                    problems += 1
        if not options.value:
            tried += len(BOMBS)
            problems += set_off(f"{folder}/bombs")
    print(f"hostile data: {len(rows)} values in {len(FORMATS) + len(files)} formats, {len(BOMBS)} bombs: {tried} tried, "
          f"{tried - problems} inert")
    return 1 if problems or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
