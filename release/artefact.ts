import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { packagesFile } from '../contract/build.ts';
import { billOfMaterials, bundledPackages, licenceOf, licencesFile } from './bundled-packages.ts';
import { filesBelow, handedOn, packagesOfFiles, startedAtRunTime } from './artefact-files.ts';
import { buildServer, serverFolder } from './server-build.ts';
import { type Files, packed } from './tar.ts';

const projectSchema = z.object({
  version: z.string(),
  license: z.string(),
  engines: z.object({ node: z.string() }),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const placesSchema = z.array(z.string());

const text = (written: string): Uint8Array => Buffer.from(written, 'utf8');
const json = (value: object): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`);
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/**
 * One archive with all that a server and its commands need but Node, its bill of materials, and their sums. The page
 * must be built. `folder` is for temporary files. Rejects if something is missing, or if the licence of a package is
 * unknown.
 */
export async function artefactOf(root: string, folder: string): Promise<Files> {
  const project = projectSchema.parse(readJson(join(root, 'package.json')));
  const { version, license, engines } = project;
  const places = [
    ...(await buildServer(root, folder)),
    ...['dist/tab', 'dist/partners'].flatMap((page) => placesSchema.parse(readJson(join(root, page, packagesFile)))),
    ...packagesOfFiles,
  ];
  const packages = bundledPackages(root, places).map((one) => [one, licenceOf(root, one)] as const);
  const named = Object.keys({ ...project.dependencies, ...project.devDependencies });
  const bill = json(
    billOfMaterials(
      version,
      packages,
      named.map((name) => `node_modules/${name}`),
    ),
  );
  const files = new Map([
    ...handedOn(root),
    ...filesBelow(folder, serverFolder),
    // A program is started at its path in the sources, and runs its bundled code.
    ...Object.entries(startedAtRunTime).map(
      ([name, path]) => [path, text(`import '${relative(dirname(path), serverFolder)}/${name}.mjs';\n`)] as const,
    ),
    ['candour.mjs', text(`import './${serverFolder}/candour.mjs';\n`)],
    ['package.json', json({ name: 'candour', version, license, type: 'module', engines, dependencies: {} })],
    // No one reads them in a container.
    ['.dockerignore', text('docs\n')],
    ['THIRD-PARTY-LICENCES.txt', text(licencesFile(packages))],
    ['sbom.cdx.json', bill],
  ]);
  files.set('SHA256SUMS', text(sums(files)));
  const name = `candour-${version}`;
  const made = new Map<string, Uint8Array>([
    [`${name}.tar.gz`, packed(new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes])))],
    [`${name}.cdx.json`, bill],
  ]);
  return made.set('SHA256SUMS', text(sums(made)));
}

/** As `sha256sum --check` reads them. */
const sums = (files: Files): string =>
  [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('');
