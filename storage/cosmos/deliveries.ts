import type { OperationInput } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryParts, Over } from '../../concerns/ports/delivery-parts.ts';
import type { DeliveryRuns } from '../../concerns/ports/delivery-runs.ts';
import type { LaneKeeper } from '../../concerns/ports/sending-lanes.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { type DeliveryPart, deliveryPartSchema } from '../../concerns/records/delivery-part.ts';
import { type DeliveryRun, deliveryRunSchema } from '../../concerns/records/delivery-run.ts';
import { sendingLanesSchema } from '../../concerns/records/sending-lanes.ts';
import { besideOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { over as overOf, type RecordKind, versionAfter } from '../record-shapes.ts';
import { type CosmosDocuments, documentOf, isEtag, versionedIfReadable, versionIn } from './cosmos-documents.ts';

// A run and its parts share one partition, so that a part is closed and counted in one batch. Nothing is indexed but
// whether a run has parts, and at which stage each of them is.
const runDocument = 'run';
/** Sorts as its number does. */
const partDocument = (number: number): string => `part:${String(number).padStart(8, '0')}`;

function readRun(document: unknown): Versioned<DeliveryRun> | undefined {
  if (document === undefined) return undefined;
  const { value, version } = versionedIfReadable('deliveryRun', deliveryRunSchema, document, 'run');
  return value && { value, version };
}

/** One document of a batch, made or put in the place of another. */
function written(
  kind: RecordKind,
  id: string,
  { value, fields }: { readonly value: object; readonly fields: object },
  over: string | undefined,
): OperationInput {
  const standing = over === undefined ? undefined : overOf(kind, over);
  const resourceBody = { ...documentOf({ ...besideOf(kind, value, standing?.mark), ...fields }), id };
  return standing === undefined
    ? { operationType: 'Create', resourceBody }
    : { operationType: 'Replace', id, ifMatch: standing.version, resourceBody };
}

function ofRun({ value, over }: Over<DeliveryRun>, writeId: string): OperationInput {
  const fields = { runId: value.id, ...(!value.erased && { hasParts: true }), run: value, writeId };
  return written('deliveryRun', runDocument, { value, fields }, over);
}

const ofPart = ({ value, over }: Over<DeliveryPart>, writeId: string): OperationInput =>
  written('deliveryPart', partDocument(value.number), { value, fields: { ...value, writeId } }, over);

/** How many are removed at once: no more than the service takes in a batch. */
const removedAtOnce = 100;

/** Runs in Cosmos DB. */
export const cosmosDeliveryRuns = (deliveries: CosmosDocuments): DeliveryRuns => ({
  all: async () => {
    const found = await deliveries.query({ query: 'SELECT * FROM c WHERE c.hasParts = true' });
    return found.map(readRun).filter((run) => run !== undefined);
  },

  read: async (id) => readRun(await deliveries.read(runDocument, id)),

  write: async (run, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const writeId = randomUUID();
    const operations = [ofRun({ value: run, over }, writeId)];
    return (await deliveries.batch(run.id, operations, { id: runDocument, writeId })).kind === 'done';
  },

  erase: async (id) => {
    for (;;) {
      const query = `SELECT TOP ${removedAtOnce} c.id FROM c WHERE c.stage IN ('planned', 'begun', 'closed')`;
      const found = await deliveries.query({ query }, id);
      const ids = found.map((document) => parsed(z.object({ id: z.string() }), document).id);
      for (const part of ids) await deliveries.remove(part, id);
      if (ids.length < removedAtOnce) return;
    }
  },
});

const foundSchema = z.object({ number: z.int() });

/** The version of a part once it was written, as a reading of it would say. */
const nextVersion = (over: string | undefined, etag: string): string =>
  over === undefined ? etag : versionAfter('deliveryPart', over, etag);

/** The parts of runs in Cosmos DB: a document each. */
export const cosmosDeliveryParts = (deliveries: CosmosDocuments): DeliveryParts => {
  const versionNow = async (runId: string, number: number): Promise<string> =>
    versionIn('deliveryPart', await deliveries.read(partDocument(number), runId));
  return {
    find: async (runId, stage, most) => {
      const question = {
        query: 'SELECT TOP @most c.number, c._etag, c.shape, c.oldestWriter FROM c WHERE c.stage = @stage',
        parameters: [
          { name: '@most', value: most },
          { name: '@stage', value: stage },
        ],
      };
      const found = await deliveries.query(question, runId);
      return found.map((document) => ({
        number: parsed(foundSchema, document).number,
        version: versionIn('deliveryPart', document),
      }));
    },

    read: async (runId, number) => {
      const document = await deliveries.read(partDocument(number), runId);
      if (document === undefined) return undefined;
      return versionedIfReadable('deliveryPart', deliveryPartSchema, document);
    },

    write: async (parts, run) => {
      const [first] = parts;
      if (first === undefined) return [];
      const { runId } = first.value;
      if ([...parts, ...(run ? [run] : [])].some(({ over }) => over !== undefined && !isEtag(over))) return undefined;
      const writeId = randomUUID();
      const operations = [...parts.map((part) => ofPart(part, writeId)), ...(run ? [ofRun(run, writeId)] : [])];
      const outcome = await deliveries.batch(runId, operations, { id: partDocument(first.value.number), writeId });
      if (outcome.kind === 'refused') return undefined;
      const { etags } = outcome;
      if (etags !== undefined) return parts.map(({ over }, place) => nextVersion(over, etags[place] ?? ''));
      return Promise.all(parts.map(({ value }) => versionNow(runId, value.number)));
    },
  };
};

const lanesDocument = 'sendingLanes';

/** Who sends, and how fast, in Cosmos DB. */
export const cosmosLanes = (state: CosmosDocuments): LaneKeeper => ({
  read: async () => {
    const document = await state.read(lanesDocument, lanesDocument);
    if (document === undefined) return undefined;
    return versionedIfReadable('sendingLanes', sendingLanesSchema, document);
  },

  write: async (lanes, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const writeId = randomUUID();
    const operations = [written('sendingLanes', lanesDocument, { value: lanes, fields: { ...lanes, writeId } }, over)];
    return (await state.batch(lanesDocument, operations, { id: lanesDocument, writeId })).kind === 'done';
  },
});
