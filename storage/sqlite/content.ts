import { z } from 'zod';
import type { ContentStore } from '../../concerns/ports/content-store.ts';
import { contentEntrySchema, type KeptContent } from '../../concerns/records/content-record.ts';
import { jsonIn, keptIfReadable, rowOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ number: z.int(), record: z.string() });
const markSchema = z.object({ topic: z.string(), number: z.int() });

/** The history of each topic of the guidance, in SQLite. The file itself lets no row be changed or removed. */
export const sqliteContent = (file: SqliteFile): ContentStore => ({
  of: async (topic) =>
    file.rows('SELECT number, record FROM content WHERE topic = ? ORDER BY number', topic).map((row): KeptContent => {
      const { number, record } = parsed(rowSchema, row);
      const entry = keptIfReadable('content', contentEntrySchema, jsonIn(record));
      return { number, entry: entry?.topic === topic && entry.number === number ? entry : undefined };
    }),

  marks: async (since) =>
    file
      .rows('SELECT topic, max(number) AS number FROM content WHERE day >= ? GROUP BY topic', since ?? '')
      .map((row) => parsed(markSchema, row)),

  add: async (entry) => {
    const { topic, number, at } = entry;
    const added = await file.transaction(() =>
      file.write(
        `INSERT INTO content (topic, number, day, record)
         SELECT ?1, ?2, ?3, ?4
         WHERE ?2 = 1 OR EXISTS (SELECT 1 FROM content WHERE topic = ?1 AND number = ?2 - 1)
         ON CONFLICT (topic, number) DO NOTHING`,
        topic,
        number,
        at.slice(0, 10),
        rowOf('content', entry),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },
});
