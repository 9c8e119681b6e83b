import { describe, expect, it } from '@jest/globals';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { identityTag, isIdentityAuthentic, sealedIdentitySchema } from '../../../core/model/sealed-report.ts';
import { parseDay } from '../../../core/model/calendar.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import {
  checkIdentityReasonDraft,
  emptyIdentityReasonDraft,
  maxIdentityReasonLength,
} from '../../../tab/identity/identity-reason-draft.ts';
import { decryptIdentity } from '../../../tab/identity/decrypt-identity.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { sealForReader } from '../../../tab/crypto/reader-recipients.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const custodians = createHeldKey(1, 'custodians');
const acu = createHeldKey(2, 'acu');
const caseId = caseIdFromBytes(new Uint8Array(8).fill(7));
const otherCase = caseIdFromBytes(new Uint8Array(8).fill(8));
const receivedOn = parseDay('2026-11-25');
if (receivedOn === undefined) throw new Error('a day');
const key = new Uint8Array(32).fill(3);
const bound = {
  v: 1,
  caseId,
  mode: 'confidential',
  receivedOn,
  recipients: [],
  identity: { objectId: 'an-object-id', name: 'A reporter' },
} as const;
const sealed = { ...bound, tag: identityTag(key, { ...bound, recipients: [] }) };
const answerWith = async (inside: unknown) => ({
  sealedIdentity: await sealText(JSON.stringify(inside), [custodians.recipient]),
  mode: 'confidential',
  receivedOn: '2026-11-25',
});

describe('an identity that a custodian opens', () => {
  it('is shown with its name, and shared letter for letter, so that the handlers can prove it', async () => {
    const opened = await decryptIdentity(caseId, await answerWith(sealed), [custodians.identity]);
    if (opened === 'moved') throw new Error('moved');
    expect(opened.identity).toEqual(sealed.identity);
    const recipients = { acu: [acu.recipient], recovery: [], reserve: [], custodians: [] };
    const shared = await sealForReader(opened.text, 'handlers', { handledBy: 'acu', recipients });
    const inside = sealedIdentitySchema.parse(JSON.parse(await decryptSeal(shared, [acu.identity])));
    expect(isIdentityAuthentic(key, inside)).toBe(true);
  });

  it('is shown where the case says another way of reporting or day, with what differs', async () => {
    const differing = [
      [sealed, []],
      [{ ...sealed, mode: 'named' }, ['mode']],
      [{ ...sealed, receivedOn: '2026-11-24' }, ['receivedOn']],
    ] as const;
    for (const [inside, differs] of differing) {
      const opened = await decryptIdentity(caseId, await answerWith(inside), [custodians.identity]);
      expect(opened).toMatchObject({ identity: sealed.identity, differs });
    }
  });

  it('is shown where what the server attests does not open', async () => {
    const attestedIdentity = await sealText('{}', [acu.recipient]);
    const opened = await decryptIdentity(caseId, { ...(await answerWith(sealed)), attestedIdentity }, [
      custodians.identity,
    ]);
    expect(opened).toMatchObject({ identity: sealed.identity, other: undefined });
  });

  it('is not shown where it is of another case, of a report that keeps none, or something else', async () => {
    const odd = [
      { ...sealed, caseId: otherCase },
      { ...sealed, mode: 'notKept' },
      { ...sealed, identity: undefined },
      'words',
    ];
    for (const inside of odd) {
      expect(await decryptIdentity(caseId, await answerWith(inside), [custodians.identity])).toBe('moved');
    }
    const plain = { ...(await answerWith(sealed)), sealedIdentity: await sealText('{', [custodians.recipient]) };
    expect(await decryptIdentity(caseId, plain, [custodians.identity])).toBe('moved');
  });

  it('stays closed for another key', async () => {
    const opening = decryptIdentity(caseId, await answerWith(sealed), [acu.identity]);
    await expect(opening).rejects.toMatchObject({ code: 'notForThisIdentity' });
  });
});

describe('what a custodian enters', () => {
  it('is whole with a reference, who asks and a reason, in any writing of the reference', () => {
    const spoken = `${caseId.slice(0, 3)} ${caseId.slice(3).toLowerCase()}`;
    expect(
      checkIdentityReasonDraft({ reference: spoken, askedBy: 'reserve', reason: ' Asked for in writing. ' }),
    ).toEqual({
      ok: true,
      caseId,
      askedBy: 'reserve',
      reason: 'Asked for in writing.',
    });
  });

  it('says everything that is missing, in the order of the fields', () => {
    expect(checkIdentityReasonDraft(emptyIdentityReasonDraft)).toEqual({
      ok: false,
      problems: ['reference', 'askedBy', 'reason'],
    });
    const long = { reference: caseId, askedBy: 'acu', reason: 'x'.repeat(maxIdentityReasonLength + 1) } as const;
    expect(checkIdentityReasonDraft(long)).toEqual({ ok: false, problems: ['reasonLong'] });
  });
});
