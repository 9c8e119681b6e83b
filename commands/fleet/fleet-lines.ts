import type { Asked, Note, PageSeen, Readiness } from './ask-force.ts';
import type { Standing, Trouble } from './compare-fleet.ts';
import type { Force } from './fleet-file.ts';

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
