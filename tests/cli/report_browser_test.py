#!/usr/bin/env python3
"""The page that `oms report --format html` writes, in a headless browser.

Usage: report_browser_test.py --oms PATH [--pictures DIR]. Exit code 77: no Chromium here. The browser
reaches nothing but a closed port of this machine. What the page asks for would stand in its log, and
nothing may; what it asks for on its own has no origin there. With --pictures screenshots stay there: light and dark, wide and narrow.
"""
import argparse
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

OMS = ""
PICTURES = None
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or ""
QUERY = ("--task", "chat", "--license", "commercial", "-n", "12")
EVIL = """x</title></script><script>document.title="owned"</script><img src=http://127.0.0.1:1/a>'\"&"""


class Page(html.parser.HTMLParser):
    """Rows of each table as they stand in the document: lists of texts, and which are hidden."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.hidden, self.sorted, self.told, self.cell = [], [], [], "", None
        self.in_told = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            self.tables.append([])
            self.hidden.append([])
            self.sorted.append([])
        elif tag == "tr":
            self.tables[-1].append([])
            self.hidden[-1].append("hidden" in attributes)
        elif tag in ("td", "th"):
            self.cell = ""
            if "aria-sort" in attributes:
                self.sorted[-1].append((len(self.tables[-1][-1]), attributes["aria-sort"]))
        elif tag == "output":
            self.in_told = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(self.cell)
            self.cell = None
        elif tag == "output":
            self.in_told = False

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data
        elif self.in_told:
            self.told += data

    def column(self, title):
        """Of the first table, the texts of the rows that are shown."""
        head, *rows = self.tables[0]
        at = head.index(title)
        return [row[at] for row, hidden in zip(rows, self.hidden[0][1:]) if not hidden]


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="oms-report-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.home = pathlib.Path(cls.folder.name)
        cls.html = cls.report(*QUERY)

    @classmethod
    def report(cls, *arguments):
        ran = subprocess.run([OMS, "report", "--format", "html", *arguments], text=True,
                             capture_output=True, timeout=60,
                             env={"PATH": os.environ["PATH"], "HOME": cls.folder.name,
                                  "LC_ALL": "C.UTF-8", "OMS_NOW": "2026-09-01T00:00:00Z"})
        if ran.returncode != 0:
            raise AssertionError(ran.stderr)
        return ran.stdout

    def browser(self, file, *arguments):
        log = self.home / "net.json"
        ran = subprocess.run(
            [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-background-networking", "--disable-component-update", "--no-first-run",
             "--disable-extensions", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
             "--proxy-server=http://127.0.0.1:1", "--proxy-bypass-list=<-loopback>",
             f"--user-data-dir={self.home / 'profile'}", f"--log-net-log={log}",
             "--virtual-time-budget=2000", *arguments, f"file://{file}"],
            text=True, capture_output=True, timeout=120,
            env={"PATH": os.environ["PATH"], "HOME": self.folder.name})
        self.assertEqual(ran.returncode, 0, ran.stderr)
        events = json.loads(log.read_text())["events"]
        asked = [event["params"] for event in events if "initiator" in event.get("params", {})]
        self.requested = [params["url"] for params in asked if params["initiator"] != "not an origin"]
        return ran.stdout

    def page_after(self, script="", text=None):
        """The document after `script` has run in it, as the page's own script left it."""
        file = self.home / "page.html"
        text = self.html if text is None else text
        file.write_text(text.replace("</body>", f"<script>{script}</script></body>"))
        dumped = self.browser(file, "--dump-dom")
        self.assertEqual(self.requested, [])
        return Page(dumped)

    @staticmethod
    def click(title, times=1):
        return (f"for (let i = 0; i < {times}; ++i) [...document.querySelectorAll('th button')]"
                f".find((b) => b.textContent === {json.dumps(title)}).click();")

    @staticmethod
    def numbers(texts):
        found = [re.sub(r"[^0-9.]", "", text) for text in texts]
        return [float(text) if text else None for text in found]

    def test_a_column_of_numbers_sorts_by_value_and_unknown_stays_last(self):
        for times, order in ((1, "ascending"), (2, "descending")):
            page = self.page_after(self.click("IN $/M", times))
            values = self.numbers(page.column("IN $/M"))
            known = [value for value in values if value is not None]
            self.assertGreater(len(known), 3)
            self.assertEqual(known, sorted(known, reverse=times == 2))
            self.assertEqual(values, known + [None] * (len(values) - len(known)))
            self.assertEqual([state for _, state in page.sorted[0]], [order])

    def test_numbers_with_units_sort_by_what_they_stand_for(self):
        page = self.page_after(self.click("PARAMS"))
        scale = {"M": 1e6, "B": 1e9, "T": 1e12}
        sizes = [float(re.sub(r"[^0-9.]", "", text)) * scale[text.strip("~^ ")[-1]]
                 for text in page.column("PARAMS") if text != "–"]
        self.assertGreater(len(sizes), 5)
        self.assertEqual(sizes, sorted(sizes))

    def test_a_column_of_texts_sorts_letter_case_aside(self):
        names = self.page_after(self.click("MODEL")).column("MODEL")
        self.assertEqual(names, sorted(names, key=str.lower))

    def test_the_filter_shows_only_rows_with_all_its_words_and_tells_how_many(self):
        names = self.page_after().column("MODEL")
        owner = names[0].split("/")[0].lower()
        wanted = [name for name in names if owner in name.lower()]
        page = self.page_after("const f = document.getElementById('filter');"
                               f"f.value = ' {owner.upper()}  '; f.dispatchEvent(new Event('input'));")
        self.assertEqual(page.column("MODEL"), wanted)
        self.assertEqual(page.told, f"{len(wanted)} of {len(names)}")
        for rows, hidden in zip(page.tables[1:4], page.hidden[1:4]):
            shown = [row[0] for row, gone in zip(rows[1:], hidden[1:]) if not gone]
            self.assertEqual(set(shown), set(wanted))

    def test_without_a_script_all_rows_are_there(self):
        page = Page(self.html)
        self.assertEqual(len(page.column("MODEL")), 12)
        self.assertFalse(any(hidden for rows in page.hidden for hidden in rows))

    def test_what_is_foreign_in_it_runs_nothing_and_asks_for_nothing(self):
        text = self.report(*QUERY, "--title", EVIL)
        page_file = self.home / "evil.html"
        page_file.write_text(text)
        dumped = self.browser(page_file, "--dump-dom")
        self.assertEqual(self.requested, [])
        self.assertNotIn("<title>owned", dumped)
        self.assertEqual(dumped.count("<script"), 1)
        self.assertNotIn("<img", dumped)

    def test_its_policy_forbids_requests_even_of_what_is_injected(self):
        script = ("const i = new Image(); i.src = 'http://127.0.0.1:1/x.png';"
                  "document.body.append(i); fetch('http://127.0.0.1:1/y').catch(() => 0);")
        self.page_after(script)
        (self.home / "page.html").write_text(
            re.sub("<meta http-equiv=[^>]*>", "", self.html) + f"<script>{script}</script>")
        self.browser(self.home / "page.html", "--dump-dom")
        self.assertEqual(set(self.requested), {"http://127.0.0.1:1/x.png", "http://127.0.0.1:1/y"})

    def in_frame(self, width, *arguments):
        """A headless window is 500 pixels wide at least: the page stands in a frame."""
        frame = self.home / "frame.html"
        frame.write_text('<style>body { margin: 0 }</style>'
                         f'<iframe src="page.html" width="{width}" height="2400" id="f" '
                         'style="border: 0" onload="document.title = f.contentDocument.title">'
                         "</iframe>")
        return self.browser(frame, "--allow-file-access-from-files", *arguments)

    def test_it_is_as_wide_as_the_window_down_to_400_pixels(self):
        script = "document.title = 'width ' + document.documentElement.scrollWidth;"
        (self.home / "page.html").write_text(
            self.html.replace("</body>", f"<script>{script}</script></body>"))
        for width in (400, 1280):
            dumped = self.in_frame(width, "--dump-dom", "--window-size=1400,1000")
            self.assertIn(f"<title>width {width}</title>", dumped)

    def test_pictures_of_it_can_be_taken_in_light_and_dark(self):
        (self.home / "page.html").write_text(self.html)
        target = pathlib.Path(PICTURES or self.home / "pictures").resolve()
        target.mkdir(parents=True, exist_ok=True)
        for name, scheme in {"light": 1, "dark": 0}.items():
            for width in (1280, 400):
                picture = target / f"{name}-{width}.png"
                self.in_frame(width, f"--screenshot={picture}", f"--window-size={max(width, 500)},2400",
                              f"--blink-settings=preferredColorScheme={scheme}")
                self.assertGreater(picture.stat().st_size, 20_000)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--pictures")
    known, rest = parser.parse_known_args()
    OMS, PICTURES = str(pathlib.Path(known.oms).resolve()), known.pictures
    if not BROWSER:
        print("skipped: no chromium")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *rest])
