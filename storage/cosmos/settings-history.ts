import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SettingsHistory } from '../../concerns/ports/settings-history.ts';
import { settingEntrySchema } from '../../concerns/records/setting-record.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const writeIdSchema = z.object({ writeId: z.string() });

/** The history of the settings in Cosmos DB: a document each, whose id is its place. Sorted here, since there are few. */
export const cosmosSettingsHistory = (state: CosmosDocuments): SettingsHistory => ({
  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'setting'` });
    return found
      .map((document) => parsed(settingEntrySchema, document))
      .sort((one, other) => one.sequence - other.sequence);
  },

  add: async (entry) => {
    const [id, writeId] = [`setting:${entry.sequence}`, randomUUID()];
    const standing = await state.keepFirst(id, documentOf({ ...entry, id, type: 'setting', writeId }));
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },
});
