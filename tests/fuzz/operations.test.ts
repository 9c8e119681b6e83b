import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { developmentPeople } from '../../development/development-tenant.ts';
import { toDay } from '../../core/model/calendar.ts';
import { verifyCase } from '../../core/casework/integrity-verification.ts';
import { preconditionCodes } from '../../core/casework/case-action.ts';
import { flags, nationalCategories } from '../../core/model/classification.ts';
import {
  erasureReasons,
  exportDestinations,
  outcomes,
  referralDecisions,
  regimes,
} from '../../core/model/case-terms.ts';
import { noteReaders } from '../../core/model/event-record.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { Operation } from '../../contract/operations.ts';
import { saveCampaign } from '../support/access/campaign-table.ts';
import { createTally } from '../support/access/tally.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { tabRows } from '../support/access/tab-table.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { heldNow, slopeOf } from './heap.ts';
import { mark, mutated } from './mutations.ts';
import { anyBodyOf, badHeaderBeside } from './odd-requests.ts';
import { operations, type RecordedOperation, recordOperations, saved } from './recorded-operations.ts';
import { reflectedIn } from './reflected.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { mostKept, rounds, runs, tryAll } from './runs.ts';

/** An answer is no longer than this, in characters, whatever was sent. */
const longestAnswer = 256 * 1024;
const statusOf = {
  notSignedIn: 401,
  refused: 403,
  odd: 400,
  moved: 409,
  notAllowed: 409,
  tooOften: 429,
  overBudget: 429,
  noReserve: 503,
  noCustodian: 503,
  unavailable: 503,
  newer: 503,
  unconfirmed: 503,
  failed: 500,
} as const satisfies Readonly<Record<Refusal['code'], number>>;
const refusalSchema = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.enum(['notSignedIn', 'refused', 'odd', 'tooOften', 'unavailable', 'failed', 'unconfirmed']),
  }),
  z.strictObject({ code: z.literal('moved'), case: z.looseObject({ record: z.looseObject({}) }) }),
  z.strictObject({
    code: z.literal('notAllowed'),
    why: z.string().regex(/^[a-zA-Z]{4,15}$/u),
    gates: z.array(z.enum(preconditionCodes)).min(1).optional(),
  }),
]);
/** What is handed out as it was sent: seals, and to those who look after partners the names that they gave. */
const handedOut: Partial<Readonly<Record<Operation, readonly string[]>>> = {
  'case.consult': ['sealed'],
  'case.consultFurther': ['sealed'],
  'keys.mine': ['sealed'],
  'partners.list': ['name'],
  'partners.name': ['name'],
  'partners.rename': ['name'],
  'partners.invite': ['name'],
  'partners.renew': ['name'],
  'partners.revoke': ['name'],
  'subjects.cards': ['sealed'],
};

const withPartners = { PARTNERS: 'yes', PUBLIC_HOST: 'candour.example.org' };
const environment = {
  ...withPartners,
  MESSAGES_TO_REPORTERS: 'yes',
  PERSON_GROUPS: 'yes',
  EXPORT_SIGNING_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64'),
};

const tried = createTally();
const times: number[] = [];
let bot: RunningBot;
let recorded: readonly RecordedOperation[];

/** Sends a body to an operation with a header of the right shape, or with another one. */
async function post(operation: string, authorization: string, body: BodyInit) {
  // At a pace that nobody is asked to wait for.
  bot.clock.forward(600);
  const began = performance.now();
  const response = await fetch(new URL(`/api/tab/${operation}`, bot.endpoint()), {
    method: 'POST',
    headers: { authorization },
    body,
  });
  const text = await response.text();
  times.push(performance.now() - began);
  tried.add(`answered ${response.status}`);
  return { status: response.status, text, headers: response.headers };
}

/** Expects an answer of its shape, without a fault of ours and without a word of what was sent. */
async function expectCalm(operation: Operation, authorization: string, body: BodyInit): Promise<void> {
  const { status, text, headers } = await post(operation, authorization, body);
  expect([200, 400, 403, 409]).toContain(status);
  // Words of the guidance and of a campaign are written for everybody, and come back to those who write them.
  const isForEverybody = status === 200 && /^(?:content|campaigns)\./u.test(operation);
  if (!isForEverybody) expect(reflectedIn(text, status === 200 ? handedOut[operation] : [])).toEqual([]);
  expect(JSON.stringify([...headers])).not.toContain(mark);
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json', 'no-store']);
  if (status !== 200) expect(statusOf[refusalSchema.parse(JSON.parse(text)).code]).toBe(status);
  expect(text.length).toBeLessThan(longestAnswer);
}

