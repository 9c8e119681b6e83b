import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  addSeparateAddition,
  type SeparateAddition,
  findSeparateAddition,
} from '../../../core/reporting/separate-addition.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { deriveSeparateCode, deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { sealedReportSchema } from '../../../core/model/sealed-report.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import {
  createSubmission,
  newReturnCode,
  decryptWith,
  groupsThatDecrypt,
  withIntake,
} from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
beforeEach(async () => {
  code = newReturnCode();
  await submitReport(core.deps, createSubmission({ code }));
});

const apart = (differences: Partial<SeparateAddition> = {}): SeparateAddition => ({
  code,
  name: 'one',
  language: 'cy',
  tenantId: 'tenant',
  text: 'more words',
  isAtRisk: false,
  ...differences,
});
const caseOf = async (whose: ReturnCode) => (await core.store.cases.read(deriveCaseId(whose)))?.value;
/** Everything that stands of a case. */
const allOf = async (whose: ReturnCode) => [
  await core.store.cases.read(deriveCaseId(whose)),
  await core.store.history.readAll(deriveCaseId(whose)),
  await core.store.outbox.read(deriveCaseId(whose)),
];
async function saved(what: SeparateAddition): Promise<ReturnCode> {
  const outcome = await addSeparateAddition(core.deps, what);
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
    expect([...(await groupsThatDecrypt(record?.sealedReport ?? ''))].toSorted()).toEqual(['recovery', 'reserve']);
    const report = sealedReportSchema.parse(await decryptWith('reserve', record?.sealedReport ?? ''));
    expect(report.answers).toEqual({ mode: 'notKept', what: 'more words', conflict: 'unsure' });
    const alert = (await core.store.outbox.read(deriveCaseId(own)))?.value;
    expect(alert).toMatchObject({ handledBy: 'reserve', urgency: 'standard', reason: 'new', state: 'waiting' });
  });

  it('leaves the case that the unit reads, its history and its alert as they were', async () => {
    const before = await allOf(code);
    await saved(apart({ isAtRisk: true }));
    expect(await allOf(code)).toEqual(before);
  });

  it('is urgent where somebody is at risk, for the reserve alone', async () => {
    const own = await saved(apart({ isAtRisk: true }));
    expect((await core.store.outbox.read(deriveCaseId(own)))?.value).toMatchObject({
      handledBy: 'reserve',
      urgency: 'urgent',
      dueAt: core.deps.clock().toISOString(),
    });
    expect((await caseOf(code))?.urgency).toBe('standard');
  });

  it('leaves neither its words nor a code on the disk', async () => {
    const canary = newCanary();
    const own = await saved(apart({ text: canary }));
    assertAbsentOnDisk(core.folder, [canary, code, own]);
  });

  it('is saved once however often its name comes, also at once, and another name is another report', async () => {
    const [one, again] = await Promise.all([
      addSeparateAddition(core.deps, apart()),
      addSeparateAddition(core.deps, apart()),
    ]);
    expect([one, again].filter((outcome) => outcome.kind === 'saved' && outcome.isNew)).toHaveLength(1);
    expect([one, again].filter((outcome) => outcome.kind === 'saved' && !outcome.isNew)).toHaveLength(1);
    const own = await saved(apart());
    expect(await findSeparateAddition(core.deps, apart())).toBe(own);
    expect(await core.store.history.readAll(deriveCaseId(own))).toHaveLength(1);
    expect(await saved(apart({ name: 'two' }))).not.toBe(own);
  });

  it('has a code that leads nowhere from another report', async () => {
    expect(deriveSeparateCode(code, 'one 1')).toBe(await saved(apart()));
    expect(deriveSeparateCode(newReturnCode(), 'one 1')).not.toBe(deriveSeparateCode(code, 'one 1'));
  });

  it('goes on under the next code where another report has its reference', async () => {
    const taken = deriveCaseId(deriveSeparateCode(code, 'one 1'));
    await core.store.cases.create(createCase({ caseId: taken }), createAlert(taken), [firstEvent(taken)]);
    expect(await saved(apart())).toBe(deriveSeparateCode(code, 'one 2'));
    expect(await addSeparateAddition(core.deps, apart())).toMatchObject({ kind: 'saved', isNew: false });
  });

  it('is left to be added where the report is with the reserve already', async () => {
    const reserved = createSubmission({ answers: { mode: 'notKept', what: 'words', conflict: 'yes' } });
    await submitReport(core.deps, reserved);
    expect(await addSeparateAddition(core.deps, apart({ code: reserved.code }))).toEqual({ kind: 'outside' });
    expect(await findSeparateAddition(core.deps, apart({ code: reserved.code }))).toBeUndefined();
  });

  it('is nothing under a code that no report is saved under', async () => {
    expect(await addSeparateAddition(core.deps, apart({ code: newReturnCode() }))).toEqual({ kind: 'notFound' });
  });

  it('is not known to be saved where the store does not take it', async () => {
    const failing = withIntake({
      ...core.deps,
      cases: { ...core.store.cases, create: () => Promise.reject(new StoreError('unavailable')) },
    });
    await expect(addSeparateAddition(failing, apart())).rejects.toEqual(new StoreError('unavailable'));
    expect(await findSeparateAddition(core.deps, apart())).toBeUndefined();
  });
});
