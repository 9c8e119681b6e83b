import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SharedPaces, WorkCounts } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed } from '../record-codec.ts';
import { type CosmosDocuments, documentOf, isEtag } from './documents-client.ts';

const etagSchema = z.object({ _etag: z.string() });
const givenSchema = z.object({ until: z.number().catch(0), hour: z.number().catch(0) });
const foundSchema = z.object({ id: z.string(), hour: z.number().catch(0) });
const documentId = (name: string): string => `pace:${name}`;

export const cosmosSharedPaces = (state: CosmosDocuments): SharedPaces => ({
  read: async (name) => {
    const id = documentId(name);
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    return { value: { name, ...parsed(givenSchema, document) }, version: parsed(etagSchema, document)._etag };
  },

  write: ({ name, until, hour }, over) => writeOver(state, documentId(name), { until, hour, type: 'pace' }, over),

  removeBefore: async (instant) => {
    const found = await state.query({ query: `SELECT c.id, c.hour FROM c WHERE c.type = 'pace'` });
    for (const document of found) {
      const { id, hour } = parsed(foundSchema, document);
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

export const cosmosWorkCounts = (state: CosmosDocuments): WorkCounts => ({
  salt: async (day, drawn) => {
    const [id, writeId] = [saltId(day), randomUUID()];
    const standing = async () => {
      const document = await state.read(id, id);
      return document === undefined ? undefined : parsed(saltSchema, document).salt;
    };
    const found = await standing();
    if (found !== undefined) return found;
    const resourceBody = { ...documentOf({ salt: drawn, day, type: 'workSalt', writeId }), id };
    await state.batch(id, [{ operationType: 'Create', resourceBody }], { id, writeId });
    const salt = await standing();
    if (salt === undefined) throw new StoreError('broken');
    return salt;
  },

  read: async (name) => {
    const id = countId(name);
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    const { record, _etag: version } = parsed(countSchema, document);
    return { value: record, version };
  },

  write: ({ name, day, record }, over) => writeOver(state, countId(name), { record, day, type: 'work' }, over),

  ofDay: async (day) => {
    const found = await state.query({
      query: `SELECT c.record FROM c WHERE c.type = 'work' AND c.day = @day`,
      parameters: [{ name: '@day', value: day }],
    });
    return found.map((document) => parsed(recordSchema, document).record);
  },

  removeBefore: async (day) => {
    const earlier = await state.query({
      query: `SELECT c.id FROM c WHERE c.type IN ('work', 'workSalt') AND c.day < @day`,
      parameters: [{ name: '@day', value: day }],
    });
    for (const document of earlier) {
      const { id } = parsed(idSchema, document);
      await state.remove(id, id);
    }
  },
});

async function writeOver(
  state: CosmosDocuments,
  id: string,
  fields: object,
  over: string | undefined,
): Promise<boolean> {
  if (over !== undefined && !isEtag(over)) return false;
  const writeId = randomUUID();
  const resourceBody = { ...documentOf({ ...fields, writeId }), id };
  const operation =
    over === undefined
      ? ({ operationType: 'Create', resourceBody } as const)
      : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
  return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
}
