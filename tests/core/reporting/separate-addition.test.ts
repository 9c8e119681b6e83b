import { beforeEach, describe, expect, it } from '@jest/globals';
import { addApart, type Apart, apartStands } from '../../../core/reporting/separate-addition.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { apartCodeOf, caseIdOf } from '../../../core/model/return-code-keys.ts';
import { sealedReportSchema } from '../../../core/model/sealed-report.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { ReturnCode } from '../../../core/model/codes.ts';
import { aCase, anAlert, firstEvent } from '../../support/contracts/records.ts';
import { expectNowhereOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { aSubmission, freshCode, openedBy, whoOpens, withDesk } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
beforeEach(async () => {
  code = freshCode();
  await submitReport(core.deps, aSubmission({ code }));
});

const apart = (differences: Partial<Apart> = {}): Apart => ({
  code,
  name: 'one',
  language: 'cy',
  tenantId: 'tenant',
  text: 'more words',
  isAtRisk: false,
  ...differences,
});
const caseOf = async (whose: ReturnCode) => (await core.store.cases.read(caseIdOf(whose)))?.value;
/** Everything that stands of a case. */
const allOf = async (whose: ReturnCode) => [
  await core.store.cases.read(caseIdOf(whose)),
  await core.store.history.of(caseIdOf(whose)),
  await core.store.outbox.read(caseIdOf(whose)),
];
async function saved(what: Apart): Promise<ReturnCode> {
  const outcome = await addApart(core.deps, what);
  if (outcome.kind !== 'saved') throw new Error(`it was not saved: ${outcome.kind}`);
  return outcome.code;
}

describe('what is added about the unit', () => {
  it('is a report of its own for the reserve, with its alert, and keeps no identity', async () => {
    const own = await saved(apart());
    expect(own).not.toBe(code);
    const record = await caseOf(own);
    expect(record).toMatchObject({ handledBy: 'reserve', mode: 'notKept', urgency: 'standard', language: 'cy' });
    expect(record).not.toHaveProperty('sealedIdentity');
    expect([...(await whoOpens(record?.sealedReport ?? ''))].toSorted()).toEqual(['recovery', 'reserve']);
    const report = sealedReportSchema.parse(await openedBy('reserve', record?.sealedReport ?? ''));
    expect(report.answers).toEqual({ mode: 'notKept', what: 'more words', conflict: 'unsure' });
    const alert = (await core.store.outbox.read(caseIdOf(own)))?.value;
    expect(alert).toMatchObject({ handledBy: 'reserve', urgency: 'standard', reason: 'new', state: 'waiting' });
  });

  it('leaves the case that the unit reads, its history and its alert as they were', async () => {
    const before = await allOf(code);
    await saved(apart({ isAtRisk: true }));
    expect(await allOf(code)).toEqual(before);
  });

  it('is urgent where somebody is at risk, for the reserve alone', async () => {
    const own = await saved(apart({ isAtRisk: true }));
    expect((await core.store.outbox.read(caseIdOf(own)))?.value).toMatchObject({
      handledBy: 'reserve',
      urgency: 'urgent',
      dueAt: core.deps.clock().toISOString(),
    });
    expect((await caseOf(code))?.urgency).toBe('standard');
  });

  it('leaves neither its words nor a code on the disk', async () => {
    const canary = newCanary();
    const own = await saved(apart({ text: canary }));
    expectNowhereOnDisk(core.folder, [canary, code, own]);
  });

  it('is saved once however often its name comes, also at once, and another name is another report', async () => {
    const [one, again] = await Promise.all([addApart(core.deps, apart()), addApart(core.deps, apart())]);
    expect([one, again].filter((outcome) => outcome.kind === 'saved' && outcome.isNew)).toHaveLength(1);
    expect([one, again].filter((outcome) => outcome.kind === 'saved' && !outcome.isNew)).toHaveLength(1);
    const own = await saved(apart());
    expect(await apartStands(core.deps, apart())).toBe(own);
    expect(await core.store.history.of(caseIdOf(own))).toHaveLength(1);
    expect(await saved(apart({ name: 'two' }))).not.toBe(own);
  });

  it('has a code that leads nowhere from another report', async () => {
    expect(apartCodeOf(code, 'one 1')).toBe(await saved(apart()));
    expect(apartCodeOf(freshCode(), 'one 1')).not.toBe(apartCodeOf(code, 'one 1'));
  });

  it('goes on under the next code where another report has its reference', async () => {
    const taken = caseIdOf(apartCodeOf(code, 'one 1'));
    await core.store.cases.create(aCase({ caseId: taken }), anAlert(taken), [firstEvent(taken)]);
    expect(await saved(apart())).toBe(apartCodeOf(code, 'one 2'));
    expect(await addApart(core.deps, apart())).toMatchObject({ kind: 'saved', isNew: false });
  });

  it('is left to be added where the report is with the reserve already', async () => {
    const reserved = aSubmission({ answers: { mode: 'notKept', what: 'words', conflict: 'yes' } });
    await submitReport(core.deps, reserved);
    expect(await addApart(core.deps, apart({ code: reserved.code }))).toEqual({ kind: 'outside' });
    expect(await apartStands(core.deps, apart({ code: reserved.code }))).toBeUndefined();
  });

  it('is nothing under a code that no report is saved under', async () => {
    expect(await addApart(core.deps, apart({ code: freshCode() }))).toEqual({ kind: 'notFound' });
  });

  it('is not known to be saved where the store does not take it', async () => {
    const failing = withDesk({
      ...core.deps,
      cases: { ...core.store.cases, create: () => Promise.reject(new StoreError('unavailable')) },
    });
    await expect(addApart(failing, apart())).rejects.toEqual(new StoreError('unavailable'));
    expect(await apartStands(core.deps, apart())).toBeUndefined();
  });
});