const people: readonly RecordedOperation['as'][] = [
  { objectId: developmentPeople.handler },
  { objectId: developmentPeople.secondHandler, roles: ['handler'] },
  { objectId: developmentPeople.reserve },
  { objectId: developmentPeople.custodian },
];
/** Any value that the contract lets through, by the name of its field. */
const fitting = fc.record(
  {
    category: fc.constantFrom(...nationalCategories),
    flags: fc.subarray([...flags]),
    regime: fc.constantFrom(...regimes),
    outcome: fc.constantFrom(...outcomes),
    reason: fc.constantFrom(...erasureReasons),
    decision: fc.constantFrom(...referralDecisions),
    person: fc.constantFrom(...people.map(({ objectId }) => objectId)),
    place: fc.constantFrom(...exportDestinations),
    what: fc.constantFrom('sanitised', 'whole'),
    words: fc.record({
      for: fc.constantFrom(...noteReaders),
      sealed: fc.oneof({ weight: 4, arbitrary: fc.constant(createSealText()) }, fc.base64String({ minLength: 4 })),
    }),
    hold: fc.boolean(),
    stopped: fc.boolean(),
    number: fc.integer({ min: 1, max: 3 }),
    reviewOn: fc.date({ noInvalidDate: true }).map((date) => toDay(date, 'Europe/London')),
  },
  { requiredKeys: [] },
);
/** Something that one of them does to a case, on the revision that stands or on one that does not. */
const steps = fc.record({
  operation: fc.constantFrom(
    ...operations
      .filter((name) => name.startsWith('case.') || name.startsWith('identity.'))
      .filter((name) => name !== 'identity.list'),
  ),
  as: fc.constantFrom(...people),
  fields: fitting,
  isLate: fc.boolean(),
});
/** A body with these fields in place of its own, where it has them. */
const withFields = (body: object, fields: object): object =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [key, Reflect.get(fields, key) ?? value]));

const bearer = async (as: RecordedOperation['as']): Promise<string> => `Bearer ${await bot.entra.token(as)}`;
const changed = (from: readonly RecordedOperation[]) =>
  fc.constantFrom(...from).chain((request) => mutated([request.body]).map((body) => ({ ...request, body })));

afterAll(() => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  tried.print();
  process.stdout.write(`  answered in ms: median ${at(0.5)}, 99 in 100 ${at(0.99)}, slowest ${at(1)}\n`);
});

