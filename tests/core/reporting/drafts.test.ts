import { describe, expect, it } from '@jest/globals';
import { deriveDraftId } from '../../../core/model/return-code-keys.ts';
import { removeDraft, findDraft, saveDraft } from '../../../core/reporting/drafts.ts';
import type { StoredDraft } from '../../../core/ports/store.ts';
import { type ReportState, initialReportState } from '../../../core/reporting/report-flow.ts';
import { assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReturnCode, start } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const weekMs = 7 * 86_400_000;
const core = setUpCore();

const writing = (what: string): ReportState => ({
  ...initialReportState(newReturnCode(), 'cy'),
  at: 'about',
  answers: { mode: 'named', what, conflict: 'no' },
});
async function stored(state: ReportState): Promise<StoredDraft> {
  const draft = await core.store.drafts.read(deriveDraftId(state.code), core.deps.clock());
  if (draft === undefined) throw new Error('no draft is stored');
  return draft;
}

describe('a draft', () => {
  it('comes back by its code as it was left, with its last day', async () => {
    const state = writing('words\u0001\u0000 with odd ends \u{1f600}');
    expect(await saveDraft(core.deps, state)).toBe('2026-12-02');
    expect(await findDraft(core.deps, state.code)).toEqual({ state, until: '2026-12-02' });
  });

  it('is found by no other code', async () => {
    await saveDraft(core.deps, writing('words'));
    expect(await findDraft(core.deps, newReturnCode())).toBeUndefined();
  });

  it('is not opened by another code, wherever its record is put', async () => {
    const state = writing('words');
    const other = newReturnCode();
    await saveDraft(core.deps, state);
    await core.store.drafts.save({ ...(await stored(state)), id: deriveDraftId(other) });
    expect(await findDraft(core.deps, other)).toBeUndefined();
  });

  it('leaves nothing of its words or its code on the disk', async () => {
    const canary = newCanary();
    const state = writing(canary);
    await saveDraft(core.deps, state);
    assertAbsentOnDisk(core.folder, [canary, state.code]);
  });

  it('is as long as another, whatever was written, in steps of 4 KB', async () => {
    const lengths = async (what: string) =>
      Buffer.from(
        (
          await (async () => {
            const state = writing(what);
            await saveDraft(core.deps, state);
            return stored(state);
          })()
        ).sealed,
        'base64',
      ).length;
    const short = await lengths('x');
    expect(short).toBe(12 + 4_096 + 16);
    expect(await lengths('x'.repeat(3_000))).toBe(short);
    expect(await lengths('x'.repeat(4_000))).toBe(short + 4_096);
  });

  it('is there on its last day and gone after it', async () => {
    const state = writing('words');
    await saveDraft(core.deps, state);
    core.pass(Date.parse('2026-12-03T00:00:00Z') - start.getTime() - 1);
    expect(await findDraft(core.deps, state.code)).toBeDefined();
    core.pass(1);
    expect(await findDraft(core.deps, state.code)).toBeUndefined();
  });

  it('does not say by its end at what time of the day it was kept', async () => {
    const early = writing('words');
    await saveDraft(core.deps, early);
    core.pass(11 * 3_600_000 + 61_007);
    const late = writing('words');
    await saveDraft(core.deps, late);
    expect((await stored(late)).expiresAt).toEqual((await stored(early)).expiresAt);
  });

  it('is not opened once anything of it was changed', async () => {
    const state = writing('words');
    await saveDraft(core.deps, state);
    const draft = await stored(state);
    const bytes = Buffer.from(draft.sealed, 'base64');
    for (const place of [0, 11, 12, 2_000, bytes.length - 17, bytes.length - 16, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await core.store.drafts.save({ ...draft, sealed: changed.toString('base64') });
      expect(await findDraft(core.deps, state.code)).toBeUndefined();
    }
    for (const sealed of [
      '',
      'AAAA',
      bytes.subarray(0, -1).toString('base64'),
      bytes.subarray(0, 28).toString('base64'),
    ]) {
      await core.store.drafts.save({ ...draft, sealed });
      expect(await findDraft(core.deps, state.code)).toBeUndefined();
    }
    await core.store.drafts.save(draft);
    expect(await findDraft(core.deps, state.code)).toBeDefined();
  });

  it('is replaced by a later one of its code, which is kept seven days from then', async () => {
    const state = writing('first words');
    await saveDraft(core.deps, state);
    const first = await stored(state);
    core.pass(weekMs / 2);
    const later = { ...state, answers: { ...state.answers, what: 'later words' } };
    expect(await saveDraft(core.deps, later)).toBe('2026-12-05');
    expect((await stored(state)).sealed).not.toBe(first.sealed);
    core.pass(weekMs - 1);
    expect((await findDraft(core.deps, state.code))?.state.answers.what).toBe('later words');
  });

  it('is dropped by its code, and dropping what is not there is silent', async () => {
    const state = writing('words');
    await saveDraft(core.deps, state);
    await removeDraft(core.deps, state.code);
    await removeDraft(core.deps, state.code);
    expect(await findDraft(core.deps, state.code)).toBeUndefined();
  });
});
