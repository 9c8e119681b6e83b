import { z } from 'zod';
import { StoreError } from '../concerns/ports/store-error.ts';

/**
 * The shape in which this version writes each kind of record: one more than before wherever a field is added, changed or
 * taken away. What says none was written before there were shapes, which is 0.
 */
export const recordShapes = {
  case: 2,
  alert: 1,
  event: 1,
  person: 1,
  target: 2,
  week: 1,
  amendment: 1,
  issue: 1,
  setting: 1,
  dailyMark: 1,
  regularPost: 1,
  reach: 1,
  pulse: 1,
  campaign: 1,
  campaignChannel: 1,
  deliveryRun: 1,
  deliveryPart: 1,
  sendingLanes: 1,
  content: 1,
  organisation: 1,
  invitation: 1,
  draft: 1,
  dayKey: 1,
} as const satisfies Readonly<Record<string, number>>;
export type RecordKind = keyof typeof recordShapes;

/** A shape that is no number was written by nobody; a least writer that is none keeps everybody from writing. */
const markSchema = z.object({
  shape: z.int().min(0).catch(0),
  oldestWriter: z.int().min(0).optional().catch(Infinity),
});

/** The shape of a record as it stands, and the oldest shape whose servers may change it where it says one. */
export type Mark = z.infer<typeof markSchema>;

/** The mark of what stands in a store; that of a record without one is 0. */
const markIn = (standing: unknown): Mark => markSchema.safeParse(standing).data ?? { shape: 0 };

/** Whether a record was written in a shape that this version does not know. */
export const isNewer = (kind: RecordKind, standing: unknown): boolean => markIn(standing).shape > recordShapes[kind];

/** Why what stands cannot be read: a newer version wrote it, or it is damaged. */
export const unreadable = (kind: RecordKind, standing: unknown): StoreError =>
  new StoreError(isNewer(kind, standing) ? 'newer' : 'broken');

/** Whether this version may change a record that stands so. */
export const mayChange = (kind: RecordKind, standing: unknown): boolean =>
  (markIn(standing).oldestWriter ?? 0) <= recordShapes[kind];

const marked = /^later (\d+) (\d+|-|never) (.*)$/su;

/**
 * The version of a record for whoever changes it: of one that a newer version wrote it says so, so that a write knows it
 * without reading again. One that cannot be read at all and is newer is changed by nobody.
 */
export function versionOf(kind: RecordKind, standing: unknown, version: string, isReadable = true): string {
  const { shape, oldestWriter } = markIn(standing);
  if (shape <= recordShapes[kind] && (oldestWriter ?? 0) <= recordShapes[kind]) return version;
  const oldest = isReadable && oldestWriter !== Infinity ? (oldestWriter ?? '-') : 'never';
  return `later ${shape} ${oldest} ${version}`;
}

/** Whether a version is of what a newer version wrote. */
export const isLater = (version: string): boolean => marked.test(version);

/** A version taken apart: the store's own, and the mark that what is written keeps. */
export interface Over {
  readonly version: string;
  readonly mark: Partial<Mark>;
}

/** Takes a version apart before a write. Throws StoreError `newer` where only a newer version may change what stands. */
export function over(kind: RecordKind, version: string): Over {
  const [, shape, oldest, own] = marked.exec(version) ?? [];
  if (own === undefined) return { version, mark: { shape: recordShapes[kind] } };
  const oldestWriter = oldest === 'never' ? Infinity : oldest === '-' ? undefined : Number(oldest);
  if ((oldestWriter ?? 0) > recordShapes[kind]) throw new StoreError('newer');
  return {
    version: own,
    mark: {
      shape: Math.max(Number(shape), recordShapes[kind]),
      ...(oldestWriter !== undefined && { oldestWriter }),
    },
  };
}

/** The version of what was written over another, as a reading of it would say: `own` is the store's. */
export const versionAfter = (kind: RecordKind, before: string, own: string): string =>
  versionOf(kind, over(kind, before).mark, own);

/** The mark that is kept by a write over what stands. Throws StoreError `newer` where only a newer version may change that. */
export const markOver = (kind: RecordKind, standing: unknown): Partial<Mark> =>
  over(kind, versionOf(kind, standing, '')).mark;
