import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import {
  type ComparedCaseField,
  MisplacedSealError,
  type DecryptedReport,
} from '../../core/casework/decrypt-report.ts';
import { SealError } from '../../core/ports/seal.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { deriveCaseCredential, submitReport } from '../../core/reporting/submit-report.ts';
import { addFollowUp } from '../../core/reporting/follow-up.ts';
import { addDays, toDay } from '../../core/model/calendar.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { ReturnCode } from '../../core/model/return-code.ts';
import { reportKinds } from '../../core/model/classification.ts';
import { identityModes } from '../../core/model/questions.ts';
import { createIntakeClient, RefusalError } from '../../tab/report/intake-client.ts';
import { createPageSealer } from '../../tab/report/page-sealer.ts';
import type { ReportCall } from '../../tab/ui/post-json.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { createCall } from '../support/journeys/page-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const runs = process.env['SLOW'] === '1' ? 500 : 40;
const timeZone = 'Europe/London';
const somebody = () => ({ objectId: randomUUID(), name: 'Somebody at a page' });
/** Each example is another person's: one hands in a few reports a day. */
let person = somebody();

const bot = setUpSharedBot({ entryPoint: 'dialog' });
/** A case of somebody else, its code's holder's words in it. */
let other: { readonly code: ReturnCode; readonly caseId: CaseId; readonly mailbox: string };
beforeAll(async () => {
  const code = newReturnCode();
  const deps = pageSide((body) => body);
  await submitReport(deps, createSubmission({ code }));
  await addFollowUp(deps, { code, id: '0'.repeat(32), text: 'more' });
  other = { code, ...(await deriveCaseCredential(deps.seal, code)) };
});

type Change = (body: Readonly<Record<string, unknown>>, name: string) => unknown;

/** A page that hands in what it would, with changes. The statuses of what it was refused are noted. */
function pageSide(change: Change, told: string[] = []) {
  const call = createCall(bot.tab(person));
  const changing: ReportCall = async (name, body) => {
    bot.clock.forward(5_000);
    // Whatever a page may send.
    const sent: typeof body = JSON.parse(JSON.stringify(change({ ...body }, name)));
    const answer = await call(name, sent);
    told.push(answer.ok ? 'done' : answer.refusal.code);
    return answer;
  };
  const seal = createPageSealer(bot.settings.recipients);
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return {
    intake: createIntakeClient(changing, seal),
    seal,
    mailbox: seal.mailbox,
    clock: bot.clock.now,
    timeZone,
    random,
  };
}

const attempted = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError || error instanceof RefusalError) return undefined;
    throw error;
  }
};

const standing = async (caseId: CaseId) => {
  const record = (await bot.store().cases.read(caseId))?.value;
  return record && { record, events: await bot.store().history.readAll(caseId) };
};

/** What those who handle a case are shown, or why they are shown nothing. Recovery opens with either group. */
async function opened(caseId: CaseId): Promise<DecryptedReport | 'moved' | 'closed' | undefined> {
  const its = await standing(caseId);
  if (its === undefined) return undefined;
  try {
    return await decryptReportWithIdentities(its.record, its.events, bot.identities.recovery);
  } catch (error) {
    if (error instanceof MisplacedSealError) return 'moved';
    if (error instanceof SealError) return 'closed';
    throw error;
  }
}

/** A term beside a seal, what is said in its place, and whether that differs from a report by name of a bribe. */
const terms = fc.constantFrom<readonly [keyof CaseRecord, unknown, ComparedCaseField | undefined]>(
  ...reportKinds.map((kind) => ['kind', kind, kind === 'bribery' ? undefined : 'kind'] as const),
  ['kind', undefined, 'kind'],
  ['urgency', 'standard', 'urgency'],
  ['language', 'en', 'language'],
  ['handledBy', 'acu', 'handledBy'],
  ['flags', ['apsp'], undefined],
  ['flags', [], undefined],
  ['contentTag', 'A'.repeat(43), undefined],
);

