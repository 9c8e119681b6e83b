export const historyLayouts: readonly string[] = [
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
  // Older records do not say whether something was read, or acknowledged after it was added: what each says is worked
  // out as lists do.
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
];
