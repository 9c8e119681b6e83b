import { z } from 'zod';
import { type AlertRecord, alertRecordSchema } from '../../concerns/records/alert-record.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { instantsOf } from '../alert-instants.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../readable.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ caseId: z.string(), record: z.string(), version: z.string() });

/** What a row of an alert is read from. A version that is no number of ours must not keep other rows from being read. */
export const alertColumns = 'case_id AS caseId, record, CAST(version AS TEXT) AS version';

/** The alert that a row holds, `undefined` where it holds none, or that of another case. */
export function alertInRow(row: unknown): Versioned<AlertRecord> | undefined {
  const { caseId, record, version } = parsed(rowSchema, row);
  const value = readJson(alertRecordSchema, record);
  return value?.caseId === caseId ? { value, version } : undefined;
}

/**
 * The alert of a case, `undefined` where there is none. `otherwise` stands in for one that cannot be read; without it
 * StoreError `broken` is thrown.
 */
export function readAlert(
  file: SqliteFile,
  caseId: CaseId,
  otherwise?: AlertRecord,
): Versioned<AlertRecord> | undefined {
  const row = file.row(`SELECT ${alertColumns} FROM alerts WHERE case_id = ?`, caseId);
  if (row === undefined) return undefined;
  const alert = alertInRow(row) ?? (otherwise && { value: otherwise, version: parsed(rowSchema, row).version });
  if (alert === undefined) throw new StoreError('broken');
  return alert;
}

/** The version of a case's alert, `undefined` where there is none. */
export function alertVersion(file: SqliteFile, caseId: CaseId): string | undefined {
  const row = file.row(`SELECT ${alertColumns} FROM alerts WHERE case_id = ?`, caseId);
  return row === undefined ? undefined : parsed(rowSchema, row).version;
}

/** Adds the alert of a new case. */
export function addAlert(file: SqliteFile, alert: AlertRecord): void {
  const { dueMs, leasedUntilMs, lastPostedMs } = instantsOf(alert);
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
    JSON.stringify(alert),
  );
}

/** Replaces an alert that is still at its version; `false` where it is not: nothing is written. */
export function replaceAlert(file: SqliteFile, { value, version }: Versioned<AlertRecord>): boolean {
  const { dueMs, leasedUntilMs, lastPostedMs } = instantsOf(value);
  const changed = file.write(
    `UPDATE alerts SET version = version % 9007199254740991 + 1, handled_by = ?, state = ?, attempts = ?, due_ms = ?, leased_until_ms = ?,
       last_posted_ms = ?, record = ? WHERE case_id = ? AND CAST(version AS TEXT) = ?`,
    value.handledBy,
    value.state,
    value.attempts,
    dueMs ?? null,
    leasedUntilMs ?? null,
    lastPostedMs ?? null,
    JSON.stringify(value),
    value.caseId,
    version,
  );
  return changed === 1;
}