describe('a page that says beside its seals what is not in them', () => {
  it('has its report kept, and whoever opens it is told each term that is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(terms, { selector: ([term]) => term, maxLength: 4 }), async (said) => {
        person = somebody();
        const code = newReturnCode();
        const beside = Object.fromEntries(said.map(([term, value]) => [term, value]));
        const change: Change = (body, name) => (name === 'report.submit' ? { ...body, ...beside } : body);
        const answers = { mode: 'named', what: 'what happened', conflict: 'yes', kind: 'bribery', risk: 'yes' };
        const saved = await submitReport(pageSide(change), createSubmission({ code, person, language: 'cy', answers }));
        expect(saved).toMatchObject({ kind: 'saved', isNew: true });
        const shown = await opened(deriveCaseId(code));
        if (typeof shown !== 'object') throw new Error(`the report is not shown: ${shown}`);
        expect(shown.report.answers).toMatchObject(answers);
        expect([...shown.termMismatches].sort()).toEqual(said.flatMap(([, , label]) => label ?? []).sort());
        expect([shown.isHistoryWhole, shown.isRecordAsWritten, shown.unverifiedCount]).toEqual([true, true, 0]);
      }),
      { numRuns: runs },
    );
  });

  it.each(identityModes)('keeps the way and the day that are said, and has nobody named by them (%s)', async (mode) => {
    for (const said of identityModes.filter((one) => one !== mode)) {
      person = somebody();
      const code = newReturnCode();
      const yesterday = addDays(toDay(bot.clock.now(), timeZone), -1);
      const seal = createPageSealer(bot.settings.recipients);
      const made = await seal.seal(
        '{"a":"name that the page made up"}',
        said === 'confidential' ? 'custodians' : 'acu',
      );
      const change: Change = ({ sealedIdentity = made, ...body }, name) => {
        if (name !== 'report.submit') return body;
        return { ...body, mode: said, receivedOn: yesterday, ...(said !== 'notKept' && { sealedIdentity }) };
      };
      const answers = { mode, what: 'what happened', conflict: 'no' };
      await submitReport(pageSide(change), createSubmission({ code, person, answers }));
      const shown = await opened(deriveCaseId(code));
      if (typeof shown !== 'object') throw new Error(`the report is not shown: ${shown}`);
      expect(shown.termMismatches).toEqual(expect.arrayContaining(['mode', 'receivedOn']));
      expect(shown.report.answers.what).toBe('what happened');
      const its = await standing(deriveCaseId(code));
      const byUnit = its && (await decryptReportWithIdentities(its.record, its.events, bot.identities.acu));
      expect(byUnit?.identity?.name).toBe(mode === 'named' && said === 'confidential' ? person.name : undefined);
      if (mode !== 'named') expect(byUnit?.otherIdentity).toBeUndefined();
    }
  });
});

const oddity: fc.Arbitrary<readonly [string, unknown]> = fc.oneof(
  ...Object.entries({
    caseId: ['other', 'AAA-AAA-AAAA', '', 7],
    mailbox: ['other', 'age1pq1', '', 'x'.repeat(3_000)],
    receivedOn: ['2020-01-01', '2999-12-31', 'today', ''],
    route: ['hub', 'street'],
    mode: [...identityModes, 'secret'],
    sealedReport: ['other', 'd29yZHM=', 'words in clear', '', 'A'.repeat(300_000)],
    sealedIdentity: ['other', 'd29yZHM=', null],
    proof: ['1.x', `999999999.${'A'.repeat(43)}`, 7],
    kind: ['treason', 3, 'unsure'],
    flags: [['apsp', 'apsp'], ['apsp'], 'apsp', Array.from({ length: 50 }, () => 'apsp')],
    contentTag: ['A'.repeat(43), 'A'],
    extra: [1, { a: 1 }],
  }).map(([key, values]) => fc.constantFrom(...values).map((value: unknown) => [key, value] as const)),
);
const oddities = fc.uniqueArray(oddity, { selector: ([key]) => key, maxLength: 2 });

