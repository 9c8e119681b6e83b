import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { assignCase } from '../../../core/casework/case-management.ts';
import {
  createActor,
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  reserve,
  saveCase,
  readStoredCase,
  two,
  why,
} from '../../support/core/casework.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const assign = async (to: string | undefined, by = one) =>
  assignCase(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    to: to === undefined ? undefined : toPersonId(to),
  });

describe('who a case is with', () => {
  it('changes as it is claimed, handed over and given to nobody', async () => {
    for (const [by, to] of [
      [one, one.objectId],
      [one, two.objectId],
      [two, undefined],
    ] as const) {
      expect(await assign(to, by)).toMatchObject({ kind: 'changed', isNew: true });
      const { record, events } = await readStoredCase(core, caseId);
      expect(record.assignee).toBe(to);
      expect(events.at(-1)).toMatchObject({ kind: 'assigned', by: { objectId: by.objectId } });
      expect(events.at(-1)?.detail?.person).toBe(to);
      expect(await assign(to, by)).toEqual({ kind: 'notAllowed', why: 'state' });
    }
  });

  it('may be anybody who handles such cases, also one whom no list names and who claims it', async () => {
    const unlisted = createActor('unlisted', 'handler');
    expect(await assign('unlisted', one)).toEqual({ kind: 'notAllowed', why: 'noSuchPerson' });
    expect(await assign('unlisted', unlisted)).toMatchObject({ record: { assignee: toPersonId('unlisted') } });
    expect(await assign('Handler-TWO')).toMatchObject({ record: { assignee: toPersonId('handler-two') } });
  });

  it('is nobody who does not handle such cases, and nobody who is shut out', async () => {
    await excludePerson(createCasework(core), one, {
      caseId,
      request: newRequestId(),
      person: two.objectId,
      words: why,
    });
    for (const to of [two.objectId, reserve.objectId, 'somebody']) {
      expect(await assign(to)).toEqual({ kind: 'notAllowed', why: 'noSuchPerson' });
    }
  });
});
