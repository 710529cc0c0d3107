#!/usr/bin/env python3
"""Builds the tables of data/ from a directory of collected fact tables.

    scripts/build_data.py FACTS_DIR           write the generated tables
    scripts/build_data.py FACTS_DIR --check   fail if data/ differs from what would be written

The same input gives the same bytes. No network. data/README.md describes every table.
Families, domains, tasks, languages, metrics, known licenses, sources and their names for models are written by hand;
they are only checked here.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from decimal import Decimal, InvalidOperation
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

LICENSE_COLUMNS = (
    "spdx_id name osi_approved class commercial_use derivatives redistribution use_restrictions attribution_required "
    "share_alike patent_grant threshold failed_osd_criteria notes source kind match_name match_link derived_rule "
    "confidence mau_limit annual_revenue_limit_usd territory_excluded").split()
COMPONENTS = ["data", "weights", "evaluation", "finetuning", "metrics", "training_code", "technical_report"]
COMPONENT_ORIGIN = {
    "data": "training_data", "evaluation": "evaluation_code", "finetuning": "finetuning_code",
    "metrics": "training_metrics_or_logs"}
COLUMNS = {
    "licenses.tsv": ["key"] + LICENSE_COLUMNS,
    "openness.tsv": ["id"] + COMPONENTS + ["mof_class", "osai_score", "as_of", "source", "note"],
    "lineage.tsv": ["id", "base", "relation", "license_override", "source", "note"],
    "prices.tsv": ["id", "host", "route", "input", "output", "as_of", "source"],
    "scores.tsv": ["id", "metric", "value", "as_of", "grade", "variant", "source"],
    "closed-models.tsv": ["id", "name", "author", "price_input", "price_output", "context", "price_as_of",
                          "price_source", "rating", "rating_metric", "rating_as_of", "rating_source"],
    "hosts.tsv": ["route", "host", "title"],
    "aliases.tsv": ["alias", "id", "source"],
    "architecture.tsv": ["id", "params", "active_params", "attention", "context", "architecture", "source"],
    "metrics.tsv": ["metric", "title", "unit", "better", "task", "auto", "min", "max", "source", "url", "credit",
                    "version", "note"],
    "families.tsv": ["family", "title", "vendor", "pattern", "note"],
    "domains.tsv": ["domain", "title", "tags", "pattern", "note"],
    "tasks.tsv": ["task", "kind", "group", "title", "where", "help"],
    "languages.tsv": ["code", "name"],
    "known-licenses.tsv": ["id", "key", "as_of", "source"],
    "sources.tsv": ["source", "kind", "title", "url", "as_of_from", "as_of_to", "gives", "terms", "credit",
                    "fetch"],
    "source-names.tsv": ["name", "source", "id", "checked_on"],
}
KEEP_ORDER = {"licenses.tsv", "families.tsv"}

RELATIONS = {"finetune", "continued-pretraining", "expansion", "distill", "merge", "quantized", "adapter",
             "unspecified"}
ATTENTION = {"", "mha", "mqa", "gqa", "mla", "hybrid"}
METRIC_OF = {
    "lmarena_text_overall_elo": "arena", "mteb_eng_v2_mean_task": "mteb", "open_asr_en_avg_wer": "wer",
    "ollb2_average": "ollb2", "ollb2_ifeval": "ollb2_ifeval", "ollb2_mmlu_pro": "ollb2_mmlu_pro",
    "ollb1_average": "ollb1", "mmlu_pro": "mmlu_pro", "gpqa_diamond": "gpqa", "hle": "hle",
    "swe_bench_verified": "swe_bench_verified", "swe_bench_pro": "swe_bench_pro", "terminal_bench": "terminal_bench",
    "epoch_capabilities_index": "eci", "aider_polyglot_pass_rate_2": "aider", "olmocr_bench": "olmocr",
    "gsm8k": "gsm8k", "aime_2026": "aime_2026", "hmmt_2026": "hmmt_2026", "evasionbench": "evasionbench"}
GRADE_OF = {
    "lmarena": "independent", "open-llm-leaderboard-v1": "independent", "open-llm-leaderboard-v2": "independent",
    "open-asr-leaderboard": "independent", "mteb": "independent", "epoch-ai": "independent", "aider": "independent",
    "hf-openevals": "community"}
VARIANT_PATTERNS = {
    "open-llm-leaderboard-v2": re.compile(r" row \S+_(4bit|8bit|GPTQ|bfloat16|float16|float32) "),
    "open-llm-leaderboard-v1": re.compile(r"contents \((\w+)\)"),
    "aider": re.compile(r'polyglot_leaderboard\.yml "([^"]+)"'),
    "epoch-ai": re.compile(r'eci_scores\.csv "([^"]+)"'),
    "lmarena": re.compile(r"leaderboard-text\.json full/([^;]+)"),
    "mteb": re.compile(r"revision (\w+)")}
AZURE_METER = re.compile(
    r'Azure Retail Prices meter "(?P<head>.*)[ -](?:Inp|Outp|Input|Output)\b(?P<tail>.*?)" (?P<document>.+)')
NOT_TO_SHIP = re.compile(r"artificial.?analysis|\baa_|live.?bench", re.I)

HOST_TITLES = {
    "azure": "Azure", "cerebras": "Cerebras", "cohere": "Cohere", "crusoe": "Crusoe", "deepinfra": "DeepInfra",
    "fireworks": "Fireworks AI", "groq": "Groq", "hyperbolic": "Hyperbolic", "nebius": "Nebius", "novita": "Novita AI",
    "nscale": "Nscale", "openrouter": "OpenRouter", "ovhcloud": "OVHcloud", "publicai": "Public AI",
    "replicate": "Replicate", "sambanova": "SambaNova", "scaleway": "Scaleway", "together": "Together AI",
    "watsonx": "IBM watsonx"}
VENDOR_TITLES = {
    "amazon": "Amazon", "anthropic": "Anthropic", "bytedance-seed": "ByteDance Seed", "google": "Google",
    "inception": "Inception", "inflection": "Inflection", "mistralai": "Mistral AI", "openai": "OpenAI",
    "perplexity": "Perplexity", "qwen": "Alibaba", "writer": "Writer", "x-ai": "xAI", "z-ai": "Z.ai"}

RECORD_KEYS = ["id", "author", "pipeline_tag", "library_name", "tags", "likes", "downloads", "trendingScore",
               "createdAt", "lastModified", "gated", "private", "cardData", "safetensors", "_params_billions",
               "_context_length", "_tags_cut", "_license_state", "_license_elsewhere", "_sources"]
DROPPED_KEYS = {"_former_ids"}

AMERICAN = [(re.compile(british), american) for british, american in (
    (r"\b([Oo])rganisation", r"\1rganization"), (r"\b([Aa])uthoris", r"\1uthoriz"), (r"\b([Bb])ehaviour", r"\1ehavior"),
    (r"\b([Qq])uantis", r"\1uantiz"), (r"\b([Nn])ormalis", r"\1ormaliz"), (r"\b([Ll])icence", r"\1icense"),
    (r"\b([Cc])atalogue", r"\1atalog"))]
FORBIDDEN_TEXT = re.compile(r"hub-models\.ndjson|(^|[\s\"(])/(work|home|root|tmp)/")

ID_GRAMMAR = re.compile(r"[A-Za-z0-9._-]{1,96}(/[A-Za-z0-9._-]{1,96})?")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NOT_RE2 = re.compile(r"\(\?(?:[=!>#(]|<[=!]|P=|P>)|\\[1-9]|\\[kgZ]|[*+?}]\+")
TAGS_THAT_ARE_NO_LANGUAGE = set((
    "art asr awq dpo esm glm gpt gui jax llm lm mlx mms moe mpt mtp ner nlp ocr opt phi ppo rag rl sft tf trl tts vit "
    "vlm").split())


class Problem(Exception):
    """The facts or a hand-written table break a rule."""


def fail(*parts):
    raise Problem(" ".join(str(part) for part in parts))


# --- reading and writing -------------------------------------------------------------------------------------------

def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_ndjson(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_tsv(name):
    """The rows of a hand-written table, after checks of its shape."""
    raw = (DATA / name).read_bytes()
    if b"\r" in raw or not raw.endswith(b"\n"):
        fail(name, "needs LF line ends and a last line feed")
    lines = raw.decode("utf-8").split("\n")[:-1]
    if lines[0].split("\t") != COLUMNS[name]:
        fail(name, "has other columns than", COLUMNS[name])
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS[name]):
            fail(f"{name}:{number} has {len(cells)} cells instead of {len(COLUMNS[name])}")
        if any(cell != cell.strip() for cell in cells):
            fail(f"{name}:{number} has a cell with outer spaces")
        rows.append(dict(zip(COLUMNS[name], cells)))
    return rows


def clean(value):
    return re.sub(r"\s+", " ", value or "").strip()


def prose(value):
    text = clean(value).replace("size from hub-models.ndjson", "size from the catalog snapshot")
    for pattern, replacement in AMERICAN:
        text = pattern.sub(replacement, text)
    return text


def fold(text):
    return text.lower()


def sort_key(cells):
    return [fold(cells[0])] + list(cells[1:]) + [cells[0]]


def tsv(name, rows):
    """The text of a table: rows are dictionaries."""
    cells = [[row[column] for column in COLUMNS[name]] for row in rows]
    if name not in KEEP_ORDER:
        cells.sort(key=sort_key)
    return "".join("\t".join(line) + "\n" for line in [COLUMNS[name]] + cells)


def unique_rows(rows):
    seen = {}
    for row in rows:
        seen.setdefault(tuple(row.values()), row)
    return list(seen.values())


# --- small values --------------------------------------------------------------------------------------------------

def full_date(text):
    """YYYY-MM-DD; a bare month becomes its first day; nothing if undated or dated by its year only."""
    if text in ("", None, "undated") or re.fullmatch(r"\d{4}", text):
        return ""
    padded = text + "-01" if len(text) == len("YYYY-MM") else text
    if not DATE.fullmatch(padded):
        fail("not a date:", text)
    return padded


def decimal_text(text, where):
    if text == "":
        return ""
    try:
        number = Decimal(text)
    except InvalidOperation:
        fail("not a decimal:", text, "in", where)
    if not number.is_finite() or number < 0:
        fail("not a figure:", text, "in", where)
    return text


def valid_id(model):
    return bool(ID_GRAMMAR.fullmatch(model)) and "--" not in model and ".." not in model


def author_of(model):
    return model.split("/")[0] if "/" in model else ""


def check_pattern(pattern, where):
    if NOT_RE2.search(pattern):
        fail("RE2 does not know this pattern:", pattern, "in", where)
    try:
        return re.compile(pattern)
    except re.error as error:
        fail("bad pattern", pattern, "in", where, error)


# --- identities ----------------------------------------------------------------------------------------------------

class Ids:
    """Canonical spelling of model ids: records of the snapshot, then aliases; the rest is collected."""

    def __init__(self, records, aliases):
        self.records = {fold(record["id"]): record["id"] for record in records}
        self.aliases = {fold(row["alias"]): row["id"] for row in aliases}
        self.added = {}
        self.dropped = defaultdict(set)
        self.rewritten = defaultdict(int)

    def canonical(self, model, table):
        """The id to write, or nothing for a string that cannot be an id of the Hub."""
        if not valid_id(model):
            self.dropped[table].add(model)
            return ""
        known = self.records.get(fold(model)) or self.aliases.get(fold(model)) or self.added.get(fold(model))
        if known is None:
            self.added[fold(model)] = model
            return model
        self.rewritten[table] += known != model
        return known


def build_aliases(rows, records):
    live = {fold(record["id"]) for record in records}
    found = {}
    for row in rows:
        found[fold(row["short_id"])] = {
            "alias": row["short_id"], "id": row["hf_id"], "source": prose(row["source"])}
    for record in records:
        for former in record.get("_former_ids", []):
            found.setdefault(fold(former), {
                "alias": former, "id": record["id"], "source": "former id in the snapshot's sources"})
    kept = [row for key, row in found.items() if key not in live and valid_id(row["alias"])]
    for row in kept:
        if fold(row["id"]) not in live:
            fail("alias without a record:", row["alias"], row["id"])
    return kept


# --- generated tables ----------------------------------------------------------------------------------------------

def build_licenses(rows):
    result = []
    for row in rows:
        for column in ("match_name", "match_link"):
            check_pattern(row[column], "license " + row["hub_id"])
        line = {column: clean(row[column]) for column in LICENSE_COLUMNS}
        for column in ("notes", "source", "threshold"):
            line[column] = prose(line[column])
        result.append({"key": row["hub_id"], **line})
    no_duplicates(result, "key", "licenses.tsv")
    return result


def component(row, name):
    value = row[COMPONENT_ORIGIN.get(name, name)]
    value = "partial" if value == "gated" else value
    if value not in ("open", "partial", "closed", "unknown"):
        fail("openness word", value, "of", row["hf_id"])
    return value


def lower_component(left, right):
    order = {"closed": 0, "partial": 1, "open": 2, "unknown": 3}
    return min(left, right, key=order.get)


def joined(separator, *texts):
    return separator.join(dict.fromkeys(text for text in texts if text))


def merge_openness(left, right):
    """Two rows of one model: the lower word of each part, both sources, the older date; a note gives both dates."""
    merged = {name: lower_component(left[name], right[name]) for name in COMPONENTS}
    for name in ("mof_class", "osai_score"):
        merged[name] = left[name] or right[name]
    dates = sorted({row["as_of"] for row in (left, right) if row["as_of"]})
    merged["as_of"] = dates[0] if dates else ""
    merged["source"] = joined(";", left["source"], right["source"])
    older = f"as_of is the older of {' and '.join(dates)}" if len(dates) > 1 else ""
    merged["note"] = joined("; ", left["note"], right["note"], older)
    return {"id": left["id"], **merged}


def build_openness(rows, ids):
    found = {}
    for row in rows:
        model = row["hf_id"] and ids.canonical(row["hf_id"], "openness.tsv")
        if not model:
            continue
        if row["mof_class"] not in ("", "I", "II", "III", "unclassified"):
            fail("MOF class", row["mof_class"])
        line = {"id": model, **{name: component(row, name) for name in COMPONENTS}, "mof_class": row["mof_class"],
                "osai_score": decimal_text(row["osai_score"], "openness"), "as_of": full_date(row["as_of"]),
                "source": prose(row["source"]), "note": prose(row["notes"])}
        found[fold(model)] = merge_openness(found[fold(model)], line) if fold(model) in found else line
    return list(found.values())


def build_lineage(rows, ids):
    result = []
    for row in rows:
        model = ids.canonical(row["hf_id"], "lineage.tsv")
        base = ids.canonical(row["base_model"], "lineage.tsv")
        relation = "unspecified" if row["relation"] == "unknown" else row["relation"]
        if relation not in RELATIONS:
            fail("relation", relation)
        if model and base:
            result.append({"id": model, "base": base, "relation": relation, "license_override": row["license_override"],
                           "source": prose(row["source"]), "note": prose(row["note"])})
    return unique_rows(result)


def azure_meter(row):
    """What the two meters of an offer share: the name without the side, the region and the document; else nothing."""
    found = AZURE_METER.fullmatch(row["source"])
    return found.group("head", "tail", "document") if found else None


def same_offer(left, right):
    """Whether two rows of different source text are the two sides of one offer: only Azure has a meter for each."""
    agree = all(left[column] == right[column] for column in ("host", "provider_or_source", "as_of", "unit"))
    return agree and azure_meter(left) is not None and azure_meter(left) == azure_meter(right)


def take_pairs(inputs, outputs, belong):
    """Removes the pairs that belong together from both lists and returns them."""
    pairs = []
    for row in list(inputs):
        twin = next((other for other in outputs if belong(row, other)), None)
        if twin:
            pairs.append((row, twin))
            inputs.remove(row)
            outputs.remove(twin)
    return pairs


def pair_offers(inputs, outputs):
    """Offers of one model, route and day: equal source texts first, then the two meters of an offer."""
    pairs = take_pairs(inputs, outputs, lambda left, right: left["source"] == right["source"])
    pairs += take_pairs(inputs, outputs, same_offer)
    if inputs and outputs:
        fail("prices that cannot be paired:", *(
            f"\n  {row['hf_id']} {row['kind']} {row['value']} of {row['host']}, {row['as_of']}: {row['source']}"
            for row in inputs + outputs))
    return pairs + [(row, None) for row in inputs] + [(None, row) for row in outputs]


def offer(model, left, right):
    some = left or right
    sources = dict.fromkeys(prose(row["source"]) for row in (left, right) if row)
    return {"id": model, "host": some["host"], "route": some["provider_or_source"],
            "input": decimal_text(left["value"], model) if left else "",
            "output": decimal_text(right["value"], model) if right else "",
            "as_of": full_date(some["as_of"]), "source": " | ".join(sources)}


def unique_offers(offers):
    """Offers that differ in their source text only become one."""
    found = {}
    for line in offers:
        key = tuple(value for column, value in line.items() if column != "source")
        first = found.setdefault(key, line)
        first["source"] = joined(" | ", *first["source"].split(" | "), *line["source"].split(" | "))
    return list(found.values())


def build_prices(rows, ids):
    groups = defaultdict(lambda: {"price_input": [], "price_output": []})
    for row in rows:
        if row["unit"] != "usd_per_1m_tokens":
            fail("price unit", row["unit"])
        groups[row["hf_id"], row["provider_or_source"], row["as_of"]][row["kind"]].append(row)
    result, used = [], 0
    for (hf_id, _, _), sides in groups.items():
        model = ids.canonical(hf_id, "prices.tsv")
        for left, right in pair_offers(sides["price_input"], sides["price_output"]):
            used += (left is not None) + (right is not None)
            if model:
                result.append(offer(model, left, right))
    if used != len(rows):
        fail("price rows used:", used, "of", len(rows))
    return unique_offers(result)


def variant_of(row):
    pattern = VARIANT_PATTERNS.get(row["provider_or_source"])
    found = pattern.search(row["source"]) if pattern else None
    if not found:
        return ""
    return ("revision " if row["provider_or_source"] == "mteb" else "") + found.group(1).strip()


def build_scores(rows, ids):
    result = []
    for row in rows:
        if NOT_TO_SHIP.search(" ".join(row.values())):
            fail("a score that must not ship:", row["hf_id"], row["benchmark"], row["source"])
        model = ids.canonical(row["hf_id"], "scores.tsv")
        if model:
            result.append({"id": model, "metric": METRIC_OF[row["benchmark"]],
                           "value": decimal_text(row["value"], "scores"), "as_of": full_date(row["as_of"]),
                           "grade": GRADE_OF[row["provider_or_source"]], "variant": variant_of(row),
                           "source": prose(row["source"])})
    return unique_rows(result)


def split_closed_source(text):
    parts = [part.strip() for part in prose(text).split(";")]
    ratings = [part for part in parts if part.startswith("arena text leaderboard")]
    return "; ".join(part for part in parts if part not in ratings), "; ".join(ratings)


RATING_COLUMNS = ("rating", "rating_metric", "rating_as_of", "rating_source")


def arena_metric(as_of):
    """Arena ratings of two days are two scales, so each has a metric of its own."""
    metrics = {"": "", "2025-12-11": "arena", "2026-04-19": "arena_2026_04"}
    if as_of not in metrics:
        fail("closed models: an Arena rating of a day without a metric:", as_of)
    return metrics[as_of]


def build_closed(rows):
    found = {}
    for row in rows:
        if NOT_TO_SHIP.search(row["source"]):
            fail("a figure that must not ship:", row["id"])
        price_source, arena_source = split_closed_source(row["source"])
        model = "openrouter:" + row["id"]
        line = {"id": model, "name": clean(row["name"]), "author": VENDOR_TITLES[author_of(row["id"])],
                "price_input": decimal_text(row["price_input"], model),
                "price_output": decimal_text(row["price_output"], model), "context": row["context"],
                "price_as_of": full_date(row["as_of"]), "price_source": price_source,
                "rating": decimal_text(row["arena_rating"], model), "rating_metric": arena_metric(row["arena_as_of"]),
                "rating_as_of": full_date(row["arena_as_of"]), "rating_source": arena_source}
        old = found.get(fold(model), line)
        priced = max(old, line, key=lambda item: item["price_as_of"])
        rated = max(old, line, key=lambda item: item["rating_as_of"])
        found[fold(model)] = {**priced, **{key: rated[key] for key in RATING_COLUMNS}}
    return list(found.values())


def build_hosts(prices):
    hosts = {row["route"]: row["host"] for row in prices}
    return [{"route": route, "host": host, "title": HOST_TITLES[host]} for route, host in hosts.items()]


def merge_architecture(left, right):
    """Two spellings of one model: the fuller row wins, its gaps are filled from the other."""
    full, other = sorted((left, right), key=lambda row: -sum(bool(value) for value in row.values()))
    return {key: full[key] or other[key] for key in full}


def model_type(source):
    """The type that the model's configuration has, where the collected statement quotes it."""
    quoted = re.search(r"^model config .*, type ([A-Za-z0-9_.-]+) \(", source)
    return quoted.group(1) if quoted else ""


