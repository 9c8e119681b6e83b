import { beforeEach, describe, expect, it } from '@jest/globals';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { addCaseNote } from '../../../core/casework/case-management.ts';
import { viewCase } from '../../../core/casework/case-view.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { roles } from '../../../core/model/roles.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import {
  createActor,
  createCasework,
  newRequestId,
  one,
  saveCase,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const viewsOf = async () => (await readStoredCase(core, caseId)).events.filter(({ kind }) => kind === 'viewed');

describe('a view of a case', () => {
  it('is noted once for a person and a day in the zone of the force', async () => {
    for (const by of [one, one, two, one]) await viewCase(createCasework(core), by, caseId);
    expect((await viewsOf()).map(({ by }) => by)).toEqual([one, two].map(({ objectId }) => ({ objectId })));
    core.pass(13 * 3_600_000 + 44 * 60_000);
    await viewCase(createCasework(core), one, caseId);
    expect(await viewsOf()).toHaveLength(2);
    core.pass(60_000);
    await viewCase(createCasework(core), one, caseId);
    expect(await viewsOf()).toHaveLength(3);
  });

  it('is noted once by a person who looks several times at once', async () => {
    await Promise.all([1, 2, 3].map(() => viewCase(createCasework(core), one, caseId)));
    expect(await viewsOf()).toHaveLength(1);
  });

  it('decides nothing: the case stays at its revision, with its days', async () => {
    const { chain: _before, ...before } = (await readStoredCase(core, caseId)).record;
    core.pass(5 * 86_400_000);
    await viewCase(createCasework(core), one, caseId);
    const { chain: _after, ...after } = (await readStoredCase(core, caseId)).record;
    expect(after).toEqual(before);
  });

  it('holds nothing sealed, and nothing that would tell a repeated report', async () => {
    const code = newReturnCode();
    const answers = { mode: 'named', what: 'words', conflict: 'no' };
    await submitReport(core.deps, createSubmission({ code, answers }));
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    const note = { caseId: deriveCaseId(code), request: newRequestId(), words: words('c2VhbGVkIG5vdGU=') };
    await addCaseNote(createCasework(core), one, note);
    const view = JSON.stringify(await viewCase(createCasework(core), two, deriveCaseId(code)));
    const { record, events } = await readStoredCase(core, deriveCaseId(code));
    const seals = events.flatMap(({ message, note: beside }) => [message?.sealed, beside?.sealed]);
    for (const seal of [...seals, record.sealedReport, record.sealedIdentity, record.contentTag]) {
      if (seal !== undefined) expect(view).not.toContain(seal);
    }
    expect(view).not.toContain('"sealed');
    for (const { message, note: beside } of events) {
      const digest = message?.digest ?? beside?.digest;
      if (digest !== undefined) expect(view).toContain(digest);
    }
  });

  it.each(roles)('is refused to %s but where they handle it, as for no case, and leaves no trace', async (role) => {
    const reserved = await saveCase(core, 'yes');
    for (const [which, handles] of [
      [caseId, 'handler'],
      [reserved, 'reserve'],
    ] as const) {
      const outcome = await viewCase(createCasework(core), createActor('somebody', role), which);
      expect(outcome.kind).toBe(role === handles ? 'viewed' : 'refused');
      if (role !== handles) expect(outcome).toEqual(await viewCase(createCasework(core), one, newCaseId()));
      expect((await readStoredCase(core, which)).events).toHaveLength(role === handles ? 2 : 1);
    }
  });
});
