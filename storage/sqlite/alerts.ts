import { parseJson } from '../../core/model/parse-json.ts';
import { z } from 'zod';
import type { AlertOutbox } from '../../core/ports/alerts.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { getAlertInstants } from '../case-records.ts';
import {
  takeReadableRows,
  isNewerVersion,
  mayChangeRecord,
  decodeVersion,
  parseStored,
  serialiseRecord,
  tryParseVersioned,
} from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const alertRowSchema = z.object({ caseId: z.string(), record: z.string(), version: z.string() });

const alertColumns = 'case_id AS caseId, record, CAST(version AS TEXT) AS version';

function parseAlertRow(row: unknown): Versioned<AlertRecord | undefined> {
  const { caseId, record, ...found } = parseStored(alertRowSchema, row);
  const held = { document: parseJson(record), version: found.version };
  const { value, version } = tryParseVersioned({ kind: 'alert', schema: alertRecordSchema }, held);
  return { value: value?.caseId === caseId ? value : undefined, version };
}

export function tryReadAlert(file: SqliteFile, caseId: CaseId): Versioned<AlertRecord | undefined> | undefined {
  const row = file.row(`SELECT ${alertColumns} FROM alerts WHERE case_id = ?`, caseId);
  return row === undefined ? undefined : parseAlertRow(row);
}

function readAlert(file: SqliteFile, caseId: CaseId, fallback?: AlertRecord): Versioned<AlertRecord> | undefined {
  const alert = tryReadAlert(file, caseId);
  if (alert === undefined) return undefined;
  const value = alert.value ?? fallback;
  if (value === undefined) throw new StoreError(isNewerVersion(alert.version) ? 'newer' : 'broken');
  return { value, version: alert.version };
}

export function readAlertVersion(file: SqliteFile, caseId: CaseId): string | undefined {
  const row = file.row(`SELECT ${alertColumns} FROM alerts WHERE case_id = ?`, caseId);
  return row === undefined ? undefined : parseStored(alertRowSchema, row).version;
}

export function addAlert(file: SqliteFile, alert: AlertRecord): void {
  const { dueMs, leasedUntilMs, lastPostedMs } = getAlertInstants(alert);
  file.write(
    `INSERT INTO alerts (case_id, version, handled_by, state, attempts, due_ms, leased_until_ms, last_posted_ms, record)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)`,
    alert.caseId,
    alert.handledBy,
    alert.state,
    alert.attempts,
    dueMs ?? null,
    leasedUntilMs ?? null,
    lastPostedMs ?? null,
    serialiseRecord('alert', alert),
  );
}

export function replaceAlert(file: SqliteFile, { value, version: at }: Versioned<AlertRecord>): boolean {
  const { version, formatVersion } = decodeVersion('alert', at);
  const { dueMs, leasedUntilMs, lastPostedMs } = getAlertInstants(value);
  const changed = file.write(
    `UPDATE alerts SET version = version % 9007199254740991 + 1, handled_by = ?, state = ?, attempts = ?, due_ms = ?, leased_until_ms = ?,
       last_posted_ms = ?, record = ? WHERE case_id = ? AND CAST(version AS TEXT) = ?`,
    value.handledBy,
    value.state,
    value.attempts,
    dueMs ?? null,
    leasedUntilMs ?? null,
    lastPostedMs ?? null,
    serialiseRecord('alert', value, formatVersion),
    value.caseId,
    version,
  );
  return changed === 1;
}

const healthSchema = z.object({ waiting: z.int(), failing: z.int(), lastPostedMs: z.int().nullable() });

const maxInstantMs = 8.64e15;

/** Named, since SQLite without table statistics scans all alerts ever posted. */
const waitingAlertsSql = `FROM alerts INDEXED BY alerts_open WHERE handled_by = ?1 AND (state = 'waiting' OR attempts > 0)`;

const selectHealthSql = `SELECT
  (SELECT count(*) ${waitingAlertsSql}) AS waiting,
  (SELECT count(*) ${waitingAlertsSql} AND attempts > 0) AS failing,
  (SELECT max(last_posted_ms) FROM alerts INDEXED BY alerts_posted
   WHERE handled_by = ?1 AND last_posted_ms BETWEEN 0 AND ?2) AS lastPostedMs`;

export const createSqliteAlertOutbox = (file: SqliteFile): AlertOutbox => ({
  due: async (now, limit, { latest, waiting } = {}) => {
    const { values, unreadable } = await takeReadableRows(
      limit,
      async (rowLimit) =>
        file.rows(
          `SELECT ${alertColumns} FROM alerts INDEXED BY alerts_due
           WHERE due_ms IS NOT NULL AND (due_ms <= ?1 OR due_ms > ?3) ${waiting ? "AND state = 'waiting'" : ''}
           ORDER BY due_ms, case_id LIMIT ?2`,
          now.getTime(),
          rowLimit,
          latest?.getTime() ?? maxInstantMs,
        ),
      // Only a newer version may change it: this one could not record the post.
      (row) => {
        if (!mayChangeRecord('alert', parseJson(parseStored(alertRowSchema, row).record))) return undefined;
        const { value, version } = parseAlertRow(row);
        return value && { value, version };
      },
    );
    return { alerts: values, unreadable };
  },

  read: async (caseId, otherwise) => readAlert(file, caseId, otherwise),

  write: async (alert) =>
    file.transaction(() => (replaceAlert(file, alert) ? readAlert(file, alert.value.caseId) : undefined)),

  health: async (handledBy) => {
    const { waiting, failing, lastPostedMs } = parseStored(
      healthSchema,
      file.row(selectHealthSql, handledBy, maxInstantMs),
    );
    return { waiting, failing, ...(lastPostedMs !== null && { lastPostedAt: new Date(lastPostedMs).toISOString() }) };
  },
});
