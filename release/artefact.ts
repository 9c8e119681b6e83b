import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { packagesFile } from '../contract/build-metadata.ts';
import { billOfMaterials, readBundledPackages, readLicence, renderLicences } from './bundled-packages.ts';
import { readFiles, readDistributedFiles, assetPackages, workerEntries } from './artefact-files.ts';
import { buildServer, serverFolder } from './server-build.ts';
import { formatChecksums, sumsFile } from './release-checks.ts';
import { type FilesByPath, createTarGz } from './tar.ts';

const projectSchema = z.object({
  version: z.string(),
  license: z.string(),
  engines: z.object({ node: z.string() }),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const packagePathsSchema = z.array(z.string());

/** The Agents Toolkit runs it (deploy/teams/m365agents.yml), here as in the sources. */
const scripts = { package: 'node candour.mjs package' };

const encodeText = (written: string): Uint8Array => Buffer.from(written, 'utf8');
const encodeJson = (value: object): Uint8Array => encodeText(`${JSON.stringify(value, null, 2)}\n`);
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/**
 * All that a server and its commands need but Node, its bill of materials, and their sums. The page must be built;
 * `folder` is for temporary files. Rejects if something is missing, or a package's licence is unknown.
 */
export async function buildArtefact(root: string, folder: string): Promise<FilesByPath> {
  const project = projectSchema.parse(readJson(join(root, 'package.json')));
  const { version, license, engines } = project;
  const packagePaths = [
    ...(await buildServer(root, folder)),
    ...['dist/tab', 'dist/partners'].flatMap((page) =>
      packagePathsSchema.parse(readJson(join(root, page, packagesFile))),
    ),
    ...assetPackages,
  ];
  const packages = readBundledPackages(root, packagePaths).map((one) => [one, readLicence(root, one)] as const);
  const directDependencies = Object.keys({ ...project.dependencies, ...project.devDependencies });
  const bill = encodeJson(
    billOfMaterials(
      version,
      packages,
      directDependencies.map((name) => `node_modules/${name}`),
    ),
  );
  const files = new Map([
    ...readDistributedFiles(root),
    ...readFiles(folder, serverFolder),
    // A program starts at its path in the sources, and runs its bundled code.
    ...Object.entries(workerEntries).map(
      ([name, path]) => [path, encodeText(`import '${relative(dirname(path), serverFolder)}/${name}.mjs';\n`)] as const,
    ),
    ['candour.mjs', encodeText(`import './${serverFolder}/candour.mjs';\n`)],
    [
      'package.json',
      encodeJson({ name: 'candour', version, license, type: 'module', engines, scripts, dependencies: {} }),
    ],
    // No one reads them in a container.
    ['.dockerignore', encodeText('docs\n')],
    ['THIRD-PARTY-LICENCES.txt', encodeText(renderLicences(packages))],
    ['sbom.cdx.json', bill],
  ]);
  files.set(sumsFile, encodeText(formatChecksums(files)));
  const name = `candour-${version}`;
  const artefact = new Map<string, Uint8Array>([
    [`${name}.tar.gz`, createTarGz(new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes])))],
    [`${name}.cdx.json`, bill],
  ]);
  return artefact.set(sumsFile, encodeText(formatChecksums(artefact)));
}
