"""The Hub on loopback as a program, for the tests and benchmarks that start it."""
import argparse
import json
import os
import subprocess
import sys
import urllib.request


def environment(home, cache, **more):
    """What oms gets to see: nothing of outside but PATH and the options of the sanitizers."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "OMS_CACHE_DIR": str(cache),
            "LC_ALL": "C.UTF-8", "NO_PROXY": "127.0.0.1", "OMS_RETRY_UNIT_MS": "1",
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
            **more}


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

    def reset(self):
        """As just started, without faults, log and changes."""
        self.post("/_control/reset")

    def tell(self, **command):
        self.post("/_control", json.dumps(command).encode())

    def post(self, path, body=b""):
        request = urllib.request.Request(self.url + path, body)
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert json.load(answer)["ok"]


def programs():
    """From the command line the path of oms, and what is left of it for unittest; Hub gets its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--hub", required=True)
    known, rest = parser.parse_known_args()
    Hub.program = known.hub
    return known.oms, [sys.argv[0], *rest]
