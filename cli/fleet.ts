import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Day, toDay, parseDay } from '../core/model/calendar.ts';
import { formatValidationProblems } from '../summary/validation-problems.ts';
import { formatFileProblems, readInputFile } from './file-io.ts';
import { probeForces, pageManifestDigest, readPageManifests } from './fleet/force-probe.ts';
import {
  formatForceProbeResult,
  compareFleet,
  formatForce,
  isHealthy,
  isOnSchedule,
  formatFleetProblem,
} from './fleet/compare-fleet.ts';
import { compareSignedImage } from './fleet/signed-image.ts';
import { type Fleet, parseFleet } from './fleet/fleet-file.ts';
import { parseSignedPage } from './page/page-manifest.ts';
import { isArgumentError, printLine, type CliCommand } from './cli-command.ts';

const usage = `Checks a fleet file: which forces run which release, who is behind, and what differs.

npm run fleet -- check <file> [--on <day>] [--ask [--manifests <folder>]]
    Compares each force with the train, today or on another day. Asks no server, unless --ask has it ask each whether it
    is ready and which pages it hands out: for the pages it needs the manifests of the releases.
    Ends with 0 if all is in order, 1 if the file cannot be read, 3 if something needs doing.
npm run fleet -- digest <manifest>
    Prints the digest by which a fleet file names the pages of a release; "npm run page -- manifest" writes the manifest.
npm run fleet -- image <manifest> --archive <file>
    Prints the digest by which a fleet file names an image, if it is the one in the archive that was signed with the
    release; "skopeo inspect --raw" writes the manifest from the registry. Ends with 3 if it is a different image.`;

export interface FleetCommandContext {
  readonly printLine: (line: string) => void;
  readonly today: () => Day;
  readonly timeoutMs: number;
}

const maxConcurrent = 6;

const imageNotProbedSentence =
  'Servers do not say which image they run, so this is what the file says. Each force’s platform shows the image.';

function printComparison(fleet: Fleet, on: Day, { printLine: say }: FleetCommandContext): boolean {
  const { forces, problems } = compareFleet(fleet, on);
  say(`The train is ${fleet.train.version}. On ${on}, ${forces.length} forces:`);
  for (const { force, rollout } of forces) say(formatForce(force, rollout));
  for (const problem of problems) say(formatFleetProblem(problem));
  for (const line of formatValidationProblems(fleet.problems)) say(`NO  Not checked: ${line}`);
  const isWhole = fleet.problems.length === 0 && problems.length === 0;
  return isWhole && forces.every(({ rollout }) => isOnSchedule(rollout));
}

async function runFleetCheck(path: string, args: readonly string[], context: FleetCommandContext): Promise<number> {
  const { printLine: say } = context;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      on: { type: 'string' },
      ask: { type: 'boolean', default: false },
      manifests: { type: 'string' },
    },
  });
  const on = values.on === undefined ? context.today() : parseDay(values.on);
  if (positionals.length > 0 || on === undefined || (values.manifests !== undefined && !values.ask)) {
    say(usage);
    return 2;
  }
  const read = await readInputFile(path, parseFleet);
  if (read.kind === 'wrong') {
    say(formatFileProblems('fleet file', read.problems));
    return 1;
  }
  const isInLine = printComparison(read.fleet, on, context);
  if (!values.ask) {
    say('No server was asked: this is what the file says.');
    return isInLine ? 0 : 3;
  }
  const manifests =
    values.manifests === undefined ? new Map<string, never>() : await readPageManifests(values.manifests);
  const asked = await probeForces(read.fleet.forces, {
    manifests,
    deadlineMs: context.timeoutMs,
    maxConcurrent,
  });
  say('What the servers answered:');
  for (const one of asked.toSorted((a, b) => (a.name < b.name ? -1 : 1))) say(formatForceProbeResult(one));
  say(imageNotProbedSentence);
  return isInLine && asked.every(isHealthy) ? 0 : 3;
}

async function printManifestDigest(path: string, { printLine: say }: FleetCommandContext): Promise<number> {
  const page = parseSignedPage(await readFile(path, 'utf8'));
  say(page ? pageManifestDigest(page.manifest) : 'The file is not a manifest of the page.');
  return page ? 0 : 1;
}

const imageSentences = {
  other: 'A DIFFERENT IMAGE: this manifest from the registry is not for the image in the archive.',
  noManifest: 'The first file is not the manifest of one image.',
  noArchive: 'The second file is not an archive of one image.',
} as const;

async function printImageDigest(
  path: string,
  args: readonly string[],
  { printLine: say }: FleetCommandContext,
): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { archive: { type: 'string' } } });
  if (values.archive === undefined) {
    say(usage);
    return 2;
  }
  const compared = await compareSignedImage(path, values.archive);
  say(compared.kind === 'same' ? compared.digest : imageSentences[compared.kind]);
  return { same: 0, other: 3, noManifest: 1, noArchive: 1 }[compared.kind];
}

export async function fleetCommand(context: FleetCommandContext, args: readonly string[]): Promise<number> {
  const [name, path, ...rest] = args;
  try {
    if (name === 'check' && path !== undefined) return await runFleetCheck(path, rest, context);
    if (name === 'image' && path !== undefined) return await printImageDigest(path, rest, context);
    if (name === 'digest' && path !== undefined && rest.length === 0) return await printManifestDigest(path, context);
  } catch (error) {
    if (!isArgumentError(error)) throw error;
  }
  context.printLine(usage);
  return name === undefined || name === 'help' || name === '--help' ? 0 : 2;
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Nothing was checked.',
  run: (args) => fleetCommand({ printLine, today: () => toDay(new Date(), 'Europe/London'), timeoutMs: 10_000 }, args),
};
