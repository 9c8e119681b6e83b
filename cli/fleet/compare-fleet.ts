import type { Day } from '../../core/model/calendar.ts';
import type { ReadinessNote } from '../../bot/http/health-routes.ts';
import type { ForceProbeResult, PageProbeResult, ReadinessProbeResult } from './force-probe.ts';
import type { Fleet, Force, Release } from './fleet-file.ts';

export type RolloutState =
  | { readonly kind: 'current' }
  | { readonly kind: 'early'; readonly from: string }
  | { readonly kind: 'waits'; readonly version: string; readonly from: string }
  | { readonly kind: 'behind'; readonly version: string; readonly by: number; readonly from: string }
  | { readonly kind: 'mixed'; readonly image: string; readonly page: string }
  | { readonly kind: 'unknown'; readonly what: 'image' | 'page' | 'both' }
  | { readonly kind: 'noWave' };

type FleetProblem =
  | { readonly kind: 'sameName'; readonly names: readonly string[] }
  | { readonly kind: 'sameServer'; readonly names: readonly string[] }
  | { readonly kind: 'sameWave'; readonly wave: number }
  | { readonly kind: 'emptyWave'; readonly wave: number }
  | { readonly kind: 'waveOutOfOrder'; readonly wave: number }
  | { readonly kind: 'sameRelease'; readonly version: string }
  | { readonly kind: 'heldUp'; readonly wave: number; readonly by: readonly string[] };

interface FleetComparison {
  readonly forces: readonly { readonly force: Force; readonly rollout: RolloutState }[];
  readonly problems: readonly FleetProblem[];
}

export const isOnSchedule = ({ kind }: RolloutState): boolean => kind === 'current' || kind === 'waits';

function rolloutState(force: Force, { train, earlier }: Fleet, today: Day): RolloutState {
  const releases: readonly Release[] = [train, ...earlier];
  const image = releases.findIndex((release) => release.image === force.image);
  const page = releases.findIndex((release) => release.page === force.page);
  if (image < 0 || page < 0) return { kind: 'unknown', what: image >= 0 ? 'page' : page >= 0 ? 'image' : 'both' };
  const its = releases[image];
  const pages = releases[page];
  // Releases may share their pages: these must be those of the image.
  if (its === undefined || pages === undefined) return { kind: 'unknown', what: 'both' };
  if (its.page !== force.page) return { kind: 'mixed', image: its.version, page: pages.version };
  const begins = train.waves.find(({ wave }) => wave === force.wave);
  if (begins === undefined) return { kind: 'noWave' };
  const { from } = begins;
  const hasBegun = from <= today;
  if (image === 0) return hasBegun ? { kind: 'current' } : { kind: 'early', from };
  return hasBegun
    ? { kind: 'behind', version: its.version, by: image, from }
    : { kind: 'waits', version: its.version, from };
}

function findDuplicates<T>(things: readonly T[], mark: (thing: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(things, mark).values()].filter((group) => group.length > 1);
}

function findFleetProblems(
  { train, earlier, forces }: Fleet,
  rollouts: FleetComparison['forces'],
  today: Day,
): readonly FleetProblem[] {
  const names = (group: readonly Force[]): readonly string[] => group.map(({ name }) => name);
  const waves = train.waves.toSorted((one, other) => one.wave - other.wave);
  const releases = [train, ...earlier];
  const double = [
    ...findDuplicates(releases, ({ version }) => version),
    ...findDuplicates(releases, ({ image }) => image),
  ].flatMap(([, second]) => second?.version ?? []);
  const heldUp = waves.flatMap(({ wave, from }): readonly FleetProblem[] => {
    if (from > today) return [];
    const by = rollouts.filter(
      ({ force, rollout }) => force.wave < wave && !['current', 'early'].includes(rollout.kind),
    );
    return by.length > 0 ? [{ kind: 'heldUp', wave, by: by.map(({ force }) => force.name) }] : [];
  });
  return [
    ...findDuplicates(forces, ({ name }) => name).map(
      (group): FleetProblem => ({ kind: 'sameName', names: names(group) }),
    ),
    ...findDuplicates(forces, ({ addresses }) => new URL(addresses.server).origin).map(
      (group): FleetProblem => ({ kind: 'sameServer', names: names(group) }),
    ),
    ...[...new Set(double)].map((version): FleetProblem => ({ kind: 'sameRelease', version })),
    ...findDuplicates(waves, ({ wave }) => String(wave)).flatMap(([first]): readonly FleetProblem[] =>
      first ? [{ kind: 'sameWave', wave: first.wave }] : [],
    ),
    ...waves
      .filter(({ wave }) => forces.every((force) => force.wave !== wave))
      .map(({ wave }): FleetProblem => ({ kind: 'emptyWave', wave })),
    ...waves
      .filter(({ from }, at) => from < (waves[at - 1]?.from ?? ''))
      .map(({ wave }): FleetProblem => ({ kind: 'waveOutOfOrder', wave })),
    ...heldUp,
  ];
}