def build_architecture(rows, ids):
    found = {}
    for row in rows:
        model = ids.canonical(row["hf_id"], "architecture.tsv")
        attention = "" if row["attention"] == "unknown" else row["attention"]
        if attention not in ATTENTION:
            fail("attention", attention)
        for column in ("total_params", "active_params", "context"):
            if row[column] and not row[column].isdigit():
                fail("not a count:", row["hf_id"], row[column])
        if model:
            line = {"id": model, "params": row["total_params"], "active_params": row["active_params"],
                    "attention": attention, "context": row["context"],
                    "architecture": model_type(row["source"]), "source": prose(row["source"])}
            found[fold(model)] = merge_architecture(found[fold(model)], line) if fold(model) in found else line
    return list(found.values())


def snapshot_record(record):
    unknown = set(record) - set(RECORD_KEYS) - DROPPED_KEYS
    if unknown:
        fail("unknown keys of", record["id"], sorted(unknown))
    result = {key: record[key] for key in RECORD_KEYS if key in record}
    result["_sources"] = [{**source, "as_of": full_date(source["as_of"]) or None} for source in record["_sources"]]
    return result


def minimal_record(model):
    return {"id": model, "author": author_of(model), "_license_state": "unknown", "_sources": []}


def build_snapshot(records, ids):
    result = [snapshot_record(record) for record in records] + [minimal_record(model) for model in ids.added.values()]
    result.sort(key=lambda record: fold(record["id"]))
    no_duplicates(result, "id", "snapshot.ndjson")
    return result


