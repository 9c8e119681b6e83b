import type { ConnectorAnswer } from '../fakes/connector-answer.ts';
import type { PlannedFault, StoreFault } from './fault-points.ts';

const ofReads = ['busy', 'unavailable', 'broken'] as const satisfies readonly StoreFault[];
const ofWrites = [...ofReads, 'full', 'readOnly', 'unknown', 'unknownDone'] as const satisfies readonly StoreFault[];
const ofChannel: readonly ConnectorAnswer[] = [
  412,
  { status: 429, retryAfter: 2 },
  500,
  502,
  503,
  504,
  403,
  404,
  'reset',
  'accept-then-reset',
];

const at = (
  point: Exclude<PlannedFault['point'], 'connector'>,
  faults: readonly StoreFault[],
): readonly PlannedFault[] => faults.map((fault) => ({ point, fault }));

/** What can go wrong while an alert is taken up, posted and marked. */
const alerting: readonly PlannedFault[] = [
  ...at('outbox.due', ofReads),
  ...at('outbox.lease', [...ofWrites, 'conflict']),
  ...at('targets.read', ofReads),
  ...ofChannel.map((fault) => ({ point: 'connector', fault }) as const),
  ...at('outbox.note', [...ofWrites, 'conflict']),
];

/** Each fault that a way can meet, one at a time. */
export const faultsByPath = {
  send: [
    ...at('seal.seal', ['sealError']),
    ...at('cases.create', [...ofWrites, 'conflict']),
    ...at('drafts.remove', ofWrites),
    ...alerting,
  ],
  add: [
    ...at('cases.readAccess', ofReads),
    ...at('cases.read', ofReads),
    ...at('history.entries', ofReads),
    ...at('history.count', ofReads),
    ...at('history.writtenVolume', ofReads),
    ...at('seal.seal', ['sealError']),
    ...at('outbox.read', ofReads),
    ...at('cases.change', [...ofWrites, 'conflict']),
  ],
  later: at('drafts.save', ofWrites),
} as const satisfies Readonly<Record<string, readonly PlannedFault[]>>;
export type ReportPath = keyof typeof faultsByPath;

/** What can go wrong while the parts of a file go up. */
const ofParts: readonly PlannedFault[] = [
  ...at('cases.readAccess', ofReads),
  ...at('files.listParts', ofReads),
  ...at('files.partBytes', ofReads),
  ...at('files.putPart', ofWrites),
];

/** Each fault between the first part of a file and the words that name it, by who sends it. */
export const faultsOfUploads = {
  reporter: [...ofParts, ...at('seal.seal', ['sealError']), ...at('cases.create', [...ofWrites, 'conflict'])],
  handler: [
    ...ofParts,
    ...at('cases.read', ofReads),
    ...at('history.entries', ofReads),
    ...at('cases.change', [...ofWrites, 'conflict']),
  ],
} as const satisfies Readonly<Record<string, readonly PlannedFault[]>>;

export const hangsOfUploads = {
  reporter: [...at('files.putPart', ['hang', 'hangDone']), ...at('cases.create', ['hang', 'hangDone'])],
  handler: [...at('files.putPart', ['hang', 'hangDone']), ...at('cases.change', ['hang', 'hangDone'])],
} as const satisfies Readonly<Record<keyof typeof faultsOfUploads, readonly PlannedFault[]>>;

/** Faults that are met only behind another: what is asked after a write that failed. */
const behind: Readonly<Record<ReportPath, readonly PlannedFault[]>> = {
  send: [...at('cases.read', ofReads), ...at('outbox.read', ofReads)],
  add: [],
  later: at('drafts.read', ofReads),
};

/** Calls that nobody answers. */
export const hangsByPath = {
  send: [
    ...at('seal.seal', ['hang']),
    ...at('cases.create', ['hang', 'hangDone']),
    ...at('drafts.remove', ['hang', 'hangDone']),
    { point: 'connector', fault: 'hang' },
    { point: 'connector', fault: 'accept-then-hang' },
  ],
  add: [...at('history.entries', ['hang']), ...at('cases.change', ['hang', 'hangDone'])],
  later: at('drafts.save', ['hang', 'hangDone']),
} as const satisfies Readonly<Record<ReportPath, readonly PlannedFault[]>>;

/** Every two faults of a way, the same one twice among them; `some` of them, evenly chosen, where that is given. */
export const pairFaults = (way: ReportPath, some?: number) =>
  pairs(faultsByPath[way], [...faultsByPath[way], ...behind[way]], some);

/** As `pairFaults`, of faults that are given. */
export function pairs(
  singles: readonly PlannedFault[],
  seconds = singles,
  some = Infinity,
): readonly (readonly [PlannedFault, PlannedFault])[] {
  const all = singles.flatMap((first, index) => seconds.slice(index).map((second) => [first, second] as const));
  const step = Math.max(1, all.length / some);
  return all.filter((_pair, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** A fault's name for a report of what failed. */
export const faultName = ({ point, fault }: PlannedFault): string => `${point} ${JSON.stringify(fault)}`;
