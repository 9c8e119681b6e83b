import { describe, expect, it } from '@jest/globals';
import {
  type CaseAction,
  type EntryRequest,
  createActionContext,
  decideCaseAction,
  runWithReads,
  handlers,
  readCaseRoleHolders,
  requirement,
  createDecisionContext,
} from '../../../core/casework/case-action.ts';
import { closeCase } from '../../../core/casework/case-lifecycle.ts';
import type { HistoryEntryQuery } from '../../../core/ports/case-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { createCasework, newRequestId, one, saveCase, readStoredCase, words } from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();

/** A case as somebody finds it who asks for something, over a history that says what it was asked. */
async function found<Asked>(asked: Asked, fault?: StoreError) {
  const deps = createCasework(core);
  const looked: string[] = [];
  const { record } = await readStoredCase(core, await saveCase(core));
  const history = {
    ...core.store.history,
    entries: async (caseId: typeof record.caseId, which: HistoryEntryQuery) => {
      looked.push(JSON.stringify(which));
      if (fault) throw fault;
      return core.store.history.entries(caseId, which);
    },
  };
  const standing = createDecisionContext(deps, { record, history }, await readCaseRoleHolders(deps), one);
  return { asking: createActionContext(deps, standing, asked), looked };
}

describe('a decision', () => {
  it('reads what it looks at once, nothing before that, and is the same for the same', async () => {
    const asked = {
      request: newRequestId(),
      revision: 0,
      outcome: 'misconduct',
      answer: 'acted',
      words: words(),
    } as const;
    const { asking, looked } = await found({
      ...asked,
      caseId: (await readStoredCase(core, await saveCase(core))).record.caseId,
    });
    const open = { ...asking, record: { ...asking.record, status: 'triaged' } } as const;
    expect(looked).toEqual([]);
    const first = await runWithReads(() => decideCaseAction(open, closeCase.action));
    expect(first).toEqual({ why: 'state', gates: ['notOpened'] });
    expect(looked).toEqual([...new Set(looked)]);
    const before = looked.length;
    // Everything is there now: it is a plain function.
    expect(decideCaseAction(open, closeCase.action)).toEqual(first);
    expect(looked).toHaveLength(before);
    // What ends it first is looked at first, and nothing after it.
    const { asking: received, looked: none } = await found({ ...asked, caseId: asking.record.caseId });
    expect(await runWithReads(() => decideCaseAction(received, closeCase.action))).toEqual({ why: 'state' });
    expect(none).toEqual([]);
  });

  it('is none where the store does not answer, and asks it no more', async () => {
    const { asking, looked } = await found({}, new StoreError('unavailable'));
    await expect(runWithReads(() => asking.entries({ last: 1 }))).rejects.toMatchObject({ code: 'unavailable' });
    expect(looked).toHaveLength(1);
    await expect(
      runWithReads(() => {
        throw new TypeError('a fault of its own');
      }),
    ).rejects.toThrow(TypeError);
  });

  it('is the first need that does not hold, unless gates stand before it: these are told together', async () => {
    const { asking } = await found<EntryRequest>({
      caseId: (await readStoredCase(core, await saveCase(core))).record.caseId,
      request: newRequestId(),
    });
    const no = () => false;
    const act = (requirements: CaseAction<EntryRequest>['requirements']): CaseAction<EntryRequest> => ({
      description: 'Try',
      allowedActors: handlers,
      requirements,
      eventKinds: ['noted'],
      apply: ({ record }) => ({ steps: [{ record, event: { kind: 'noted' } }] }),
    });
    const [first, done] = [
      requirement<EntryRequest>('first', 'ownWork', no),
      requirement<EntryRequest>('done', 'already', no),
    ];
    const gated = (['notClosed', 'onHold'] as const).map((gate) => ({
      description: gate,
      onFailure: { gate },
      holds: no,
    }));
    expect(decideCaseAction(asking, act([first, done]))).toEqual({ why: 'ownWork' });
    expect(decideCaseAction(asking, act([done, first]))).toBe('already');
    expect(decideCaseAction(asking, act([...gated, first]))).toEqual({ why: 'onHold', gates: ['notClosed', 'onHold'] });
    expect(decideCaseAction(asking, act([first, ...gated]))).toEqual({ why: 'ownWork' });
    expect(decideCaseAction(asking, act([]))).toMatchObject({
      notifiesReserve: false,
      peopleToNotify: [],
      steps: [{ event: { kind: 'noted' } }],
    });
  });
});
