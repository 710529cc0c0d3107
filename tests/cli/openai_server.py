#!/usr/bin/env python3
"""A server on loopback that answers chats in the style of OpenAI, and a command that meets it.

    openai_server.py [OPTIONS] COMMAND...

Runs COMMAND with OMS_TRY_BASE_URL set to the server's address and exits with its code. Each model
answers with its own name, the prompt and the number of characters of both as tokens, unless:
    --status MODEL=CODE   fails with that status and a message in OpenAI's form
    --silent MODEL        takes the question and never answers
    --say MODEL=TEXT      answers with TEXT, \\e stands for escape
    --raw MODEL=BODY      answers with BODY as it is
    --no-usage MODEL      does not count tokens
    --cut MODEL           says that the answer was cut for its length
    --drip MODEL          sends a header now and then, and never the answer
    --redirect MODEL=URL  sends the question elsewhere
    --log FILE            writes path, key and model of each question to FILE, sorted
"""

import argparse
import http.server
import json
import os
import subprocess
import sys
import threading


def pair(text):
    model, separator, value = text.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError("MODEL=VALUE is wanted")
    return model, value


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--status", "--say", "--raw", "--redirect"):
        parser.add_argument(name, type=pair, action="append", default=[])
    for name in ("--silent", "--no-usage", "--cut", "--drip"):
        parser.add_argument(name, action="append", default=[])
    parser.add_argument("--log")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    return parser.parse_args()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def send(self, status, body, headers=()):
        data = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model, prompt = asked["model"], asked["messages"][-1]["content"]
        with self.server.lock:
            self.server.seen.append(
                f"{self.path} {self.headers['Authorization']} {model} {asked['max_tokens']}")
        how = self.server.options
        if model in how.silent:
            self.server.over.wait()
        elif model in how.drip:
            self.drip()
        elif model in (statuses := dict(how.status)):
            self.send(int(statuses[model]),
                      json.dumps({"error": {"message": f"no luck with {model}"}}))
        elif model in (elsewhere := dict(how.redirect)):
            self.send(302, "", [("Location", elsewhere[model])])
        elif model in (raw := dict(how.raw)):
            self.send(200, raw[model])
        else:
            self.send(200, self.answer(model, prompt, how))

    def drip(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.over.wait(0.1):
            self.wfile.write(b"X-Wait: more\r\n")

    @staticmethod
    def answer(model, prompt, how):
        text = dict(how.say).get(model, f"I am {model} and was asked: {prompt}")
        text = text.replace("\\e", "\x1b").replace("\\n", "\n")
        body = {"choices": [{"message": {"role": "assistant", "content": text},
                             "finish_reason": "length" if model in how.cut else "stop"}]}
        if model not in how.no_usage:
            body["usage"] = {"prompt_tokens": len(prompt), "completion_tokens": len(text)}
        return json.dumps(body)


def main():
    how = options()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.options, server.seen = how, []
    server.lock, server.over = threading.Lock(), threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}/v1"
    code = subprocess.run(how.command, env=os.environ | {"OMS_TRY_BASE_URL": base}).returncode
    server.over.set()
    if how.log:
        with open(how.log, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in sorted(server.seen))
    return code


if __name__ == "__main__":
    sys.exit(main())
