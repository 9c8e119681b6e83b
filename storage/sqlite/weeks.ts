import { z } from 'zod';
import type { Week } from '../../concerns/terms/calendar.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { FrozenWeek, WeekStore } from '../../concerns/ports/week-store.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { parsed } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ figures: z.string() });

function standing(file: SqliteFile, week: Week, handledBy: HandledBy): FrozenWeek | undefined {
  const row = file.row('SELECT figures FROM weeks WHERE week = ? AND handled_by = ?', week, handledBy);
  return row === undefined ? undefined : { week, handledBy, figures: parsed(rowSchema, row).figures };
}

/** Frozen weeks in SQLite. */
export const sqliteWeeks = (file: SqliteFile): WeekStore => ({
  freeze: async ({ week, handledBy, figures }) =>
    file.transaction(() => {
      file.write(
        'INSERT INTO weeks (week, handled_by, figures) VALUES (?, ?, ?) ON CONFLICT (week, handled_by) DO NOTHING',
        week,
        handledBy,
        figures,
      );
      const stands = standing(file, week, handledBy);
      if (!stands) throw new StoreError('broken');
      return stands;
    }),
  read: async (week, handledBy) => standing(file, week, handledBy),
});