def ndjson(records):
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


# --- checks --------------------------------------------------------------------------------------------------------

def no_duplicates(rows, key, name):
    seen = set()
    for row in rows:
        if fold(row[key]) in seen:
            fail(name, "has two rows", row[key])
        seen.add(fold(row[key]))


def check_sorted(rows, key, name):
    keys = [fold(row[key]) for row in rows]
    if keys != sorted(keys):
        fail(name, "is not sorted by", key)


def check_references(tables, snapshot):
    known = {record["id"] for record in snapshot}
    for name, columns in (("prices.tsv", ["id"]), ("scores.tsv", ["id"]), ("openness.tsv", ["id"]),
                          ("architecture.tsv", ["id"]), ("lineage.tsv", ["id", "base"]), ("aliases.tsv", ["id"])):
        for row in tables[name]:
            for column in columns:
                if row[column] not in known:
                    fail(name, "names", row[column], "which is not in the snapshot")
    licenses = {row["key"] for row in tables["licenses.tsv"]}
    for row in tables["lineage.tsv"]:
        if row["license_override"] and row["license_override"] not in licenses:
            fail("license override", row["license_override"])
    routes = {row["route"] for row in tables["hosts.tsv"]}
    for row in tables["prices.tsv"]:
        if row["route"] not in routes:
            fail("route without host:", row["route"])