export function compareFleet(fleet: Fleet, today: Day): FleetComparison {
  const forces = fleet.forces
    .map((force) => ({ force, rollout: rolloutState(force, fleet, today) }))
    .toSorted((one, other) => one.force.wave - other.force.wave || (one.force.name < other.force.name ? -1 : 1));
  return { forces, problems: findFleetProblems(fleet, forces, today) };
}

const unknownTexts = { image: 'image', page: 'pages', both: 'image and pages' } as const;

function rolloutText(rollout: RolloutState): string {
  switch (rollout.kind) {
    case 'current':
      return 'the train’s release';
    case 'early':
      return `EARLY: the train’s release, but its wave begins on ${rollout.from}`;
    case 'waits':
      return `${rollout.version}, until its wave begins on ${rollout.from}`;
    case 'behind':
      return `BEHIND: ${rollout.version}, ${rollout.by} ${rollout.by === 1 ? 'release' : 'releases'} before the train; its wave began on ${rollout.from}`;
    case 'mixed':
      return `MIXED: the image of ${rollout.image} and the pages of ${rollout.page}`;
    case 'unknown':
      return `UNKNOWN: no release in the file has its ${unknownTexts[rollout.what]}`;
    case 'noWave':
      return 'NO WAVE: the train has no wave of this number';
    default:
      return rollout satisfies never;
  }
}

export const formatForce = ({ name, region, wave }: Force, rollout: RolloutState): string =>
  `  ${name.padEnd(24)} ${region.padEnd(14)} wave ${String(wave).padEnd(3)} ${rolloutText(rollout)}`;

export function formatFleetProblem(problem: FleetProblem): string {
  switch (problem.kind) {
    case 'sameName':
      return `NO  Two rows have the same name: ${problem.names[0] ?? ''}.`;
    case 'sameServer':
      return `NO  ${problem.names.join(' and ')} have the same server: each force has its own.`;
    case 'sameWave':
      return `NO  The train has wave ${problem.wave} twice.`;
    case 'emptyWave':
      return `NO  No force moves with wave ${problem.wave}.`;
    case 'waveOutOfOrder':
      return `NO  Wave ${problem.wave} begins before the one before it.`;
    case 'sameRelease':
      return `NO  ${problem.version} has the version or the image of another release.`;
    case 'heldUp':
      return `NO  Wave ${problem.wave} has begun, but these forces of an earlier wave have not moved: ${problem.by.join(', ')}.`;
    default:
      return problem satisfies never;
  }
}

const readinessTexts: Readonly<Record<ReadinessProbeResult, string>> = {
  ready: 'ready',
  notReady: 'NOT READY',
  notAsked: 'not asked whether it is ready: the file has no health address',
  odd: 'ODD: /readyz does not answer as Candour does',
  late: 'NO ANSWER in time',
  notTrusted: 'NO ANSWER: this machine does not trust its certificate',
  broken: 'NO ANSWER: the connection was refused or cut',
};

const noteTexts: Readonly<Record<ReadinessNote, string>> = {
  alerts: 'alerts are set aside',
  clock: 'its clock is in doubt',
  certificate: 'the bot’s certificate expires soon',
  files: 'files can be neither stored nor opened',
  restored: 'it was restored and sends nothing by itself',
  store: 'some of its records cannot be read',
};

function formatPageProbe(page: PageProbeResult): string {
  switch (page.kind) {
    case 'asSaid':
      return 'its pages are those in the file';
    case 'differs':
      return `OTHER PAGES: ${page.files} ${page.files === 1 ? 'file differs' : 'files differ'}`;
    case 'noManifest':
      return 'its pages were not checked: no manifest here has their digest';
    case 'noAnswer':
      return 'its pages were not checked: it did not answer';
    default:
      return page satisfies never;
  }
}

export const formatForceProbeResult = ({ name, ready, notes, page }: ForceProbeResult): string =>
  `  ${name.padEnd(24)} ${[readinessTexts[ready], ...notes.map((note) => noteTexts[note]), formatPageProbe(page)].join('; ')}`;

export const isHealthy = ({ ready, notes, page }: ForceProbeResult): boolean =>
  ['ready', 'notAsked'].includes(ready) && notes.length === 0 && page.kind === 'asSaid';
