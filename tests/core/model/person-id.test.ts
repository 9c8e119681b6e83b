import { describe, expect, it } from '@jest/globals';
import { caseRecordSchema } from '../../../core/model/case-record.ts';
import { eventRecordSchema } from '../../../core/model/event-record.ts';
import { maySee } from '../../../core/model/permissions.ts';
import { settingEntrySchema } from '../../../core/model/setting-entry.ts';
import { personRecordSchema } from '../../../core/ports/person-store.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCase, firstEvent, now, today } from '../../support/contracts/records.ts';

const written = 'ABCDEF01-2222-4222-8222-22222222222A';
const person = toPersonId(written);

describe('the id of a person', () => {
  it('is one, however Entra, a setting or a token writes it', () => {
    expect([written, written.toLowerCase(), 'AbCdEf01-2222-4222-8222-22222222222a'].map(toPersonId)).toEqual([
      person,
      person,
      person,
    ]);
    expect(toPersonId('abcdef01-2222-4222-8222-22222222222b')).not.toBe(person);
  });

  it('is read in large letters too from whatever is stored', () => {
    const stored = {
      ...createCase(),
      assignee: written,
      excluded: ['SOMEBODY', written],
      sanitised: { digest: 'd', by: written, signedBy: written },
      erasure: { askedBy: written, on: today },
    };
    const record = caseRecordSchema.parse(stored);
    expect(record).toMatchObject({
      assignee: person,
      excluded: ['somebody', person],
      sanitised: { by: person, signedBy: person },
      erasure: { askedBy: person },
    });
    expect(maySee({ objectId: person, roles: new Set(['handler', 'reserve']) }, record)).toBe(false);

    const entry = { ...firstEvent(record.caseId), by: { objectId: written }, detail: { person: written } };
    expect(eventRecordSchema.parse(entry)).toMatchObject({ by: { objectId: person }, detail: { person } });

    const setting = { sequence: 1, kind: 'rolesRead', at: now.toISOString(), previous: '', hash: 'h' };
    expect(
      settingEntrySchema.parse({ ...setting, by: { objectId: written }, detail: { roles: { handler: [written] } } }),
    ).toMatchObject({ by: { objectId: person }, detail: { roles: { handler: [person] } } });

    const envelopes = [{ group: 'acu', sealed: 'seal', by: written, on: today }];
    expect(personRecordSchema.parse({ objectId: written, name: 'A name', roles: [], envelopes })).toMatchObject({
      objectId: person,
      envelopes: [{ by: person }],
    });
  });
});
