#!/usr/bin/env python3
"""The score sources that are fetched on request: what each brings, joins and survives.

Usage: sources_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import csv
import io
import json
import pathlib
import subprocess
import tempfile
import unittest

from loopback import Hub, environment, programs

OMS = ""
KEY = "aa_secretsecretsecret"
TOKEN = "hf_secretsecretsecret"
ROWS = "/rows"
ASR = "/huggingface/open_asr_leaderboard/main/scripts/data/en_shortform.csv"
ANALYZED = "/api/v2/language/models/free"

# Word of --only, path that it asks, metric that it brings, its row of 'oms sources'.
SOURCES = (("arena", ROWS, "arena", "lmarena"),
           ("open-llm-leaderboard", ROWS, "ollb2", "open-llm-leaderboard-v2"),
           ("open-asr", ASR, "wer", "open-asr-leaderboard"),
           ("artificial-analysis", ANALYZED, "aa", "artificial-analysis"))


class SourcesTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="oms-sources-")
        self.addCleanup(self.folder.cleanup)
        self.cache = pathlib.Path(self.folder.name, "cache")
        hub = Hub("--models", "800", "--seed", "7", "--token", KEY)
        hub.__enter__()
        self.addCleanup(hub.__exit__)
        self.hub = hub

    def environment(self, **more):
        url = self.hub.url
        values = {"HF_ENDPOINT": url, "OMS_ROUTER_ENDPOINT": url, "OMS_OPENROUTER_ENDPOINT": url,
                  "OMS_DATASETS_SERVER_ENDPOINT": url, "OMS_OPEN_ASR_ENDPOINT": url,
                  "OMS_ARTIFICIAL_ANALYSIS_ENDPOINT": url, "ARTIFICIAL_ANALYSIS_API_KEY": KEY, **more}
        return environment(self.folder.name, self.cache, **values)

    def oms(self, *arguments, code=0, **more):
        ran = subprocess.run([OMS, *arguments], env=self.environment(**more), text=True,
                             capture_output=True, timeout=120)
        self.assertEqual(ran.returncode, code, ran.stdout[-2000:] + ran.stderr[-2000:])
        return ran

    def fetch(self, only, *arguments, **more):
        return self.oms("fetch", "--only", only, *arguments, **more)

    def source(self, name):
        return json.loads(self.oms("sources", name, "--json").stdout)

    def unmatched(self, name):
        return json.loads(self.oms("sources", "--unmatched", name, "--json").stdout)

    def models(self):
        """id -> record, of all models, with their scores."""
        ran = self.oms("list", "-n", "0", "--all", "--json", "--fields", "id,scores,downloads")
        return {record["id"]: record for record in json.loads(ran.stdout)}

    def scored(self, metric):
        return {model for model, record in self.models().items() if metric in (record["scores"] or {})}

    def manifest(self):
        name = (self.cache / "CURRENT").read_text().strip()
        return json.loads((self.cache / "snapshots" / f"{name}.json").read_text())["manifest"]

    def name_all(self, *sources):
        """Settings that say of every unmatched name which of the invented models it is."""
        by_name = {model.split("/")[1].lower(): model for model in self.models()
                   if self.is_invented(model)}
        file = pathlib.Path(self.folder.name, ".config/oms/overrides.json")
        names = json.loads(file.read_text())["names"] if file.exists() else {}
        for source in sources:
            for row in self.unmatched(source):
                model = by_name.get(row["name"].split(" (")[0])
                if model:
                    names.setdefault(source, {})[row["key"] or row["name"]] = model
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"names": names}))

    @staticmethod
    def is_invented(model):
        return model.lower().startswith("invented")

    def warnings(self, ran):
        return [line for line in ran.stderr.splitlines() if "warning" in line]

    # --- What is fetched -----------------------------------------------------------------------

    def test_none_of_them_is_asked_without_being_named(self):
        self.oms("fetch", "--top", "800")
        asked = self.hub.requests()
        self.assertFalse([r for r in asked if r["path"] in (ASR, ANALYZED)])
        datasets = {r["query"].split("&")[0] for r in asked if r["path"] == ROWS}
        self.assertEqual(datasets, {"dataset=OpenEvals%2Fleaderboard-data"})
        self.assertEqual([info["name"] for info in self.manifest()["sources"]],
                         ["hub", "router", "openrouter", "openevals"])

    def test_each_alone_brings_scores_with_age_and_counts(self):
        self.fetch("hub", "--top", "800")
        for name, _, metric, row in SOURCES:
            with self.subTest(source=name):
                self.fetch(name)
                if name in ("arena", "artificial-analysis"):
                    self.assertEqual(self.source(name)["joined"], 0)
                    self.name_all(name)
                told = self.source(row)
                self.assertIsNone(told["error"])
                self.assertIsNotNone(told["fetched_at"])
                self.assertGreater(told["joined"], 10)
                scored = {model for model in self.scored(metric) if self.is_invented(model)}
                self.assertGreater(len(scored), 10)

    def test_each_has_its_own_file_of_the_body_as_it_came(self):
        self.fetch("hub", "--top", "800")
        self.fetch(",".join(name for name, *_ in SOURCES))
        for name, *_ in SOURCES:
            files = list((self.cache / "sources" / name).iterdir())
            self.assertTrue(files, name)
            ending = ".csv" if name == "open-asr" else ".json"
            self.assertTrue(all(file.name.endswith(ending) for file in files), files)
        table = next((self.cache / "sources/open-asr").iterdir()).read_text()
        self.assertEqual(next(csv.reader(io.StringIO(table)))[:2], ["model", "Avg. WER"])
        self.assertIn("all sound", self.oms("cache", "verify").stdout)

    def test_an_unchanged_body_is_not_sent_again(self):
        self.fetch("arena,open-asr,artificial-analysis")
        self.hub.tell(clear_log=True)
        self.fetch("arena,open-asr,artificial-analysis")
        self.assertEqual({r["status"] for r in self.hub.requests()}, {304})

    def test_the_arena_is_read_to_the_end_of_its_overall_category(self):
        self.fetch("arena")
        asked = len(self.hub.requests(ROWS))
        names = self.unmatched("arena")
        self.assertLess(asked, 2 + len(names) // 100 + 1)
        self.assertEqual(len({row["name"] for row in names}), len(names))

    def test_what_was_fetched_replaces_all_bundled_ratings(self):
        before = self.scored("arena")
        self.assertGreater(len(before), 100)
        self.fetch("hub,arena", "--top", "800")
        self.name_all("arena")
        after = self.scored("arena")
        self.assertFalse(after & before)
        self.assertTrue(all(map(self.is_invented, after)))

    # --- Open LLM Leaderboard ------------------------------------------------------------------

    def test_what_cannot_change_is_fetched_once(self):
        self.fetch("open-llm-leaderboard")
        self.hub.tell(clear_log=True)
        ran = self.fetch("open-llm-leaderboard")
        self.assertEqual(self.hub.requests(), [])
        self.assertIn("records are there, and they cannot change", ran.stderr)

    def test_what_cannot_change_and_could_not_be_read_is_fetched_again(self):
        self.fetch("hub", "--top", "800")
        self.fetch("open-llm-leaderboard")
        clean = self.models()
        (self.cache / "CURRENT").unlink()
        self.fetch("hub", "--top", "800")
        self.hub.tell(fault={"kind": "wrong_type", "field": "*", "path": ROWS})
        ran = self.fetch("open-llm-leaderboard")
        self.assertRegex(ran.stderr, r"[0-9]+ records that could not be read")
        self.fetch("open-llm-leaderboard")
        self.assertEqual(self.models(), clean)

    def test_an_interrupted_leaderboard_goes_on_behind_its_last_page_and_says_nothing_till_then(self):
        bundled = self.scored("ollb2")
        self.fetch("hub", "--top", "800")
        self.hub.tell(fault={"kind": "status", "status": 500, "path": ROWS, "skip": 1, "times": -1})
        self.fetch("open-llm-leaderboard", code=4)
        self.assertEqual(self.scored("ollb2"), bundled)
        self.assertIsNone(self.source("open-llm-leaderboard-v2")["fetched_at"])
        self.assertIn("HTTP 500", self.source("open-llm-leaderboard-v2")["error"])
        self.hub.tell(clear_faults=True)
        self.hub.tell(clear_log=True)
        self.fetch("open-llm-leaderboard")
        offsets = [r["query"].split("offset=")[1].split("&")[0] for r in self.hub.requests(ROWS)]
        self.assertEqual(offsets[0], "100")
        self.assertTrue(all(map(self.is_invented, self.scored("ollb2"))))

    def test_flagged_models_and_merges_are_no_runs_and_the_best_run_says_so(self):
        self.fetch("hub,open-llm-leaderboard", "--top", "800")
        for model in sorted(self.scored("ollb2"))[:20]:
            shown = json.loads(self.oms("show", model, "--json").stdout)
            runs = [o for o in shown["observations"] if o["metric"] == "ollb2"]
            self.assertEqual(len(runs), 1, model)
            self.assertIn(runs[0]["variant"], ("bfloat16", "bfloat16, best of 2 runs",
                                               "float16, best of 2 runs"))

    # --- Artificial Analysis -------------------------------------------------------------------

    def test_the_key_goes_to_its_service_alone_and_stays_nowhere(self):
        ran = self.oms("fetch", "--top", "50")
        more = self.fetch("router,openrouter,openevals,arena,open-asr,artificial-analysis",
                          HF_TOKEN="")
        said = ran.stdout + ran.stderr + more.stdout + more.stderr
        said += self.oms("doctor").stdout + self.oms("sources").stdout + self.oms("cache", "info").stdout
        self.assertNotIn(KEY, said)
        for file in pathlib.Path(self.folder.name).rglob("*"):
            if file.is_file():
                self.assertNotIn(KEY.encode(), file.read_bytes(), file)
        with_key = {r["path"] for r in self.hub.requests() if "x-api-key" in r["headers"]}
        self.assertEqual(with_key, {ANALYZED})
        self.assertFalse([r for r in self.hub.requests(ANALYZED) if r["authorization"]])
        self.assertFalse([r for r in self.hub.requests() if KEY in r["query"]])

    def test_a_wrong_key_fails_its_source_and_no_other(self):
        wrong = "aa_wrongwrongwrong"
        self.fetch("hub,artificial-analysis", "--top", "800")
        self.name_all("artificial-analysis")
        before = self.scored("aa")
        self.assertTrue(before)
        ran = self.fetch("open-asr,artificial-analysis", ARTIFICIAL_ANALYSIS_API_KEY=wrong)
        self.assertEqual(self.warnings(ran), [
            "oms: warning: artificial-analysis: artificial-analysis refuses the key: HTTP 401; "
            "what it gave before is kept"])
        self.assertEqual(self.scored("aa"), before)
        self.assertGreater(self.source("open-asr-leaderboard")["joined"], 10)
        self.assertEqual(self.source("artificial-analysis")["error"],
                         "artificial-analysis refuses the key: HTTP 401")
        self.assertNotIn(wrong, ran.stdout + ran.stderr)
        ran = self.fetch("artificial-analysis", code=4, ARTIFICIAL_ANALYSIS_API_KEY=wrong)
        self.assertIn("oms: error: fetch: artificial-analysis refuses the key: HTTP 401; "
                      "check ARTIFICIAL_ANALYSIS_API_KEY", ran.stderr)

    def test_without_a_key_it_is_wrong_use_before_any_request(self):
        ran = self.fetch("artificial-analysis", code=2, ARTIFICIAL_ANALYSIS_API_KEY="")
        self.assertEqual(ran.stderr, "oms: error: --only: artificial-analysis asks for a key; "
                                     "set ARTIFICIAL_ANALYSIS_API_KEY to yours\n")
        self.assertEqual(self.hub.requests(), [])

    def test_a_key_that_a_redirect_asks_for_elsewhere_is_not_sent(self):
        self.hub.tell(fault={"kind": "redirect", "to": "other-host", "path": ANALYZED, "times": -1})
        ran = self.fetch("artificial-analysis", code=4)
        self.assertIn("redirects to another host or scheme are not followed", ran.stderr)
        self.assertNotIn(KEY, ran.stderr)

    def test_the_older_list_is_read_where_the_newer_is_not_there(self):
        self.hub.tell(fault={"kind": "status", "status": 404, "path": ANALYZED, "times": -1})
        self.fetch("artificial-analysis")
        self.assertEqual([page["request"] for page in self.manifest()["pages"]],
                         ["/api/v2/data/llms/models"])

    def test_the_highest_effort_is_shown_and_the_credit_printed(self):
        self.fetch("hub,artificial-analysis", "--top", "800")
        self.name_all("artificial-analysis")
        model = sorted(self.scored("aa"))[0]
        shown = json.loads(self.oms("show", model, "--json").stdout)
        found = [(o["variant"], o["value"]) for o in shown["observations"] if o["metric"] == "aa"]
        self.assertEqual([variant for variant, _ in found], ["high", "low"])
        listed = json.loads(self.oms("list", f"id={model}", "--all", "--quality", "aa", "--json").stdout)
        self.assertEqual(listed[0]["quality"], found[0][1])
        credit = "Data: Artificial Analysis (artificialanalysis.ai)"
        self.assertIn(credit, self.oms("show", model).stdout)
        self.assertIn(credit, self.oms("list", "--quality", "aa", "--all").stderr)

    # --- Failure -------------------------------------------------------------------------------

    FAULTS = (({"kind": "status", "status": 503}, "HTTP 503"),
              ({"kind": "status", "status": 404}, "answered 404"),
              ({"kind": "html"}, ""),
              ({"kind": "reset_before"}, ""),
              ({"kind": "garbled_json"}, ""),
              ({"kind": "body", "body": '{"rows":[{"row_idx":0,"row":{"name":"x"}}],"data":[{"id":"x"}]}'},
               "sends what this version cannot read"))

    def test_a_source_that_fails_leaves_every_figure_and_is_named(self):
        names = [name for name, *_ in SOURCES if name != "open-llm-leaderboard"]
        self.fetch("hub," + ",".join(names), "--top", "800")
        self.name_all("arena", "artificial-analysis")
        before = self.models()
        for name, path, _, row in SOURCES:
            if name == "open-llm-leaderboard":
                continue  # it is not asked again
            for fault, reason in self.FAULTS:
                if fault["kind"] == "garbled_json" and name == "open-asr":
                    continue  # half a table is a table
                with self.subTest(source=name, fault=fault):
                    paths = [path, "/api/v2/data"] if path == ANALYZED else [path]
                    for place in paths:
                        self.hub.tell(fault={**fault, "path": place, "times": -1})
                    ran = self.fetch(name, code=4)
                    errors = [line for line in ran.stderr.splitlines() if "oms: error" in line]
                    self.assertEqual(len(errors), 1, ran.stderr)
                    self.assertIn(reason, errors[0])
                    self.assertEqual(self.models(), before)
                    told = self.source(row)
                    self.assertIn(reason, told["error"])
                    self.assertIsNotNone(told["fetched_at"])
                    self.hub.tell(clear_faults=True)
            self.fetch(name)
            self.assertIsNone(self.source(row)["error"])

    def test_a_source_that_fails_keeps_no_other_from_arriving(self):
        self.hub.tell(fault={"kind": "status", "status": 503, "path": ROWS, "times": -1})
        ran = self.fetch("hub,arena,open-llm-leaderboard,open-asr", "--top", "800")
        self.assertEqual(len(self.warnings(ran)), 2, ran.stderr)
        self.assertIn("oms: warning: arena: ", self.warnings(ran)[0])
        self.assertIn("HTTP 503", self.warnings(ran)[0])
        self.assertGreater(self.source("open-asr-leaderboard")["joined"], 10)
        self.assertGreater(len(self.scored("arena")), 100)  # the bundled ones
        self.assertIn("HTTP 503", self.source("lmarena")["error"])
        self.assertIsNone(self.source("lmarena")["fetched_at"])
        self.oms("fetch", "--only", "hub,arena", "--top", "800", "--strict", code=4)

    def test_a_table_that_is_empty_now_is_a_failure(self):
        self.fetch("open-asr")
        before = self.models()
        self.hub.tell(fault={"kind": "body", "body": "model,Avg. WER,License\n", "path": ASR, "times": -1})
        ran = self.fetch("open-asr", code=4)
        self.assertIn("open-asr lists nothing", ran.stderr)
        self.assertEqual(self.models(), before)

    # --- Names ---------------------------------------------------------------------------------

    def test_settings_count_at_once_without_another_fetch(self):
        self.fetch("hub,arena", "--top", "800")
        before = self.unmatched("arena")
        self.assertEqual(self.source("lmarena")["unjoined"], len(before))
        self.name_all("arena")
        self.hub.tell(clear_log=True)
        told = self.source("lmarena")
        self.assertEqual(told["joined"] + told["unjoined"], len(before))
        self.assertGreater(told["joined"], 10)
        self.assertEqual(len(self.unmatched("arena")), told["unjoined"])
        self.assertEqual(self.hub.requests(), [])

    def test_settings_that_cannot_be_used_are_wrong_use_with_the_file(self):
        self.fetch("open-asr")
        file = pathlib.Path(self.folder.name, ".config/oms/overrides.json")
        file.parent.mkdir(parents=True)
        file.write_text('{"names": {"arenaa": {"x": "a/b"}}}')
        ran = self.oms("list", code=2)
        self.assertIn(f"oms: error: cannot use '{file}': names: unknown source 'arenaa'; "
                      "did you mean 'arena'?", ran.stderr)

    def test_models_that_are_not_on_the_hub_are_named_as_unmatched(self):
        self.fetch("open-asr")
        self.assertIn({"name": "google/invented_1", "key": None, "owner": None, "source": "open-asr"},
                      self.unmatched("open-asr"))

    # --- Files in place of the network -----------------------------------------------------------

    def test_bodies_of_every_source_are_read_from_files(self):
        bodies = pathlib.Path(self.folder.name, "bodies")
        (bodies / "open-asr").mkdir(parents=True)
        (bodies / "open-asr/1.csv").write_text("model,Avg. WER,License\nopenai/whisper-tiny,12.5,Open\n")
        (bodies / "arena").mkdir()
        (bodies / "arena/1.json").write_text(json.dumps([
            {"model_name": "phi-4", "rating": 1234.5, "category": "overall",
             "leaderboard_publish_date": "2026-09-18"}]))
        self.oms("fetch", "--from", str(bodies), ARTIFICIAL_ANALYSIS_API_KEY="")
        self.assertIn("openai/whisper-tiny", self.scored("wer"))
        self.assertLess(len(self.scored("wer")), 10)  # copies borrow it, the bundled ones are gone
        shown = json.loads(self.oms("show", "microsoft/phi-4", "--json").stdout)
        self.assertEqual([(o["value"], o["as_of"]) for o in shown["observations"]
                          if o["metric"] == "arena"], [(1234.5, "2026-09-18")])


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
