import { randomUUID } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { caseRecordSchema } from '../../concerns/records/case-record.ts';
import { eventRecordSchema } from '../../concerns/records/event-record.ts';
import { invitationSchema, signInKeyOf } from '../../concerns/records/partner-record.ts';
import { instantsOf } from '../alert-instants.ts';
import { sealsOf } from '../case-parts.ts';
import type { MovedId, MovedKind } from '../moving/moved-kinds.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { writeListed } from './case-rows.ts';
import type { SqliteFile } from './sqlite-file.ts';

type Columns = Readonly<Record<string, SQLInputValue>>;

const fieldsSchema = z.record(z.string(), z.json());

/** The fields of a record that columns hold as they are. */
const text = (fields: Readonly<Record<string, unknown>>, name: string): string => parsed(z.string(), fields[name]);

function insert(file: SqliteFile, table: string, columns: Columns): void {
  const names = Object.keys(columns);
  file.write(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(columns),
  );
}

/** An entry without its seals, which have a table of their own. */
function bareEntry(fields: Readonly<Record<string, unknown>>): string {
  const bare = (name: 'message' | 'note') => {
    const words = fieldsSchema.safeParse(fields[name]).data;
    if (words === undefined) return {};
    const { sealed: _sealed, ...rest } = words;
    return { [name]: rest };
  };
  return JSON.stringify({ ...fields, ...bare('message'), ...bare('note') });
}

function addEvent(file: SqliteFile, line: string): void {
  const event = parsedJson(eventRecordSchema, line);
  const { caseId: case_id, sequence, kind, at } = event;
  insert(file, 'events', { case_id, sequence, record: bareEntry(parsedJson(fieldsSchema, line)) });
  const { message, note } = sealsOf(event);
  if (message === undefined && note === undefined) return;
  insert(file, 'seals', { case_id, sequence, kind, at, message: message ?? null, note: note ?? null });
}

function addAlert(file: SqliteFile, line: string): void {
  const alert = parsedJson(alertRecordSchema, line);
  const { dueMs, leasedUntilMs, lastPostedMs } = instantsOf(alert);
  insert(file, 'alerts', {
    case_id: alert.caseId,
    version: 1,
    handled_by: alert.handledBy,
    state: alert.state,
    attempts: alert.attempts,
    due_ms: dueMs ?? null,
    leased_until_ms: leasedUntilMs ?? null,
    last_posted_ms: lastPostedMs ?? null,
    record: line,
  });
}

/**
 * Writes a record that came from another store, inside a transaction, where nothing stands in its place; and whatever it
 * is found by. The record itself stands as it came. Throws StoreError.
 */
export function addMoved(file: SqliteFile, kind: MovedKind, [first = '', second = '']: MovedId, line: string): void {
  const fields = parsedJson(fieldsSchema, line);
  const record = line;
  const versioned = { version: 1, record };
  switch (kind) {
    case 'case':
      insert(file, 'cases', { case_id: first, ...versioned });
      return writeListed(file, parsedJson(caseRecordSchema, line));
    case 'alert':
      return addAlert(file, line);
    case 'event':
      return addEvent(file, line);
    case 'draft':
      return insert(file, 'drafts', {
        id: first,
        sealed: text(fields, 'sealed'),
        expires_ms: parsed(z.int(), fields['expiresMs']),
      });
    case 'person':
      return insert(file, 'people', { object_id: first, ...versioned });
    case 'setting':
      return insert(file, 'settings_history', { sequence: first, record });
    case 'target':
      return insert(file, 'targets', { name: first, record });
    case 'week':
      return insert(file, 'weeks', { handled_by: first, week: second, figures: text(fields, 'figures') });
    case 'amendment':
      return insert(file, 'amendments', {
        handled_by: first,
        week: second,
        number: parsed(z.int(), fields['number']),
        figures: text(fields, 'figures'),
      });
    case 'issue':
      return insert(file, 'issues', { number: first, record: text(fields, 'record') });
    case 'content':
      return insert(file, 'content', { topic: first, number: second, day: text(fields, 'at').slice(0, 10), record });
    case 'campaign':
      return insert(file, 'campaigns', { id: first, ...versioned });
    case 'campaignEvent':
      return insert(file, 'campaign_events', {
        campaign_id: first,
        sequence: second,
        record: JSON.stringify(fields['event']),
      });
    case 'campaignChannel':
      return insert(file, 'campaign_channels', { id: first, record });
    case 'pulse':
      return insert(file, 'pulse', { campaign: first, phase: second, week: text(fields, 'week'), record });
    case 'deliveryRun':
      return insert(file, 'delivery_runs', { id: first, has_parts: fields['erased'] ? 0 : 1, ...versioned });
    case 'deliveryPart':
      return insert(file, 'delivery_parts', {
        run_id: first,
        number: second,
        stage: text(fields, 'stage'),
        ...versioned,
      });
    case 'reach':
      return insert(file, 'reach', { id: first, version: randomUUID(), record });
    case 'organisation':
      return insert(file, 'organisations', { id: first, ...versioned });
    case 'invitation': {
      const { access } = parsedJson(invitationSchema, line);
      return insert(file, 'invitations', { id: first, sign_in: access ? signInKeyOf(access) : null, ...versioned });
    }
    case 'regularPost':
      return insert(file, 'regular_posts', { id: first, ...versioned });
    case 'dailyMark':
      return insert(file, 'daily_marks', { task: first, ...versioned });
    default:
      return kind satisfies never;
  }
}
