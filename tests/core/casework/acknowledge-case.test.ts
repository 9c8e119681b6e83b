import { describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { toPersonId, type Role, roles } from '../../../core/model/roles.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';
import { createCaseInState } from '../../support/core/case-states.ts';

const dayMs = 86_400_000;
const core = setUpCore();

const saved = async (conflict: 'no' | 'yes' | 'chief'): Promise<ReturnCode> =>
  (await createCaseInState(core, 'received', { mode: 'named', conflict })).code;
const acknowledge = (code: ReturnCode, held: readonly Role[] = ['handler'], objectId = 'handler') =>
  acknowledgeCase(core.deps, deriveCaseId(code), { objectId: toPersonId(objectId), roles: new Set(held) });
const standing = async (code: ReturnCode) => ({
  record: (await core.store.cases.read(deriveCaseId(code)))?.value,
  alert: (await core.store.outbox.read(deriveCaseId(code)))?.value,
  history: await core.store.history.readAll(deriveCaseId(code)),
});

describe('acknowledging a case', () => {
  it('is noted in the case, its alert and its history at once', async () => {
    const code = await saved('no');
    const outcome = await acknowledge(code);
    expect(outcome).toMatchObject({ kind: 'acknowledged', acknowledgedOn: '2026-11-25' });
    const { record, alert, history } = await standing(code);
    expect(record).toMatchObject({ status: 'acknowledged', acknowledgedOn: '2026-11-25', chain: { sequence: 2 } });
    expect(alert).toMatchObject({ state: 'acknowledged', acknowledgedOn: '2026-11-25' });
    expect(outcome).toMatchObject({ alert });
    expect(history.at(-1)).toMatchObject({
      kind: 'acknowledged',
      by: { objectId: toPersonId('handler') },
      hash: record?.chain.hash,
    });
  });

  it('is done once: whoever comes later is told so, and of the first day', async () => {
    const code = await saved('no');
    await acknowledge(code);
    const before = await standing(code);
    core.pass(3 * dayMs);
    expect(await acknowledge(code, ['handler'], 'another')).toMatchObject({
      kind: 'already',
      acknowledgedOn: '2026-11-25',
    });
    expect(await standing(code)).toEqual(before);
  });

  it('is done once by two who do it together', async () => {
    const code = await saved('no');
    const outcomes = await Promise.all(['one', 'two'].map((objectId) => acknowledge(code, ['handler'], objectId)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['acknowledged', 'already']);
    expect((await standing(code)).history).toHaveLength(2);
  });

  it('is done again after a follow-up, on its own day, while the case keeps its first', async () => {
    const code = await saved('no');
    await acknowledge(code);
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    core.pass(2 * dayMs);
    expect(await acknowledge(code)).toMatchObject({ kind: 'acknowledged', acknowledgedOn: '2026-11-27' });
    const { record, alert, history } = await standing(code);
    expect([record?.acknowledgedOn, alert?.acknowledgedOn]).toEqual(['2026-11-25', '2026-11-27']);
    expect(history.map(({ kind }) => kind)).toEqual([
      'received',
      'acknowledged',
      'messageFromReporter',
      'acknowledged',
    ]);
    expect(await acknowledge(code)).toMatchObject({ kind: 'already', acknowledgedOn: '2026-11-27' });
  });

  it.each(roles)('as %s is refused but for those who handle the case, and changes nothing', async (role) => {
    for (const [conflict, handles] of [
      ['no', 'handler'],
      ['yes', 'reserve'],
    ] as const) {
      const code = await saved(conflict);
      const before = await standing(code);
      const outcome = await acknowledge(code, [role]);
      expect(outcome.kind).toBe(role === handles ? 'acknowledged' : 'refused');
      if (role !== handles) expect(await standing(code)).toEqual(before);
    }
  });

  it('is refused in the same words where there is no such case', async () => {
    const code = await saved('yes');
    expect(await acknowledge(newReturnCode())).toEqual(await acknowledge(code));
  });

  it('counts as an update, and is done once, however often it is asked for', async () => {
    const code = await saved('no');
    const by = { objectId: toPersonId('Handler'), roles: new Set(['handler' as const]) };
    const answers = [1, 2].map(() => acknowledgeCase(core.deps, deriveCaseId(code), by));
    expect((await Promise.all(answers)).map(({ kind }) => kind).toSorted()).toEqual(['acknowledged', 'already']);
    const { record, history } = await standing(code);
    expect(record).toMatchObject({ revision: 1, updatedOn: '2026-11-25' });
    expect(history.at(-1)).toMatchObject({ by: { objectId: toPersonId('handler') } });
  });

  it('is not claimed where the case never comes to rest', async () => {
    const code = await saved('no');
    const restless = {
      ...core.deps,
      cases: { ...core.store.cases, change: () => Promise.resolve('conflict' as const) },
    };
    const by = { objectId: toPersonId('handler'), roles: new Set(['handler' as const]) };
    await expect(acknowledgeCase(restless, deriveCaseId(code), by)).rejects.toEqual(new StoreError('busy'));
  });
});