def check_metrics(metrics, scores, closed, pipelines):
    no_duplicates(metrics, "metric", "metrics.tsv")
    check_sorted(metrics, "metric", "metrics.tsv")
    by_word = {row["metric"]: row for row in metrics}
    for row in metrics:
        if row["better"] not in ("higher", "lower"):
            fail("metrics.tsv: better is", row["better"])
        for task in filter(None, row["task"].split(",")):
            if task != "chat" and task not in pipelines:
                fail("metrics.tsv: task", task)
        for column in ("min", "max", "auto"):
            decimal_text(row[column], "metrics.tsv")
    for row in scores:
        metric = by_word.get(row["metric"])
        if metric is None:
            fail("scores.tsv: metric", row["metric"], "is not in metrics.tsv")
        for column, sign in (("min", 1), ("max", -1)):
            if metric[column] and (Decimal(row["value"]) - Decimal(metric[column])) * sign < 0:
                fail("score out of bounds:", row["id"], row["metric"], row["value"])
    unused = set(by_word) - {row["metric"] for row in scores} - {row["rating_metric"] for row in closed} - {"aa"}
    if unused:
        fail("metrics without a score:", sorted(unused))


def check_patterns(name, key):
    rows = read_tsv(name)
    no_duplicates(rows, key, name)
    for row in rows:
        check_pattern(row["pattern"], f"{name} {row[key]}")
    return rows


