"""Every fault that a fetch is tried against, a row each, with what has to come of it.

A fault that passes spoils the first request of its stage, one that stays spoils all of them. What
can come of it:

  recovered   exit 0, the catalog is the one without the fault, and nothing is said
  named       exit 0, each record that could not be read is named, all others are as without the fault
  taken       exit 0, the value is valid and stands as the server said it; nothing else differs
  renamed     exit 0, the model has its new name, and only that one
  short       exit 0, and it is said that there may be more models
  contained   of a service: exit 0, and at most the figures that hang on the one record differ,
              whether it was named, counted as one without a model, or read for what it is
  gone        exit 1, the one model that was asked for is gone by what the server said
  failed 4    exit 4 with one error; the former catalog stands to the byte
  failed 3    the same with exit 3
"""
import dataclasses

# Kinds of stages. What a row says of "any" is true of all kinds that it does not name.
LINKED = ("first", "listing", "whole", "full")  # there is a next page
LISTING = (*LINKED, "last")
HUB = (*LISTING, "changes", "detail")
RECORDS = (*HUB, "service")  # what comes as JSON
ALL = (*RECORDS, "table")

PASSES, FAILS = ("recovered", "failed 4"), ("failed 4", "failed 4")
NAMED, TAKEN, HARMLESS = ("recovered", "named"), ("taken", "taken"), ("recovered", "recovered")
CONTAINED = ("contained", "contained")
# A service's body is one JSON text: where it ends nobody can say, all of it is refused.
CONTAINED_OR_REFUSED = ("contained", "contained/failed 4")


@dataclasses.dataclass
class Fault:
    name: str
    fault: dict  # as of the Hub on loopback; {id}, {number}, {text}: a field of the stage
    outcomes: tuple = PASSES  # when it passes, and when it stays
    of: dict = dataclasses.field(default_factory=dict)  # kind or name of a stage -> its own outcomes
    kinds: tuple = ALL
    flags: tuple = ()
    staying: dict = dataclasses.field(default_factory=dict)  # of a fault that stays, in addition
    changes_hub: bool = False
    fields: tuple = ()  # of the catalog, that a value which is taken changes
    slow: bool = False  # stays for seconds

    def applies(self, kind):
        return kind in self.kinds

    def outcome(self, stage, stays):
        return self.of.get(stage.name, self.of.get(stage.kind, self.outcomes))[stays]


def status(number, outcomes=PASSES, name="", **more):
    keys = {key: more.pop(key) for key in list(more) if key in ("retry_after", "retry_after_date")}
    return Fault(name or f"HTTP {number}", {"kind": "status", "status": number, **keys}, outcomes,
                 **more)


def record(name, kind, outcomes=NAMED, field="", **more):
    """One bad record, or one bad value in it."""
    more.setdefault("of", {"service": CONTAINED, "detail": NAMED})
    fault = {"kind": kind, **({"field": field} if field else {})}
    return Fault(name, fault, outcomes, kinds=RECORDS, **more)


