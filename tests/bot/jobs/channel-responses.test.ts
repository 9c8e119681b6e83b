import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { createAlert, newCaseId } from '../../support/contracts/records.ts';
import type { ConnectorAnswer } from '../../fakes/connector-answer.ts';
import { type CosmosDatabase, createDatabase } from '../../support/storage/cosmos-database.ts';
import { type AlertFixture, openAlertFixture } from '../../support/jobs/alert-fixture.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const numRuns = process.env.SLOW ? 60 : 12;
const hourMs = 3_600_000;

const cosmos = setUpCosmos();

const anyText = fc.oneof(
  fc.json(),
  fc.constantFrom('', '{}', '[]', '17', 'null', '"id"', '<!doctype html><p>Sign in</p>', '{"id":"19:a"}'),
  fc.constantFrom('{"id":1,"activityId":2}', '{"id":"","activityId":""}', '{"id":{},"activityId":[]}'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
// Redirects are followed, and 1xx is no answer yet.
const anyAnswer: fc.Arbitrary<ConnectorAnswer> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 201, 202, 204), fc.integer({ min: 400, max: 599 })),
  text: anyText,
  contentType: fc.constantFrom('application/json', 'text/html', 'text/plain'),
});

/** A record that was an alert once: with something else in one of its fields, another case's, or nothing of the kind. */
const anyRecord = (caseId: CaseId): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue(),
    fc
      .tuple(fc.constantFrom('caseId', 'state', 'urgency', 'handledBy', 'dueAt', 'posts', 'attempts'), fc.jsonValue())
      .map(([field, value]) => ({ ...createAlert(caseId), [field]: value })),
    fc.constant(createAlert(newCaseId())),
  );

interface Setting {
  readonly fixture: AlertFixture;
  /** Puts a row that is due into the store, past Candour. */
  readonly spoil: (caseId: CaseId, record: unknown, text: string | undefined) => void;
}

async function onSqlite(): Promise<Setting> {
  const fixture = await openAlertFixture();
  return {
    fixture,
    spoil: (caseId, record, text) => {
      const database = new DatabaseSync(`${fixture.folder}/candour.db`);
      database
        .prepare(
          `INSERT INTO alerts (case_id, version, handled_by, state, attempts, due_ms, last_posted_ms, record)
           VALUES (?, 9223372036854775807, 'acu', 'waiting', 1, 0, 9223372036854775807, ?)`,
        )
        .run(caseId, text ?? JSON.stringify(record));
      database.close();
    },
  };
}

async function onCosmos(): Promise<Setting> {
  const database: CosmosDatabase = await createDatabase(cosmos);
  const fixture = await openAlertFixture(15, () => database.open());
  return {
    fixture,
    spoil: (caseId, record) => {
      const fields = typeof record === 'object' && record !== null ? record : { record };
      const document = { ...fields, type: 'alert', handledBy: 'acu', dueMs: 0, attempts: 1, lastPostedMs: 1e300 };
      cosmos.put(database.name, 'cases', { ...document, id: `${caseId}:alert`, caseId });
    },
  };
}

describe.each([
  ['SQLite', onSqlite],
  ['Cosmos DB', onCosmos],
] as const)('whatever a channel answers and whatever stands in a row, on %s', (_name, open) => {
  it('every other alert arrives exactly once, and what was answered badly arrives later', async () => {
    const { fixture, spoil } = await open();
    const arrived = (caseId: CaseId) =>
      fixture.connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(formatCaseId(caseId))).length;
    const anyRow = fc
      .constant(undefined)
      .map(newCaseId)
      .chain((caseId) =>
        fc.record({
          caseId: fc.constant(caseId),
          record: anyRecord(caseId),
          text: fc.option(fc.string(), { nil: undefined }),
        }),
      );
    // More than a look takes up, and the most overdue.
    for (let rows = 0; rows < 25; rows += 1) spoil(newCaseId(), { posts: 'none' }, undefined);
    try {
      await fc.assert(
        fc.asyncProperty(anyAnswer, anyRow, async (answer, row) => {
          const [first, answered, last] = [await fixture.newCase(), await fixture.newCase(), await fixture.newCase()];
          spoil(row.caseId, row.record, row.text);
          fixture.connector.answerTo(formatCaseId(answered), answer);
          for (let looks = 0; looks < 3; looks += 1) {
            await fixture.dispatcher.dispatchDue();
            fixture.clock.forward(hourMs);
          }
          expect([arrived(first), arrived(last)]).toEqual([1, 1]);
          fixture.connector.answerTo(formatCaseId(answered));
          await fixture.dispatcher.dispatchDue();
          expect(arrived(answered)).toBeGreaterThanOrEqual(1);
          expect(await fixture.alertOf(answered)).toMatchObject({ state: 'posted', attempts: 0, posts: [{}] });
          await fixture.store.outbox.health('acu');
          expect(await fixture.store.outbox.read(row.caseId, createAlert(row.caseId))).toBeDefined();
          // What can be read of the row is an alert like any other, and is posted where it says.
          fixture.clock.forward(hourMs);
        }),
        { numRuns },
      );
      expect(fixture.aside.at(-1)).toBeGreaterThan(0);
    } finally {
      await fixture.stop();
    }
  });
});
