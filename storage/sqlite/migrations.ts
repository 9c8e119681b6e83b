import { applicationIds } from './store-environment.ts';

/**
 * Each step takes a file from one `user_version` to the next, and never changes; new ones go to the end. WITHOUT ROWID
 * throughout: row numbers would tell in which order people reported.
 */
export const migrations: readonly string[] = [
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
  // Lists and summaries read tables of their own, since SQLite compares whole rows. Each index holds all that lists
  // filter by.
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
  `
  ALTER TABLE listed ADD COLUMN overseen_on TEXT;
  CREATE INDEX listed_overseen ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE overseen_on IS NOT NULL;
  `,
  `
  ALTER TABLE listed ADD COLUMN identity_asked_on TEXT;
  CREATE INDEX listed_identity_asked ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE identity_asked_on IS NOT NULL;
  `,
  `
  ALTER TABLE cases ADD COLUMN card TEXT
    GENERATED ALWAYS AS (CASE WHEN json_valid(record) THEN record -> '$.subjectCard' END) VIRTUAL;
  CREATE INDEX cases_with_card ON cases (case_id) WHERE card IS NOT NULL;
  `,
  `
  ALTER TABLE listed ADD COLUMN told_unseen INTEGER;
  ALTER TABLE listed ADD COLUMN unread INTEGER;
  ALTER TABLE listed ADD COLUMN unacknowledged INTEGER;
  ALTER TABLE listed ADD COLUMN second_of TEXT;
  UPDATE listed SET
    told_unseen = CASE WHEN overseen_on IS NOT NULL AND figures ->> '$.oversight.seenOn' IS NULL THEN 1 END,
    unread = CASE WHEN status = 'reopened' THEN 1 END,
    unacknowledged = CASE WHEN status = 'received' THEN 1 END,
    second_of = (
      SELECT CASE WHEN text_by IS NULL THEN erasure_by WHEN erasure_by IS NULL OR erasure_by = text_by THEN text_by
        ELSE 'several' END
      FROM (
        SELECT CASE WHEN record ->> '$.sanitised.signedBy' IS NULL THEN record ->> '$.sanitised.by' END AS text_by,
          record ->> '$.erasure.askedBy' AS erasure_by
        FROM cases WHERE cases.case_id = listed.case_id AND json_valid(record)
      )
    );
  CREATE INDEX listed_told_unseen ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE told_unseen = 1;
  CREATE INDEX listed_unread ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE unread = 1;
  CREATE INDEX listed_unacknowledged
    ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE unacknowledged = 1;
  CREATE INDEX listed_for_second
    ON listed (handled_by, received_on DESC, case_id, second_of, status, kind, urgency, assignee)
    WHERE second_of IS NOT NULL;
  CREATE INDEX listed_since
    ON listed (handled_by, clock, clock_since, case_id, received_on, referral_due_on, status, kind, urgency, assignee)
    WHERE clock IS NOT NULL;
  CREATE INDEX listed_by_referral_day
    ON listed (
      handled_by, referral_due_on, case_id, received_on, clock, clock_since, status, kind, urgency, assignee
    )
    WHERE referral_due_on IS NOT NULL;
  `,
  `
  CREATE TABLE regular_posts (id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  `,
  // A publication is permanent, even if a later version would publish something else.
  `
  CREATE TABLE issues (number INTEGER NOT NULL PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER issues_stand BEFORE UPDATE ON issues BEGIN SELECT RAISE(ABORT, 'issued'); END;
  CREATE TRIGGER issues_stay BEFORE DELETE ON issues BEGIN SELECT RAISE(ABORT, 'issued'); END;
  `,
  `
  CREATE TABLE week_cases (
    handled_by TEXT NOT NULL, week TEXT NOT NULL, case_id TEXT NOT NULL, figures TEXT NOT NULL,
    PRIMARY KEY (handled_by, week, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX week_cases_by_case ON week_cases (case_id);
  INSERT OR IGNORE INTO week_cases
    SELECT handled_by, counted.value, case_id, json_patch('{}', json_object(
        'receivedOn', record -> '$.receivedOn', 'week', record -> '$.week', 'route', record -> '$.route',
        'kind', record -> '$.kind', 'urgency', record -> '$.urgency', 'mode', record -> '$.mode',
        'language', record -> '$.language', 'handledBy', record -> '$.handledBy',
        'flags', json(coalesce(record -> '$.flags', '[]')), 'acknowledgedOn', record -> '$.acknowledgedOn',
        'triagedOn', record -> '$.triagedOn', 'closedOn', record -> '$.closedOn',
        'nationalCategory', record -> '$.nationalCategory', 'regime', record -> '$.regime',
        'referral', record -> '$.referral', 'outcome', record -> '$.outcome', 'erasedOn', record -> '$.erasedOn'
      ))
    FROM (
      SELECT listed.case_id, listed.handled_by,
        CASE WHEN json_valid(cases.record) THEN cases.record ELSE listed.figures END AS record
      FROM listed LEFT JOIN cases ON cases.case_id = listed.case_id
    ) AS standing, json_each(json_array(
      record ->> '$.week', strftime('%G-W%V', record ->> '$.acknowledgedOn'),
      strftime('%G-W%V', record ->> '$.triagedOn'), strftime('%G-W%V', record ->> '$.closedOn'),
      strftime('%G-W%V', record ->> '$.referral.on')
    )) AS counted
    WHERE counted.value IS NOT NULL;
  ALTER TABLE listed ADD COLUMN triaged_on TEXT;
  UPDATE listed SET triaged_on = figures ->> '$.triagedOn' WHERE figures ->> '$.triagedOn' IS NOT NULL;
  DROP INDEX listed_by_closing;
  DROP INDEX listed_by_week;
  CREATE INDEX listed_open_at ON listed (handled_by, closed_on, received_on, triaged_on);
  `,
  `
  CREATE TABLE reach (id TEXT PRIMARY KEY, version TEXT NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE campaigns (id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE campaign_events (
    campaign_id TEXT NOT NULL, sequence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (campaign_id, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER campaign_events_stand BEFORE UPDATE ON campaign_events BEGIN SELECT RAISE(ABORT, 'history'); END;
  CREATE TRIGGER campaign_events_stay BEFORE DELETE ON campaign_events BEGIN SELECT RAISE(ABORT, 'history'); END;
  CREATE TABLE campaign_channels (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE delivery_runs (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, has_parts INTEGER NOT NULL, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE delivery_parts (
    run_id TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL, stage TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (run_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX delivery_parts_by_stage ON delivery_parts (run_id, stage);
  CREATE TABLE sending_lanes (one INTEGER PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL) STRICT;
  `,
  `
  CREATE TABLE content (
    topic TEXT NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (topic, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX content_by_day ON content (day, topic, number);
  CREATE TRIGGER content_stands BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'content'); END;
  CREATE TRIGGER content_stays BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'content'); END;
  `,
  `
  CREATE TABLE amendments (
    handled_by TEXT NOT NULL, week TEXT NOT NULL, number INTEGER NOT NULL, figures TEXT NOT NULL,
    PRIMARY KEY (handled_by, week, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER amendments_stand BEFORE UPDATE ON amendments BEGIN SELECT RAISE(ABORT, 'counted'); END;
  CREATE TRIGGER amendments_stay BEFORE DELETE ON amendments BEGIN SELECT RAISE(ABORT, 'counted'); END;
  CREATE INDEX events_left ON events (kind, case_id) WHERE kind IN ('movedToReserve', 'erased');
  `,
  `
  CREATE TABLE pulse (
    campaign TEXT NOT NULL, phase TEXT NOT NULL, week TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (campaign, phase, week)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE organisations (id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE invitations (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, sign_in TEXT UNIQUE, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE listed ADD COLUMN route TEXT;
  UPDATE listed SET route = figures ->> '$.route';
  CREATE INDEX listed_of_hub ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE route = 'hub';
  `,
  'CREATE TABLE versions (one INTEGER PRIMARY KEY CHECK (one = 1), record TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  '/* Turns given out. */ CREATE TABLE paces (name TEXT PRIMARY KEY, version INTEGER NOT NULL, until INTEGER NOT NULL, hour INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  `
  CREATE TABLE work_counts (name TEXT PRIMARY KEY, day TEXT NOT NULL, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE work_salts (day TEXT PRIMARY KEY, salt TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `UPDATE listed SET unacknowledged = 1 WHERE status = 'acknowledged'`,
  `
  ALTER TABLE listed ADD COLUMN safety_missing INTEGER;
  UPDATE listed SET safety_missing = 1
    WHERE status <> 'closed'
      AND coalesce(figures ->> '$.opened', status NOT IN ('received', 'acknowledged')) = 1;
  CREATE INDEX listed_safety_missing
    ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE safety_missing = 1;
  `,
  `
  ALTER TABLE listed ADD COLUMN category TEXT;
  ALTER TABLE listed ADD COLUMN flags TEXT;
  ALTER TABLE listed ADD COLUMN referral TEXT;
  ALTER TABLE listed ADD COLUMN outcome TEXT;
  UPDATE listed SET
    category = record ->> '$.nationalCategory',
    flags = coalesce((SELECT group_concat(value, ' ') FROM json_each(record, '$.flags')), ''),
    referral = record ->> '$.referral.decision',
    outcome = record ->> '$.outcome',
    figures = json_patch(figures, json_object(
      'nationalCategory', record -> '$.nationalCategory', 'flags', json(coalesce(record -> '$.flags', '[]')),
      'outcome', record -> '$.outcome'
    ))
  FROM (SELECT case_id AS of_case, record FROM cases WHERE json_valid(record)) WHERE listed.case_id = of_case;
  CREATE INDEX listed_by_terms ON listed (
    handled_by, received_on DESC, case_id, status, kind, urgency, assignee, category, flags, referral, outcome
  );
  `,
  `
  CREATE INDEX events_opened
    ON events (CASE WHEN json_valid(record) THEN record ->> '$.at' END, person, case_id) WHERE kind = 'consulted';
  `,
  `
  CREATE INDEX listed_by_category ON listed (
    handled_by, category, received_on DESC, case_id, status, kind, urgency, assignee, flags, referral, outcome
  ) WHERE category IS NOT NULL;
  CREATE INDEX listed_by_outcome ON listed (
    handled_by, outcome, received_on DESC, case_id, status, kind, urgency, assignee, flags, referral
  ) WHERE outcome IS NOT NULL;
  `,
];
