// First part of the program of 'show A B --use': what it is, and how it asks a server.
#pragma once

#include <string_view>

namespace oms {

inline constexpr std::string_view kTryAsk = R"py(#!/usr/bin/env python3
"""Asks several models the same and prints answers, tokens and cost side by side.

    python3 FILE               the prompts below
    python3 FILE prompts.txt   one prompt a line; - reads standard input

Environment:
    HF_TOKEN            token for the Hugging Face router, which is asked by default
    OMS_TRY_BASE_URL    another server in the style of OpenAI, http://127.0.0.1:8000/v1;
                        there each model goes by its id, and HF_TOKEN is not sent
    OMS_TRY_KEY         what that server takes as a key, if any
    OMS_TRY_TIMEOUT     seconds that one answer may take (120)
    OMS_TRY_MAX_TOKENS  length of one answer (512)

The cost is that of the catalog's quote, named with its day: tokens times price, exact. It is
unknown where the price is or the server does not count tokens.
Exit codes: 0 some model answered, 1 none did, 2 wrong use, 130 interrupted.
Made by oms @VERSION@; needs Python 3.8 and nothing else.
"""

import decimal
import http.client
import json
import os
import re
import shutil
import socket
import sys
import threading
import time
import typing
import unicodedata
import urllib.error
import urllib.request

ROUTER = "https://router.huggingface.co/v1"


class Model(typing.NamedTuple):
    id: str
    router: typing.Optional[str]  # its name there; None: no provider is known
    input: typing.Optional[str]   # USD per 1M tokens
    output: typing.Optional[str]
    quote: typing.Optional[str]   # whose price, and of which day


# @REMARKS@
MODELS = [
    # @MODELS@
]

PROMPTS = [
    "In two sentences, why is the sky blue?",
    "A train leaves at 9:40 and arrives at 13:05. How long is the ride?",
    "Write a haiku about a library.",
]

MOST_BYTES = 16 << 20  # of one answer
NARROWEST = 24         # columns for one model


class Answer(typing.NamedTuple):
    model: Model
    text: str = ""
    error: str = ""
    tokens_in: typing.Optional[int] = None
    tokens_out: typing.Optional[int] = None
    seconds: float = 0.0


class Trouble(Exception):
    """Why a model gave no answer, in a line."""


# --- Asking ---------------------------------------------------------------------------------------


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to another server."""

    def redirect_request(self, *_):
        return None


class Server:
    def __init__(self, base, variable, own):
        self.base, self.own = base, own
        self.key = os.environ.get(variable, "").strip()
        if not all("!" <= c <= "~" for c in self.key):
            raise SystemExit(wrong_use(f"{variable} has characters that no key has"))
        self.timeout = number("OMS_TRY_TIMEOUT", float, 120)
        self.max_tokens = number("OMS_TRY_MAX_TOKENS", int, 512)
        self.opener = urllib.request.build_opener(NoRedirect())

    def name_of(self, model):
        return model.id if self.own else model.router

    def post(self, body):
        headers = {"Content-Type": "application/json", "User-Agent": "oms-try"}
        if self.key:
            headers["Authorization"] = "Bearer " + self.key
        request = urllib.request.Request(self.base + "/chat/completions",
                                         json.dumps(body).encode(), headers)
        deadline = time.monotonic() + self.timeout
        parts, size = [], 0
        with self.opener.open(request, timeout=self.timeout) as response:
            while True:
                part = response.read1(1 << 16)
                size += len(part)
                if not part:
                    return b"".join(parts)
                if size > MOST_BYTES:
                    raise Trouble("the answer is larger than 16 MiB")
                if time.monotonic() > deadline:
                    raise TimeoutError
                parts.append(part)

    def ask(self, model, prompt):
        """The answer, or why there is none; never an exception."""
        body = {"model": self.name_of(model), "max_tokens": self.max_tokens,
                "messages": [{"role": "user", "content": prompt}]}
        start = time.monotonic()
        try:
            answer = read_answer(model, self.post(body))
            return answer._replace(seconds=time.monotonic() - start)
        except Exception as error:  # one model never stops the others
            said = reason(error, self.timeout)
            return Answer(model, error=said.replace(self.key, "***") if self.key else said)


def number(variable, kind, usual):
    text = os.environ.get(variable, "")
    try:
        value = kind(text) if text else usual
        if not 0 < value < 1e9:
            raise ValueError
        return value
    except ValueError:
        raise SystemExit(wrong_use(f"{variable} takes a number above 0, not '{clean(text)}'"))


def reason(error, timeout):
    if isinstance(error, urllib.error.HTTPError):
        sent = ": sent to another server, not followed" if 300 <= error.code < 400 else ""
        return f"HTTP {error.code}{sent}{server_message(error)}"
    if isinstance(error, urllib.error.URLError):
        error = error.reason
    if isinstance(error, (TimeoutError, socket.timeout)):
        return f"no answer within {timeout:g} s"
    if isinstance(error, http.client.HTTPException):
        return "the answer broke off or is no HTTP"
    return clean(str(error)) or type(error).__name__


def server_message(error):
    try:
        body = json.loads(error.read(1 << 16))
        said = body["error"] if isinstance(body, dict) else body
        said = said["message"] if isinstance(said, dict) else said
        return ": " + clean(str(said))[:300] if said else ""
    except Exception:
        return ""


def read_answer(model, body):
    try:
        answer = json.loads(body)
        choice = answer["choices"][0]
        text = choice["message"].get("content") or ""
        if isinstance(text, list):
            text = "".join(part.get("text", "") for part in text)
        if not isinstance(text, str):
            raise TypeError
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Trouble("the answer is no chat completion")
    if not text.strip():
        text = f"(empty; finished by {choice.get('finish_reason') or 'an unknown reason'})"
    elif choice.get("finish_reason") == "length":
        text = f"{text.rstrip()}\n(cut: OMS_TRY_MAX_TOKENS)"
    usage = answer.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    return Answer(model, text.strip("\n"), "", count(usage, "prompt_tokens"), count(usage, "completion_tokens"))


def count(usage, key):
    value = usage.get(key)
    return value if type(value) is int and value >= 0 else None

)py";

}  // namespace oms