describe.each(rounds)('the tab’s API, sent what no page sends (%i),', () => {
  beforeAll(async () => {
    bot = await startBot({ entryPoint: 'dialog', environment });
    await saveCampaign(bot.store());
    recorded = await recordOperations(bot);
  });
  afterAll(() => bot.stop());

  it('was tried with every operation', async () => {
    expect(new Set(recorded.map(({ operation }) => operation))).toEqual(new Set(operations));
    for (const { operation, as, body, standing } of recorded.filter(
      ({ operation }) => !operation.startsWith('report.'),
    )) {
      const { status, text } = await post(operation, await bearer(as), await standing(body));
      expect({ operation, status, text: status === 200 ? 'done' : text }).toEqual({
        operation,
        status: 200,
        text: 'done',
      });
    }
  });

  it('answers what a page hands in, with something else in it, calmly', async () => {
    const reports = recorded.filter(({ operation }) => operation.startsWith('report.'));
    await tryAll(changed(reports), async ({ operation, as, body }) => expectCalm(operation, await bearer(as), body));
  });

  it('answers any JSON, any text and any bytes calmly', async () => {
    const anyBody = anyBodyOf(recorded.map(({ body }) => body));
    await tryAll(fc.tuple(fc.constantFrom(...recorded), anyBody), async ([{ operation, as }, body]) =>
      expectCalm(operation, await bearer(as), body),
    );
  });

  it('lets nobody in by any header', async () => {
    const good = await bearer({ objectId: developmentPeople.handler });
    await tryAll(
      fc.tuple(fc.constantFrom(...recorded), badHeaderBeside(good)),
      async ([{ operation, body }, authorization]) => {
        const { status, text } = await post(operation, authorization, body);
        expect([status, text]).toEqual([401, '{"code":"notSignedIn"}']);
      },
    );
  });

  it('takes from a token what it must say, whatever else it says', async () => {
    const claim = fc.constantFrom('oid', 'tid', 'ver', 'scp', 'name', 'roles', 'idtyp', 'exp', 'nbf', 'aud', 'iss');
    const odd = fc.oneof(
      fc.constantFrom<unknown>(null, 0, -1, '', mark, mark.repeat(300), [], [mark], {}, ['handler', null], '__proto__'),
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('handler', 'custodian', 'reserve', 'admin', '__proto__', mark), { maxLength: 50 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await tryAll(fc.dictionary(claim, odd, { minKeys: 1, maxKeys: 3 }), async (claims) => {
      const objectId = randomUUID();
      const said = JSON.parse(JSON.stringify(claims));
      const { status, text } = await post('me', await bearer({ objectId, claims: said }), '{}');
      expect([200, 401]).toContain(status);
      if (status === 401) expect(text).toBe('{"code":"notSignedIn"}');
      else expect(reflectedIn(text, ['name'])).toEqual([]);
    });
  });

  it('answers what fits the contract calmly while several people work on one case, whose history stays whole', async () => {
    await tryAll(
      fc.array(fc.array(steps, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (turns) => {
        const { caseId } = await saved(bot, { mode: 'confidential', sealedIdentity: 'c2VhbGVk' });
        const { caseId: other } = await saved(bot, {});
        const generation = keyGeneration(bot, undefined);
        for (const atOnce of turns) {
          const standing = await bot.store().cases.read(caseId);
          const revision = standing?.value.revision ?? 0;
          await Promise.all(
            atOnce.map(async ({ operation, as, fields, isLate }) => {
              const asked = { caseId, other, revision: revision + (isLate ? 1 : 0), today: bot.clock.now() };
              const body = tabRows[operation].body({ ...asked, ...as, role: undefined, recipient: '', generation });
              await expectCalm(operation, await bearer(as), JSON.stringify(withFields(body, fields)));
            }),
          );
        }
        const record = (await bot.store().cases.read(caseId))?.value;
        expect(record && verifyCase(record, await bot.store().history.readAll(caseId))).toBe('whole');
      },
      5,
    );
  });

  it('answers changed requests calmly, in bounded time and memory', async () => {
    const points: [number, number][] = [];
    let count = 0;
    await tryAll(changed(recorded), async ({ operation, as, body, standing }) => {
      await expectCalm(operation, await bearer(as), await standing(body));
      count += 1;
      if (count % Math.ceil(runs / 10) === 0) points.push([count, heldNow()]);
    });
    const slope = slopeOf(points.slice(2));
    process.stdout.write(`  held after each request, the log's lines included: ${slope.toFixed(0)} bytes\n`);
    expect(slope).toBeLessThan(mostKept);
  });

  it('has logged no word of it and no fault, and takes a report as before', async () => {
    expect(bot.log.join('')).not.toContain(mark);
    expect(bot.log.filter((line) => /tabFailed|answerFailed|crashed|libraryWrote/u.test(line))).toEqual([]);
    const { report, teams } = await newReporter(bot);
    const page = createPageClient(bot.tab({ objectId: teams.person.objectId }), 'cy');
    await sendFullReport({ teams: page }, report);
    const { report: whole } = await decryptSavedReport(bot, await readSavedCase(bot, page.card()));
    expect(whole.answers).toEqual(report);
  });
});

describe('the tab’s API, whose store is closed,', () => {
  it('says so and no more, by every operation', async () => {
    bot = await startBot({ entryPoint: 'dialog', environment: withPartners });
    recorded = await recordOperations(bot);
    await bot.store().close();
    for (const { operation, as, body } of recorded) {
      const { status, text } = await post(operation, await bearer(as), body);
      expect(operation === 'me' || operation.startsWith('report.') ? [200, 503] : [503]).toContain(status);
      if (status === 503) expect(text).toBe('{"code":"unavailable"}');
    }
    await bot.stop();
  });
});
