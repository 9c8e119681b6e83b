import { z } from 'zod';
import type { DayKeyStore, DraftStore, StoredDayKey, StoredDraft } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const draftRowSchema = z.object({ sealed: z.string(), expiresMs: z.int() });

export function replaceDraft(file: SqliteFile, { id, sealed, expiresAt }: StoredDraft): boolean {
  const hasReplaced = file.write('DELETE FROM drafts WHERE id = ?', id) > 0;
  file.write('INSERT INTO drafts (id, expires_ms, sealed) VALUES (?, ?, ?)', id, expiresAt.getTime(), sealed);
  return hasReplaced;
}

/** A removed or replaced draft is gone from the log too when the call settles, also after a repeat. */
export function createSqliteDraftStore(file: SqliteFile): DraftStore {
  return {
    save: async (draft) => {
      if (await file.transaction(() => replaceDraft(file, draft))) await file.erase();
    },
    read: async (id, now) => {
      const row = file.row(
        'SELECT sealed, expires_ms AS expiresMs FROM drafts WHERE id = ? AND expires_ms > ?',
        id,
        now.getTime(),
      );
      if (row === undefined) return undefined;
      const { sealed, expiresMs } = parseStored(draftRowSchema, row);
      return { id, sealed, expiresAt: new Date(expiresMs) };
    },
    // Even if none was there: this may repeat another server's removal, which could not empty the log.
    remove: async (id) => {
      const removed = await file.transaction(() => file.write('DELETE FROM drafts WHERE id = ?', id));
      // Each report that is sent asks for it, and few had a draft.
      await (removed > 0 ? file.erase() : file.eraseWithOthers());
    },
    removeExpired: async (now) => {
      await file.transaction(() => file.write('DELETE FROM drafts WHERE expires_ms <= ?', now.getTime()));
      await file.erase();
    },
  };
}

const dayKeyRowSchema = z.object({ wrapped: z.string() });

function readDayKey(file: SqliteFile, id: string): StoredDayKey | undefined {
  const row = file.row('SELECT wrapped FROM day_keys WHERE id = ?', id);
  return row === undefined ? undefined : { id, wrapped: parseStored(dayKeyRowSchema, row).wrapped };
}

/** A removed key is gone from the log too when the call settles. */
export const createSqliteDayKeys = (file: SqliteFile): DayKeyStore => ({
  add: async ({ id, wrapped }) =>
    file.transaction(() => {
      file.write('INSERT INTO day_keys (id, wrapped) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', id, wrapped);
      const stored = readDayKey(file, id);
      if (!stored) throw new StoreError('broken');
      return stored;
    }),
  read: async (id) => readDayKey(file, id),
  removeBefore: async (id) => {
    await file.transaction(() => file.write('DELETE FROM day_keys WHERE id < ?', id));
    await file.erase();
  },
});
