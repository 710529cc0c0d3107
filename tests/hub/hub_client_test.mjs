// The official client lists and reads models of the loopback Hub without complaint.
// Usage: node hub_client_test.mjs <address of the Hub> <folder with node_modules>
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

const [hubUrl, folder] = process.argv.slice(2);
const { listModels, modelInfo } = createRequire(join(folder, "package.json"))("@huggingface/hub");

async function collect(parameters) {
  const rows = [];
  for await (const row of listModels({ hubUrl, ...parameters })) rows.push(row);
  return rows;
}

const tests = {
  "all models are listed once over several pages": async () => {
    const rows = await collect({});
    assert.equal(rows.length, 1300);
    assert.equal(new Set(rows.map((row) => row.id)).size, 1300);
  },
  "every entry has the client's own fields": async () => {
    for (const row of await collect({ limit: 40 })) {
      assert.match(row.id, /^[0-9a-f]{24}$/);
      assert.match(row.name, /^invented/i);
      assert.equal(row.private, false);
      assert.ok([false, "auto", "manual"].includes(row.gated));
      assert.ok(Number.isInteger(row.downloads) && Number.isInteger(row.likes));
      assert.ok(!Number.isNaN(row.updatedAt.getTime()));
    }
  },
  "sorting by downloads descends": async () => {
    const counts = (await collect({ sort: "downloads", limit: 600 })).map((row) => row.downloads);
    assert.equal(counts.length, 600);
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  },
  "search narrows by owner, task, tags and words": async () => {
    const rows = await collect({
      search: { task: "text-generation", tags: ["conversational"], query: "instruct" },
    });
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.equal(row.task, "text-generation");
      assert.match(row.name, /instruct/i);
    }
    const owner = rows[0].name.split("/")[0];
    for (const row of await collect({ search: { owner } })) {
      assert.equal(row.name.split("/")[0], owner);
    }
  },
  "additional fields arrive": async () => {
    const rows = await collect({
      limit: 200,
      additionalFields: ["author", "cardData", "config", "safetensors", "tags", "filePaths"],
    });
    assert.ok(rows.every((row) => Array.isArray(row.tags) && row.filePaths.length > 0));
    assert.ok(rows.some((row) => row.cardData?.license));
    assert.ok(rows.some((row) => row.safetensors?.total > 0));
  },
  "the client understands both forms of the provider mapping": async () => {
    const additionalFields = ["inferenceProviderMapping"];
    const [row] = await collect({
      limit: 1,
      search: { inferenceProviders: ["groq"] },
      additionalFields,
    });
    const single = await modelInfo({ hubUrl, name: row.name, additionalFields });
    for (const mapping of [row.inferenceProviderMapping, single.inferenceProviderMapping]) {
      assert.ok(mapping.some((entry) => entry.provider === "groq" && entry.providerId));
    }
  },
  "one model is read by name and by revision": async () => {
    const [row] = await collect({ limit: 1 });
    const info = await modelInfo({ hubUrl, name: row.name, additionalFields: ["sha"] });
    assert.equal(info.id, row.id);
    assert.match(info.sha, /^[0-9a-f]{40}$/);
    assert.equal((await modelInfo({ hubUrl, name: row.name, revision: "main" })).id, row.id);
  },
  "the client follows the redirect from a name in another case": async () => {
    const [row] = await collect({ limit: 1 });
    assert.equal((await modelInfo({ hubUrl, name: row.name.toUpperCase() })).name, row.name);
  },
  "a missing model is an error with the Hub's status": async () => {
    const name = "nobody/nothing";
    await assert.rejects(modelInfo({ hubUrl, name }), { statusCode: 401 });
    await assert.rejects(modelInfo({ hubUrl, name, accessToken: "hf_invented" }), {
      statusCode: 404,
    });
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok      ${name}`);
  } catch (error) {
    ++failed;
    console.log(`failed  ${name}\n${error.stack}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