def check_families():
    for row in check_patterns("families.tsv", "family"):
        if not row["pattern"]:
            fail("families.tsv: no pattern for", row["family"])


def check_domains():
    rows = check_patterns("domains.tsv", "domain")
    check_sorted(rows, "domain", "domains.tsv")
    for row in rows:
        if row["tags"] != row["tags"].lower():
            fail("domains.tsv: tags in upper case:", row["domain"])
    return {row["domain"] for row in rows}


def check_tasks(domains):
    rows = read_tsv("tasks.tsv")
    no_duplicates(rows, "task", "tasks.tsv")
    check_sorted(rows, "task", "tasks.tsv")
    pipelines = {row["task"] for row in rows if row["kind"] == "pipeline"}
    if len(pipelines) != 57:
        fail("tasks.tsv:", len(pipelines), "pipeline tags instead of 57")
    allowed = {"task": pipelines, "tasks": pipelines | {"chat"}, "domain": domains, "tags": None, "id": None,
               "name": None}
    for row in rows:
        if row["kind"] not in ("pipeline", "computed", "alias") or not row["help"] or not row["title"]:
            fail("tasks.tsv: row", row["task"])
        if (row["kind"] == "alias") != bool(row["where"]):
            fail("tasks.tsv: `where` belongs to aliases:", row["task"])
        if row["where"]:
            Expression(row["where"], allowed).check()
    return pipelines


