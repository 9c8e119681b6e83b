// Writes tests/fixtures/azure/azure-schemas.json anew: of Microsoft's own schemas of resources, which its server for tools
// prints without a network, what deploy/azure/candour.json uses. The package is large, and is packed into a folder of its
// own that is removed afterwards. Run it after a resource or a property of a new kind was added:
//   node --no-warnings tests/support/deploy/fetch-schemas.ts [a folder in which the package lies already]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import { isJsonArray, isJsonObject, type Json, scalarToText } from '../../../deploy/azure/json.ts';
import { listResources } from './template-text.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/azure');
const target = join(fixtures, 'azure-schemas.json');
const packageName = '@azure/mcp-linux-x64';
const version = '2.0.5';

const propertySchema = z.object({
  name: z.string(),
  type: z.string(),
  flags: z.string().default(''),
  modifiers: z.string().default(''),
});
const objectSchema = z.object({
  $type: z.string(),
  name: z.string(),
  properties: z.array(propertySchema).nullish(),
  additionalPropertiesType: z.string().nullish(),
});
const printedSchema = z.object({
  results: z.object({
    BicepSchemaResult: z.array(
      objectSchema.partial({ name: true }).extend({
        bodyType: objectSchema.partial({ name: true }).optional(),
        baseProperties: z.array(propertySchema).nullish(),
        elements: z.array(objectSchema).nullish(),
        discriminator: z.string().nullish(),
      }),
    ),
  }),
});

type Property = z.infer<typeof propertySchema>;

/** A property as it is kept: its type, then what it has of: required, read only, limits. */
const kept = ({ type, flags, modifiers }: Property): Json => {
  const marks = [
    /\bRequired\b/u.test(flags) ? 'required' : '',
    /\bReadOnly\b/u.test(flags) ? 'readOnly' : '',
    modifiers.replaceAll(/,? ?sensitive/gu, ''),
  ].filter((mark) => mark !== '');
  return [type, ...marks];
};
const keptAll = (properties: readonly Property[] | null | undefined): Json =>
  Object.fromEntries((properties ?? []).map((one) => [one.name, kept(one)]));

function typesOf(server: string, type: string): Readonly<Record<string, Json>> {
  const printed = execFileSync(server, ['bicepschema', 'get', '--resource-type', type], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, AZURE_MCP_COLLECT_TELEMETRY: 'false' },
  });
  const all = printedSchema.parse(JSON.parse(printed)).results.BicepSchemaResult;
  return Object.fromEntries(
    all.flatMap((one): readonly (readonly [string, Json])[] => {
      if (one.bodyType) return [['$root', { properties: keptAll(one.bodyType.properties) }]];
      if (one.name === undefined) return [];
      if (one.discriminator)
        return [
          [
            one.name,
            {
              discriminator: one.discriminator,
              elements: (one.elements ?? []).map(({ properties }) => ({
                properties: { ...asObject(keptAll(one.baseProperties)), ...asObject(keptAll(properties)) },
              })),
            },
          ],
        ];
      const additional = one.additionalPropertiesType;
      return [[one.name, { properties: keptAll(one.properties), ...(additional ? { additional } : {}) }]];
    }),
  );
}
const asObject = (value: Json) => (isJsonObject(value) ? value : {});

/** The names that a property's type may be of another type by. */
const namesIn = (type: string): readonly string[] => type.match(/[A-Za-z][A-Za-z0-9]*/gu) ?? [];

/** Those of the types that are reached by what the templates say: a type is kept whole, what no template goes into is not. */
function reached(types: Readonly<Record<string, Json>>, said: readonly Json[]): Readonly<Record<string, Json>> {
  const found = new Map<string, Json>();
  const walk = (name: string, values: readonly Json[]): void => {
    const type = types[name];
    if (!isJsonObject(type)) return;
    found.set(name, type);
    const shapes = isJsonArray(type.elements) ? type.elements : [type];
    for (const shape of shapes) {
      const properties = isJsonObject(shape) && isJsonObject(shape.properties) ? shape.properties : {};
      for (const value of values.flatMap((one) => (isJsonArray(one) ? one.flat(3) : [one]))) {
        if (!isJsonObject(value)) continue;
        for (const [key, below] of Object.entries(value)) {
          const property = properties[key];
          const next = isJsonArray(property)
            ? scalarToText(property[0])
            : typeof type.additional === 'string'
              ? type.additional
              : '';
          for (const one of namesIn(next)) walk(one, [below]);
        }
      }
    }
  };
  walk('$root', said);
  return Object.fromEntries([...found].sort(([one], [other]) => one.localeCompare(other)));
}

/** The resources that the templates make, by their type. */
export function resourcesByType(resources: readonly Json[]): ReadonlyMap<string, readonly Json[]> {
  const byType = new Map<string, Json[]>();
  for (const resource of resources)
    if (isJsonObject(resource)) {
      const type = scalarToText(resource.type);
      byType.set(type, [...(byType.get(type) ?? []), resource]);
    }
  return byType;
}

async function main(): Promise<void> {
  const own = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(fixtures, 'monitor-schemas.json'), 'utf8')));
  const given = process.argv[2];
  const folder = given ?? mkdtempSync(join(tmpdir(), 'candour-schemas-'));
  try {
    if (given === undefined) {
      execFileSync('npm', ['pack', `${packageName}@${version}`], { cwd: folder, stdio: 'ignore' });
      execFileSync('tar', ['xzf', `azure-mcp-linux-x64-${version}.tgz`], { cwd: folder });
    }
    const server = join(folder, 'package/dist/azmcp');
    const schemas = [...resourcesByType(listResources(readAzureTemplate()).map(({ said }) => said))]
      .filter(([type]) => !(type in own))
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([type, said]) => [type, reached(typesOf(server, type), said)] as const);
    const lines = schemas.map(
      ([type, types]) =>
        `  ${JSON.stringify(type)}: {\n${Object.entries(types)
          .map(([name, one]) => `    ${JSON.stringify(name)}: ${JSON.stringify(one)}`)
          .join(',\n')}\n  }`,
    );
    writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await main();
