import { z } from 'zod';
import type { PulseCounters } from '../../concerns/ports/pulse-counters.ts';
import { countedTogether, pulseWeekSchema } from '../../concerns/records/pulse-week.ts';
import { jsonIn, kept, keptIfReadable, rowOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { markOver } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string() });

/** The counters of pulses in SQLite. */
export const sqlitePulse = (file: SqliteFile): PulseCounters => ({
  add: async (counted) => {
    const { campaign, phase, week } = counted;
    await file.transaction(() => {
      const row = file.row(
        'SELECT record FROM pulse WHERE campaign = ? AND phase = ? AND week = ?',
        campaign,
        phase,
        week,
      );
      const standing = row === undefined ? undefined : jsonIn(parsed(rowSchema, row).record);
      const before = standing === undefined ? undefined : kept('pulse', pulseWeekSchema, standing);
      const counts = countedTogether(before?.counts ?? {}, counted.counts);
      file.write(
        `INSERT INTO pulse (campaign, phase, week, record) VALUES (?, ?, ?, ?)
         ON CONFLICT (campaign, phase, week) DO UPDATE SET record = excluded.record`,
        campaign,
        phase,
        week,
        rowOf('pulse', { ...before, ...counted, counts }, markOver('pulse', standing)),
      );
    });
  },

  of: async (campaign) =>
    file
      .rows('SELECT record FROM pulse WHERE campaign = ? ORDER BY phase, week', campaign)
      .map((row) => keptIfReadable('pulse', pulseWeekSchema, jsonIn(parsed(rowSchema, row).record)))
      .filter((week) => week !== undefined),
});
