import { z } from 'zod';
import { StoreError } from '../concerns/ports/store-error.ts';

/**
 * The shape in which this version writes each kind of record: one more whenever a field is added, changed or removed. 0
 * is a record from before there were shapes.
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

/** A shape that is no number counts as none; a least writer that is no number keeps every version from writing. */
const markSchema = z.object({
  shape: z.int().min(0).catch(0),
  oldestWriter: z.int().min(0).optional().catch(Infinity),
});

/** The shape of a stored record, and the oldest shape whose servers may change it, if it says one. */
export type Mark = z.infer<typeof markSchema>;

const markIn = (standing: unknown): Mark => markSchema.safeParse(standing).data ?? { shape: 0 };

export const isNewer = (kind: RecordKind, standing: unknown): boolean => markIn(standing).shape > recordShapes[kind];

export const unreadable = (kind: RecordKind, standing: unknown): StoreError =>
  new StoreError(isNewer(kind, standing) ? 'newer' : 'broken');

export const mayChange = (kind: RecordKind, standing: unknown): boolean =>
  (markIn(standing).oldestWriter ?? 0) <= recordShapes[kind];

const marked = /^later (\d+) (\d+|-|never) (.*)$/su;

/**
 * The version of a record for its next writer. That of a record by a newer version says so, so that a write knows it
 * without reading again. No one changes one that is newer and cannot be read at all.
 */
export function versionOf(kind: RecordKind, standing: unknown, version: string, isReadable = true): string {
  const { shape, oldestWriter } = markIn(standing);
  if (shape <= recordShapes[kind] && (oldestWriter ?? 0) <= recordShapes[kind]) return version;
  const oldest = isReadable && oldestWriter !== Infinity ? (oldestWriter ?? '-') : 'never';
  return `later ${shape} ${oldest} ${version}`;
}

export const isLater = (version: string): boolean => marked.test(version);

/** A version taken apart: the store's own, and the mark to keep at a write. */
export interface Over {
  readonly version: string;
  readonly mark: Partial<Mark>;
}

/** Takes a version apart before a write. Throws StoreError `newer` if only a newer version may change the record. */
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

export const versionAfter = (kind: RecordKind, before: string, own: string): string =>
  versionOf(kind, over(kind, before).mark, own);

/** The mark to keep at a write. Throws StoreError `newer` if only a newer version may change the record. */
export const markOver = (kind: RecordKind, standing: unknown): Partial<Mark> =>
  over(kind, versionOf(kind, standing, '')).mark;
