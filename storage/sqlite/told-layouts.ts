export const toldLayouts: readonly string[] = [
  `
  CREATE TABLE regular_posts (id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  `,
  // An issue to wider readers is permanent, even if a later version would have issued something else.
  `
  CREATE TABLE issues (number INTEGER NOT NULL PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER issues_stand BEFORE UPDATE ON issues BEGIN SELECT RAISE(ABORT, 'issued'); END;
  CREATE TRIGGER issues_stay BEFORE DELETE ON issues BEGIN SELECT RAISE(ABORT, 'issued'); END;
  `,
  // A week costs by its own cases: a row for each week that counts a case. An unreadable record is counted by its list
  // row.
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
];
