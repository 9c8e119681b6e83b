// `npm run release`: from a commit to files that a force can fetch and check. It makes and keeps no key.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findReleaseProblems, findSourceProblems, formatChecksums, signatureFile, sumsFile } from './release-checks.ts';
import { formatAllowedSigner, isSignedBy, SignatureError, signFile } from './release-signature.ts';
import type { FilesByPath } from './tar.ts';

const usage = `npm run release -- [--dry-run] [--key <file>] [--node-image <image>@sha256:<digest>]
    Checks that the sources are committed, numbered and described in CHANGELOG.md; builds the archive, its bill of
    materials and, if there are buildah or podman and an image of Node, an image; writes their sums to dist/artefact,
    signs the sums with the private SSH key in the file, and checks all of it. Without --dry-run, which needs no key, it
    also makes the signed tag.
npm run release -- --check <folder> --signers <file>
    Checks the files of a release as someone who has fetched them would: the signature by one of the signers, all sums, and
    what is in the archive.`;

/** A sentence for the terminal. */
class ReleaseError extends Error {}

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'dist', 'artefact');
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
const readText = (path: string): string => readFileSync(join(root, path), 'utf8');
const readFolder = (path: string): FilesByPath =>
  new Map(readdirSync(path, { withFileTypes: true }).map(({ name }) => [name, readFileSync(join(path, name))]));

const versionSchema = z.object({ version: z.string() });
const readVersion = (path: string): string => versionSchema.parse(JSON.parse(readText(path))).version;

function findCommit(name: string): string | undefined {
  const asked = ['rev-parse', '--verify', '--quiet', `${name}^{commit}`];
  const { status, stdout } = spawnSync('git', asked, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const findBuilder = (): string | undefined =>
  ['buildah', 'podman'].find((program) => spawnSync(program, ['--version']).status === 0);

/** Writes `candour-<version>.image.tar` beside the archive. Throws ReleaseError. */
function buildImage(builder: string, version: string, nodeImage: string): void {
  const unpacked = mkdtempSync(join(tmpdir(), 'candour-release-'));
  const run = (args: readonly string[]): void => {
    const { status } = spawnSync(builder, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new ReleaseError(`${builder} could not build the image.`);
  };
  try {
    const name = `candour-${version}`;
    execFileSync('tar', ['-xzf', join(folder, `${name}.tar.gz`), '-C', unpacked]);
    const context = join(unpacked, name);
    const image = `candour:${version}`;
    run([
      'build',
      '--format',
      'docker',
      // Of the same archive and the same image of Node, two builds are the same.
      '--timestamp',
      '0',
      '--build-arg',
      `NODE_IMAGE=${nodeImage}`,
      '-f',
      join(context, 'deploy', 'Containerfile'),
      '-t',
      image,
      context,
    ]);
    run(['push', image, `docker-archive:${join(folder, `${name}.image.tar`)}:${image}`]);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

function makeImage(version: string, nodeImage: string | undefined): void {
  const builder = findBuilder();
  if (builder === undefined) print('No image was made: this machine has neither buildah nor podman.');
  else if (nodeImage === undefined) print('No image was made: name an image of Node with --node-image.');
  else buildImage(builder, version, nodeImage);
}

interface ReleaseOptions {
  readonly isDryRun: boolean;
  readonly key: string | undefined;
  readonly nodeImage: string | undefined;
}

function release({ isDryRun, key, nodeImage }: ReleaseOptions): void {
  if (key !== undefined && !relative(root, key).startsWith('..')) {
    throw new ReleaseError('The key is in the folder of the sources: keep it elsewhere.');
  }
  const version = readVersion('package.json');
  const tag = `v${version}`;
  const taggedCommit = findCommit(`refs/tags/${tag}`);
  const problems = findSourceProblems({
    version,
    lockVersion: readVersion('package-lock.json'),
    changelog: readText('CHANGELOG.md'),
    status: git('status', '--porcelain'),
    taggedCommit,
    commit: git('rev-parse', 'HEAD'),
  });
  if (problems.length > 0) throw new ReleaseError(problems.join('\n'));

  execFileSync('npm', ['run', '-s', 'artefact'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  makeImage(version, nodeImage);
  const files = new Map(readFolder(folder));
  files.delete(sumsFile);
  const sums = formatChecksums(files);
  writeFileSync(join(folder, sumsFile), sums);
  print(sums.trimEnd());

  if (key === undefined) print('The sums are not signed: name a key with --key.');
  else {
    signFile(join(folder, sumsFile), key);
    const signer = formatAllowedSigner(key);
    checkFiles(folder, signer);
    print(`The key on this line of allowed_signers made ${signatureFile}:\n${signer.trimEnd()}`);
  }
  const found = findReleaseProblems(readFolder(folder));
  if (found.length > 0) throw new ReleaseError(found.join('\n'));

  if (isDryRun || key === undefined) print(`A dry run: ${tag} was not tagged.`);
  else if (taggedCommit !== undefined) print(`${tag} already tags this commit.`);
  else {
    git('-c', 'gpg.format=ssh', '-c', `user.signingkey=${key}`, 'tag', '-s', tag, '-m', `Candour ${version}`);
    print(`${tag} is tagged. Push it, and hand out all files of ${relative(root, folder)}.`);
  }
}

/** Throws ReleaseError with all that is wrong. */
function checkFiles(path: string, signers: string): void {
  const files = readFolder(path);
  const [sums, signature] = [files.get(sumsFile), files.get(signatureFile)];
  const isSigned = sums !== undefined && signature !== undefined && isSignedBy(sums, signature, signers);
  const problems = [
    ...(isSigned ? [] : [`None of the signers has signed ${sumsFile}.`]),
    ...findReleaseProblems(files),
  ];
  if (problems.length > 0) throw new ReleaseError(problems.join('\n'));
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        key: { type: 'string' },
        'node-image': { type: 'string' },
        check: { type: 'string' },
        signers: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function run(): number {
  const options = readOptions();
  const isCheck = options?.check !== undefined;
  const isAsked =
    options !== undefined &&
    !options.help &&
    (isCheck ? options.signers !== undefined : options['dry-run'] || options.key !== undefined);
  if (!isAsked) {
    print(usage);
    return options?.help === true ? 0 : 2;
  }
  if (options.check !== undefined && options.signers !== undefined) {
    checkFiles(resolve(options.check), readFileSync(options.signers, 'utf8'));
    print('All files are the ones that were signed.');
    return 0;
  }
  release({
    isDryRun: options['dry-run'],
    key: options.key === undefined ? undefined : resolve(options.key),
    nodeImage: options['node-image'],
  });
  return 0;
}

try {
  process.exitCode = run();
} catch (error) {
  if (!(error instanceof ReleaseError) && !(error instanceof SignatureError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
