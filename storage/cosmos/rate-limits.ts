import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RateLimitStore, WorkCountStore } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored } from '../record-codec.ts';
import { type CosmosDocuments, toDocument, isEtag } from './container-client.ts';

const etagSchema = z.object({ _etag: z.string() });
const rateLimitSchema = z.object({ until: z.number().catch(0), hour: z.number().catch(0) });
const rateLimitDocumentSchema = z.object({ id: z.string(), hour: z.number().catch(0) });
const rateLimitId = (name: string): string => `pace:${name}`;

export const createCosmosRateLimitStore = (state: CosmosDocuments): RateLimitStore => ({
  read: async (name) => {
    const id = rateLimitId(name);
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    return {
      value: { name, ...parseStored(rateLimitSchema, document) },
      version: parseStored(etagSchema, document)._etag,
    };
  },

  write: ({ name, until, hour }, expectedVersion) =>
    writeVersioned(state, rateLimitId(name), { until, hour, type: 'pace' }, expectedVersion),

  removeBefore: async (instant) => {
    const found = await state.query({ query: `SELECT c.id, c.hour FROM c WHERE c.type = 'pace'` });
    for (const document of found) {
      const { id, hour } = parseStored(rateLimitDocumentSchema, document);
      if (hour < instant) await state.remove(id, id);
    }
  },
});

const countSchema = z.object({ record: z.string().catch(''), _etag: z.string() });
const recordSchema = z.object({ record: z.string().catch('') });
const saltSchema = z.object({ salt: z.string() });
const idSchema = z.object({ id: z.string() });
const countId = (name: string): string => `work:${name}`;
const saltId = (day: string): string => `workSalt:${day}`;

export const createCosmosWorkCounts = (state: CosmosDocuments): WorkCountStore => ({
  salt: async (day, generated) => {
    const [id, writeId] = [saltId(day), randomUUID()];
    const readSalt = async () => {
      const document = await state.read(id, id);
      return document === undefined ? undefined : parseStored(saltSchema, document).salt;
    };
    const found = await readSalt();
    if (found !== undefined) return found;
    const resourceBody = { ...toDocument({ salt: generated, day, type: 'workSalt', writeId }), id };
    await state.batch(id, [{ operationType: 'Create', resourceBody }], { id, writeId });
    const salt = await readSalt();
    if (salt === undefined) throw new StoreError('broken');
    return salt;
  },

  read: async (name) => {
    const id = countId(name);
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    const { record, _etag: version } = parseStored(countSchema, document);
    return { value: record, version };
  },

  write: ({ name, day, record }, expectedVersion) =>
    writeVersioned(state, countId(name), { record, day, type: 'work' }, expectedVersion),

  listRecords: async (day) => {
    const found = await state.query({
      query: `SELECT c.record FROM c WHERE c.type = 'work' AND c.day = @day`,
      parameters: [{ name: '@day', value: day }],
    });
    return found.map((document) => parseStored(recordSchema, document).record);
  },

  removeBefore: async (day) => {
    const earlier = await state.query({
      query: `SELECT c.id FROM c WHERE c.type IN ('work', 'workSalt') AND c.day < @day`,
      parameters: [{ name: '@day', value: day }],
    });
    for (const document of earlier) {
      const { id } = parseStored(idSchema, document);
      await state.remove(id, id);
    }
  },
});

async function writeVersioned(
  state: CosmosDocuments,
  id: string,
  fields: object,
  expectedVersion: string | undefined,
): Promise<boolean> {
  if (expectedVersion !== undefined && !isEtag(expectedVersion)) return false;
  const writeId = randomUUID();
  const resourceBody = { ...toDocument({ ...fields, writeId }), id };
  const operation =
    expectedVersion === undefined
      ? ({ operationType: 'Create', resourceBody } as const)
      : ({ operationType: 'Replace', id, ifMatch: expectedVersion, resourceBody } as const);
  return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
}
