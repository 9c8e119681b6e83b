import { describe, expect, it } from '@jest/globals';
import { today } from '../../support/contracts/records.ts';
import { addDays } from '../../../core/model/calendar.ts';
import { findCaseFieldMismatches, decryptReport } from '../../../core/casework/decrypt-report.ts';
import type { ReportSubmission } from '../../../core/ports/intake.ts';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import { identityTag } from '../../../core/model/sealed-report.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { sealAttestedIdentity } from '../../../bot/api/report-operations.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { Answers } from '../../../core/model/questions.ts';
import { createSubmission, newReturnCode, decryptWith } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();

const person = { objectId: 'object-of-the-reporter', name: 'Name of the reporter' };

/** What a handler opens of a report that a page handed in, with other terms beside the seal where some are given. */
async function opened(answers: Answers, beside: Partial<ReportSubmission> = {}, signedIn = person) {
  const code = newReturnCode();
  const caller = { objectId: toPersonId(signedIn.objectId), name: signedIn.name, roles: new Set<never>() };
  const intake = {
    ...core.deps.intake,
    submit: async (report: ReportSubmission) => {
      const attestedIdentity = await sealAttestedIdentity(core.deps.seal, caller, report);
      return core.deps.intake.submit({ ...report, ...(attestedIdentity && { attestedIdentity }), ...beside });
    },
  };
  await submitReport({ ...core.deps, intake }, createSubmission({ code, person, answers }));
  const record = (await core.store.cases.read(deriveCaseId(code)))?.value;
  if (record === undefined) throw new Error('nothing was saved');
  const open = async (sealed: string) => JSON.stringify(await decryptWith(record.handledBy, sealed));
  return { record, report: await decryptReport(record, await core.store.history.readAll(record.caseId), open) };
}

const answers = { mode: 'named', what: 'what happened', conflict: 'no', kind: 'bribery' } as const;

describe('the terms beside a report’s seal', () => {
  it('are what the report says, and are then said nothing of', async () => {
    const { report } = await opened({ ...answers, risk: 'yes' });
    expect([report.termMismatches, report.otherIdentity, report.unverifiedCount]).toEqual([[], undefined, 0]);
  });

  it.each([
    ['kind', { kind: 'unsure' }],
    ['urgency', { urgency: 'standard' }],
    ['language', { language: 'cy' }],
    ['mode', { mode: 'confidential' }],
    ['mode', { mode: 'notKept' }],
    ['route', { route: 'hub' }],
    ['receivedOn', { receivedOn: addDays(today, -1) }],
  ] as const)(
    'are named to whoever opens it where they say another %s, and the report is there',
    async (label, beside) => {
      const { report } = await opened({ ...answers, risk: 'yes' }, beside);
      expect(report.termMismatches).toEqual([label]);
      expect(report.report.answers.what).toBe('what happened');
      // It was sealed with the report, whatever is said beside it.
      expect(report.identity).toEqual(person);
    },
  );

  it('are named where a report about the unit was handed to the unit', async () => {
    const { record, report } = await opened(answers);
    const concerns = { ...report.report, answers: { ...answers, conflict: 'yes' } };
    expect(findCaseFieldMismatches(record, concerns)).toEqual(['handledBy']);
  });

  it('may have become more urgent, or the reserve’s, since', async () => {
    const { record, report } = await opened(answers);
    expect(findCaseFieldMismatches({ ...record, urgency: 'urgent', handledBy: 'reserve' }, report.report)).toEqual([]);
  });
});

describe('a name beside a report that keeps none', () => {
  /** What a page hands in that says inside that no name is kept, and beside it that one is. */
  async function openedWith(inside: 'notKept' | 'confidential') {
    const code = newReturnCode();
    const key = deriveMessageKey(code);
    const intake = {
      ...core.deps.intake,
      submit: async (report: ReportSubmission) => {
        const who = { v: 1 as const, caseId: report.caseId, mode: inside, receivedOn: report.receivedOn };
        const identity = { ...who, recipients: [], identity: person };
        const sealedIdentity = await core.deps.seal.seal(
          JSON.stringify({ ...identity, tag: identityTag(key, identity) }),
          'acu',
        );
        const beside = { ...report, mode: 'named' as const, sealedIdentity };
        const caller = { objectId: toPersonId(person.objectId), name: person.name, roles: new Set<never>() };
        const attestedIdentity = await sealAttestedIdentity(core.deps.seal, caller, beside);
        return core.deps.intake.submit({ ...beside, ...(attestedIdentity && { attestedIdentity }) });
      },
    };
    await submitReport(
      { ...core.deps, intake },
      createSubmission({ code, person, answers: { ...answers, mode: inside } }),
    );
    const record = (await core.store.cases.read(deriveCaseId(code)))?.value;
    if (record === undefined) throw new Error('nothing was saved');
    const open = async (sealed: string) => JSON.stringify(await decryptWith('acu', sealed));
    return decryptReport(record, await core.store.history.readAll(record.caseId), open);
  }

  it.each(['notKept', 'confidential'] as const)(
    'is not shown, though its tag is right and the server attests it (%s)',
    async (inside) => {
      const report = await openedWith(inside);
      expect(report.termMismatches).toEqual(['mode', 'identity']);
      expect([report.identity, report.otherIdentity]).toEqual([undefined, undefined]);
      expect(report.report.answers.what).toBe('what happened');
    },
  );
});

describe('a name that a page sealed', () => {
  it('is told from that of whoever was signed in, by their object id alone', async () => {
    const other = { objectId: 'object-of-another', name: 'Name of another' };
    expect((await opened(answers, {}, other)).report).toMatchObject({ identity: person, otherIdentity: other });
    const renamed = { ...person, name: 'Name since a wedding' };
    expect((await opened(answers, {}, renamed)).report.otherIdentity).toBeUndefined();
  });

  it('is missed where the page sealed none', async () => {
    const { record } = await opened(answers);
    const { sealedIdentity: _its, ...without } = record;
    const open = async (sealed: string) => JSON.stringify(await decryptWith('acu', sealed));
    const report = await decryptReport(without, await core.store.history.readAll(record.caseId), open);
    expect(report).toMatchObject({ identity: undefined, otherIdentity: person });
  });
});
