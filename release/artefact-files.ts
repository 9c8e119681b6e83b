import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { installedProgram, rewriteCommandNames } from './command-names.ts';
import type { FilesByPath } from './tar.ts';

const distributedFiles = [
  '.env.example',
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
  'deploy/Containerfile',
  'deploy/alarms/candour.rules.yml',
  'deploy/alarms/dashboard.json',
  'deploy/azure/candour.json',
  'deploy/azure/candour.parameters.json',
  'deploy/azure/createUiDefinition.json',
  'deploy/fleet/example.json',
  'deploy/fleet/fleet.schema.json',
  'deploy/host/Caddyfile',
  'deploy/host/candour.service',
  'deploy/host/compose.yaml',
  'deploy/host/nginx.conf',
  'deploy/teams/entra-app.json',
  'deploy/teams/entra-app.microsoft365.json',
  'deploy/teams/env/.env.example',
  'deploy/teams/m365agents.yml',
  'manifest/README.md',
];

/** The guides and what they link to, without cards: someone who installs the artefact has no repository. */
const isDocument = (path: string): boolean =>
  /\.(?:md|json|csv)$/u.test(path) && !/^docs\/(?:cards|pictures)\//u.test(path);

/** Pictures that documents show. */
const picturePattern = /\]\(([^)#\s:]+\.(?:png|svg))\)/gu;

const listPictures = (path: string, text: string): readonly string[] =>
  [...text.matchAll(picturePattern)].map(([, target = '']) => posix.join(posix.dirname(path), target));

function readDocuments(root: string): FilesByPath {
  const documents = [...readFiles(root, 'docs')].filter(([path]) => isDocument(path));
  const pictures = documents.flatMap(([path, bytes]) => listPictures(path, Buffer.from(bytes).toString('utf8')));
  return new Map([
    ...documents,
    ...[...new Set(pictures)].sort().map((path) => [path, readFileSync(join(root, path))] as const),
  ]);
}

/** For someone who has no npm. */
const rewriteDocument = (path: string, bytes: Uint8Array): Uint8Array =>
  /\.(?:md|example)$/u.test(path)
    ? Buffer.from(rewriteCommandNames(Buffer.from(bytes).toString('utf8'), installedProgram), 'utf8')
    : bytes;

const excludedPaths = /(?:^|\/)\.vite\//u;

/** The files below a path, or that file, by their paths from the root. Throws if there are none. */
export function readFiles(root: string, path: string): FilesByPath {
  const whole = join(root, path);
  if (statSync(whole).isFile()) return new Map([[path, readFileSync(whole)]]);
  const names = readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !excludedPaths.test(name) && statSync(join(whole, name)).isFile());
  if (names.length === 0) throw new Error(`there is nothing in ${path}`);
  return new Map(names.map((name) => [`${path}/${name}`, readFileSync(join(whole, name))]));
}

export const readDistributedFiles = (root: string): FilesByPath =>
  new Map([
    ...Object.values(runtimeFiles)
      .flat()
      .sort()
      .flatMap((path) => [...readFiles(root, path)]),
    ...[...distributedFiles.flatMap((path) => [...readFiles(root, path)]), ...readDocuments(root)].map(
      ([path, bytes]) => [path, rewriteDocument(path, bytes)] as const,
    ),
  ]);

/**
 * Files that modules read beside themselves at run time, at the same paths in the artefact. A build fails if a module
 * asks for its place and is missing here.
 */
export const runtimeFiles: Readonly<Record<string, readonly string[]>> = {
  // Its template is handed on anyway.
  'deploy/azure/check-parameters.ts': [],
  // It starts a bundled program beside itself: see `workerEntries`.
  'bot/content/text-worker-queue.ts': [],
  'bot/http/built-files.ts': ['dist/tab', 'dist/partners'],
  'bot/runtime/pdf-fonts.ts': [
    'node_modules/dejavu-fonts-ttf/package.json',
    'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  ],
  // The artefact has its own list of libraries, which is empty.
  'bot/config/require-dependencies.mjs': [],
  'guidance/node/built-in-texts.ts': ['guidance/campaign', 'guidance/packs', 'guidance/topics'],
  'manifest/app-package.ts': ['manifest/icons'],
};

/** Programs that the server starts in a thread, by their bundled names. */
export const workerEntries: Readonly<Record<string, string>> = { 'text-worker': 'bot/content/text-worker.mjs' };

/** Not bundled: only their files are read. */
export const assetPackages: readonly string[] = ['node_modules/dejavu-fonts-ttf'];
