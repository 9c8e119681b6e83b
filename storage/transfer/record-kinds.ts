import { z } from 'zod';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import { campaignEventSchema, campaignIdSchema } from '../../core/model/campaign.ts';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { eventRecordSchema } from '../../core/model/event-record.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { type AlertInstants, instantsOf } from '../case-seals.ts';
import { type Key, type Kind, kindOf } from '../documents.ts';
import { isNewer, keptIfReadable, parsed, parsedJson, type RecordKind } from '../record-codec.ts';
import { campaignChannelKind, campaignKind, pulseKind } from '../records/campaigns.ts';
import { deliveryPartKind, deliveryRunKind, reachKind } from '../records/deliveries.ts';
import {
  contentKind,
  dailyMarkKind,
  invitationKind,
  organisationKind,
  personKind,
  regularPostKind,
  settingKind,
  targetKind,
} from '../records/force.ts';
import { amendmentKind, issueKind, weekKind } from '../records/weeks.ts';

// Each store writes cases, alerts, entries and drafts by hand. Here they are as any other record, so that they can be
// moved.

const instant = (name: keyof AlertInstants, column: string) => ({
  [name]: { column, of: (alert: AlertRecord) => instantsOf(alert)[name] },
});
const alertKind = kindOf({
  kind: 'alert',
  schema: alertRecordSchema,
  table: 'alerts',
  key: { caseId: 'case_id' },
  keyOf: ({ caseId }) => [caseId],
  version: 'counted',
  found: {
    handledBy: { column: 'handled_by', of: ({ handledBy }) => handledBy },
    state: { column: 'state', of: ({ state }) => state },
    attempts: { column: 'attempts', of: ({ attempts }) => attempts },
    ...instant('dueMs', 'due_ms'),
    ...instant('leasedUntilMs', 'leased_until_ms'),
    ...instant('lastPostedMs', 'last_posted_ms'),
  },
  document: {
    container: 'cases',
    partition: 'caseId',
    id: ([caseId]) => `${caseId}:alert`,
    keyIn: (id) => [id.replace(/:alert$/u, '')],
  },
});
export const caseKind = kindOf({
  kind: 'case',
  schema: caseRecordSchema,
  table: 'cases',
  key: { caseId: 'case_id' },
  keyOf: ({ caseId }) => [caseId],
  version: 'counted',
  document: { container: 'cases', partition: 'caseId', id: ([caseId]) => String(caseId), keyIn: (id) => [id] },
});
const eventKind = kindOf({
  kind: 'event',
  schema: eventRecordSchema,
  table: 'events',
  key: { caseId: 'case_id', sequence: 'sequence' },
  keyOf: ({ caseId, sequence }) => [caseId, sequence],
  document: {
    container: 'cases',
    partition: 'caseId',
    id: (key) => key.join(':'),
    keyIn: (id) => [id.slice(0, id.lastIndexOf(':')), Number(id.slice(id.lastIndexOf(':') + 1))],
  },
});
const draftKind = kindOf({
  kind: 'draft',
  schema: z.object({ id: z.string().min(1), sealed: z.string(), expiresMs: z.int() }),
  table: 'drafts',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  columns: { sealed: 'sealed', expiresMs: 'expires_ms' },
  document: { container: 'drafts', id: ([id]) => String(id), keyIn: (id) => [id], condition: 'c.expiresMs >= 0' },
});

interface ReadRecord {
  readonly id: Key;
  /** Records of a group are taken in or left out together if another force's are there already. */
  readonly group: string;
}

interface Leaving<K extends Kind | undefined> {
  readonly kind: K;
  readonly file: string;
  readonly read: (record: unknown) => ReadRecord | 'damaged' | 'newer';
}

const leaving = <S extends z.ZodType>(
  kind: Kind<S>,
  file: string,
  groupOf: (value: z.output<S>) => string,
): Leaving<Kind> => ({
  kind,
  file,
  read: (record) => {
    if (isNewer(kind.kind, record)) return 'newer';
    const names = Object.keys({ ...kind.key, ...kind.columns });
    if (kind.columns !== undefined && !Object.keys(Object(record)).every((name) => names.includes(name)))
      return 'damaged';
    const value = keptIfReadable(kind.kind, kind.schema, record);
    return value === undefined ? 'damaged' : { id: kind.keyOf(value), group: groupOf(value) };
  },
});

