import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { importedProjectPath } from '../imported-file.ts';

const root = resolve(import.meta.dirname, '../../..');
const buildPages = importedProjectPath(() => import('../../../tab/build/build-pages.ts'), import.meta.url);
const makeArtefact = importedProjectPath(() => import('../../../release/main.ts'), import.meta.url);
/** What no build of the artefact looks at, and what it makes. */
const left = new Set(['.git', '.data', 'dist', 'node_modules', 'test-results', 'tests']);

/** The files of an artefact by their names. */
export type Artefact = ReadonlyMap<string, Buffer>;

/** The files in a folder of artefacts. */
export const readArtefact = (folder: string): Artefact =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );

/** The archive among them. Throws where there is none. */
export function createArchive(artefact: Artefact): Buffer {
  const [archive] = [...artefact].flatMap(([name, bytes]) => (name.endsWith('.tar.gz') ? [bytes] : []));
  if (archive === undefined) throw new Error('there is no archive');
  return archive;
}

/** Makes the artefact of a copy of the sources in this folder, as `npm run artefact` does, and answers with where it is. */
export async function buildArtefact(folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root).filter((one) => !left.has(one))) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const program of [buildPages, makeArtefact]) await runIn(folder, [program], environment);
  return join(folder, 'dist', 'artefact');
}

async function runIn(
  folder: string,
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await promisify(execFile)(process.execPath, ['--no-warnings', join(folder, program), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
  });
}

/** Makes the artefact again where one was made, as that of another version, and answers with where it is. */
export async function rebuildAsVersion(version: string, folder: string): Promise<string> {
  const file = join(folder, 'package.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]+"/u, `"version": "${version}"`));
  const made = join(folder, 'dist', version);
  await runIn(folder, [makeArtefact, made], {});
  return made;
}
