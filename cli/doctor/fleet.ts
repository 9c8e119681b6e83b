import { type Clock, type Day, dayOf, parseDay } from '../../core/model/calendar.ts';
import { manifestsIn } from '../fleet/force-probe.ts';
import { compareFleet, type Standing, troubleLine } from '../fleet/compare-fleet.ts';
import type { Fleet, Force } from '../fleet/fleet-file.ts';
import type { PageManifest } from '../page/page-manifest.ts';
import { lookAtPage } from '../page/verify.ts';
import type { Route } from './http-probe.ts';
import type { FleetOptions } from './doctor-options.ts';
import { type Finding, type FindingName, found } from './findings.ts';
import { lookAtServer } from './address.ts';
import { type Checked, exitOfKinds, findingLines, isWrong, runChecks, type Tells } from './run-checks.ts';

interface FleetContext {
  readonly say: (line: string) => void;
  readonly clock: Clock;
  readonly route: Route;
  readonly deadlineMs: number;
  readonly checkMs: number;
}

/** Looks from outside, without settings or rights of any force. Returns 2 if the day is invalid. */
export async function doctorFleet(
  fleet: Fleet,
  { say, clock, ...look }: FleetContext,
  { manifests: folder, on }: FleetOptions,
  json: boolean,
): Promise<number> {
  const day = on === undefined ? dayOf(clock(), 'Europe/London') : parseDay(on);
  if (day === undefined) {
    say('--on takes a day, such as 2027-01-12.');
    return 2;
  }
  const manifests = folder === undefined ? new Map<string, never>() : await manifestsIn(folder);
  const seen = await lookAtFleet(fleet, { ...look, clock, on: day, manifests });
  for (const line of json ? [fleetJson(seen)] : fleetText(seen)) say(line);
  return exitOfFleet(seen);
}

interface FleetLook {
  readonly clock: Clock;
  readonly on: Day;
  readonly route: Route;
  readonly manifests: ReadonlyMap<string, PageManifest>;
  /** In milliseconds, for one file of the page and for one check. */
  readonly deadlineMs: number;
  readonly checkMs: number;
}

interface SeenForce {
  readonly name: string;
  readonly version: string | undefined;
  readonly pages: string | undefined;
  readonly checks: readonly Checked[];
}

interface SeenFleet {
  readonly train: string;
  readonly file: readonly Finding[];
  readonly forces: readonly SeenForce[];
}

const atOnce = 6;

const standings: Readonly<Record<Standing['kind'], FindingName | undefined>> = {
  current: undefined,
  waits: undefined,
  early: 'force-early',
  behind: 'force-behind',
  mixed: 'force-mixed',
  unknown: 'force-unknown',
  noWave: 'force-no-wave',
};

const releasesOf = ({ train, earlier }: Fleet) => [train, ...earlier];

type Pages = { readonly kind: 'same' | 'other' } | { readonly kind: 'noAnswer' };

async function pagesBeside(server: URL, manifest: PageManifest, deadlineMs: number): Promise<Pages> {
  const look = await lookAtPage(server, manifest, { deadlineMs });
  if (look.kind === 'noAnswer') return { kind: 'noAnswer' };
  return { kind: look.differences.length + look.more.length === 0 ? 'same' : 'other' };
}

async function lookAtPages(
  fleet: Fleet,
  { page, image, addresses }: Force,
  { manifests, deadlineMs }: FleetLook,
  { tell }: Tells,
): Promise<string | undefined> {
  const server = new URL(addresses.server);
  const known = releasesOf(fleet).filter((release) => manifests.has(release.page));
  const own = known.find((release) => release.page === page && release.image === image);
  const first = own ?? known.find((release) => release.page === page);
  if (first === undefined) {
    tell(found('page-no-manifest'));
    return undefined;
  }
  for (const release of [first, ...known.filter((one) => one.page !== page)]) {
    const manifest = manifests.get(release.page);
    if (manifest === undefined) continue;
    const { kind } = await pagesBeside(server, manifest, deadlineMs);
    if (kind === 'noAnswer') {
      tell(found('page-not-seen'));
      return undefined;
    }
    if (kind === 'other') continue;
    if (release !== first) tell(found('page-of-another-release', release.version));
    return release.version;
  }
  tell(found('page-differs'));
  return undefined;
}

async function lookAtForce(fleet: Fleet, force: Force, standing: Standing, look: FleetLook): Promise<SeenForce> {
  const { clock, route, checkMs: deadlineMs } = look;
  const { name, image, addresses } = force;
  const finding = standings[standing.kind];
  let pages: string | undefined;
  const checks = await runChecks([
    {
      name: 'versions',
      deadlineMs,
      look: async ({ tell }) => {
        if (finding !== undefined) tell(found(finding));
      },
    },
    {
      name: 'address',
      deadlineMs,
      look: async (tells) => {
        const health = addresses.health === undefined ? undefined : new URL(addresses.health);
        await lookAtServer({ server: new URL(addresses.server), health }, clock, route, tells);
      },
    },
    {
      name: 'page',
      deadlineMs,
      look: async (tells) => {
        pages = await lookAtPages(fleet, force, look, tells);
      },
    },
  ]);
  const version = releasesOf(fleet).find((release) => release.image === image)?.version;
  return { name, version, pages, checks };
}

