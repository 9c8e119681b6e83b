import { z } from 'zod';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import { campaignEventSchema, campaignIdSchema } from '../../core/model/campaign.ts';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { eventRecordSchema } from '../../core/model/event-record.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { type AlertInstants, getAlertInstants } from '../case-records.ts';
import { type RecordKey, type RecordKindDefinition, defineRecordKind } from '../document-store.ts';
import { isNewerRecord, tryParseRecord, parseStored, parseStoredJson, type RecordKind } from '../record-codec.ts';
import { campaignChannelKind, campaignKind, surveyKind } from '../records/campaigns.ts';
import { deliveryBatchKind, deliveryRunKind, subscriberKind } from '../records/deliveries.ts';
import {
  contentKind,
  dailyTaskStateKind,
  invitationKind,
  organisationKind,
  personKind,
  scheduledPostKind,
  settingKind,
  alertTargetKind,
} from '../records/administration.ts';
import { revisionKind, publicationKind, weekKind } from '../records/weeks.ts';

// A transfer treats cases, alerts, entries and drafts, which each store writes by hand, as any other record.

const instantField = (name: keyof AlertInstants, column: string) => ({
  [name]: { column, getValue: (alert: AlertRecord) => getAlertInstants(alert)[name] },
});
const alertKind = defineRecordKind({
  kind: 'alert',
  schema: alertRecordSchema,
  table: 'alerts',
  key: { caseId: 'case_id' },
  getKey: ({ caseId }) => [caseId],
  version: 'counted',
  derivedFields: {
    handledBy: { column: 'handled_by', getValue: ({ handledBy }) => handledBy },
    state: { column: 'state', getValue: ({ state }) => state },
    attempts: { column: 'attempts', getValue: ({ attempts }) => attempts },
    ...instantField('dueMs', 'due_ms'),
    ...instantField('leasedUntilMs', 'leased_until_ms'),
    ...instantField('lastPostedMs', 'last_posted_ms'),
  },
  document: {
    container: 'cases',
    partition: 'caseId',
    id: ([caseId]) => `${caseId}:alert`,
    parseKey: (id) => [id.replace(/:alert$/u, '')],
  },
});
export const caseKind = defineRecordKind({
  kind: 'case',
  schema: caseRecordSchema,
  table: 'cases',
  key: { caseId: 'case_id' },
  getKey: ({ caseId }) => [caseId],
  version: 'counted',
  document: { container: 'cases', partition: 'caseId', id: ([caseId]) => String(caseId), parseKey: (id) => [id] },
});
const eventKind = defineRecordKind({
  kind: 'event',
  schema: eventRecordSchema,
  table: 'events',
  key: { caseId: 'case_id', sequence: 'sequence' },
  getKey: ({ caseId, sequence }) => [caseId, sequence],
  document: {
    container: 'cases',
    partition: 'caseId',
    id: (key) => key.join(':'),
    parseKey: (id) => [id.slice(0, id.lastIndexOf(':')), Number(id.slice(id.lastIndexOf(':') + 1))],
  },
});
const draftKind = defineRecordKind({
  kind: 'draft',
  schema: z.object({ id: z.string().min(1), sealed: z.string(), expiresMs: z.int() }),
  table: 'drafts',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  columns: { sealed: 'sealed', expiresMs: 'expires_ms' },
  document: { container: 'drafts', id: ([id]) => String(id), parseKey: (id) => [id], condition: 'c.expiresMs >= 0' },
});

interface TransferRecordKey {
  readonly id: RecordKey;
  /** Imported or left out together if another force's are there already. */
  readonly group: string;
}

interface TransferDefinition<K extends RecordKindDefinition | undefined> {
  readonly kind: K;
  readonly file: string;
  readonly read: (record: unknown) => TransferRecordKey | 'damaged' | 'newer';
}

const defineTransfer = <S extends z.ZodType>(
  kind: RecordKindDefinition<S>,
  file: string,
  getGroup: (value: z.output<S>) => string,
): TransferDefinition<RecordKindDefinition> => ({
  kind,
  file,
  read: (record) => {
    if (isNewerRecord(kind.kind, record)) return 'newer';
    const names = Object.keys({ ...kind.key, ...kind.columns });
    if (kind.columns !== undefined && !Object.keys(Object(record)).every((name) => names.includes(name)))
      return 'damaged';
    const value = tryParseRecord(kind.kind, kind.schema, record);
    return value === undefined ? 'damaged' : { id: kind.getKey(value), group: getGroup(value) };
  },
});

const entrySchema = z.strictObject({
  campaign: campaignIdSchema,
  sequence: z.int().min(1),
  event: campaignEventSchema,
});
const campaignEvent: TransferDefinition<undefined> = {
  kind: undefined,
  file: 'campaign-events',
  read: (record) => {
    const { data } = entrySchema.safeParse(record);
    return data === undefined ? 'damaged' : { id: [data.campaign, data.sequence], group: `campaign ${data.campaign}` };
  },
};

