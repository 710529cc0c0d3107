// DuckDB in one process, for catalog_bench.py: reads a JSON object a line from stdin, {"sql": …} or
// {"memory": true}, and answers each with a line. Times are those of the query alone, in ms, from the
// call until all rows are there; cpu_ms counts all threads together.
// Usage: node catalog_bench.mjs <folder with node_modules> <database file, or :memory:>
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [work, database] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(work, "package.json"))("@duckdb/node-api");
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();

function memory() {
  const text = readFileSync("/proc/self/status", "utf8");
  const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)[1]);
  return { anonymous_kb: of("RssAnon"), resident_kb: of("VmRSS"), highest_kb: of("VmHWM") };
}

async function run(sql) {
  const before = process.cpuUsage();
  const start = performance.now();
  const reader = await connection.runAndReadAll(sql);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu_ms: (user + system) / 1000, rows: reader.getRowsJson() };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = request.memory ? memory() : await run(request.sql);
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
