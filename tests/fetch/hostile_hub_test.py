#!/usr/bin/env python3
"""`oms fetch` against a Hub that answers what a test tells it, which is mostly what it should not.

Usage: hostile_hub_test.py --oms PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import argparse
import collections
import hashlib
import http.server
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import typing
import unittest
import urllib.parse

from loopback import environment

OMS = ""
TOKEN = "hf_secretsecretsecret"
NOW = "2026-10-05T12:00:00Z"
NOBODY = "http://127.0.0.1:1"
NO_SUCH_MODEL = (404, {"error": "Repository not found"}, {"X-Error-Code": "RepoNotFound"})
NOT_ALLOWED = (401, {"error": "Invalid username or password."}, {})  # ends a fetch early
BROKEN = (500, {"error": "Internal Error"}, {})


class Request(typing.NamedTuple):
    path: str
    query: dict
    if_none_match: typing.Optional[str]
    authorization: str


def model(number, owner="acme"):
    return {"_id": hashlib.md5(f"{owner}/{number}".encode()).hexdigest()[:24],
            "id": f"{owner}/m{number}", "author": owner, "downloads": 100_000 - number, "tags": [],
            "private": False, "disabled": False, "gated": False,
            "createdAt": "2026-01-01T00:00:00.000Z", "lastModified": "2026-01-01T00:00:00.000Z"}


class Hub:
    """Lists `models` and knows each by name, but for what `told` answers in place of that."""

    def __init__(self):
        hub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                hub.serve(self)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):  # a client that was stopped hangs up
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()
        self.begin()

    def end(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def begin(self):
        self.models = [model(number) for number in range(5)]
        self.page_size = 1000
        self.log = []
        self.told = lambda request: None  # (status, body, headers)
        self.spoil = lambda body: body  # of a page of the listing
        self.links = True
        self.links_when_unchanged = True

    def serve(self, handler):
        url = urllib.parse.urlsplit(handler.path)
        request = Request(url.path, urllib.parse.parse_qs(url.query),
                          handler.headers.get("If-None-Match"),
                          handler.headers.get("Authorization", ""))
        self.log.append(request)
        status, body, headers = self.told(request) or self.usual(request)
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        if status != 304:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if status != 304:
            handler.wfile.write(body)

    def usual(self, request):
        if request.path == "/v1/models":  # of the router
            return 200, {"object": "list", "data": []}, {}
        return self.page(request) if request.path == "/api/models" else self.detail(request)

    def page(self, request):
        owners = request.query.get("author")
        models = [m for m in self.models if owners is None or m["author"] in owners]
        start = int(request.query.get("cursor", ["0"])[0])
        end = start + min(int(request.query["limit"][0]), self.page_size)
        body = self.spoil(json.dumps(models[start:end]).encode())
        headers = {"ETag": f'W/"{hashlib.md5(body).hexdigest()}"'}
        unchanged = request.if_none_match == headers["ETag"]
        if end < len(models) and (self.links_when_unchanged if unchanged else self.links):
            query = urllib.parse.urlencode({**request.query, "cursor": [str(end)]}, doseq=True)
            headers["Link"] = f'<http://hub/api/models?{query}>; rel="next"'
        return (304, b"", headers) if unchanged else (200, body, headers)

    def detail(self, request):
        name = request.path.removeprefix("/api/models/")
        for known in self.models:
            if known["id"] == name:
                return 200, known, {}
            if known["id"].lower() == name.lower():
                return 307, b"", {"Location": "/api/models/" + known["id"]}
        return NO_SUCH_MODEL

    def asked(self, path="/api/models"):
        return [request for request in self.log if request.path == path]

    def asked_names(self):
        """Of the models that were asked for by name, in this order."""
        beginning = "/api/models/"
        return [request.path.removeprefix(beginning) for request in self.log
                if request.path.startswith(beginning)]


class HostileHubTest(unittest.TestCase):
    """What several tests begin with is fetched once; each works on a copy."""

    @classmethod
    def setUpClass(cls):
        cls.hub = Hub()
        cls.addClassCleanup(cls.hub.end)
        cls.folder = tempfile.TemporaryDirectory(prefix="oms-hostile-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.filled = {}

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        self.cache = self.work / "cache"
        self.hub.begin()

    def environment(self, **more):
        return environment(self.folder.name, self.cache,
                           **{"HF_ENDPOINT": self.hub.url, "OMS_NOW": NOW, **more})

    def oms(self, *arguments, code=0, **more):
        ran = subprocess.run([OMS, *arguments], env=self.environment(**more), text=True,
                             capture_output=True, timeout=120)
        self.assertEqual(ran.returncode, code, ran.stderr)
        return ran

    def fetch(self, *arguments, only="hub", code=0, **more):
        return self.oms("fetch", "--only", only, *arguments, code=code,
                        OMS_ROUTER_ENDPOINT=self.hub.url, **more)

    def begin_with(self, *arguments):
        """A cache that was filled by this fetch while all was well."""
        if arguments not in self.filled:
            self.fetch(*arguments)
            self.filled[arguments] = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name), "cache")
            shutil.copytree(self.cache, self.filled[arguments])
        else:
            shutil.copytree(self.filled[arguments], self.cache)
        self.hub.log.clear()

    def fetch_interrupted(self, path, *arguments, only="hub"):
        """Ctrl-C while this path is not answered."""
        asked, answer = threading.Event(), threading.Event()
        self.addCleanup(answer.set)

        def hold(request):
            if request.path == path:
                asked.set()
                answer.wait(60)
        self.hub.told = hold
        process = subprocess.Popen([OMS, "fetch", "--only", only, *arguments], text=True,
                                   env=self.environment(OMS_ROUTER_ENDPOINT=self.hub.url),
                                   stderr=subprocess.PIPE)
        self.assertTrue(asked.wait(60))
        process.send_signal(signal.SIGINT)
        error = process.communicate(timeout=60)[1]
        answer.set()
        self.hub.told = lambda request: None
        self.hub.log.clear()
        self.assertEqual(process.returncode, 130, error)
        return error

    def manifest(self):
        name = (self.cache / "CURRENT").read_text().strip()
        return json.loads((self.cache / "snapshots" / f"{name}.json").read_text())["manifest"]

    def scopes(self):
        return {scope["key"]: scope for scope in self.manifest()["scopes"]}

    def page_of(self, scope):
        [page] = [page for page in self.manifest()["pages"] if page["scope"] == scope]
        return self.cache / page["file"]

    def statuses(self):
        """id -> status of the models of this Hub."""
        ran = self.oms("list", "-n", "0", "--all", "--gone", "--json", "--search", "acme", "--fields",
                       "id,status", HF_ENDPOINT=NOBODY)
        return {record["id"]: record["status"] for record in json.loads(ran.stdout)}

    def assert_stands_nowhere(self, secret, *outputs):
        for output in outputs:
            self.assertNotIn(secret, output)
        files = [file for file in self.cache.rglob("*") if file.is_file()]
        self.assertTrue(files)
        for file in files:
            self.assertNotIn(secret.encode(), file.read_bytes(), file)

    def warnings(self, ran):
        return [line for line in ran.stderr.splitlines() if "oms: warning" in line]

    def errors(self, ran):
        return [line for line in ran.stderr.splitlines() if "oms: error" in line]

    # --- What stands in an error -----------------------------------------------------------------

    def test_a_token_that_the_server_repeats_stands_nowhere(self):
        def refuse(request):
            if request.path == "/v1/models":
                return None
            return 401, {"error": "Invalid credentials: " + request.authorization}, {}
        self.hub.told = refuse
        ran = self.fetch("--top", "5", only="hub,router", code=4, HF_TOKEN=TOKEN)
        self.assertEqual(self.hub.asked()[0].authorization, "Bearer " + TOKEN)
        self.assertIn("Invalid credentials: Bearer ...", ran.stderr)
        self.assert_stands_nowhere(TOKEN, ran.stdout, ran.stderr)

    def test_a_password_in_the_endpoint_stands_nowhere(self):
        def refuse(request):
            refused = "baseModels" in request.query.get("expand[]", [])
            return (400, {"error": "Invalid option"}, {}) if refused else None
        self.hub.told = refuse
        url = self.hub.url.replace("http://", "http://bob:opensesame@")
        ran = self.fetch("--top", "5", HF_ENDPOINT=url)
        self.assertEqual(self.manifest()["refused_expand"], [f"{self.hub.url} baseModels 2026-10-05"])
        self.hub.told = lambda request: BROKEN
        failed = self.fetch("--top", "5", HF_ENDPOINT=url, code=4)
        self.assertIn(f"cannot get '{self.hub.url}/api/models", failed.stderr)
        info = self.oms("cache", "info", "--json", HF_ENDPOINT=url)
        sources = self.oms("sources", HF_ENDPOINT=url)
        self.assert_stands_nowhere("opensesame", *(text for r in (ran, failed, info, sources)
                                                   for text in (r.stdout, r.stderr)))

    def test_an_error_of_a_fetch_is_one_line_with_one_hint(self):
        self.hub.page_size = 2
        self.hub.told = lambda request: BROKEN if "cursor" in request.query else None
        ran = self.fetch("--author", "acme", code=4)
        self.assertEqual(len(self.errors(ran)), 1)
        self.assertRegex(ran.stderr.splitlines()[-1],
                         "^oms: error: fetch: cannot get '[^';]*': HTTP 500 after 7 tries: "
                         "Internal Error; what came is saved, run 'oms fetch' to go on from there$")
        self.hub.told = lambda request: BROKEN
        self.cache = self.work / "another"
        ran = self.fetch("--author", "acme", code=4)
        self.assertEqual(len(self.errors(ran)), 1)
        self.assertRegex(ran.stderr.splitlines()[-1],
                         "^oms: error: fetch: cannot get '[^';]*': HTTP 500 after 7 tries: "
                         "Internal Error; run the fetch again later: it goes on from here$")

    def test_with_json_a_missing_model_is_exactly_one_object(self):
        ran = self.fetch("--json", "acme/none", code=1)
        lines = [line for line in ran.stderr.splitlines() if line.startswith("{")]
        self.assertEqual(lines, ran.stderr.splitlines()[-1:])
        self.assertEqual(json.loads(lines[0]), {
            "code": "no", "exit_code": 1,
            "message": "the Hub has no model 'acme/none', or it is private",
            "hint": "set HF_TOKEN to see private ones"})
        self.assertEqual(self.errors(ran), [])
        self.assertEqual(json.loads(ran.stdout)["missing"], ["acme/none"])

    # --- Damage in the cache ---------------------------------------------------------------------

    def test_a_page_that_was_deleted_is_reported_and_fetched_again(self):
        self.hub.models.append(model(0, "acme-tools"))
        self.begin_with("acme/m0", "--author", "acme-tools")
        page = self.page_of("author acme-tools")
        page.unlink()
        ran = self.fetch()
        self.assertEqual(self.warnings(ran), [
            f"oms: warning: cannot read page '{page}': it does not exist; it is left out and "
            "fetched again"])
        self.oms("cache", "verify")
        self.assertEqual(self.statuses(), {"acme/m0": "active", "acme-tools/m0": "active"})

    def test_a_page_whose_bytes_changed_is_reported_and_fetched_again(self):
        self.hub.models.append(model(0, "acme-tools"))
        self.begin_with("acme/m0", "--author", "acme-tools")
        page = self.page_of("author acme-tools")
        page.write_bytes(page.read_bytes().replace(b"100000", b"100001"))
        ran = self.fetch("acme/m0")
        self.assertEqual(self.warnings(ran), [
            f"oms: warning: cannot read page '{page}': its checksum is wrong; it is left out and "
            "fetched again"])
        self.assertEqual(self.warnings(self.fetch()), [])
        self.oms("cache", "verify")
        self.assertEqual(self.statuses(), {"acme/m0": "active", "acme-tools/m0": "active"})

    def test_a_page_of_unlisted_models_that_was_deleted_is_fetched_again(self):
        self.begin_with("--top", "5")
        unlisted = self.hub.models.pop()
        self.hub.told = lambda request: (
            (200, unlisted, {}) if request.path.endswith("/acme/m4") else None)
        self.fetch()
        page = self.page_of("unlisted")
        page.unlink()
        self.hub.log.clear()
        ran = self.fetch()
        self.assertEqual(self.warnings(ran), [
            f"oms: warning: cannot read page '{page}': it does not exist; it is left out"])
        self.assertEqual(self.hub.asked_names(), ["acme/m4"])
        self.assertEqual(self.statuses()["acme/m4"], "unlisted")

    # --- A disk that fails and works again -------------------------------------------------------

    def test_what_came_before_the_disk_failed_is_published_by_the_next_fetch(self):
        self.cache.mkdir()
        (self.cache / "index").write_text("in the way")
        ran = self.fetch("--author", "acme", code=3)
        self.assertRegex(ran.stderr.splitlines()[-1], "^oms: error: cannot create '.*/index': it is "
                         "not a directory; move it away")
        (self.cache / "index").unlink()
        self.hub.log.clear()
        self.fetch()
        self.assertEqual(self.hub.asked(), [])
        self.assertEqual(self.statuses(), {f"acme/m{number}": "active" for number in range(5)})

    def test_a_body_of_a_service_that_cannot_be_written_is_exit_3(self):
        self.begin_with("acme/m0")
        (self.cache / "sources").write_text("in the way")
        ran = self.fetch(only="router", code=3)
        self.assertRegex(ran.stderr.splitlines()[-1], "^oms: error: cannot create '.*/sources': it is "
                         "not a directory; move it away")
        self.assertEqual(self.statuses(), {"acme/m0": "active"})

    # --- What proves that a model is gone --------------------------------------------------------

    def test_a_model_whose_record_could_not_be_read_is_not_gone(self):
        self.begin_with("--author", "acme")
        self.hub.spoil = lambda body: body.replace(b'"acme/m2"', b'"acme//m2"')
        self.fetch()
        self.assertEqual(self.statuses(), {"acme/m0": "active", "acme/m1": "active",
                                           "acme/m2": "unlisted", "acme/m3": "active",
                                           "acme/m4": "active"})

    def test_a_full_page_that_lost_its_link_proves_nothing_gone(self):
        self.hub.models = [model(number) for number in range(1001)]
        self.fetch("--author", "acme")
        self.hub.spoil = lambda body: body.replace(b'"acme/m2"', b'"acme//m2"')
        self.hub.links = False
        ran = self.fetch()
        self.assertIn("oms: warning: the Hub's last page of 'author acme' is full and names no next "
                      "one: there may be more models", self.warnings(ran))
        statuses = self.statuses()
        self.assertEqual(len(statuses), 1001)
        self.assertEqual({name: status for name, status in statuses.items() if status != "active"},
                         {"acme/m2": "unlisted", "acme/m1000": "unlisted"})

    def test_a_full_page_without_a_fault_that_lost_its_link_proves_nothing_gone(self):
        self.hub.models = [model(number) for number in range(1001)]
        self.fetch("--author", "acme")
        self.hub.spoil = lambda body: body + b" "
        self.hub.links = False
        self.fetch()
        self.assertEqual(self.statuses()["acme/m1000"], "unlisted")

    def test_pages_that_lead_back_to_an_earlier_one_end_the_walk_with_an_error(self):
        self.hub.models = [model(number) for number in range(6)]
        self.hub.page_size = 2

        def told(request):
            if len(self.hub.log) > 20:  # whoever goes round and round comes to an end as well
                return 404, b"", {}
            status, body, headers = self.hub.page(request)
            if request.query.get("cursor") == ["4"]:
                query = urllib.parse.urlencode({**request.query, "cursor": ["2"]}, doseq=True)
                headers["Link"] = f'<http://hub/api/models?{query}>; rel="next"'
            return status, body, headers
        self.hub.told = told
        ran = self.fetch("--author", "acme", code=4)
        self.assertIn("the Hub's pages of 'author acme' lead in a circle", ran.stderr)

    def test_an_empty_list_keeps_the_models_that_were_there(self):
        for scope, name in ((("--author", "acme"), "author acme"),
                            (("--top", "5"), "top 5 by downloads")):
            with self.subTest(scope=name):
                self.cache = self.work / scope[-1]
                self.begin_with(*scope)

                def empty(request):
                    if request.path == "/api/models":
                        return 200, [], {}
                    return NO_SUCH_MODEL if request.path.endswith("/m4") else None
                self.hub.told = empty
                ran = self.fetch()
                self.hub.told = lambda request: None
                self.assertEqual(self.warnings(ran),
                                 [f"oms: warning: the Hub lists nothing any more for '{name}'"])
                self.assertEqual(self.statuses(), {"acme/m0": "unlisted", "acme/m1": "unlisted",
                                                   "acme/m2": "unlisted", "acme/m3": "unlisted",
                                                   "acme/m4": "gone"})
                self.assertEqual(len(self.hub.asked()), 2)

    def test_an_unchanged_page_that_lost_its_link_does_not_end_the_walk(self):
        self.hub.page_size = 2
        self.fetch("--author", "acme")
        self.hub.log.clear()
        self.hub.links_when_unchanged = False
        self.fetch()
        cursors = [request.query.get("cursor", ["0"])[0] for request in self.hub.asked()]
        self.assertEqual(list(dict.fromkeys(cursors)), ["0", "2", "4"])
        self.assertEqual(self.statuses(), {f"acme/m{number}": "active" for number in range(5)})

    def test_a_disabled_model_that_left_the_ranking_is_disabled(self):
        self.begin_with("--top", "5")
        left = self.hub.models.pop()
        self.hub.told = lambda request: (
            (200, {**left, "disabled": True}, {}) if request.path.endswith("/acme/m4") else None)
        self.fetch()
        self.assertEqual(self.statuses()["acme/m4"], "disabled")

    def test_one_model_that_is_refused_does_not_keep_others_from_being_asked_about(self):
        self.begin_with("--top", "5")
        self.hub.models = [model(4)]
        self.hub.told = lambda request: (
            (403, {"error": "Forbidden"}, {}) if request.path.endswith("/acme/m0") else None)
        self.fetch()
        self.assertEqual(self.statuses(), {"acme/m0": "unlisted", "acme/m1": "gone",
                                           "acme/m2": "gone", "acme/m3": "gone",
                                           "acme/m4": "active"})

    def test_a_404_that_is_no_json_makes_nothing_gone_and_forgets_no_name(self):
        self.begin_with("acme/m0", "acme/m1", "acme/m2")
        self.hub.told = lambda request: (404, b"<html><title>Not here</title></html>", {})
        ran = self.fetch(code=3)
        self.assertRegex(ran.stderr.splitlines()[-1],
                         "^oms: error: fetch: the Hub answered 404 to '/api/models/acme/m0': Not here")
        self.assertEqual(self.statuses(),
                         {"acme/m0": "active", "acme/m1": "active", "acme/m2": "active"})
        self.assertEqual(self.scopes()["ids"]["ids"], ["acme/m0", "acme/m1", "acme/m2"])

    def test_a_name_that_leads_to_another_model_is_gone_and_to_the_same_one_renamed(self):
        self.begin_with("acme/m0", "acme/m1", "acme/m2")
        self.hub.models[0] = {**model(7), "id": "acme/another"}
        self.hub.models[1]["id"] = "acme/new-name"
        names = {"/api/models/acme/m0": "another", "/api/models/acme/m1": "new-name"}
        self.hub.told = lambda request: (
            (307, b"", {"Location": "/api/models/acme/" + names[request.path]})
            if request.path in names else None)
        self.fetch()
        self.assertEqual([(status["id"], status["status"]) for status in self.manifest()["statuses"]],
                         [("acme/m0", "gone"), ("acme/m1", "renamed")])
        self.assertEqual(self.statuses(), {"acme/another": "active", "acme/m0": "gone",
                                           "acme/m2": "active", "acme/new-name": "active"})
        shown = self.oms("show", "acme/m1", "--json")
        self.assertEqual(json.loads(shown.stdout)["id"], "acme/new-name")

    def test_the_statuses_stay_the_same_bytes_while_nothing_changes(self):
        self.begin_with("--top", "5")
        unlisted = self.hub.models[3]
        self.hub.models = [{**model(7), "id": "acme/another"}, {**model(1), "id": "acme/new-name"},
                           model(4)]
        told = {"/api/models/acme/m0": (307, b"", {"Location": "/api/models/acme/another"}),
                "/api/models/acme/m3": (200, unlisted, {})}
        self.hub.told = lambda request: told.get(request.path)
        self.fetch(OMS_NOW="2026-10-06T12:00:00Z")
        before = self.manifest()["statuses"]
        self.assertEqual([(status["id"], status["status"]) for status in before],
                         [("acme/m0", "gone"), ("acme/m1", "renamed"), ("acme/m2", "gone"),
                          ("acme/m3", "unlisted")])
        self.fetch(OMS_NOW="2026-10-07T12:00:00Z")
        self.assertEqual(json.dumps(self.manifest()["statuses"]), json.dumps(before))

    def test_a_name_that_is_missing_once_more_keeps_the_status_that_it_has(self):
        self.begin_with("acme/m0", "acme/m1", "acme/m2")
        del self.hub.models[2]
        self.fetch("acme/m0", "acme/m2", code=1, OMS_NOW="2026-10-06T12:00:00Z")
        before = self.manifest()["statuses"]
        self.assertEqual([(status["id"], status["status"]) for status in before],
                         [("acme/m2", "gone")])
        self.fetch("acme/m0", "acme/m2", code=1, OMS_NOW="2026-10-07T12:00:00Z")
        self.assertEqual(json.dumps(self.manifest()["statuses"]), json.dumps(before))

    def test_two_names_of_one_model_that_are_both_listed_are_no_new_name(self):
        self.begin_with("--author", "acme")
        self.hub.models.append({**model(0), "id": "acme/twin"})
        self.fetch()
        self.assertEqual(self.manifest()["statuses"], [])

    # --- Names -----------------------------------------------------------------------------------

    def test_one_name_that_fails_does_not_keep_the_others_from_arriving(self):
        self.hub.told = lambda request: BROKEN if request.path.endswith("/acme/m1") else None
        ran = self.fetch("acme/m0", "acme/m1", "acme/m2", code=4)
        self.assertRegex(ran.stderr.splitlines()[-1],
                         "^oms: error: fetch: cannot get '[^']*/api/models/acme/m1[^']*': HTTP 500")
        self.assertEqual(self.statuses(), {"acme/m0": "active", "acme/m2": "active"})
        self.assertFalse(self.scopes()["ids"]["complete"])
        self.hub.told = lambda request: None
        self.hub.log.clear()
        self.fetch()
        self.assertEqual(self.hub.asked_names(), ["acme/m0", "acme/m1", "acme/m2"])
        self.assertTrue(self.manifest()["complete"])
        self.assertEqual(self.statuses(),
                         {"acme/m0": "active", "acme/m1": "active", "acme/m2": "active"})

    def test_an_interrupted_list_of_names_goes_on_with_the_rest(self):
        self.fetch_interrupted("/api/models/acme/m2", *(f"acme/m{number}" for number in range(5)))
        self.fetch()
        self.assertEqual(self.hub.asked_names(), ["acme/m2", "acme/m3", "acme/m4"])
        requests = [page["request"].split("?")[0] for page in self.manifest()["pages"]]
        self.assertEqual(requests, [f"/api/models/acme/m{number}" for number in range(5)])
        self.assertTrue(self.scopes()["ids"]["complete"])

    def test_a_list_of_names_that_was_given_up_goes_on_with_all_that_failed(self):
        self.hub.told = lambda request: BROKEN if request.path[-1] in "123" else None
        self.fetch(*(f"acme/m{number}" for number in range(5)), code=4)
        self.hub.told = lambda request: None
        self.hub.log.clear()
        self.fetch()
        self.assertEqual(sorted(self.hub.asked_names()), ["acme/m1", "acme/m2", "acme/m3", "acme/m4"])
        self.assertTrue(self.scopes()["ids"]["complete"])

    def test_a_resumed_name_is_found_again_however_it_is_spelled(self):
        self.fetch_interrupted("/api/models/ACME/M1", "acme/m0", "ACME/M1", "acme/m2")
        self.fetch("acme/m1")
        self.assertEqual(self.scopes()["ids"]["ids"], ["acme/m0", "acme/m1", "acme/m2"])
        self.assertFalse(self.scopes()["ids"]["complete"])
        self.fetch()
        self.assertEqual(self.scopes()["ids"]["ids"], ["acme/m0", "acme/m1", "acme/m2"])
        self.assertTrue(self.scopes()["ids"]["complete"])
        requests = [page["request"].split("?")[0] for page in self.manifest()["pages"]]
        self.assertEqual(sorted(requests), [f"/api/models/acme/m{number}" for number in range(3)])

    # --- Scopes ----------------------------------------------------------------------------------

    def test_a_scope_that_the_server_refuses_keeps_no_other_from_being_published(self):
        self.hub.told = lambda request: ((400, {"error": "Unknown parameter"}, {})
                                         if "inference_provider" in request.query else None)
        ran = self.fetch(code=3)
        self.assertEqual(self.errors(ran), [
            "oms: error: fetch: the Hub answered 400 to '/api/models': Unknown parameter"])
        self.assertEqual(self.statuses(), {f"acme/m{number}": "active" for number in range(5)})
        self.assertEqual({key: scope["complete"] for key, scope in self.scopes().items()},
                         {"top 20000 by downloads": True, "served by a provider": False})
        self.assertIn("hub: served by a provider: ", self.oms("fetch", "--dry-run").stdout)

    def test_a_refusal_of_something_else_is_not_taken_for_one_of_keys(self):
        self.hub.told = lambda request: ((400, {"error": "Invalid filter"}, {})
                                         if "filter" in request.query else None)
        self.fetch("--filter", "weird", only="hub,router", code=3)
        self.assertEqual(self.manifest()["refused_expand"], [])
        self.assertEqual(self.manifest()["scopes"], [])

    def test_a_key_that_the_server_refuses_is_asked_for_again_after_30_days(self):
        self.hub.told = lambda request: ((400, {"error": "Invalid option"}, {})
                                         if "baseModels" in request.query.get("expand[]", []) else None)

        def asked_for_key(day, code):
            self.hub.log.clear()
            self.fetch("--top", "5", code=code, OMS_NOW=day + "T12:00:00Z")
            return ["baseModels" in request.query["expand[]"] for request in self.hub.asked()]
        self.assertEqual(asked_for_key("2026-10-05", 0), [True, False])
        self.assertEqual(self.manifest()["refused_expand"], [f"{self.hub.url} baseModels 2026-10-05"])
        self.hub.told = lambda request: NOT_ALLOWED
        self.assertEqual(asked_for_key("2026-11-03", 4), [False])
        self.assertEqual(asked_for_key("2026-11-04", 4), [True])

    def test_a_first_fetch_of_an_unknown_model_leaves_the_default_scopes_to_fetch(self):
        late = "2027-06-01T12:00:00Z"
        self.fetch("acme/none", code=1, OMS_NOW=late)
        ran = self.oms("list", "--max-age", "1d", code=3, OMS_NOW=late)
        self.assertRegex(ran.stderr, "^oms: error: the catalog is too old: the newest bundled record, ")
        self.hub.log.clear()
        self.hub.told = lambda request: NOT_ALLOWED
        self.fetch(code=4, OMS_NOW=late)
        self.assertEqual([(request.query["limit"], request.query.get("inference_provider"))
                          for request in self.hub.asked()], [(["1000"], None), (["1000"], ["all"])])

    def test_ctrl_c_in_a_later_source_keeps_the_finished_walk_of_the_hub(self):
        error = self.fetch_interrupted("/v1/models", "--author", "acme", only="hub,router")
        self.assertIn("the former catalog stays, run 'oms fetch' to go on from here", error)
        self.fetch(only="hub,router")
        self.assertEqual(self.hub.asked(), [])
        self.assertEqual(self.statuses(), {f"acme/m{number}": "active" for number in range(5)})

    def test_a_folder_is_the_same_scope_with_and_without_a_slash(self):
        folder = self.work / "bodies"
        (folder / "hub").mkdir(parents=True)
        (folder / "hub" / "1.json").write_text(json.dumps(self.hub.models))
        self.oms("fetch", "--from", str(folder))
        self.oms("fetch", "--from", f"{folder}/")
        self.assertEqual(list(self.scopes()), [f"files of {folder.resolve()}"])
        self.assertEqual(len(self.manifest()["pages"]), 1)

    def test_the_usual_endpoint_by_name_leaves_no_source_out(self):
        for url in ("https://huggingface.co", "https://huggingface.co/"):
            with self.subTest(url=url):
                ran = self.oms("fetch", "--dry-run", HF_ENDPOINT=url)
                self.assertEqual(ran.stderr, "")
                self.assertEqual(ran.stdout, "hub: top 20000 by downloads: 20 requests\n"
                                             "hub: served by a provider: at least 1 request\n"
                                             "router: 1 request\n"
                                             "openrouter: at least 1 request\n"
                                             "openevals: at least 1 request\n"
                                             "in all at least 24 requests; fits into one window of "
                                             "500 requests in 5 minutes, without a token\n")

    # --- Records ---------------------------------------------------------------------------------

    def test_a_page_with_a_bad_record_is_asked_for_in_full_the_next_time(self):
        self.hub.spoil = lambda body: body.replace(b'"acme/m2"', b'"acme//m2"')
        self.fetch("--author", "acme")
        self.hub.log.clear()
        self.hub.told = lambda request: NOT_ALLOWED
        self.fetch(code=4)
        self.assertEqual([request.if_none_match for request in self.hub.asked()], [None])

    def test_a_value_that_is_odd_on_every_page_costs_three_more_requests(self):
        self.hub.models = [{**model(number), "downloads": "many"} for number in range(12)]
        self.hub.page_size = 2
        self.hub.told = lambda request: NOT_ALLOWED if request.query.get("cursor") == ["10"] else None
        self.fetch("--author", "acme", code=4)
        cursors = collections.Counter(request.query.get("cursor", ["0"])[0]
                                      for request in self.hub.asked())
        self.assertEqual(cursors, {"0": 2, "2": 2, "4": 2, "6": 1, "8": 1, "10": 1})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--hub", help="not needed: this Hub lies by itself")
    known, rest = parser.parse_known_args()
    OMS = known.oms
    unittest.main(argv=[sys.argv[0], *rest])