const unreadable = ({ mistakes }: Fleet): readonly Finding[] =>
  [...new Set(mistakes.map(({ where }) => /^forces\[\d+\]/u.exec(where)?.[0] ?? 'forces'))].map((place) =>
    found('fleet-row-unreadable', place),
  );

/** One force's answer, or none, keeps no other back. Never rejects. */
async function lookAtFleet(fleet: Fleet, look: FleetLook): Promise<SeenFleet> {
  const { forces, troubles } = compareFleet(fleet, look.on);
  const seen: (SeenForce | undefined)[] = forces.map(() => undefined);
  const waiting = forces.entries();
  async function work(): Promise<void> {
    for (const [place, { force, standing }] of waiting) seen[place] = await lookAtForce(fleet, force, standing, look);
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  const wrong = troubles.map((trouble) => found('fleet-file-wrong', troubleLine(trouble).replace(/^NO\s+/u, '')));
  return {
    train: fleet.train.version,
    file: [...unreadable(fleet), ...wrong],
    forces: seen.filter((force) => force !== undefined),
  };
}

const findingsOf = ({ checks }: SeenForce): readonly Finding[] => checks.flatMap(({ findings }) => findings);
const wrongOf = (force: SeenForce): readonly Finding[] => findingsOf(force).filter(isWrong);

const exitOfFleet = ({ file, forces }: SeenFleet): number =>
  exitOfKinds([...file, ...forces.flatMap(findingsOf)].map(({ kind }) => kind));

const factsOf = ({ checks }: SeenForce): readonly string[] => checks.flatMap(({ facts }) => facts);

function certificateDays(force: SeenForce): number | undefined {
  const days = factsOf(force).flatMap((fact) => /lasts (\d+) more days/u.exec(fact)?.[1] ?? []);
  return days[0] === undefined ? undefined : Number(days[0]);
}

const isReady = (force: SeenForce): boolean => factsOf(force).includes('It says that it is ready.');

function versionsOf({ forces }: SeenFleet): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(forces, ({ version }) => version ?? 'unknown');
  return new Map([...groups].map(([version, of]) => [version, of.map(({ name }) => name)]));
}

const widths = [26, 14, 14, 8, 13] as const;
const cells = (values: readonly string[]): string =>
  `  ${values.map((value, place) => value.padEnd(widths[place] ?? 0)).join('')}`.trimEnd();

function forceRow(force: SeenForce): string {
  const { name, version = 'unknown', pages = 'not seen' } = force;
  const days = certificateDays(force);
  const wrong = wrongOf(force).length;
  const outcome = wrong === 0 ? 'well' : `TO BE PUT RIGHT: ${wrong}`;
  const certificate = days === undefined ? 'not seen' : `${days} days`;
  return cells([name, version, pages, isReady(force) ? 'yes' : 'not said', certificate, outcome]);
}

function versionsLine(fleet: SeenFleet): string {
  const versions = [...versionsOf(fleet)];
  const [first] = versions;
  if (versions.length <= 1) return `By the file all run ${first?.[0] ?? 'nothing'}.`;
  return `Versions differ, by the file: ${versions.map(([version, names]) => `${version} in ${names.length}`).join(', ')}.`;
}

function fleetText(fleet: SeenFleet): readonly string[] {
  const { train, file, forces } = fleet;
  const wrong = file.length + forces.flatMap(wrongOf).length;
  return [
    `The train is ${train}. ${forces.length} forces were looked at from outside:`,
    cells(['force', 'version', 'pages', 'ready', 'certificate', 'outcome']),
    ...forces.map(forceRow),
    versionsLine(fleet),
    ...findingLines(file),
    ...forces.flatMap((force) => {
      const lines = findingLines(findingsOf(force));
      return lines.length === 0 ? [] : ['', `${force.name}:`, ...lines];
    }),
    '',
    wrong === 0
      ? 'Nothing was found that is to be put right.'
      : `To be put right: ${wrong}. docs/guides/doctor.md says more of each.`,
  ];
}

const fleetJson = (fleet: SeenFleet): string =>
  JSON.stringify({
    format: 1,
    isWell: exitOfFleet(fleet) === 0,
    exit: exitOfFleet(fleet),
    train: fleet.train,
    versions: Object.fromEntries(versionsOf(fleet)),
    file: fleet.file,
    forces: fleet.forces.map((force) => ({
      ...force,
      isWell: wrongOf(force).length === 0,
      isReady: isReady(force),
      certificateDays: certificateDays(force),
    })),
  });
