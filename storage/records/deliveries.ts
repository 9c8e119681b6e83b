import type { DeliveryParts, DeliveryRuns, LaneKeeper, ReachStore } from '../../core/ports/campaign-store.ts';
import { deliveryPartSchema, deliveryRunSchema, sendingLanesSchema } from '../../core/model/delivery.ts';
import { reachRowSchema } from '../../core/model/subscriber.ts';
import { type Documents, kindOf, readableIn } from '../documents.ts';
import { firstReadable, versionedIfReadable } from '../record-codec.ts';

/** Its version is random: a number would count someone's choices. */
export const reachKind = kindOf({
  kind: 'reach',
  schema: reachRowSchema,
  table: 'reach',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  version: 'drawn',
  document: { container: 'reach', id: ([id]) => String(id), keyIn: (id) => [id], condition: `c.id > ''` },
});

export const reachIn = (documents: Documents): ReachStore => ({
  add: async (row) => ((await documents.write(reachKind, row)) ? 'added' : 'exists'),
  read: async (id) => {
    const standing = await documents.read(reachKind, [id]);
    return standing && versionedIfReadable(reachKind, standing);
  },
  page: async (after, most) => {
    const ask = (limit: number) => documents.list(reachKind, [['id', '>', after ?? '']], limit);
    const { values } = await firstReadable(most, ask, (standing) => readableIn(reachKind, [standing])[0]);
    return values;
  },
  write: (row, over) => documents.write(reachKind, row, over),
  remove: (id) => documents.remove(reachKind, [id]),
});

// A run and its parts share one partition, so that a part is closed and counted in one batch.
export const deliveryRunKind = kindOf({
  kind: 'deliveryRun',
  schema: deliveryRunSchema,
  table: 'delivery_runs',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  version: 'counted',
  under: 'run',
  found: { hasParts: { column: 'has_parts', of: ({ erased }) => !erased } },
  document: {
    container: 'deliveries',
    partition: 'runId',
    id: () => 'run',
    keyIn: (_, runId) => [runId],
    condition: 'NOT IS_DEFINED(c.stage)',
  },
});

export const deliveryPartKind = kindOf({
  kind: 'deliveryPart',
  schema: deliveryPartSchema,
  table: 'delivery_parts',
  key: { runId: 'run_id', number: 'number' },
  keyOf: ({ runId, number }) => [runId, number],
  version: 'counted',
  found: { stage: { column: 'stage', of: ({ stage }) => stage } },
  document: {
    container: 'deliveries',
    partition: 'runId',
    id: ([, number]) => `part:${String(number).padStart(8, '0')}`,
    keyIn: (id, runId) => [runId, Number(id.slice('part:'.length))],
    condition: `c.stage IN ('planned', 'begun', 'closed')`,
  },
});

export const deliveryRunsIn = (documents: Documents): DeliveryRuns => ({
  all: async () => readableIn(deliveryRunKind, await documents.list(deliveryRunKind, [['hasParts', '=', true]])),
  read: async (id) => {
    const standing = await documents.read(deliveryRunKind, [id]);
    return standing && readableIn(deliveryRunKind, [standing])[0];
  },
  write: (run, over) => documents.write(deliveryRunKind, run, over),
  erase: (id) => documents.removeAll(deliveryPartKind, [['runId', '=', id]]),
});

export const deliveryPartsIn = (documents: Documents): DeliveryParts => ({
  find: async (runId, stage, most) => {
    const found = await documents.keys(
      deliveryPartKind,
      [
        ['runId', '=', runId],
        ['stage', '=', stage],
      ],
      most,
    );
    return found.map(({ key, version }) => ({ number: Number(key[1]), version }));
  },
  read: async (runId, number) => {
    const standing = await documents.read(deliveryPartKind, [runId, number]);
    return standing && versionedIfReadable(deliveryPartKind, standing);
  },
  write: async (parts, run) => {
    const written = await documents.writeTogether([
      ...parts.map((part) => ({ kind: deliveryPartKind, ...part })),
      ...(run ? [{ kind: deliveryRunKind, ...run }] : []),
    ]);
    return written?.slice(0, parts.length);
  },
});

const sendingLanesKind = kindOf({
  kind: 'sendingLanes',
  schema: sendingLanesSchema,
  table: 'sending_lanes',
  key: { one: 'one' },
  keyOf: () => [1],
  version: 'counted',
  document: { id: () => 'sendingLanes', keyIn: () => [1], condition: `c.id = 'sendingLanes'` },
});

export const lanesIn = (documents: Documents): LaneKeeper => ({
  read: async () => {
    const standing = await documents.read(sendingLanesKind, [1]);
    return standing && versionedIfReadable(sendingLanesKind, standing);
  },
  write: (lanes, over) => documents.write(sendingLanesKind, lanes, over),
});
