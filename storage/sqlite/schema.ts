import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import { applicationIds, type StoreUse } from './made-for.ts';

/**
 * Each step takes a file from one `user_version` to the next; what is here never changes, steps are added at the end.
 * WITHOUT ROWID throughout: row numbers would tell in which order people reported.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE cases (
    case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, handled_by TEXT NOT NULL, week TEXT NOT NULL,
    received_on TEXT NOT NULL, closed_on TEXT, figures TEXT NOT NULL, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cases_by_week ON cases (handled_by, week);
  CREATE INDEX cases_by_closing ON cases (handled_by, closed_on, received_on);

  CREATE TABLE alerts (
    case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, handled_by TEXT NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, due_ms INTEGER, leased_until_ms INTEGER, last_posted_ms INTEGER, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX alerts_due ON alerts (due_ms, case_id) WHERE due_ms IS NOT NULL;
  CREATE INDEX alerts_open ON alerts (handled_by, attempts) WHERE state = 'waiting' OR attempts > 0;
  CREATE INDEX alerts_posted ON alerts (handled_by, last_posted_ms);

  CREATE TABLE events (
    case_id TEXT NOT NULL, sequence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (case_id, sequence)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE drafts (id TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL, sealed TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX drafts_by_expiry ON drafts (expires_ms);

  CREATE TABLE targets (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE weeks (
    week TEXT NOT NULL, handled_by TEXT NOT NULL, figures TEXT NOT NULL, PRIMARY KEY (week, handled_by)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE day_keys (id TEXT PRIMARY KEY, wrapped TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE health (name TEXT PRIMARY KEY, checks INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationIds.production};
  `,
  // What lists and summaries read stands apart from the records: to find a row, SQLite compares with whole rows, and a
  // record is long. Each index holds all that lists filter by, so that walking it in the order of the list reads no
  // case but those that are shown. Open cases are few: their indexes stay small.
  `
  CREATE TABLE listed (
    case_id TEXT PRIMARY KEY, handled_by TEXT NOT NULL, week TEXT NOT NULL, received_on TEXT NOT NULL, closed_on TEXT,
    status TEXT NOT NULL, kind TEXT, urgency TEXT NOT NULL, assignee TEXT, clock TEXT, clock_since TEXT,
    referral_due_on TEXT, review_on TEXT, figures TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO listed
    SELECT case_id, handled_by, week, received_on, closed_on,
      figures ->> 'status', figures ->> 'kind', figures ->> 'urgency', figures ->> 'assignee',
      CASE figures ->> 'status'
        WHEN 'received' THEN 'acknowledge' WHEN 'acknowledged' THEN 'triage' WHEN 'closed' THEN NULL ELSE 'update' END,
      CASE WHEN figures ->> 'status' IN ('received', 'acknowledged') THEN received_on
        WHEN figures ->> 'status' <> 'closed'
        THEN coalesce(figures ->> 'updatedOn', figures ->> 'triagedOn', received_on) END,
      CASE WHEN figures ->> '$.referral.decision' = 'refer' THEN figures ->> '$.referral.dueOn' END,
      figures ->> 'reviewOn', figures
    FROM cases;

  CREATE TABLE records (case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  INSERT INTO records SELECT case_id, version, record FROM cases;
  DROP TABLE cases;
  ALTER TABLE records RENAME TO cases;

  CREATE INDEX listed_by_week ON listed (handled_by, week);
  CREATE INDEX listed_by_closing ON listed (handled_by, closed_on, received_on);
  CREATE INDEX listed_newest ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee);
  CREATE INDEX listed_by_kind ON listed (handled_by, kind, received_on DESC, case_id, status, urgency, assignee);
  CREATE INDEX listed_by_urgency ON listed (handled_by, urgency, received_on DESC, case_id, status, kind, assignee);
  CREATE INDEX listed_by_assignee ON listed (handled_by, assignee, received_on DESC, case_id, status, kind, urgency);
  CREATE INDEX listed_by_reference ON listed (handled_by, case_id, received_on, status, kind, urgency, assignee);
  CREATE INDEX listed_by_review
    ON listed (handled_by, review_on, received_on, case_id, status, kind, urgency, assignee)
    WHERE review_on IS NOT NULL;
  CREATE INDEX open_newest ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE status <> 'closed';
  CREATE INDEX open_by_status ON listed (handled_by, status, received_on DESC, case_id, kind, urgency, assignee)
    WHERE status <> 'closed';
  CREATE INDEX open_by_kind ON listed (handled_by, kind, received_on DESC, case_id, status, urgency, assignee)
    WHERE status <> 'closed';
  CREATE INDEX open_by_urgency ON listed (handled_by, urgency, received_on DESC, case_id, status, kind, assignee)
    WHERE status <> 'closed';
  CREATE INDEX open_by_assignee ON listed (handled_by, assignee, received_on DESC, case_id, status, kind, urgency)
    WHERE status <> 'closed';
  CREATE INDEX listed_by_clock
    ON listed (handled_by, clock, received_on DESC, case_id, clock_since, status, kind, urgency, assignee)
    WHERE clock IS NOT NULL;
  CREATE INDEX listed_by_referral
    ON listed (handled_by, received_on DESC, case_id, referral_due_on, status, kind, urgency, assignee)
    WHERE referral_due_on IS NOT NULL;

  CREATE TABLE exclusions (
    case_id TEXT NOT NULL, object_id TEXT NOT NULL, PRIMARY KEY (case_id, object_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO exclusions
    SELECT DISTINCT case_id, json_each.value FROM cases, json_each(cases.record, '$.excluded');
  CREATE TABLE people (object_id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE daily_marks (task TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  `,
  // Steps read histories without their seals: those stand apart, and what entries are looked for by is indexed. What is
  // computed from a record is computed by SQLite, so that it cannot differ from it. A row that is no JSON stays as it is.
  `
  CREATE TABLE seals (
    case_id TEXT NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, message TEXT, note TEXT,
    size INTEGER NOT NULL
      GENERATED ALWAYS AS (coalesce(octet_length(message), 0) + coalesce(octet_length(note), 0)) STORED,
    PRIMARY KEY (case_id, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seals_by_time ON seals (case_id, kind, at, size);
  INSERT INTO seals (case_id, sequence, kind, at, message, note)
    SELECT case_id, sequence, coalesce(record ->> '$.kind', ''), coalesce(record ->> '$.at', ''),
      record ->> '$.message.sealed', record ->> '$.note.sealed'
    FROM events
    WHERE CASE WHEN json_valid(record)
      THEN record ->> '$.message.sealed' IS NOT NULL OR record ->> '$.note.sealed' IS NOT NULL END;

  CREATE TABLE entries (
    case_id TEXT NOT NULL, sequence INTEGER NOT NULL, record TEXT NOT NULL,
    kind TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(record) THEN record ->> '$.kind' END) STORED,
    request TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(record) THEN record ->> '$.request' END) STORED,
    message TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(record) THEN record ->> '$.message.id' END) STORED,
    person TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(record) THEN record ->> '$.by.objectId' END) STORED,
    PRIMARY KEY (case_id, sequence)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO entries (case_id, sequence, record)
    SELECT case_id, sequence,
      CASE WHEN json_valid(record) THEN json_remove(record, '$.message.sealed', '$.note.sealed') ELSE record END
    FROM events;
  DROP TABLE events;
  ALTER TABLE entries RENAME TO events;
  CREATE INDEX events_by_kind ON events (case_id, kind, sequence);
  CREATE INDEX events_by_person ON events (case_id, kind, person, sequence);
  CREATE INDEX events_by_request ON events (case_id, request, sequence);
  CREATE INDEX events_by_message ON events (case_id, message, sequence);

  CREATE TABLE records (
    case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL,
    readers TEXT GENERATED ALWAYS AS (
      CASE WHEN json_valid(record) THEN json_object(
        'tenantId', record ->> '$.tenantId', 'handledBy', record ->> '$.handledBy',
        'excluded', json(coalesce(record -> '$.excluded', '[]')), 'mailboxRecipient', record ->> '$.mailboxRecipient'
      ) END
    ) STORED
  ) STRICT, WITHOUT ROWID;
  INSERT INTO records (case_id, version, record) SELECT case_id, version, record FROM cases;
  DROP TABLE cases;
  ALTER TABLE records RENAME TO cases;
  CREATE INDEX cases_by_readers ON cases (case_id, readers);
  `,
  `
  CREATE TABLE settings_history (sequence INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // How much was written is counted from rows that hold no seal: an index over a generated column is not read alone.
  `
  CREATE TABLE written (
    case_id TEXT NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (case_id, sequence)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO written SELECT case_id, sequence, kind, at, size FROM seals;
  DROP INDEX seals_by_time;
  CREATE TRIGGER written_with_seal AFTER INSERT ON seals BEGIN
    INSERT OR REPLACE INTO written VALUES (NEW.case_id, NEW.sequence, NEW.kind, NEW.at,
      coalesce(octet_length(NEW.message), 0) + coalesce(octet_length(NEW.note), 0));
  END;
  CREATE TRIGGER gone_with_seal AFTER DELETE ON seals BEGIN
    DELETE FROM written WHERE case_id = OLD.case_id AND sequence = OLD.sequence;
  END;
  `,
  // Nobody was told of anything before this column was there.
  `
  ALTER TABLE listed ADD COLUMN overseen_on TEXT;
  CREATE INDEX listed_overseen ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE overseen_on IS NOT NULL;
  `,
  // Nobody had asked for an identity in Candour before this column was there.
  `
  ALTER TABLE listed ADD COLUMN identity_asked_on TEXT;
  CREATE INDEX listed_identity_asked ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE identity_asked_on IS NOT NULL;
    `,
  // Cases with a card of whom they are about are found among all others by an index of them alone.
  `
  ALTER TABLE cases ADD COLUMN card TEXT
    GENERATED ALWAYS AS (CASE WHEN json_valid(record) THEN record -> '$.subjectCard' END) VIRTUAL;
  CREATE INDEX cases_with_card ON cases (case_id) WHERE card IS NOT NULL;
  `,
];

const headerSchema = z.object({ version: z.int(), application: z.int(), objects: z.int() });
const header = `SELECT (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

/**
 * The last layout whose content was made before the tab: its histories do not verify, and what was added to a report
 * does not open. Its step stays, since a new file begins with it.
 */
const lastUnreadableLayout = 1;

function versionOf(database: DatabaseSync, use: StoreUse): number {
  const { version, application, objects } = parsed(headerSchema, database.prepare(header).get());
  const isEmpty = application === 0 && objects === 0;
  if (!isEmpty && application !== applicationIds[use]) throw new StoreError('foreign');
  if (version > migrations.length) throw new StoreError('tooNew');
  if (!isEmpty && version <= lastUnreadableLayout) throw new StoreError('tooOld');
  return version;
}

/** Throws StoreError as `migrate` does, and asks for no more than to read. */
export function expectReadable(database: DatabaseSync, use: StoreUse): void {
  versionOf(database, use);
}

/**
 * Brings a file to the newest layout, an empty one from nothing, marked with what it is for. Throws StoreError, and leaves
 * the file as it is: `foreign` where it is for another use or belongs to another program, `tooNew` or `tooOld` where a
 * Candour made it that is newer or older than this one can read.
 */
export function migrate(database: DatabaseSync, use: StoreUse): void {
  if (versionOf(database, use) === migrations.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may have been first.
    for (const step of migrations.slice(versionOf(database, use))) database.exec(step);
    database.exec(`PRAGMA application_id = ${applicationIds[use]}`);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
