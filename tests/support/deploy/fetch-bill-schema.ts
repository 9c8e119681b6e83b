// Writes tests/fixtures/cyclonedx/bom-1.6.schema.json anew: of CycloneDX' own schema of a bill of materials, what a bill of
// ours uses, and the licences that SPDX knows. The package that has it is packed into a folder of its own that is removed
// afterwards. Run it after `npm run artefact`, where the bill has a property of a new kind:
//   node --no-warnings tests/support/deploy/fetch-bill-schema.ts <a bill>
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../deploy/azure/json.ts';

const target = resolve(import.meta.dirname, '../../fixtures/cyclonedx/bom-1.6.schema.json');
const packageName = '@cyclonedx/cyclonedx-library';
const version = '10.3.0';
const told = new Set(['description', 'title', 'examples', 'meta:enum', 'format', '$comment', 'default']);

const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** All names that stand in a value, however deep. */
const namesIn = (value: Json): readonly string[] =>
  isJsonArray(value)
    ? value.flatMap(namesIn)
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([name, below]) => [name, ...namesIn(below ?? null)])
      : [];

/** A schema without what is told of it, and without the properties that nothing has; what it forbids it goes on forbidding. */
function pruned(schema: Json, used: ReadonlySet<string>): Json {
  if (isJsonArray(schema)) return schema.map((one) => pruned(one, used));
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name, below]) => !(told.has(name) && !isJsonObject(below)) && name !== 'meta:enum')
      .map(([name, below]) => {
        if (name !== 'properties') return [name, pruned(below ?? null, used)];
        const kept = Object.entries(object(below)).filter(([property]) => used.has(property));
        return [name, Object.fromEntries(kept.map(([property, of]) => [property, pruned(of ?? null, used)]))];
      }),
  );
}

const places = (value: Json): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/gu)].map(([, name = '']) => name);

/** The definitions that a schema leads to, and those that these lead to. */
function reached(schema: JsonObject, definitions: JsonObject): JsonObject {
  const found = new Set<string>();
  const walk = (value: Json): void => {
    for (const name of places(value).filter((one) => !found.has(one))) {
      found.add(name);
      walk(definitions[name] ?? null);
    }
  };
  walk(schema);
  return Object.fromEntries([...found].toSorted().map((name) => [name, definitions[name] ?? null]));
}

const jsonObject = z.record(z.string(), z.json());
const folder = mkdtempSync(join(tmpdir(), 'candour-bill-'));
try {
  const bill = z.json().parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
  execFileSync('npm', ['pack', `${packageName}@${version}`], { cwd: folder, stdio: 'ignore' });
  execFileSync('tar', ['xzf', `cyclonedx-cyclonedx-library-${version}.tgz`], { cwd: folder });
  const read = (name: string): JsonObject =>
    jsonObject.parse(JSON.parse(readFileSync(join(folder, 'package/res/schema', name), 'utf8')));
  const used = new Set(namesIn(bill));
  const { definitions, ...whole } = object(pruned(read('bom-1.6.SNAPSHOT.schema.json'), used));
  const { enum: licences = [] } = read('spdx.SNAPSHOT.schema.json');
  const schema = { ...whole, definitions: reached(whole, object(definitions)) };
  const text = JSON.stringify(schema, null, 1).replaceAll('"spdx.SNAPSHOT.schema.json"', '"#/definitions/spdx"');
  const written = jsonObject.parse(JSON.parse(text));
  const all = { ...written, definitions: { ...object(written['definitions']), spdx: { enum: licences } } };
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(all)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
