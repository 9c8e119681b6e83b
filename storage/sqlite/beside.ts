import { z } from 'zod';
import { type AlertRecord, alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { type CaseFigures, caseFiguresSchema, type CaseRecord } from '../../concerns/records/case-record.ts';
import type { BesideCase } from '../../concerns/ports/case-ledger.ts';
import { instantsOf } from '../alert-instants.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../readable.ts';
import { hasFields } from '../same-fields.ts';
import { columnsOf, readCase } from './case-rows.ts';
import type { SqliteFile } from './sqlite-file.ts';

const anyRowSchema = z.record(z.string(), z.unknown());
const excludedSchema = z.object({ object_id: z.string() });

/** Whether a row of `listed` says what the case's figures say. Older rows hold them in another order. */
export function isListedAsItIs(row: unknown, figures: CaseFigures): boolean {
  const standing = anyRowSchema.safeParse(row);
  if (!standing.success) return false;
  const { figures: _text, ...columns } = columnsOf(figures);
  const shown = readJson(caseFiguresSchema, String(standing.data['figures']));
  return (
    hasFields(standing.data, columns) &&
    shown !== undefined &&
    canonicalJson(shown) === canonicalJson(parsed(caseFiguresSchema, figures))
  );
}

function isShutOutAsItIs(file: SqliteFile, { caseId, excluded }: CaseRecord): boolean {
  const rows = file.rows('SELECT object_id FROM exclusions WHERE case_id = ?', caseId);
  const standing = new Set(rows.map((row) => parsed(excludedSchema, row).object_id));
  return standing.size === new Set(excluded).size && excluded.every((objectId) => standing.has(objectId));
}

function isFoundAsItIs(row: Readonly<Record<string, unknown>>, alert: AlertRecord): boolean {
  const { dueMs, leasedUntilMs, lastPostedMs } = instantsOf(alert);
  return hasFields(row, {
    handled_by: alert.handledBy,
    state: alert.state,
    attempts: alert.attempts,
    due_ms: dueMs,
    leased_until_ms: leasedUntilMs,
    last_posted_ms: lastPostedMs,
  });
}

/** What stands beside a case in SQLite, all of one moment. */
export const besideCase = (file: SqliteFile, caseId: CaseId): Promise<BesideCase | undefined> =>
  file.transaction(() => {
    const record = readCase(file, caseId)?.value;
    if (record === undefined) return undefined;
    const listed = file.row('SELECT * FROM listed WHERE case_id = ?', caseId);
    const row = anyRowSchema.safeParse(file.row('SELECT * FROM alerts WHERE case_id = ?', caseId)).data;
    const alert = readJson(alertRecordSchema, String(row?.['record']));
    return {
      isListedAsItIs: isListedAsItIs(listed, record) && isShutOutAsItIs(file, record),
      alert,
      isAlertedAsItIs: row !== undefined && alert !== undefined && alert.caseId === caseId && isFoundAsItIs(row, alert),
    };
  });
