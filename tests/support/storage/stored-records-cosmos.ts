import type { Database } from '@azure/cosmos';
import { z } from 'zod';
import type { StoredRecords } from '../contracts/stored-records.ts';

const fieldsSchema = z.record(z.string(), z.unknown());

/** What stands in a database, read and written by a client that is not the store's. */
export const cosmosStoredRecords = (
  during: <T>(work: (database: Database) => Promise<T>) => Promise<T>,
): StoredRecords => ({
  read: ({ cosmos: { container, id, partition } }) =>
    during(async (database) => {
      const { resource } = await database.container(container).item(id, partition).read<object>();
      return fieldsSchema.parse(resource);
    }),
  write: async ({ cosmos: { container, id, partition } }, record) => {
    await during((database) =>
      database
        .container(container)
        .item(id, partition)
        .replace({ ...record, id }),
    );
  },
  under: ({ cosmos }) => cosmos.under,
});