class Expression:
    """Checks `FIELD=a,b`, `FIELD~text`, `and`, `or`, `not` and parentheses."""

    def __init__(self, text, allowed):
        self.text, self.allowed = text, allowed
        self.tokens = re.findall(r"[()]|[^\s()]+", text)

    def check(self):
        self.either()
        if self.tokens:
            fail("expression ends too early:", self.text)

    def either(self):
        self.both()
        while self.tokens[:1] == ["or"]:
            self.tokens.pop(0)
            self.both()

    def both(self):
        self.unary()
        while self.tokens[:1] == ["and"]:
            self.tokens.pop(0)
            self.unary()

    def unary(self):
        token = self.tokens.pop(0) if self.tokens else ""
        if token == "not":
            self.unary()
        elif token == "(":
            self.either()
            if not self.tokens or self.tokens.pop(0) != ")":
                fail("parenthesis missing:", self.text)
        else:
            self.condition(token)

    def condition(self, token):
        found = re.fullmatch(r"([a-z]+)(=|~)(\S+)", token)
        if not found or found.group(1) not in self.allowed:
            fail("not a condition:", token, "in", self.text)
        values = self.allowed[found.group(1)]
        for value in found.group(3).split(",") if values and found.group(2) == "=" else []:
            if value not in values:
                fail("unknown value", value, "in", self.text)


