import { z } from 'zod';
import type { AlertOutbox } from '../../concerns/ports/alert-outbox.ts';
import { parsed } from '../parsed.ts';
import { firstReadable } from '../readable.ts';
import { alertColumns, alertInRow, readAlert, replaceAlert } from './alert-rows.ts';
import type { SqliteFile } from './sqlite-file.ts';

const healthSchema = z.object({ waiting: z.int(), failing: z.int(), lastPostedMs: z.int().nullable() });

/** The last instant that a Date can hold, in milliseconds. */
const latestInstantMs = 8.64e15;

/** Alerts in SQLite. */
export const sqliteOutbox = (file: SqliteFile): AlertOutbox => ({
  due: async (now, limit, plausible) => {
    const { values, unreadable } = await firstReadable(
      limit,
      async (asked) =>
        file.rows(
          `SELECT ${alertColumns} FROM alerts
           WHERE due_ms IS NOT NULL AND (due_ms <= ?1 OR due_ms > ?3)
             AND (leased_until_ms IS NULL OR leased_until_ms <= ?1 OR leased_until_ms > ?4)
           ORDER BY due_ms, case_id LIMIT ?2`,
          now.getTime(),
          asked,
          plausible?.due.getTime() ?? latestInstantMs,
          plausible?.lease.getTime() ?? latestInstantMs,
        ),
      alertInRow,
    );
    return { alerts: values, unreadable };
  },

  read: async (caseId, otherwise) => readAlert(file, caseId, otherwise),

  write: async (alert) =>
    file.transaction(() => (replaceAlert(file, alert) ? readAlert(file, alert.value.caseId) : undefined)),

  health: async (handledBy) => {
    const { waiting, failing, lastPostedMs } = parsed(
      healthSchema,
      file.row(
        `SELECT
           (SELECT count(*) FROM alerts WHERE handled_by = ?1 AND (state = 'waiting' OR attempts > 0)) AS waiting,
           (SELECT count(*) FROM alerts
            WHERE handled_by = ?1 AND attempts > 0 AND (state = 'waiting' OR attempts > 0)) AS failing,
           (SELECT max(last_posted_ms) FROM alerts WHERE handled_by = ?1 AND last_posted_ms BETWEEN 0 AND ?2) AS lastPostedMs`,
        handledBy,
        latestInstantMs,
      ),
    );
    return { waiting, failing, ...(lastPostedMs !== null && { lastPostedAt: new Date(lastPostedMs).toISOString() }) };
  },
});
