import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajv from 'ajv-draft-04';
import { z } from 'zod';

const folder = new URL(
  'build/json-schemas/teams/v1.30/',
  `file://${createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')}`,
);
const schemaOf = (file: string): object =>
  z.looseObject({}).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

/** What a schema that Microsoft ships has against a value, each by its place. Empty where it is valid. */
export function schemaProblems(file: string, value: object): readonly string[] {
  // As Microsoft's own checker has it: some of its patterns are no regular expressions with the u flag.
  const checker = new ajv.default({
    strict: false,
    unicodeRegExp: false,
    allErrors: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const valid = checker.validate(schemaOf(file), value);
  return valid ? [] : (checker.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? error.keyword}`);
}

/** Every text in a value by its path, written as localisation files write it: `bots[0].commandLists[0]…`. */
export function textsByPath(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const inside = Object.entries(value).map(([key, held]: [string, unknown]) => {
    const step = Array.isArray(value) ? `[${key}]` : `${path === '' ? '' : '.'}${key}`;
    return textsByPath(held, `${path}${step}`);
  });
  return new Map(inside.flatMap((texts) => [...texts]));
}

const localisationSchema = z.object({
  properties: z.record(z.string(), z.unknown()),
  patternProperties: z.record(z.string(), z.unknown()),
});

/** Those of the paths that Microsoft's localisation schema lets a language say again. */
export function localisablePaths(paths: readonly string[]): readonly string[] {
  const schema = localisationSchema.parse(schemaOf('MicrosoftTeams.Localization.schema.json'));
  const patterns = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern));
  return paths.filter(
    (path) => path !== '$schema' && (path in schema.properties || patterns.some((pattern) => pattern.test(path))),
  );
}