describe('a page that hands in whatever it likes', () => {
  it('is refused or kept as a case of its own, and moves nothing of anybody else', async () => {
    const before = JSON.stringify(await standing(other.caseId));
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(oddities, fc.boolean(), async (odd, again) => {
        person = somebody();
        const code = newReturnCode();
        const foreign = (await standing(other.caseId))?.record;
        const names: Readonly<Record<string, unknown>> = {
          caseId: other.caseId,
          mailbox: other.mailbox,
          sealedReport: foreign?.sealedReport,
          sealedIdentity: foreign?.sealedReport,
        };
        const beside = Object.fromEntries(odd.map(([key, value]) => [key, value === 'other' ? names[key] : value]));
        const told: string[] = [];
        const deps = pageSide((body, name) => (name === 'report.submit' ? { ...body, ...beside } : body), told);
        const submission = createSubmission({ code, person });
        const once = await attempted(() => submitReport(deps, submission));
        if (again) await attempted(() => submitReport(deps, submission));
        told.forEach((code) => outcomes.add(code));
        // No refusal but that it is odd: nothing broke.
        expect(new Set([...told, 'done', 'odd']).size).toBe(2);
        const shown = await opened(deriveCaseId(code));
        if (once?.kind === 'saved') expect(['object', 'string']).toContain(typeof shown);
        if (typeof shown === 'object') {
          expect(shown.report.caseId).toBe(deriveCaseId(code));
          expect((await standing(deriveCaseId(code)))?.events.map(({ kind }) => kind)).toEqual(['received']);
        }
        expect(JSON.stringify(await standing(other.caseId))).toBe(before);
      }),
      { numRuns: runs * 2 },
    );
    expect([...outcomes].sort()).toEqual(['done', 'odd']);
  });

  it('adds to no case but its own, once each and in their order, whatever it repeats, turns or takes from before', async () => {
    const before = JSON.stringify(await standing(other.caseId));
    const additions = fc.array(
      fc.record({
        number: fc.constantFrom(0, 0, 0, 0, -1, 1, 5),
        id: fc.constantFrom('own', 'own', 'own', 'before'),
        sealed: fc.constantFrom('own', 'own', 'own', 'before', 'other'),
        claim: fc.constantFrom('own', 'own', 'own', 'reference', 'mailbox', 'both'),
        handledBy: fc.constantFrom('acu', 'acu', 'reserve'),
        isUrgent: fc.boolean(),
        staysClosed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(additions, async (doings) => {
        person = somebody();
        const code = newReturnCode();
        const caseId = deriveCaseId(code);
        await submitReport(
          pageSide((body) => body),
          createSubmission({ code, person }),
        );
        let last: Readonly<Record<string, unknown>> = {};
        let genuine = 0;
        for (const [place, doing] of doings.entries()) {
          const told: string[] = [];
          const foreign = (await standing(other.caseId))?.record.sealedReport;
          const change: Change = (body, name) => {
            if (name !== 'report.add') return body;
            const sent = {
              ...body,
              number: Number(body['number']) + doing.number,
              ...(doing.id === 'before' && last['id'] !== undefined && { id: last['id'] }),
              ...(doing.sealed === 'before' && last['sealed'] !== undefined && { sealed: last['sealed'] }),
              ...(doing.sealed === 'other' && { sealed: foreign }),
              ...((doing.claim === 'reference' || doing.claim === 'both') && { caseId: other.caseId }),
              ...((doing.claim === 'mailbox' || doing.claim === 'both') && { mailbox: other.mailbox }),
              handledBy: doing.handledBy,
              isUrgent: doing.isUrgent,
              staysClosed: doing.staysClosed,
            };
            last = body;
            return sent;
          };
          const text = `words ${place}`;
          const id = randomUUID().replaceAll('-', '');
          await attempted(() => addFollowUp(pageSide(change, told), { code, id, text }));
          expect(told.filter((one) => one === 'failed' || one === 'unconfirmed')).toEqual([]);
          const shown = await opened(caseId);
          if (typeof shown !== 'object') throw new Error(`the report is not shown: ${shown}`);
          const now = shown.thread.map(({ message }) => message.text);
          // What stands is what was written, in its order; what was put in the place of words is counted and not shown.
          expect(now).toEqual([...new Set(now)]);
          expect(now.length).toBeGreaterThanOrEqual(genuine);
          genuine = now.length;
          const kept = (await standing(caseId))?.events.filter(({ kind }) => kind === 'messageFromReporter') ?? [];
          expect(shown.unverifiedCount).toBe(kept.length - now.length);
          expect(kept.map(({ message }) => message?.number)).toEqual(kept.map((_, at) => at + 1));
        }
        expect(JSON.stringify(await standing(other.caseId))).toBe(before);
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });
});
