// Asks oms and DuckDB the questions of queries.mjs and holds the answers against each other.
// Usage: node compare.mjs <folder with node_modules> <oms> <NDJSON export> <CSV export>
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { queries } from "./queries.mjs";

const FEWEST_ROWS = 3; // an empty answer on both sides would prove nothing
const MAY_BE_EMPTY = new Set(["signs of patterns are letters like others"]);

const [work, oms, ndjson, csv] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(work, "package.json"))("@duckdb/node-api");

const inPlace = (sql) => sql.replaceAll("$NDJSON", ndjson).replaceAll("$CSV", csv);

// Sets of words whose unknown is a word in JSON and null in the tables.
const SAYS_UNKNOWN = /^(license_(class|effective|verdict)|open_\w+)$/;

// Numbers come as texts where a double could lose digits; dates as texts of theirs.
function plain(value, type) {
  if (Array.isArray(value)) return value;
  if (value === null || typeof value !== "string") return value;
  return /^(BIGINT|HUGEINT|INTEGER|DECIMAL)/.test(type) ? Number(value) : value;
}

async function ask(connection, sql) {
  const reader = await connection.runAndReadAll(inPlace(sql));
  const types = reader.columnTypes().map(String);
  const names = reader.columnNames();
  const rows = reader.getRowsJson().map((row) => row.map((value, i) => plain(value, types[i])));
  return { names, rows };
}

function askOms(args) {
  const text = execFileSync(oms, [...args, "--format", "ndjson"], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const records = text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  for (const record of records) {
    for (const name of Object.keys(record)) {
      if (SAYS_UNKNOWN.test(name) && record[name] === "unknown") record[name] = null;
    }
  }
  return {
    names: records.length > 0 ? Object.keys(records[0]) : [],
    rows: records.map(Object.values),
  };
}

function firstDifference(left, right) {
  const rows = Math.max(left.length, right.length);
  for (let i = 0; i < rows; ++i) {
    const pair = [JSON.stringify(left[i]), JSON.stringify(right[i])];
    if (pair[0] !== pair[1]) return `row ${i + 1}: oms ${pair[0]}, DuckDB ${pair[1]}`;
  }
  return null;
}

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await connection.run(inPlace(readFileSync(new URL("tables.sql", import.meta.url), "utf8")));

let failed = 0;
for (const { name, oms: args, sql } of queries) {
  try {
    const ours = askOms(args);
    const theirs = await ask(connection, sql);
    if (!MAY_BE_EMPTY.has(name)) {
      assert.ok(theirs.rows.length >= FEWEST_ROWS, `only ${theirs.rows.length} rows`);
    }
    if (ours.rows.length > 0) assert.deepEqual(ours.names, theirs.names);
    assert.equal(firstDifference(ours.rows, theirs.rows), null);
    assert.equal(ours.rows.length, theirs.rows.length);
    console.log(`ok      ${name} (${ours.rows.length} rows)`);
  } catch (error) {
    ++failed;
    console.log(`failed  ${name}\n  oms ${args.join(" ")}\n  ${error.message}\n  ${sql}`);
  }
}
console.log(`${queries.length - failed} of ${queries.length} answers are equal`);
process.exitCode = failed === 0 ? 0 : 1;