def check_languages():
    rows = read_tsv("languages.tsv")
    no_duplicates(rows, "code", "languages.tsv")
    check_sorted(rows, "code", "languages.tsv")
    for row in rows:
        if not re.fullmatch(r"[a-z]{2,3}|multilingual", row["code"]) or not row["name"]:
            fail("languages.tsv: row", row["code"])
        if row["code"] in TAGS_THAT_ARE_NO_LANGUAGE:
            fail("languages.tsv: this tag means something else:", row["code"])


def declared_licenses(record):
    card = record.get("cardData", {}).get("license", [])
    tags = [tag[len("license:"):] for tag in record.get("tags", []) if tag.startswith("license:")]
    return set(tags + (card if isinstance(card, list) else [card]))


def check_known_licenses(licenses, snapshot):
    rows = read_tsv("known-licenses.tsv")
    no_duplicates(rows, "id", "known-licenses.tsv")
    check_sorted(rows, "id", "known-licenses.tsv")
    records = {record["id"]: record for record in snapshot}
    keys = {line["key"] for line in licenses}
    for row in rows:
        if row["id"] not in records:
            fail("known-licenses.tsv:", row["id"], "is not in the snapshot")
        if declared_licenses(records[row["id"]]) - {"other", "unknown"}:
            fail("known-licenses.tsv:", row["id"], "declares a license of its own")
        if row["key"] not in keys:
            fail("known-licenses.tsv:", row["key"], "is no license")
        full_date(row["as_of"])
    return {row["id"]: row["key"] for row in rows}


def check_sources(snapshot):
    rows = read_tsv("sources.tsv")
    no_duplicates(rows, "source", "sources.tsv")
    check_sorted(rows, "source", "sources.tsv")
    for row in rows:
        if row["kind"] not in ("models", "prices", "scores", "openness", "lineage", "license"):
            fail("sources.tsv: kind of", row["source"])
        for column in ("as_of_from", "as_of_to"):
            if row[column] != full_date(row[column]):
                fail("sources.tsv: date of", row["source"])
    named = {source["source"] for record in snapshot for source in record["_sources"]}
    missing = named - {row["source"] for row in rows}
    if missing:
        fail("sources.tsv lacks", sorted(missing))


def check_source_names(tables, snapshot):
    rows = read_tsv("source-names.tsv")
    check_sorted(rows, "name", "source-names.tsv")
    known = {record["id"] for record in snapshot} | {row["id"] for row in tables["closed-models.tsv"]}
    fetched = {row["fetch"] for row in read_tsv("sources.tsv")} - {"", "hub"}
    seen = set()
    for row in rows:
        if row["id"] not in known:
            fail("source-names.tsv:", row["id"], "is in neither the snapshot nor the closed models")
        if row["source"] not in fetched:
            fail("source-names.tsv:", row["source"], "is not fetched")
        if not row["checked_on"] or row["checked_on"] != full_date(row["checked_on"]):
            fail("source-names.tsv: date of", row["name"])
        key = fold(row["name"]), row["source"]
        if key in seen:
            fail("source-names.tsv:", row["name"], "stands twice")
        seen.add(key)


