import { type Clock, type Day, toDay, parseDay } from '../../core/model/calendar.ts';
import { readPageManifests } from '../fleet/force-probe.ts';
import { compareFleet, type RolloutState, formatFleetProblem } from '../fleet/compare-fleet.ts';
import type { Fleet, Force } from '../fleet/fleet-file.ts';
import type { PageManifest } from '../page/page-manifest.ts';
import { comparePage } from '../page/verify-page.ts';
import type { ProbeRoute } from './http-probe.ts';
import type { FleetOptions } from './doctor-options.ts';
import { type Finding, type FindingName, createFinding } from './findings.ts';
import { checkServer } from './server-checks.ts';
import {
  type CheckResult,
  exitCodeForKinds,
  formatFindings,
  isProblem,
  runChecks,
  type CheckOutput,
} from './run-checks.ts';

interface FleetDoctorContext {
  readonly printLine: (line: string) => void;
  readonly clock: Clock;
  readonly route: ProbeRoute;
  readonly deadlineMs: number;
  readonly checkMs: number;
}

/** From outside, without settings or rights of any force. Returns 2 if the day is invalid. */
export async function runFleetDoctor(
  fleet: Fleet,
  { printLine, clock, ...look }: FleetDoctorContext,
  { manifests: folder, date }: FleetOptions,
  json: boolean,
): Promise<number> {
  const day = date === undefined ? toDay(clock(), 'Europe/London') : parseDay(date);
  if (day === undefined) {
    printLine('--on takes a date, such as 2027-01-12.');
    return 2;
  }
  const manifests = folder === undefined ? new Map<string, never>() : await readPageManifests(folder);
  const seen = await checkForces(fleet, { ...look, clock, date: day, manifests });
  for (const line of json ? [formatFleetJson(seen)] : formatFleet(seen)) printLine(line);
  return fleetExitCode(seen);
}

interface FleetCheckOptions {
  readonly clock: Clock;
  readonly date: Day;
  readonly route: ProbeRoute;
  readonly manifests: ReadonlyMap<string, PageManifest>;
  /** In milliseconds, for one file of the page and for one check. */
  readonly deadlineMs: number;
  readonly checkMs: number;
}

interface ForceResult {
  readonly name: string;
  readonly version: string | undefined;
  readonly pages: string | undefined;
  readonly checks: readonly CheckResult[];
}

interface FleetResult {
  readonly train: string;
  readonly file: readonly Finding[];
  readonly forces: readonly ForceResult[];
}

const maxConcurrent = 6;

const rolloutFindings: Readonly<Record<RolloutState['kind'], FindingName | undefined>> = {
  current: undefined,
  waits: undefined,
  early: 'force-early',
  behind: 'force-behind',
  mixed: 'force-mixed',
  unknown: 'force-unknown',
  noWave: 'force-no-wave',
};

const listReleases = ({ train, earlier }: Fleet) => [train, ...earlier];

type PageMatch = { readonly kind: 'same' | 'other' } | { readonly kind: 'noAnswer' };

async function matchServedPage(server: URL, manifest: PageManifest, deadlineMs: number): Promise<PageMatch> {
  const look = await comparePage(server, manifest, { deadlineMs });
  if (look.kind === 'noAnswer') return { kind: 'noAnswer' };
  return { kind: look.differences.length + look.unlisted.length === 0 ? 'same' : 'other' };
}

async function checkPages(
  fleet: Fleet,
  { page, image, addresses }: Force,
  { manifests, deadlineMs }: FleetCheckOptions,
  { addFinding }: CheckOutput,
): Promise<string | undefined> {
  const server = new URL(addresses.server);
  const known = listReleases(fleet).filter((release) => manifests.has(release.page));
  const own = known.find((release) => release.page === page && release.image === image);
  const first = own ?? known.find((release) => release.page === page);
  if (first === undefined) {
    addFinding(createFinding('page-no-manifest'));
    return undefined;
  }
  for (const release of [first, ...known.filter((one) => one.page !== page)]) {
    const manifest = manifests.get(release.page);
    if (manifest === undefined) continue;
    const { kind } = await matchServedPage(server, manifest, deadlineMs);
    if (kind === 'noAnswer') {
      addFinding(createFinding('page-not-seen'));
      return undefined;
    }
    if (kind === 'other') continue;
    if (release !== first) addFinding(createFinding('page-of-another-release', release.version));
    return release.version;
  }
  addFinding(createFinding('page-differs'));
  return undefined;
}

async function checkForce(
  fleet: Fleet,
  force: Force,
  rollout: RolloutState,
  options: FleetCheckOptions,
): Promise<ForceResult> {
  const { clock, route, checkMs: deadlineMs } = options;
  const { name, image, addresses } = force;
  const finding = rolloutFindings[rollout.kind];
  let pages: string | undefined;
  const checks = await runChecks([
    {
      name: 'versions',
      deadlineMs,
      run: async ({ addFinding: tell }) => {
        if (finding !== undefined) tell(createFinding(finding));
      },
    },
    {
      name: 'address',
      deadlineMs,
      run: async (tells) => {
        const health = addresses.health === undefined ? undefined : new URL(addresses.health);
        await checkServer({ server: new URL(addresses.server), health }, clock, route, tells);
      },
    },
    {
      name: 'page',
      deadlineMs,
      run: async (tells) => {
        pages = await checkPages(fleet, force, options, tells);
      },
    },
  ]);
  const version = listReleases(fleet).find((release) => release.image === image)?.version;
  return { name, version, pages, checks };
}