FAULTS = (
    # What the server answers.
    status(429, name="429, Retry-After in seconds", retry_after=2),
    # Not where the clock stands still.
    status(429, name="429, Retry-After as a date", retry_after_date=2,
           kinds=tuple(kind for kind in ALL if kind != "changes")),
    Fault("429, quota headers only", {"kind": "rate_limited", "reset_seconds": 2}),
    status(429, name="429, nothing said"),
    status(408), status(500), status(502), status(503), status(504),
    Fault("504 on large pages", {"kind": "status", "status": 504, "limit_above": 300}, HARMLESS,
          kinds=("full",)),
    # A key that is refused is left out; any other refusal is an answer, and trying again is none.
    status(400, FAILS, kinds=("service", "table")),
    status(400, ("failed 3", "failed 3"), name="HTTP 400 from the Hub", kinds=HUB,
           of={"changes": ("recovered", "failed 3"), "detail": ("recovered", "failed 3"),
               "first": ("recovered", "failed 3")}),
    status(401, FAILS, of={"detail": ("gone", "gone")}),
    status(403, FAILS),
    status(404, ("failed 3", "failed 3"),
           of={"detail": ("gone", "gone"), "service": FAILS, "table": FAILS,
               "artificial-analysis": PASSES}),  # an older path is tried
    status(451, FAILS),
    Fault("HTTP 204", {"kind": "body", "status": 204, "body": ""}),
    Fault("nothing in the answer", {"kind": "body", "status": 200, "body": ""}),
    Fault("a web page for data", {"kind": "html"}),
    Fault("redirect in a circle", {"kind": "redirect", "to": "circle"}),
    Fault("redirect to another host", {"kind": "redirect", "to": "other-host"}, FAILS),
    Fault("redirect to http", {"kind": "redirect", "to": "http"}, FAILS),
    # The connection.
    Fault("no answer", {"kind": "no_answer"}),
    Fault("refused", {"kind": "refuse", "amount": 5}, staying={"amount": 600, "times": 1}),
    Fault("reset in place of an answer", {"kind": "reset_before"}),
    Fault("reset in the middle", {"kind": "reset_amid"}),
    Fault("stalled", {"kind": "stall", "amount": 1500}, flags=("--timeout", "1"), slow=True),
    Fault("cut", {"kind": "cut"}),
    Fault("chunks without an end", {"kind": "endless_chunked"}),
    Fault("length too large", {"kind": "wrong_length", "amount": 10}),
    Fault("length too small", {"kind": "wrong_length", "amount": -100}),
    Fault("bad gzip", {"kind": "bad_gzip"}),
    Fault("no HTTP", {"kind": "garbled_head"}),
    # The body.
    Fault("JSON that breaks off", {"kind": "garbled_json"}, kinds=RECORDS),
    Fault("byte order mark", {"kind": "bom"}, of={"service": HARMLESS, "table": HARMLESS}),
    Fault("page over the limit", {"kind": "huge_page"}, FAILS),
    record("invalid UTF-8", "invalid_utf8", field="{text}", of={"service": CONTAINED_OR_REFUSED, "detail": PASSES}),
    record("NaN", "nan", field="{number}", of={"service": CONTAINED_OR_REFUSED, "detail": PASSES}),
    record("nesting without end", "deep_nesting", field="{object}",
           of={"service": CONTAINED_OR_REFUSED, "detail": PASSES}),
    record("huge text", "huge_string", TAKEN, field="{text}", fields=("library",),
           of={"service": CONTAINED, "detail": TAKEN}),
    record("key twice", "repeated_key", TAKEN, field="{number}", fields=("downloads",),
           of={"service": CONTAINED, "detail": TAKEN, "changes": HARMLESS}),  # counters come after
    record("number of a wrong type", "wrong_type", field="{number}"),
    record("each field of a wrong type", "wrong_type", field="*"),
    *(record(name, kind, field="{id}", of={"service": CONTAINED, "detail": PASSES}) for name, kind in
      (("id of a wrong type", "wrong_type"), ("no id", "missing_key"), ("null id", "null_field"))),
    record("unknown keys", "unknown_key", HARMLESS, of={"service": HARMLESS}),
    # Pages.
    Fault("rows twice", {"kind": "duplicate_rows"}, HARMLESS, kinds=LISTING),
    Fault("rows in another order", {"kind": "reordered"}, HARMLESS, kinds=(*LISTING, "changes")),
    Fault("renamed in mid-walk", {"kind": "renamed_in_walk"}, ("renamed", "renamed"),
          kinds=LISTING, changes_hub=True, of={"first": HARMLESS}),
    Fault("link in a circle", {"kind": "link", "to": "loop"}, kinds=LINKED),
    Fault("link to another host", {"kind": "link", "to": "other-host"}, HARMLESS, kinds=LINKED),
    Fault("link to http", {"kind": "link", "to": "http"}, HARMLESS, kinds=LINKED),
    Fault("link missing", {"kind": "link", "to": "missing"}, ("recovered", "short"), kinds=("full",)),
)
