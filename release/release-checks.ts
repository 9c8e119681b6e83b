import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FilesByPath } from './tar.ts';

/** Of a release's folder, beside what it names. */
export const sumsFile = 'SHA256SUMS';
export const signatureFile = `${sumsFile}.sig`;

interface ReleaseSources {
  readonly version: string;
  readonly lockVersion: string;
  readonly changelog: string;
  /** As git prints it: empty if everything is committed. */
  readonly status: string;
  /** The commit of the version's tag, if it has one, and the one that is released. */
  readonly taggedCommit: string | undefined;
  readonly commit: string;
}

const versionPattern = /^\d+\.\d+\.\d+$/u;

/** Why these sources are not released, in sentences. */
export function findSourceProblems(sources: ReleaseSources): readonly string[] {
  const { version, lockVersion, changelog, status, taggedCommit, commit } = sources;
  const newest = /^## (.+)$/mu.exec(changelog)?.[1];
  const entry = changelog.split(/^## .+$/mu)[1]?.trim() ?? '';
  return [
    ...(status === '' ? [] : ['Some changes are not committed: commit them, or put them aside.']),
    ...(versionPattern.test(version) ? [] : ['The version in package.json does not have the form 1.2.3.']),
    ...(lockVersion === version ? [] : ['package-lock.json has another version than package.json: run "npm install".']),
    ...(newest === version && entry !== ''
      ? []
      : [`CHANGELOG.md does not begin with what is new in ${version}: write it under "## ${version}".`]),
    ...(taggedCommit === undefined || taggedCommit === commit
      ? []
      : [`v${version} tags another commit: raise the version in package.json.`]),
  ];
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** For `sha256sum --check`. */
export const formatChecksums = (files: FilesByPath): string =>
  [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => `${digest(bytes)}  ${path}\n`)
    .join('');

/** Differences between files and their sums, which do not name themselves, in sentences. */
export function findSumProblems(files: FilesByPath, sums: string): readonly string[] {
  const lines = sums.split('\n').slice(0, -1);
  const told = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const isList =
    sums.endsWith('\n') && told.size === lines.length && lines.every((line) => /^[0-9a-f]{64} {2}[^\s]/u.test(line));
  if (!isList) return [`${sumsFile} is not a list of sums, or names a file twice.`];
  return [
    ...[...files]
      .filter(([path, bytes]) => told.has(path) && told.get(path) !== digest(bytes))
      .map(([path]) => `${path} was changed.`),
    ...[...files.keys()].filter((path) => !told.has(path)).map((path) => `${path} has no sum.`),
    ...[...told.keys()].filter((path) => !files.has(path)).map((path) => `${path} is missing.`),
  ];
}

const blockSize = 512;
const readText = (block: Buffer, from: number, length: number): string => {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString('utf8');
};

type TarEntry = { readonly path: string } & (
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'folder' }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'other' }
);

/** Throws RangeError for what `createTarGz` never makes. */
function readTar(tar: Buffer): readonly TarEntry[] {
  const entries: TarEntry[] = [];
  for (let at = 0; at + blockSize <= tar.length; ) {
    const block = tar.subarray(at, at + blockSize);
    if (block.every((byte) => byte === 0)) {
      if (tar.subarray(at).some((byte) => byte !== 0)) throw new RangeError('there is more after its end');
      return entries;
    }
    const [name, folder, flag] = [readText(block, 0, 100), readText(block, 345, 155), readText(block, 156, 1)];
    const path = folder === '' ? name : `${folder}/${name}`;
    const size = Number.parseInt(readText(block, 124, 12), 8);
    const end = at + blockSize + size;
    if (!Number.isSafeInteger(size) || end > tar.length) throw new RangeError('it is cut short');
    const bytes = tar.subarray(at + blockSize, end);
    const isUstar = block.subarray(257, 265).toString('latin1') === 'ustar\x0000';
    if (!isUstar) entries.push({ path, kind: 'other' });
    else if (flag === '0') entries.push({ path, kind: 'file', bytes });
    else if (flag === '5' && size === 0) entries.push({ path, kind: 'folder' });
    else if (flag === '1' && size === 0) entries.push({ path, kind: 'link', target: readText(block, 157, 100) });
    else entries.push({ path, kind: 'other' });
    at = end + ((blockSize - (size % blockSize)) % blockSize);
  }
  throw new RangeError('it has no end');
}

const isInside = (path: string, name: string): boolean =>
  path.startsWith(`${name}/`) && posix.normalize(path) === path && !path.includes('\\');

/**
 * Problems of an archive: anything but files, folders and links among its own files, a path outside the folder
 * `name`, a path twice, and what differs from the sums inside.
 */
export function findArchiveProblems(archive: Uint8Array, name: string): readonly string[] {
  let entries: readonly TarEntry[];
  try {
    entries = readTar(gunzipSync(archive));
  } catch {
    return ['The archive cannot be read: it was cut short or changed, or is something else.'];
  }
  const files = new Map<string, Uint8Array>();
  const problems: string[] = [];
  for (const entry of entries) {
    const { path } = entry;
    if (!isInside(path, name)) problems.push(`${path} lies outside ${name}.`);
    else if (entry.kind === 'file' || entry.kind === 'link') {
      const bytes = entry.kind === 'file' ? entry.bytes : files.get(entry.target);
      if (files.has(path)) problems.push(`${path} is there twice.`);
      else if (bytes === undefined) problems.push(`${path} is a link to something that does not come before it.`);
      else files.set(path, bytes);
    } else if (entry.kind === 'other') problems.push(`${path} is not a file, folder or link.`);
  }
  const own = new Map([...files].map(([path, bytes]) => [path.slice(name.length + 1), bytes]));
  const sums = own.get(sumsFile);
  own.delete(sumsFile);
  return sums === undefined
    ? [...problems, `The archive has no ${sumsFile}.`]
    : [...problems, ...findSumProblems(own, Buffer.from(sums).toString('utf8'))];
}

/** Problems of a release's files, beside the signature of its sums. */
export function findReleaseProblems(files: FilesByPath): readonly string[] {
  const sums = files.get(sumsFile);
  if (sums === undefined) return [`There is no ${sumsFile}.`];
  const others = new Map([...files].filter(([name]) => name !== sumsFile && name !== signatureFile));
  const archives = [...others].filter(([name]) => name.endsWith('.tar.gz'));
  return [
    ...findSumProblems(others, Buffer.from(sums).toString('utf8')),
    ...(archives.length === 1 ? [] : ['There must be exactly one archive.']),
    ...archives.flatMap(([name, bytes]) => findArchiveProblems(bytes, name.replace(/\.tar\.gz$/u, ''))),
  ];
}
