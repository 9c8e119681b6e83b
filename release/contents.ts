import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAtRunTime } from './read-at-run-time.ts';
import type { Files } from './tar.ts';

/** Files for those who install it, which nothing reads at run time. */
const forReaders = [
  '.env.example',
  'LICENSE',
  'SECURITY.md',
  'deploy/Containerfile',
  'deploy/alarms/candour.rules.yml',
  'deploy/alarms/dashboard.json',
  'deploy/azure/candour.json',
  'deploy/azure/candour.parameters.json',
  'deploy/fleet/example.json',
  'deploy/fleet/fleet.schema.json',
  'deploy/teams/entra-app.json',
  'deploy/teams/entra-app.microsoft365.json',
  'deploy/teams/env/.env.example',
  'deploy/teams/m365agents.yml',
  'manifest/README.md',
];

/** Whoever installs it has no repository: the guides, and what they and the commands lead to. Pictures are left out. */
const isDocument = (path: string): boolean =>
  /\.(?:md|json)$/u.test(path) && !/^docs\/(?:cards|pictures)\//u.test(path);

/** Vite's lists of a page's parts, which no browser is given. */
const left = /(?:^|\/)\.vite\//u;

/** The files below a path, which may be one itself, by their ways from the first folder. Throws where there are none. */
export function filesBelow(root: string, path: string): Files {
  const whole = join(root, path);
  if (statSync(whole).isFile()) return new Map([[path, readFileSync(whole)]]);
  const names = readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !left.test(name) && statSync(join(whole, name)).isFile());
  if (names.length === 0) throw new Error(`there is nothing in ${path}`);
  return new Map(names.map((name) => [`${path}/${name}`, readFileSync(join(whole, name))]));
}

/** All that goes into the artefact as it stands in the project. Throws where something is missing. */
export const handedOn = (root: string): Files =>
  new Map([
    ...[...Object.values(readAtRunTime).flat(), ...forReaders].sort().flatMap((path) => [...filesBelow(root, path)]),
    ...[...filesBelow(root, 'docs')].filter(([path]) => isDocument(path)),
  ]);
