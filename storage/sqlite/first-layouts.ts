import { applicationIds } from './made-for.ts';

export const firstLayouts: readonly string[] = [
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
  // Lists and summaries read tables apart from the records: to find a row, SQLite compares whole rows, and a record is
  // long. Each index holds all that lists filter by, so that a walk reads only cases that are shown.
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
];
