import { z } from 'zod';
import { type AlertRecord, alertRecordSchema } from '../../concerns/alert-record.ts';
import type { CaseId } from '../../concerns/case-id.ts';
import type { Versioned } from '../../concerns/case-record.ts';
import { instantsOf } from '../alert-instants.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.int() });

/** The alert that a row holds. */
export function alertOfRow(row: unknown): Versioned<AlertRecord> {
  const { record, version } = parsed(rowSchema, row);
  return { value: parsedJson(alertRecordSchema, record), version: String(version) };
}

/** The alert of a case, `undefined` where there is none. */
export function readAlert(file: SqliteFile, caseId: CaseId): Versioned<AlertRecord> | undefined {
  const row = file.row('SELECT record, version FROM alerts WHERE case_id = ?', caseId);
  return row === undefined ? undefined : alertOfRow(row);
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
    `UPDATE alerts SET version = version + 1, handled_by = ?, state = ?, attempts = ?, due_ms = ?, leased_until_ms = ?,
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
