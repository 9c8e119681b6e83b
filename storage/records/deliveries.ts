import type {
  DeliveryBatchStore,
  DeliveryRunStore,
  SendQuotaStore,
  SubscriberStore,
} from '../../core/ports/campaign-stores.ts';
import { deliveryBatchSchema, deliveryRunSchema, sendQuotaSchema } from '../../core/model/delivery.ts';
import { subscriberSchema } from '../../core/model/subscriber.ts';
import { type DocumentStore, defineRecordKind, parseReadableRecords } from '../document-store.ts';
import { takeReadableRows, tryParseVersioned } from '../record-codec.ts';

/** Its version is random: a number would count someone's choices. */
export const subscriberKind = defineRecordKind({
  kind: 'reach',
  schema: subscriberSchema,
  table: 'reach',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  version: 'drawn',
  document: { container: 'reach', id: ([id]) => String(id), parseKey: (id) => [id], condition: `c.id > ''` },
});

export const createSubscriberStore = (documents: DocumentStore): SubscriberStore => ({
  add: async (row) => ((await documents.write(subscriberKind, row)) ? 'added' : 'exists'),
  read: async (id) => {
    const stored = await documents.read(subscriberKind, [id]);
    return stored && tryParseVersioned(subscriberKind, stored);
  },
  page: async (after, max) => {
    const ask = (limit: number) => documents.list(subscriberKind, [['id', '>', after ?? '']], limit);
    const { values } = await takeReadableRows(max, ask, (stored) => parseReadableRecords(subscriberKind, [stored])[0]);
    return values;
  },
  write: (row, expectedVersion) => documents.write(subscriberKind, row, expectedVersion),
  remove: (id) => documents.remove(subscriberKind, [id]),
});

// A run and its parts share a partition, so that one batch closes a part and counts it.
export const deliveryRunKind = defineRecordKind({
  kind: 'deliveryRun',
  schema: deliveryRunSchema,
  table: 'delivery_runs',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  version: 'counted',
  recordField: 'run',
  derivedFields: { hasParts: { column: 'has_parts', getValue: ({ erased }) => !erased } },
  document: {
    container: 'deliveries',
    partition: 'runId',
    id: () => 'run',
    parseKey: (_, runId) => [runId],
    condition: 'NOT IS_DEFINED(c.stage)',
  },
});

export const deliveryBatchKind = defineRecordKind({
  kind: 'deliveryPart',
  schema: deliveryBatchSchema,
  table: 'delivery_parts',
  key: { runId: 'run_id', number: 'number' },
  getKey: ({ runId, number }) => [runId, number],
  version: 'counted',
  derivedFields: { stage: { column: 'stage', getValue: ({ stage }) => stage } },
  document: {
    container: 'deliveries',
    partition: 'runId',
    id: ([, number]) => `part:${String(number).padStart(8, '0')}`,
    parseKey: (id, runId) => [runId, Number(id.slice('part:'.length))],
    condition: `c.stage IN ('planned', 'begun', 'closed')`,
  },
});

export const createDeliveryRuns = (documents: DocumentStore): DeliveryRunStore => ({
  all: async () =>
    parseReadableRecords(deliveryRunKind, await documents.list(deliveryRunKind, [['hasParts', '=', true]])),
  read: async (id) => {
    const stored = await documents.read(deliveryRunKind, [id]);
    return stored && parseReadableRecords(deliveryRunKind, [stored])[0];
  },
  write: (run, expectedVersion) => documents.write(deliveryRunKind, run, expectedVersion),
  erase: (id) => documents.removeAll(deliveryBatchKind, [['runId', '=', id]]),
});

export const createDeliveryBatches = (documents: DocumentStore): DeliveryBatchStore => ({
  find: async (runId, stage, max) => {
    const found = await documents.keys(
      deliveryBatchKind,
      [
        ['runId', '=', runId],
        ['stage', '=', stage],
      ],
      max,
    );
    return found.map(({ key, version }) => ({ number: Number(key[1]), version }));
  },
  read: async (runId, number) => {
    const stored = await documents.read(deliveryBatchKind, [runId, number]);
    return stored && tryParseVersioned(deliveryBatchKind, stored);
  },
  write: async (parts, run) => {
    const written = await documents.writeTogether([
      ...parts.map((part) => ({ kind: deliveryBatchKind, ...part })),
      ...(run ? [{ kind: deliveryRunKind, ...run }] : []),
    ]);
    return written?.slice(0, parts.length);
  },
});

const sendQuotaKind = defineRecordKind({
  kind: 'sendingLanes',
  schema: sendQuotaSchema,
  table: 'sending_lanes',
  key: { one: 'one' },
  getKey: () => [1],
  version: 'counted',
  document: { id: () => 'sendingLanes', parseKey: () => [1], condition: `c.id = 'sendingLanes'` },
});

export const createSendQuotaStore = (documents: DocumentStore): SendQuotaStore => ({
  read: async () => {
    const stored = await documents.read(sendQuotaKind, [1]);
    return stored && tryParseVersioned(sendQuotaKind, stored);
  },
  write: (quota, expectedVersion) => documents.write(sendQuotaKind, quota, expectedVersion),
});
