import { describe, expect, it } from '@jest/globals';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { openIdentity, shareIdentity } from '../../../core/casework/identity.ts';
import type { CaseId } from '../../../core/model/codes.ts';
import type { NoteReader } from '../../../core/model/event-record.ts';
import { roles } from '../../../core/model/directory.ts';
import { freshCaseId } from '../../support/contracts/records.ts';
import {
  aPerson,
  casework,
  custodian,
  freshRequest,
  one,
  savedCase,
  stored,
  words,
  why,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();

const open = (caseId: CaseId, by = custodian, request = freshRequest()) =>
  openIdentity(casework(core), by, { caseId, request, words: words('cmVhc29u'), because: 'lifeAtRisk' });
const share = (caseId: CaseId, by = custodian, reader: NoteReader = 'handlers') =>
  shareIdentity(casework(core), by, { caseId, request: freshRequest(), words: words('bmFtZQ==', reader) });

describe('the identity of a confidential report', () => {
  it.each(['no', 'yes'])(
    'is handed to a custodian once it stands in the history why, conflict %s',
    async (conflict) => {
      const caseId = await savedCase(core, conflict, 'confidential');
      const outcome = await open(caseId);
      const { record, events } = await stored(core, caseId);
      expect(outcome).toEqual({ kind: 'changed', record, isNew: true, inHand: expect.objectContaining({ record }) });
      expect(record.sealedIdentity).toBeDefined();
      expect(events.at(-1)).toMatchObject({
        kind: 'identityOpened',
        by: { objectId: 'custodian-one' },
        note: { sealed: 'cmVhc29u' },
      });
    },
  );

  it('leaves an entry each time it is handed out, also on a repeat of the request', async () => {
    const caseId = await savedCase(core, 'no', 'confidential');
    const request = freshRequest();
    await open(caseId, custodian, request);
    expect(await open(caseId, custodian, request)).toMatchObject({ kind: 'changed', isNew: true });
    expect((await stored(core, caseId)).events.map(({ kind }) => kind)).toEqual([
      'received',
      'identityOpened',
      'identityOpened',
    ]);
  });

  it.each(['named', 'notKept'] as const)('is not there for custodians where the report is %s', async (mode) => {
    const caseId = await savedCase(core, 'no', mode);
    expect(await open(caseId)).toEqual({ kind: 'notAllowed', why: 'noIdentity' });
    expect((await stored(core, caseId)).events).toHaveLength(1);
  });

  it.each(roles.filter((role) => role !== 'custodian'))('is refused to %s', async (role) => {
    const caseId = await savedCase(core, 'no', 'confidential');
    for (const outcome of [await open(caseId, aPerson('somebody', role)), await share(caseId, aPerson('x', role))]) {
      expect(outcome).toEqual({ kind: 'refused' });
    }
    expect(await open(freshCaseId())).toEqual({ kind: 'refused' });
  });

  it('is refused to a custodian who is shut out of the case', async () => {
    const caseId = await savedCase(core, 'no', 'confidential');
    await excludePerson(casework(core), one, {
      caseId,
      request: freshRequest(),
      person: custodian.objectId,
      words: why,
    });
    expect(await open(caseId)).toEqual({ kind: 'refused' });
  });

  it('is shared with those who handle the case only by a custodian who has opened it', async () => {
    const caseId = await savedCase(core, 'no', 'confidential');
    expect(await share(caseId)).toEqual({ kind: 'notAllowed', why: 'needsRequest' });
    await open(caseId);
    expect(await share(caseId, aPerson('another', 'custodian'))).toEqual({ kind: 'notAllowed', why: 'needsRequest' });
    expect(await share(caseId, custodian, 'custodians')).toEqual({ kind: 'notAllowed', why: 'noSuchText' });
    expect(await share(caseId)).toMatchObject({ kind: 'changed', isNew: true });
    expect((await stored(core, caseId)).events.at(-1)).toMatchObject({
      kind: 'identityShared',
      note: { for: 'handlers', sealed: 'bmFtZQ==' },
    });
  });
});
