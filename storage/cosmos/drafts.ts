import { z } from 'zod';
import type { DayKeyStore, DraftStore } from '../../core/ports/store.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { parseStored } from '../record-codec.ts';
import { type CosmosDocuments, toDocument } from './container-client.ts';

const draftSchema = z.object({ id: z.string(), sealed: z.string(), expiresMs: z.int() });
const idSchema = z.object({ id: z.string() });

const daySeconds = 86_400;

/**
 * Cosmos DB removes each draft after its end (`ttl`), even if no server runs; in whole days, since exact seconds would
 * say when it was written.
 */
export const createCosmosDraftStore = (drafts: CosmosDocuments, clock: Clock): DraftStore => ({
  save: ({ id, sealed, expiresAt }) => {
    const days = Math.max(1, Math.ceil((expiresAt.getTime() - clock().getTime()) / (1000 * daySeconds)));
    const ttl = days * daySeconds;
    return drafts.upsert(toDocument({ id, sealed, expiresMs: expiresAt.getTime(), ttl }), id);
  },

  read: async (id, now) => {
    const document = await drafts.read(id, id);
    if (document === undefined) return undefined;
    const { sealed, expiresMs } = parseStored(draftSchema, document);
    return expiresMs <= now.getTime() ? undefined : { id, sealed, expiresAt: new Date(expiresMs) };
  },

  remove: (id) => drafts.remove(id, id),

  removeExpired: async (now) => {
    const expired = await drafts.query({
      query: 'SELECT c.id FROM c WHERE c.expiresMs <= @now',
      parameters: [{ name: '@now', value: now.getTime() }],
    });
    for (const document of expired) {
      const { id } = parseStored(idSchema, document);
      await drafts.remove(id, id);
    }
  },
});

const wrappedSchema = z.object({ wrapped: z.string() });
const dayKeyDocumentId = (day: string): string => `dayKey:${day}`;

/** Removed by name, without `ttl`: their end must not hang on a timer. */
export const createCosmosDayKeys = (state: CosmosDocuments): DayKeyStore => ({
  add: async ({ id: day, wrapped }) => {
    const id = dayKeyDocumentId(day);
    const stored = await state.createIfMissing(id, toDocument({ id, type: 'dayKey', day, wrapped }));
    return { id: day, wrapped: parseStored(wrappedSchema, stored).wrapped };
  },

  read: async (day) => {
    const id = dayKeyDocumentId(day);
    const document = await state.read(id, id);
    return document === undefined ? undefined : { id: day, wrapped: parseStored(wrappedSchema, document).wrapped };
  },

  removeBefore: async (day) => {
    const earlier = await state.query({
      query: `SELECT c.id FROM c WHERE c.type = 'dayKey' AND c.day < @day`,
      parameters: [{ name: '@day', value: day }],
    });
    for (const document of earlier) {
      const { id } = parseStored(idSchema, document);
      await state.remove(id, id);
    }
  },
});