def check_text(outputs):
    for name, text in outputs.items():
        found = FORBIDDEN_TEXT.search(text)
        if found:
            fail(name, "names a place that is not public:", found.group(0))


def unlicensed(prices, snapshot):
    records = {record["id"]: record for record in snapshot}
    priced = {row["id"] for row in prices}
    return len(priced), sorted((model for model in priced if records[model]["_license_state"] == "unknown"), key=fold)


def check_readme(lacking):
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for model in lacking:
        if model not in text:
            fail("README.md does not name", model, "as a priced model without a license")


def check_hand_written(tables, snapshot):
    pipelines = check_tasks(check_domains())
    check_metrics(read_tsv("metrics.tsv"), tables["scores.tsv"], tables["closed-models.tsv"], pipelines)
    check_families()
    check_languages()
    check_sources(snapshot)
    check_source_names(tables, snapshot)
    return check_known_licenses(tables["licenses.tsv"], snapshot)


# --- the whole -----------------------------------------------------------------------------------------------------

def build(facts):
    records = read_ndjson(facts / "hub-models.ndjson")
    no_duplicates(records, "id", "the collected records")
    figures = read_csv(facts / "prices-quality.csv")
    aliases = build_aliases(read_csv(facts / "aliases.csv"), records)
    ids = Ids(records, aliases)
    prices = build_prices([row for row in figures if row["kind"] != "score"], ids)
    tables = {
        "licenses.tsv": build_licenses(read_csv(facts / "licenses.csv")),
        "openness.tsv": build_openness(read_csv(facts / "openness.csv"), ids),
        "lineage.tsv": build_lineage(read_csv(facts / "lineage.csv"), ids),
        "prices.tsv": prices,
        "scores.tsv": build_scores([row for row in figures if row["kind"] == "score"], ids),
        "closed-models.tsv": build_closed(read_csv(facts / "closed-models.csv")),
        "hosts.tsv": build_hosts(prices),
        "aliases.tsv": aliases,
        "architecture.tsv": build_architecture(read_csv(facts / "architecture.csv"), ids)}
    return tables, build_snapshot(records, ids), ids


def print_summary(tables, snapshot, ids, facts):
    for name, rows in tables.items():
        print(f"{name:20} {len(rows):6} rows")
    print(f"{'snapshot.ndjson':20} {len(snapshot):6} records, {len(ids.added)} of them minimal")
    no_id = sum(not row["hf_id"] for row in read_csv(facts / "openness.csv"))
    print(f"openness rows without a Hub id, left out: {no_id}")
    print("ids rewritten:", ", ".join(f"{name} {count}" for name, count in ids.rewritten.items() if count) or "none")
    for name, models in ids.dropped.items():
        print(f"not a Hub id, dropped from {name}:", ", ".join(sorted(models)))
    if ids.added:
        print("minimal records:", ", ".join(sorted(ids.added.values(), key=fold)))
    count, lacking = unlicensed(tables["prices.tsv"], snapshot)
    print(f"priced ids: {count}; without a license: {len(lacking)}")
    for model in lacking:
        print("  " + model)


def differing(outputs):
    return [name for name, text in outputs.items()
            if not (DATA / name).is_file() or (DATA / name).read_bytes() != text.encode("utf-8")]


def run(arguments):
    tables, snapshot, ids = build(arguments.facts)
    check_references(tables, snapshot)
    outputs = {name: tsv(name, rows) for name, rows in tables.items()}
    outputs["snapshot.ndjson"] = ndjson(snapshot)
    check_text(outputs)
    if arguments.check:
        wrong = differing(outputs)
        if wrong:
            fail("data/ differs from its facts:", ", ".join(wrong))
    else:
        for name, text in outputs.items():
            (DATA / name).write_bytes(text.encode("utf-8"))
    check_hand_written(tables, snapshot)
    check_readme(unlicensed(tables["prices.tsv"], snapshot)[1])
    print_summary(tables, snapshot, ids, arguments.facts)


def main():
    parser = argparse.ArgumentParser(description="Build the tables of data/ from collected facts.")
    parser.add_argument("facts", type=Path, metavar="FACTS_DIR", help="directory of the collected fact tables")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if data/ differs")
    try:
        run(parser.parse_args())
    except Problem as problem:
        sys.exit(f"build_data.py: {problem}")


if __name__ == "__main__":
    main()