const entrySchema = z.strictObject({
  campaign: campaignIdSchema,
  sequence: z.int().min(1),
  event: campaignEventSchema,
});
const campaignEvent: Leaving<undefined> = {
  kind: undefined,
  file: 'campaign-events',
  read: (record) => {
    const { data } = entrySchema.safeParse(record);
    return data === undefined ? 'damaged' : { id: [data.campaign, data.sequence], group: `campaign ${data.campaign}` };
  },
};

/**
 * In the order of import: a case comes after what it is shown with, so that none is ever seen half.
 * docs/formats/export-all.md has the shape of each file.
 */
export const movedKinds = {
  event: leaving(eventKind, 'events', ({ caseId }) => `case ${caseId}`),
  alert: leaving(alertKind, 'alerts', ({ caseId }) => `case ${caseId}`),
  case: leaving(caseKind, 'cases', ({ caseId }) => `case ${caseId}`),
  draft: leaving(draftKind, 'drafts', ({ id }) => `draft ${id}`),
  person: leaving(personKind, 'people', ({ objectId }) => `person ${objectId}`),
  setting: leaving(settingKind, 'settings', () => 'settings'),
  // The history of the settings says which channels there are: both come or neither.
  target: leaving(targetKind, 'targets', () => 'settings'),
  week: leaving(weekKind, 'weeks', ({ handledBy, week }) => `week ${handledBy} ${week}`),
  amendment: leaving(amendmentKind, 'amendments', ({ handledBy, week }) => `week ${handledBy} ${week}`),
  issue: leaving(issueKind, 'issues', () => 'issues'),
  content: leaving(contentKind, 'content', ({ topic }) => `topic ${topic}`),
  campaignEvent,
  campaign: leaving(campaignKind, 'campaigns', ({ id }) => `campaign ${id}`),
  campaignChannel: leaving(campaignChannelKind, 'campaign-channels', ({ id }) => `channel ${id}`),
  pulse: leaving(pulseKind, 'pulse', ({ campaign }) => `campaign ${campaign}`),
  deliveryPart: leaving(deliveryPartKind, 'delivery-parts', ({ runId }) => `run ${runId}`),
  deliveryRun: leaving(deliveryRunKind, 'delivery-runs', ({ id }) => `run ${id}`),
  reach: leaving(reachKind, 'reach', ({ id }) => `reach ${id}`),
  organisation: leaving(organisationKind, 'organisations', ({ id }) => `organisation ${id}`),
  invitation: leaving(invitationKind, 'invitations', ({ organisation }) => `organisation ${organisation}`),
  regularPost: leaving(regularPostKind, 'regular-posts', (post) => `post ${regularPostKind.keyOf(post).join(' ')}`),
  dailyMark: leaving(dailyMarkKind, 'daily-marks', ({ task }) => `mark ${task}`),
} as const satisfies Readonly<Record<string, Leaving<Kind | undefined>>>;

export type MovedKind = keyof typeof movedKinds;

const isKind = (name: string): name is MovedKind => Object.hasOwn(movedKinds, name);

export const movedKindNames: readonly MovedKind[] = Object.keys(movedKinds).filter(isKind);

export const leftBehind = ['dayKey', 'sendingLanes'] as const satisfies readonly RecordKind[];

export interface MovedRecord {
  readonly id: Key;
  readonly group: string;
  readonly line: string;
}

export interface PutAside {
  readonly id: Key;
  readonly why: 'damaged' | 'newer';
  readonly raw: string;
}

/** A store to export from and import into, row by row. Every method throws StoreError. */
export interface Movable {
  rows(kind: MovedKind): AsyncIterable<MovedRecord | PutAside>;
  count(kind: MovedKind): Promise<number>;
  standing(kind: MovedKind, record: MovedRecord): Promise<string | null | undefined>;
  add(kind: MovedKind, records: readonly MovedRecord[]): Promise<void>;
  close(): Promise<void>;
}

const samePlace = (one: Key, other: Key): boolean =>
  one.length === other.length && one.every((part, place) => part === other[place]);

export function movedRecord(kind: MovedKind, at: Key, record: unknown, raw: string): MovedRecord | PutAside {
  const read = movedKinds[kind].read(record);
  if (typeof read === 'string') return { id: at, why: read, raw };
  if (!samePlace(read.id, at)) return { id: at, why: 'damaged', raw };
  return { ...read, line: canonicalJson(record) };
}

export const isAside = (row: MovedRecord | PutAside): row is PutAside => 'why' in row;

export const valueOfLine = ({ schema }: Kind, line: string): object =>
  parsed(z.looseObject({}), parsedJson(schema, line));
