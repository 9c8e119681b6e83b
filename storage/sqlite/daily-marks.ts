import { z } from 'zod';
import { dailyMarkSchema, type DailyMarks, markOfLongAgo } from '../../concerns/ports/daily-marks.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../readable.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.string() });

/** The marks of daily tasks in SQLite. */
export const sqliteDailyMarks = (file: SqliteFile): DailyMarks => ({
  read: async (task) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM daily_marks WHERE task = ?', task);
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: readJson(dailyMarkSchema, record) ?? markOfLongAgo(task), version };
  },

  write: async (mark, over) => {
    const record = JSON.stringify(mark);
    const written = await file.transaction(() =>
      over === undefined
        ? file.write(
            'INSERT INTO daily_marks (task, version, record) VALUES (?, 1, ?) ON CONFLICT (task) DO NOTHING',
            mark.task,
            record,
          )
        : file.write(
            `UPDATE daily_marks SET version = version + 1, record = ?
             WHERE task = ? AND CAST(version AS TEXT) = ?`,
            record,
            mark.task,
            over,
          ),
    );
    return written === 1;
  },
});