const unreadableRowFindings = ({ problems }: Fleet): readonly Finding[] =>
  [...new Set(problems.map(({ path: where }) => /^forces\[\d+\]/u.exec(where)?.[0] ?? 'forces'))].map((place) =>
    createFinding('fleet-row-unreadable', place),
  );

/** One force's answer, or none, keeps no other back. */
async function checkForces(fleet: Fleet, options: FleetCheckOptions): Promise<FleetResult> {
  const { forces, problems } = compareFleet(fleet, options.date);
  const seen: (ForceResult | undefined)[] = forces.map(() => undefined);
  const waiting = forces.entries();
  async function work(): Promise<void> {
    for (const [place, { force, rollout }] of waiting) seen[place] = await checkForce(fleet, force, rollout, options);
  }
  await Promise.all(Array.from({ length: maxConcurrent }, work));
  const wrong = problems.map((problem) =>
    createFinding('fleet-file-wrong', formatFleetProblem(problem).replace(/^NO\s+/u, '')),
  );
  return {
    train: fleet.train.version,
    file: [...unreadableRowFindings(fleet), ...wrong],
    forces: seen.filter((force) => force !== undefined),
  };
}

const forceFindings = ({ checks }: ForceResult): readonly Finding[] => checks.flatMap(({ findings }) => findings);
const problemFindings = (force: ForceResult): readonly Finding[] => forceFindings(force).filter(isProblem);

const fleetExitCode = ({ file, forces }: FleetResult): number =>
  exitCodeForKinds([...file, ...forces.flatMap(forceFindings)].map(({ kind }) => kind));

const forceFacts = ({ checks }: ForceResult): readonly string[] => checks.flatMap(({ facts }) => facts);

function certificateDays(force: ForceResult): number | undefined {
  const days = forceFacts(force).flatMap((fact) => /expires in (\d+) days/u.exec(fact)?.[1] ?? []);
  return days[0] === undefined ? undefined : Number(days[0]);
}

const isReady = (force: ForceResult): boolean => forceFacts(force).includes('It says that it is ready.');

function groupByVersion({ forces }: FleetResult): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(forces, ({ version }) => version ?? 'unknown');
  return new Map([...groups].map(([version, of]) => [version, of.map(({ name }) => name)]));
}

const columnWidths = [26, 14, 14, 8, 13] as const;
const tableRow = (values: readonly string[]): string =>
  `  ${values.map((value, place) => value.padEnd(columnWidths[place] ?? 0)).join('')}`.trimEnd();

function forceRow(force: ForceResult): string {
  const { name, version = 'unknown', pages = 'not seen' } = force;
  const days = certificateDays(force);
  const wrong = problemFindings(force).length;
  const outcome = wrong === 0 ? 'OK' : `PROBLEMS: ${wrong}`;
  const certificate = days === undefined ? 'not seen' : `${days} days`;
  return tableRow([name, version, pages, isReady(force) ? 'yes' : 'not said', certificate, outcome]);
}

function versionsLine(fleet: FleetResult): string {
  const versions = [...groupByVersion(fleet)];
  const [first] = versions;
  if (versions.length <= 1) return `By the fleet file, every force runs ${first?.[0] ?? 'nothing'}.`;
  return `By the fleet file, versions differ: ${versions.map(([version, names]) => `${version} in ${names.length}`).join(', ')}.`;
}

function formatFleet(fleet: FleetResult): readonly string[] {
  const { train, file, forces } = fleet;
  const wrong = file.length + forces.flatMap(problemFindings).length;
  return [
    `The train is ${train}. The doctor checked ${forces.length} forces from outside:`,
    tableRow(['force', 'version', 'pages', 'ready', 'certificate', 'outcome']),
    ...forces.map(forceRow),
    versionsLine(fleet),
    ...formatFindings(file),
    ...forces.flatMap((force) => {
      const lines = formatFindings(forceFindings(force));
      return lines.length === 0 ? [] : ['', `${force.name}:`, ...lines];
    }),
    '',
    wrong === 0 ? 'No problems found.' : `Problems found: ${wrong}. docs/guides/doctor.md says what each check does.`,
  ];
}

const formatFleetJson = (fleet: FleetResult): string =>
  JSON.stringify({
    format: 1,
    isWell: fleetExitCode(fleet) === 0,
    exit: fleetExitCode(fleet),
    train: fleet.train,
    versions: Object.fromEntries(groupByVersion(fleet)),
    file: fleet.file,
    forces: fleet.forces.map((force) => ({
      ...force,
      isWell: problemFindings(force).length === 0,
      isReady: isReady(force),
      certificateDays: certificateDays(force),
    })),
  });
