import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { toDay } from '../../../core/model/calendar.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { findByReturnCode } from '../../../core/reporting/find-by-return-code.ts';
import { deriveCaseCredential, submitReport } from '../../../core/reporting/submit-report.ts';
import { createIntakeClient } from '../../../tab/report/intake-client.ts';
import { createPageSealer } from '../../../tab/report/page-sealer.ts';
import type { Tab } from '../../../tab/ui/tab-context.ts';
import { intakeContract } from '../../contracts/intake.contract.ts';
import { eraseCase } from '../../support/core/erase-case.ts';
import { createSubmission, newReturnCode, random } from '../../support/core/open-core.ts';
import { createCall } from '../../support/journeys/page-client.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const timeZone = 'Europe/London';
const person = { objectId: randomUUID(), name: 'Somebody at a page' };
const bot = setUpSharedBot({ entryPoint: 'dialog' });
// One person hands in a few reports in an hour, not a test of each.
beforeEach(() => bot.clock.forward(4 * 3_600_000));

/** The way to the server of somebody who takes their time. */
const truly: Tab['call'] = (name, body) => {
  bot.clock.forward(1_000);
  return createCall(bot.tab(person))(name, body);
};

/** The page's side, for somebody, over a way to the server that may be another than the true one. */
function pageSide(call: Tab['call'] = truly) {
  const seal = createPageSealer(bot.settings.recipients);
  const intake = createIntakeClient(call, seal);
  return { intake, seal, mailbox: seal.mailbox, random, clock: bot.clock.now, timeZone };
}

intakeContract('over the wire', () => ({
  ...pageSide(),
  erase: (code) => eraseCase(bot.store(), code),
  person,
  ways: ['staff'],
}));

describe('an intake over the wire', () => {
  it('tells whoever has no code nothing of a case, not even whether there is one', async () => {
    const code = newReturnCode();
    await submitReport(pageSide(), createSubmission({ code, person }));
    const claim = await deriveCaseCredential(pageSide().seal, code);
    const nothing = await deriveCaseCredential(pageSide().seal, newReturnCode());
    // A handler knows a reference and a mailbox, and is no reporter for that.
    const tab = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
    for (const one of [claim, nothing]) {
      const answer = await tab.call('report.find', one);
      expect(answer).toEqual({ kind: 'prove', challenge: expect.any(String) });
      const added = await tab
        .call('report.add', {
          ...one,
          id: '0'.repeat(32),
          number: 1,
          writtenOn: toDay(bot.clock.now(), timeZone),
          handledBy: 'acu',
          sealed: await pageSide().seal.seal('made up', 'acu'),
          isUrgent: false,
          staysClosed: false,
        })
        .catch((error: unknown) => String(error));
      expect(JSON.stringify(added)).not.toContain('saved');
    }
    expect(await bot.store().history.readAll(claim.caseId)).toHaveLength(1);
  });

  it('bears a server that does not say by which way a case came', async () => {
    const older: Tab['call'] = async (name, body) => {
      const answer = await truly(name, body);
      if (name !== 'report.find' || !answer.ok) return answer;
      return { ...answer, value: { ...answer.value, route: undefined } };
    };
    const code = newReturnCode();
    await submitReport(pageSide(), createSubmission({ code, person }));
    expect(await findByReturnCode(pageSide(older), code)).toMatchObject({
      kind: 'case',
      status: 'received',
      route: undefined,
    });
  });

  it('takes no report from the page of the staff that says it comes by the hub', async () => {
    const code = newReturnCode();
    const { caseId } = await deriveCaseCredential(pageSide().seal, code);
    await expect(submitReport(pageSide(), createSubmission({ code, person, route: 'hub' }))).rejects.toMatchObject({
      refusal: 'odd',
    });
    expect(await bot.store().cases.read(caseId)).toBeUndefined();
  });

  it('says nothing of what stands to somebody who hands in another report under its reference', async () => {
    const code = newReturnCode();
    await submitReport(pageSide(), createSubmission({ code, person }));
    const { caseId } = await deriveCaseCredential(pageSide().seal, code);
    const taken: Tab['call'] = (name, body) => truly(name, name === 'report.submit' ? { ...body, caseId } : body);
    expect(await submitReport(pageSide(taken), createSubmission({ person }))).toEqual({ kind: 'taken' });
  });

  it('sends no word and no code, whatever is handed in', async () => {
    const bodies: string[] = [];
    const canary = newCanary();
    const code = newReturnCode();
    const heard: Tab['call'] = (name, body) => {
      bodies.push(JSON.stringify(body));
      return truly(name, body);
    };
    const deps = pageSide(heard);
    await submitReport(
      deps,
      createSubmission({ code, person, answers: { mode: 'named', what: canary, conflict: 'no' } }),
    );
    await addFollowUp(deps, { code, id: '1'.repeat(32), text: canary });
    await findByReturnCode(deps, code);
    const sent = bodies.join('\n');
    expect(bodies.length).toBeGreaterThan(4);
    for (const word of [canary, code, person.name, Buffer.from(canary).toString('base64').slice(0, 20)]) {
      expect(sent).not.toContain(word);
    }
  });

  it('keeps beside a name who was signed in, and nothing of it where no identity is kept', async () => {
    const stored = async (mode: string) => {
      const code = newReturnCode();
      await submitReport(
        pageSide(),
        createSubmission({ code, person, answers: { mode, what: 'what happened', conflict: 'no' } }),
      );
      return (await bot.store().cases.read(deriveCaseId(code)))?.value;
    };
    expect(typeof (await stored('named'))?.attestedIdentity).toBe('string');
    expect(typeof (await stored('confidential'))?.attestedIdentity).toBe('string');
    expect(await stored('notKept')).not.toHaveProperty('attestedIdentity');
  });

  it('does not take what is said of another report for its own', async () => {
    const of = (await deriveCaseCredential(pageSide().seal, newReturnCode())).caseId;
    const call: Tab['call'] = async (name, body) => {
      const answer = await truly(name, body);
      return name === 'report.submit' && answer.ok ? { ok: true, value: { ...answer.value, caseId: of } } : answer;
    };
    await expect(submitReport(pageSide(call), createSubmission({ person }))).rejects.toThrow(StoreError);
  });

  it('does not believe a server that asks for proof after proof, or answers something else', async () => {
    const odd = fc.oneof(
      fc.constant({ kind: 'prove', challenge: 'not a seal' }),
      fc.constant({ kind: 'prove', challenge: '' }),
      fc.string().map((challenge) => ({ kind: 'prove', challenge })),
      fc.jsonValue(),
      fc.record({ kind: fc.constantFrom('case', 'saved', 'differs') }),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (answer) => {
        // A server may answer anything.
        const call: Tab['call'] = async () => ({ ok: true, value: JSON.parse(JSON.stringify(answer)) });
        await expect(findByReturnCode(pageSide(call), newReturnCode())).rejects.toThrow(StoreError);
        await expect(submitReport(pageSide(call), createSubmission({ person }))).rejects.toThrow(StoreError);
        const more = { code: newReturnCode(), id: '1'.repeat(32), text: 'more' };
        await expect(addFollowUp(pageSide(call), more)).rejects.toThrow(StoreError);
      }),
      { numRuns: 30 },
    );
  });
});
