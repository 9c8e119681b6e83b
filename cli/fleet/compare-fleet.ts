import type { Day } from '../../core/model/calendar.ts';
import type { Asked, Note, PageSeen, Readiness } from './force-probe.ts';
import type { Fleet, Force, Release } from './fleet-file.ts';

export type Standing =
  | { readonly kind: 'current' }
  | { readonly kind: 'early'; readonly from: string }
  | { readonly kind: 'waits'; readonly version: string; readonly from: string }
  | { readonly kind: 'behind'; readonly version: string; readonly by: number; readonly from: string }
  | { readonly kind: 'mixed'; readonly image: string; readonly page: string }
  | { readonly kind: 'unknown'; readonly what: 'image' | 'page' | 'both' }
  | { readonly kind: 'noWave' };

type Trouble =
  | { readonly kind: 'sameName'; readonly names: readonly string[] }
  | { readonly kind: 'sameServer'; readonly names: readonly string[] }
  | { readonly kind: 'sameWave'; readonly wave: number }
  | { readonly kind: 'emptyWave'; readonly wave: number }
  | { readonly kind: 'waveOutOfOrder'; readonly wave: number }
  | { readonly kind: 'sameRelease'; readonly version: string }
  | { readonly kind: 'heldUp'; readonly wave: number; readonly by: readonly string[] };

interface Compared {
  readonly forces: readonly { readonly force: Force; readonly standing: Standing }[];
  readonly troubles: readonly Trouble[];
}

export const isInOrder = ({ kind }: Standing): boolean => kind === 'current' || kind === 'waits';

function standingOf(force: Force, { train, earlier }: Fleet, today: Day): Standing {
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

function shared<T>(things: readonly T[], mark: (thing: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(things, mark).values()].filter((group) => group.length > 1);
}

function troublesOf({ train, earlier, forces }: Fleet, standings: Compared['forces'], today: Day): readonly Trouble[] {
  const names = (group: readonly Force[]): readonly string[] => group.map(({ name }) => name);
  const waves = train.waves.toSorted((one, other) => one.wave - other.wave);
  const releases = [train, ...earlier];
  const double = [...shared(releases, ({ version }) => version), ...shared(releases, ({ image }) => image)].flatMap(
    ([, second]) => second?.version ?? [],
  );
  const heldUp = waves.flatMap(({ wave, from }): readonly Trouble[] => {
    if (from > today) return [];
    const by = standings.filter(
      ({ force, standing }) => force.wave < wave && !['current', 'early'].includes(standing.kind),
    );
    return by.length > 0 ? [{ kind: 'heldUp', wave, by: by.map(({ force }) => force.name) }] : [];
  });
  return [
    ...shared(forces, ({ name }) => name).map((group): Trouble => ({ kind: 'sameName', names: names(group) })),
    ...shared(forces, ({ addresses }) => new URL(addresses.server).origin).map(
      (group): Trouble => ({ kind: 'sameServer', names: names(group) }),
    ),
    ...[...new Set(double)].map((version): Trouble => ({ kind: 'sameRelease', version })),
    ...shared(waves, ({ wave }) => String(wave)).flatMap(([first]): readonly Trouble[] =>
      first ? [{ kind: 'sameWave', wave: first.wave }] : [],
    ),
    ...waves
      .filter(({ wave }) => forces.every((force) => force.wave !== wave))
      .map(({ wave }): Trouble => ({ kind: 'emptyWave', wave })),
    ...waves
      .filter(({ from }, at) => from < (waves[at - 1]?.from ?? ''))
      .map(({ wave }): Trouble => ({ kind: 'waveOutOfOrder', wave })),
    ...heldUp,
  ];
}

export function compareFleet(fleet: Fleet, today: Day): Compared {
  const forces = fleet.forces
    .map((force) => ({ force, standing: standingOf(force, fleet, today) }))
    .toSorted((one, other) => one.force.wave - other.force.wave || (one.force.name < other.force.name ? -1 : 1));
  return { forces, troubles: troublesOf(fleet, forces, today) };
}

const whatIsUnknown = { image: 'image', page: 'pages', both: 'image and pages' } as const;

function standingText(standing: Standing): string {
  switch (standing.kind) {
    case 'current':
      return 'as the train';
    case 'early':
      return `EARLY: as the train, and its wave begins on ${standing.from}`;
    case 'waits':
      return `${standing.version}, until its wave begins on ${standing.from}`;
    case 'behind':
      return `BEHIND: ${standing.version}, ${standing.by} ${standing.by === 1 ? 'release' : 'releases'} before the train; its wave began on ${standing.from}`;
    case 'mixed':
      return `MIXED: the image of ${standing.image} and the pages of ${standing.page}`;
    case 'unknown':
      return `UNKNOWN: no release in the file has its ${whatIsUnknown[standing.what]}`;
    case 'noWave':
      return 'NO WAVE: the train has none of its number';
    default:
      return standing satisfies never;
  }
}

export const forceLine = ({ name, region, wave }: Force, standing: Standing): string =>
  `  ${name.padEnd(24)} ${region.padEnd(14)} wave ${String(wave).padEnd(3)} ${standingText(standing)}`;

export function troubleLine(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'sameName':
      return `NO  Two rows have one name: ${trouble.names[0] ?? ''}.`;
    case 'sameServer':
      return `NO  ${trouble.names.join(' and ')} have one server: a force has a stamp of its own.`;
    case 'sameWave':
      return `NO  Wave ${trouble.wave} stands in the train twice.`;
    case 'emptyWave':
      return `NO  No force moves with wave ${trouble.wave}.`;
    case 'waveOutOfOrder':
      return `NO  Wave ${trouble.wave} begins before the one before it.`;
    case 'sameRelease':
      return `NO  ${trouble.version} has the version or the image of another release.`;
    case 'heldUp':
      return `NO  Wave ${trouble.wave} has begun, and of an earlier one these have not come: ${trouble.by.join(', ')}.`;
    default:
      return trouble satisfies never;
  }
}

const readyText: Readonly<Record<Readiness, string>> = {
  ready: 'ready',
  notReady: 'NOT READY',
  notAsked: 'not asked whether it is ready: the file has no address for that',
  odd: 'ODD: what /readyz answers is no answer of Candour',
  late: 'NO ANSWER in time',
  notTrusted: 'NO ANSWER: its certificate is not trusted by this machine',
  broken: 'NO ANSWER: the connection was refused or cut off',
};

const noteText: Readonly<Record<Note, string>> = {
  alerts: 'alerts are set aside',
  clock: 'its clock is in doubt',
  files: 'no file can be kept or opened',
};

function pageText(page: PageSeen): string {
  switch (page.kind) {
    case 'asSaid':
      return 'its pages are those of the file';
    case 'differs':
      return `OTHER PAGES: ${page.files} ${page.files === 1 ? 'file differs' : 'files differ'}`;
    case 'noManifest':
      return 'its pages were not looked at: no manifest here has their digest';
    case 'noAnswer':
      return 'its pages were not seen';
    default:
      return page satisfies never;
  }
}

export const askedLine = ({ name, ready, notes, page }: Asked): string =>
  `  ${name.padEnd(24)} ${[readyText[ready], ...notes.map((note) => noteText[note]), pageText(page)].join('; ')}`;

export const isAsSaid = ({ ready, notes, page }: Asked): boolean =>
  ['ready', 'notAsked'].includes(ready) && notes.length === 0 && page.kind === 'asSaid';
