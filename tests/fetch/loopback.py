"""The Hub on loopback as a program, for the tests and benchmarks that start it."""
import json
import subprocess
import urllib.request


class Hub:
    """The loopback Hub with these options; ends with the context."""

    program = ""  # path of oms_loopback_hub

    def __init__(self, *options):
        self.process = subprocess.Popen([self.program, "--until-stdin-closes", *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()

    def requests(self, path=""):
        with urllib.request.urlopen(self.url + "/_control/log", timeout=20) as answer:
            return [r for r in json.load(answer)["requests"] if r["path"].startswith(path)]

    def listings(self):
        return [r for r in self.requests("/api/models") if r["path"] == "/api/models"]

    def tell(self, **command):
        request = urllib.request.Request(self.url + "/_control", json.dumps(command).encode())
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert json.load(answer)["ok"]
