import { describe, expect, it } from '@jest/globals';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { openIdentity, shareIdentity } from '../../../core/casework/identity.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { NoteReader } from '../../../core/model/event-record.ts';
import { roles } from '../../../core/model/roles.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import {
  createActor,
  createCasework,
  custodian,
  newRequestId,
  one,
  saveCase,
  readStoredCase,
  words,
  why,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();

const open = (caseId: CaseId, by = custodian, request = newRequestId()) =>
  openIdentity(createCasework(core), by, { caseId, request, words: words('cmVhc29u'), because: 'lifeAtRisk' });
const share = (caseId: CaseId, by = custodian, reader: NoteReader = 'handlers') =>
  shareIdentity(createCasework(core), by, { caseId, request: newRequestId(), words: words('bmFtZQ==', reader) });

describe('the identity of a confidential report', () => {
  it.each(['no', 'yes'])(
    'is handed to a custodian once it stands in the history why, conflict %s',
    async (conflict) => {
      const caseId = await saveCase(core, conflict, 'confidential');
      const outcome = await open(caseId);
      const { record, events } = await readStoredCase(core, caseId);
      expect(outcome).toEqual({
        kind: 'changed',
        record,
        isNew: true,
        loadedCase: expect.objectContaining({ record }),
      });
      expect(record.sealedIdentity).toBeDefined();
      expect(events.at(-1)).toMatchObject({
        kind: 'identityOpened',
        by: { objectId: 'custodian-one' },
        note: { sealed: 'cmVhc29u' },
      });
    },
  );

  it('leaves an entry each time it is handed out, also on a repeat of the request', async () => {
    const caseId = await saveCase(core, 'no', 'confidential');
    const request = newRequestId();
    await open(caseId, custodian, request);
    expect(await open(caseId, custodian, request)).toMatchObject({ kind: 'changed', isNew: true });
    expect((await readStoredCase(core, caseId)).events.map(({ kind }) => kind)).toEqual([
      'received',
      'identityOpened',
      'identityOpened',
    ]);
  });

  it.each(['named', 'notKept'] as const)('is not there for custodians where the report is %s', async (mode) => {
    const caseId = await saveCase(core, 'no', mode);
    expect(await open(caseId)).toEqual({ kind: 'notAllowed', why: 'noIdentity' });
    expect((await readStoredCase(core, caseId)).events).toHaveLength(1);
  });

  it.each(roles.filter((role) => role !== 'custodian'))('is refused to %s', async (role) => {
    const caseId = await saveCase(core, 'no', 'confidential');
    for (const outcome of [
      await open(caseId, createActor('somebody', role)),
      await share(caseId, createActor('x', role)),
    ]) {
      expect(outcome).toEqual({ kind: 'refused' });
    }
    expect(await open(newCaseId())).toEqual({ kind: 'refused' });
  });

  it('is refused to a custodian who is shut out of the case', async () => {
    const caseId = await saveCase(core, 'no', 'confidential');
    await excludePerson(createCasework(core), one, {
      caseId,
      request: newRequestId(),
      person: custodian.objectId,
      words: why,
    });
    expect(await open(caseId)).toEqual({ kind: 'refused' });
  });

  it('is shared with those who handle the case only by a custodian who has opened it', async () => {
    const caseId = await saveCase(core, 'no', 'confidential');
    expect(await share(caseId)).toEqual({ kind: 'notAllowed', why: 'needsRequest' });
    await open(caseId);
    expect(await share(caseId, createActor('another', 'custodian'))).toEqual({
      kind: 'notAllowed',
      why: 'needsRequest',
    });
    expect(await share(caseId, custodian, 'custodians')).toEqual({ kind: 'notAllowed', why: 'noSuchText' });
    expect(await share(caseId)).toMatchObject({ kind: 'changed', isNew: true });
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({
      kind: 'identityShared',
      note: { for: 'handlers', sealed: 'bmFtZQ==' },
    });
  });
});