/**
 * In the order of import: a case comes after what it is shown with, so that no one sees it half.
 * docs/formats/export-all.md has each file's shape.
 */
export const transferKinds = {
  event: defineTransfer(eventKind, 'events', ({ caseId }) => `case ${caseId}`),
  alert: defineTransfer(alertKind, 'alerts', ({ caseId }) => `case ${caseId}`),
  case: defineTransfer(caseKind, 'cases', ({ caseId }) => `case ${caseId}`),
  draft: defineTransfer(draftKind, 'drafts', ({ id }) => `draft ${id}`),
  person: defineTransfer(personKind, 'people', ({ objectId }) => `person ${objectId}`),
  setting: defineTransfer(settingKind, 'settings', () => 'settings'),
  // The settings' history says which channels there are: both come or neither.
  target: defineTransfer(alertTargetKind, 'targets', () => 'settings'),
  week: defineTransfer(weekKind, 'weeks', ({ handledBy, week }) => `week ${handledBy} ${week}`),
  amendment: defineTransfer(revisionKind, 'amendments', ({ handledBy, week }) => `week ${handledBy} ${week}`),
  issue: defineTransfer(publicationKind, 'issues', () => 'issues'),
  content: defineTransfer(contentKind, 'content', ({ topic }) => `topic ${topic}`),
  campaignEvent,
  campaign: defineTransfer(campaignKind, 'campaigns', ({ id }) => `campaign ${id}`),
  campaignChannel: defineTransfer(campaignChannelKind, 'campaign-channels', ({ id }) => `channel ${id}`),
  pulse: defineTransfer(surveyKind, 'pulse', ({ campaign }) => `campaign ${campaign}`),
  deliveryPart: defineTransfer(deliveryBatchKind, 'delivery-parts', ({ runId }) => `run ${runId}`),
  deliveryRun: defineTransfer(deliveryRunKind, 'delivery-runs', ({ id }) => `run ${id}`),
  reach: defineTransfer(subscriberKind, 'reach', ({ id }) => `reach ${id}`),
  organisation: defineTransfer(organisationKind, 'organisations', ({ id }) => `organisation ${id}`),
  invitation: defineTransfer(invitationKind, 'invitations', ({ organisation }) => `organisation ${organisation}`),
  regularPost: defineTransfer(
    scheduledPostKind,
    'regular-posts',
    (post) => `post ${scheduledPostKind.getKey(post).join(' ')}`,
  ),
  dailyMark: defineTransfer(dailyTaskStateKind, 'daily-marks', ({ task }) => `mark ${task}`),
} as const satisfies Readonly<Record<string, TransferDefinition<RecordKindDefinition | undefined>>>;

export type TransferKind = keyof typeof transferKinds;

const isTransferKind = (name: string): name is TransferKind => Object.hasOwn(transferKinds, name);

export const transferKindNames: readonly TransferKind[] = Object.keys(transferKinds).filter(isTransferKind);

export const transferExcludedKinds = ['dayKey', 'sendingLanes'] as const satisfies readonly RecordKind[];

export interface TransferRecord {
  readonly id: RecordKey;
  readonly group: string;
  readonly line: string;
}

export interface UnreadableRecord {
  readonly id: RecordKey;
  readonly reason: 'damaged' | 'newer';
  readonly raw: string;
}

/** For export and import, row by row. Every method throws StoreError. */
export interface TransferStore {
  rows(kind: TransferKind): AsyncIterable<TransferRecord | UnreadableRecord>;
  count(kind: TransferKind): Promise<number>;
  readLine(kind: TransferKind, record: TransferRecord): Promise<string | null | undefined>;
  add(kind: TransferKind, records: readonly TransferRecord[]): Promise<void>;
  close(): Promise<void>;
}

const isSameKey = (one: RecordKey, other: RecordKey): boolean =>
  one.length === other.length && one.every((part, place) => part === other[place]);

export function toTransferRecord(
  kind: TransferKind,
  key: RecordKey,
  record: unknown,
  raw: string,
): TransferRecord | UnreadableRecord {
  const read = transferKinds[kind].read(record);
  if (typeof read === 'string') return { id: key, reason: read, raw };
  if (!isSameKey(read.id, key)) return { id: key, reason: 'damaged', raw };
  return { ...read, line: canonicalJson(record) };
}

export const isUnreadableRecord = (row: TransferRecord | UnreadableRecord): row is UnreadableRecord => 'reason' in row;

export const parseTransferLine = ({ schema }: RecordKindDefinition, line: string): object =>
  parseStored(z.looseObject({}), parseStoredJson(schema, line));
