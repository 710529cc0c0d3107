#!/usr/bin/env python3
"""Where tokens, keys and passwords go: to their own server, and nowhere else.

Usage: secrets_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import http.server
import json
import os
import pathlib
import shutil
import socket
import ssl
import stat
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

from loopback import Hub, environment, programs

OMS = ""
TOKEN = "hf_secretsecretsecret"
PASSWORD = "opensesame"
MODEL = {"_id": "6" * 24, "id": "acme/m0", "tags": []}


class Server:
    """Answers as told, and keeps all bytes that came."""

    def __init__(self, answer, context=None):
        server, self.requests, self.failed_handshakes = self, [], 0

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.requests.append((self.command, self.path, str(self.headers)))
                status, body, headers = answer(self.path)
                data = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_CONNECT = do_GET

            def log_message(self, *_):
                pass

        class Threaded(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def get_request(self):
                connection, address = super().get_request()
                if context is None:
                    return connection, address
                try:
                    return context.wrap_socket(connection, server_side=True), address
                except OSError:
                    server.failed_handshakes += 1
                    raise

            def handle_error(self, *_):
                pass

        self.server = Threaded(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def all_text(self):
        return "\n".join(" ".join(request) for request in self.requests)


def lists_one(path):
    is_listing = urllib.parse.urlsplit(path).path == "/api/models"  # a proxy sees the whole address
    return 200, [MODEL] if is_listing else MODEL, {}


class SecretsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms-secrets-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.cache = self.home / "cache"

    def oms(self, *words, url="http://127.0.0.1:1", code=0, umask=None, before=(), **more):
        more.setdefault("HF_TOKEN", TOKEN)
        ran = subprocess.run([*before, OMS, *words], text=True, capture_output=True, timeout=120,
                             env=environment(self.home, self.cache, HF_ENDPOINT=url, **more),
                             preexec_fn=None if umask is None else lambda: os.umask(umask))
        self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
        return ran

    def fetch(self, url, *words, **more):
        return self.oms("fetch", "--only", "hub", *(words or ("--top", "1")), url=url, **more)

    def assert_stands_nowhere(self, secret, *runs):
        for ran in runs:
            self.assertNotIn(secret, ran.stdout + ran.stderr)
        for file in self.home.rglob("*"):
            if file.is_file():
                self.assertNotIn(secret.encode(), file.read_bytes(), file)

    # --- Another origin --------------------------------------------------------------------------

    def test_a_redirect_to_another_port_gets_no_request_and_no_token(self):
        with Server(lists_one) as other:
            with Server(lambda path: (307, "", {"Location": other.url + path})) as hub:
                ran = self.fetch(hub.url, code=4)
                self.assertIn(TOKEN, hub.all_text())
            self.assertEqual(other.requests, [])
        self.assertIn("redirects to another host or scheme are not followed", ran.stderr)
        self.assert_stands_nowhere(TOKEN, ran)

    def test_a_link_to_another_port_is_followed_on_the_own_server(self):
        with Server(lists_one) as other:
            def two_pages(path):
                link = f'<{other.url}/api/models?cursor=x>; rel="next"'
                return 200, [MODEL], {} if "cursor" in path else {"Link": link}
            with Server(two_pages) as hub:
                self.fetch(hub.url, "--author", "acme")
                self.assertEqual(len(hub.requests), 2)
            self.assertEqual(other.requests, [])

    def test_a_token_is_sent_to_the_hub_and_to_no_other_source(self):
        with Hub("--models", "50", "--seed", "7", "--token", TOKEN) as hub:
            self.oms("fetch", "--top", "50", url=hub.url, OMS_ROUTER_ENDPOINT=hub.url,
                     OMS_OPENROUTER_ENDPOINT=hub.url, OMS_DATASETS_SERVER_ENDPOINT=hub.url)
            told = {request["path"] for request in hub.requests() if request["authorization"]}
            paths = {request["path"] for request in hub.requests()}
        self.assertEqual(told, {"/api/models"})
        self.assertLessEqual({"/v1/models", "/api/v1/models", "/rows"}, paths)

    # --- Where they come from --------------------------------------------------------------------

    def test_no_flag_takes_a_token(self):
        for words in (("--token", TOKEN), (f"--token={TOKEN}",), ("--hf-token", TOKEN)):
            ran = self.oms("fetch", *words, code=2)
            self.assertNotIn(TOKEN, ran.stdout + ran.stderr)

    def test_a_token_with_a_line_break_inside_is_sent_to_nobody_and_not_told(self):
        with Server(lists_one) as hub:
            ran = self.fetch(hub.url, code=4, HF_TOKEN=TOKEN + "\r\nX-Injected: yes")
            self.assertEqual(hub.requests, [])
        self.assertIn("cannot be sent as it is", ran.stderr)
        self.assert_stands_nowhere(TOKEN, ran)

    def test_every_command_that_tells_of_the_state_keeps_the_token_to_itself(self):
        with Hub("--models", "50", "--seed", "7", "--token", TOKEN) as hub:
            runs = [self.fetch(hub.url, "--top", "50"), self.fetch(hub.url, "--json")]
            hub.tell(fault={"kind": "body", "status": 500, "path": "/", "times": -1,
                            "body": json.dumps({"error": "not with " + TOKEN})})
            runs += [self.fetch(hub.url, code=4), self.fetch(hub.url, "--json", code=4)]
            self.assertIn("not with ...", runs[-2].stderr)
        runs += [self.oms(*words) for words in ((), ("doctor",), ("sources",), ("cache", "info"),
                                                ("cache", "info", "--json"), ("list", "--json"))]
        self.assert_stands_nowhere(TOKEN, *runs)

    # --- Files -----------------------------------------------------------------------------------

    def test_all_files_of_the_cache_are_for_their_owner_only(self):
        copy = self.home / "copy"
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50", umask=0, HF_TOKEN="")
            hub.tell(fault={"kind": "status", "status": 500, "path": "/api/models", "times": -1})
            self.fetch(hub.url, "--all", umask=0, HF_TOKEN="", code=4)
        self.oms("cache", "export", str(copy), umask=0)
        for place in (self.cache, copy):
            for file in (place, *place.rglob("*")):
                wanted = 0o700 if file.is_dir() else 0o600
                self.assertEqual(stat.S_IMODE(file.lstat().st_mode), wanted, file)

    # --- TLS -------------------------------------------------------------------------------------

    def certificate(self, name):
        """A context with a certificate of this name that nobody has signed."""
        if shutil.which("openssl") is None:
            self.skipTest("openssl is not installed")
        key, file = self.home / "key.pem", self.home / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                        "-subj", f"/CN={name}", "-addext", f"subjectAltName=IP:{name}", "-keyout",
                        str(key), "-out", str(file)], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file, key)
        return context, file

    def test_a_certificate_that_nobody_signed_is_refused_before_anything_is_sent(self):
        context, file = self.certificate("127.0.0.1")
        with Server(lists_one, context) as hub:
            url = hub.url.replace("http:", "https:")
            trusting = ssl.create_default_context(cafile=str(file))
            with socket.create_connection(("127.0.0.1", hub.port)) as plain, \
                    trusting.wrap_socket(plain, server_hostname="127.0.0.1") as trusted:
                trusted.sendall(b"GET /api/models/x HTTP/1.0\r\n\r\n")
                self.assertTrue(trusted.recv(12).startswith(b"HTTP/1"))
            hub.requests.clear()
            for more in ({}, {"CURL_INSECURE": "1"}, {"NODE_TLS_REJECT_UNAUTHORIZED": "0"},
                         {"GIT_SSL_NO_VERIFY": "1"}, {"PYTHONHTTPSVERIFY": "0"}):
                ran = self.fetch(url, code=4, **more)
                self.assertIn("the server's certificate cannot be verified; check the system's "
                              "certificates and its date", ran.stderr)
            self.assertEqual(hub.requests, [])
            self.assertGreater(hub.failed_handshakes, 0)

    def trusting(self, file):
        """Words that run a program for which `file` holds the certificates that the system trusts."""
        bundles = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")
        bundle = next((bundle for bundle in bundles if os.path.exists(bundle)), None)
        own = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
               'mount --bind "$0" "$1" && shift && exec "$@"', str(file), str(bundle))
        if bundle is None or shutil.which("unshare") is None or \
                subprocess.run([*own, "true"], capture_output=True).returncode != 0:
            self.skipTest("the system's certificates cannot be replaced for one process")
        return own

    def test_a_certificate_that_the_system_trusts_is_accepted(self):
        context, file = self.certificate("127.0.0.1")
        with Server(lists_one, context) as hub:
            self.fetch(hub.url.replace("http:", "https:"), before=self.trusting(file))
            self.assertEqual(len(hub.requests), 1)

    def test_a_certificate_of_another_name_is_refused_before_anything_is_sent(self):
        context, file = self.certificate("127.0.0.2")
        with Server(lists_one, context) as hub:
            ran = self.fetch(hub.url.replace("http:", "https:"), code=4, before=self.trusting(file))
            self.assertIn("the server's certificate cannot be verified", ran.stderr)
            self.assertEqual(hub.requests, [])

    def test_a_curlrc_and_a_netrc_change_nothing(self):
        (self.home / ".curlrc").write_text("insecure\nheader = \"X-Injected: yes\"\n")
        (self.home / ".netrc").write_text(f"machine 127.0.0.1 login bob password {PASSWORD}\n")
        os.chmod(self.home / ".netrc", 0o600)
        with Server(lists_one) as hub:
            self.fetch(hub.url, HF_TOKEN="")
            self.assertNotIn("X-Injected", hub.all_text())
            self.assertNotIn("Authorization", hub.all_text())

    # --- Proxies ---------------------------------------------------------------------------------

    def test_a_proxy_of_the_environment_is_used_and_its_password_told_to_it_alone(self):
        with Server(lists_one) as proxy:
            address = f"http://bob:{PASSWORD}@127.0.0.1:{proxy.port}"
            ran = self.fetch("http://hub.invalid", http_proxy=address, NO_PROXY="")
            self.assertEqual([urllib.parse.urlsplit(path).netloc for _, path, _ in proxy.requests],
                             ["hub.invalid"])
            self.assertIn("Proxy-Authorization: Basic", proxy.all_text())
        failed = self.fetch("http://hub.invalid", http_proxy=address, NO_PROXY="", code=4)
        self.assert_stands_nowhere(PASSWORD, ran, failed)

    def test_a_proxy_of_a_tls_server_sees_no_token(self):
        with Server(lambda path: (502, "", {})) as proxy:
            ran = self.fetch("https://hub.invalid", https_proxy=proxy.url, NO_PROXY="", code=4)
            self.assertEqual({(method, path) for method, path, _ in proxy.requests},
                             {("CONNECT", "hub.invalid:443")})
            self.assertNotIn(TOKEN, proxy.all_text())
        self.assert_stands_nowhere(TOKEN, ran)

    def test_no_proxy_is_heeded(self):
        with Server(lists_one) as proxy, Server(lists_one) as hub:
            self.fetch(hub.url, http_proxy=proxy.url, NO_PROXY="127.0.0.1")
            self.assertEqual((len(proxy.requests), len(hub.requests)), (0, 1))


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
