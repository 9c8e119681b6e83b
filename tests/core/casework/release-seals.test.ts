import { describe, expect, it } from '@jest/globals';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { toPersonId, type Role, roles } from '../../../core/model/roles.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';
import { createCaseInState } from '../../support/core/case-states.ts';

const core = setUpCore();

const saved = async (conflict: 'no' | 'yes' | 'chief'): Promise<ReturnCode> =>
  (await createCaseInState(core, 'received', { mode: 'named', conflict })).code;
const consult = (code: ReturnCode, held: readonly Role[], objectId = 'handler') =>
  releaseSeals(core.deps, deriveCaseId(code), { objectId: toPersonId(objectId), roles: new Set(held) });
const historyOf = (code: ReturnCode) => core.store.history.readAll(deriveCaseId(code));

describe('consulting a case', () => {
  it('hands it out with its history, in which the consultation stands already', async () => {
    const code = await saved('no');
    const consulted = await consult(code, ['handler']);
    const history = await historyOf(code);
    expect(history.at(-1)).toMatchObject({
      kind: 'consulted',
      by: { objectId: toPersonId('handler') },
      at: '2026-11-25T10:15:00.000Z',
    });
    const record = (await core.store.cases.read(deriveCaseId(code)))?.value;
    expect(record?.chain).toEqual({ sequence: 2, hash: history.at(-1)?.hash });
    expect(consulted).toEqual({ kind: 'consulted', record, events: history, isMore: false });
  });

  it('is noted each time, also when several do it at once and something is added', async () => {
    const code = await saved('no');
    await Promise.all([
      ...['one', 'two', 'three'].map((objectId) => consult(code, ['handler'], objectId)),
      addFollowUp(core.deps, { code, id: 'addition', text: 'more' }),
    ]);
    const kinds = (await historyOf(code)).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['consulted', 'consulted', 'consulted', 'messageFromReporter', 'received']);
  });

  it.each(roles)('as %s is refused but for those who handle it, and leaves no trace', async (role) => {
    for (const [conflict, handles] of [
      ['no', 'handler'],
      ['chief', 'reserve'],
    ] as const) {
      const code = await saved(conflict);
      expect((await consult(code, [role])).kind).toBe(role === handles ? 'consulted' : 'refused');
      expect(await historyOf(code)).toHaveLength(role === handles ? 2 : 1);
    }
  });

  it('is refused in the same words where there is no such case', async () => {
    expect(await consult(newReturnCode(), ['handler'])).toEqual(await consult(await saved('yes'), ['handler']));
  });

  it('hands out nothing that could not be noted', async () => {
    const code = await saved('no');
    const restless = {
      ...core.deps,
      cases: { ...core.store.cases, change: () => Promise.resolve('conflict' as const) },
    };
    const by = { objectId: toPersonId('handler'), roles: new Set(['handler' as const]) };
    await expect(releaseSeals(restless, deriveCaseId(code), by)).rejects.toEqual(new StoreError('busy'));
  });
});
