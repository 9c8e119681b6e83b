import { describe, expect, it } from '@jest/globals';
import { keyFingerprint } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { decryptNotes } from '../../../tab/case/decrypt-notes.ts';
import { sealingRefusal } from '../../../tab/ui/change-outcome.ts';
import { sealNoteText } from '../../../tab/crypto/seal-note-text.ts';
import type { Refusal } from '../../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../../contract/operations.ts';
import { type UnlockedKey, type KeyOwner } from '../../../tab/crypto/key-store.ts';
import { createHeldKey } from '../../support/tab/keys.ts';
import { signRecipientList } from '../../../crypto/recipient-list.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import { endorseKey } from '../../../crypto/key-endorsement.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const acu = createHeldKey(1, 'acu');
const recovery = createHeldKey(2, 'recovery');
const custodians = createHeldKey(3, 'custodians');
const own = createHeldKey(5, 'personal');
const assignee = createHeldKey(6, 'personal');
const slipped = createHeldKey(9, 'acu');

const mine: OperationAnswer<'keys.mine'> = {
  envelopes: [],
  recipients: { acu: [acu.recipient], recovery: [recovery.recipient], reserve: [], custodians: [custodians.recipient] },
  retired: [],
  groups: ['acu'],
};
/** An envelope of the unit, as the page is shown it, by a holder of this key who had compared this line. */
function vouchedBy({ identity }: UnlockedKey, recipient: string) {
  const vouch = endorseKey(identity, { group: 'acu', objectId: toPersonId('b'), recipient });
  return { group: 'acu' as const, by: toPersonId('a'), on: '2026-11-02', vouch };
}
const person = {
  objectId: toPersonId('b'),
  name: 'Another handler',
  roles: [],
  envelopes: [vouchedBy(acu, assignee.recipient)],
  recipient: assignee.recipient,
};

function sealing(
  held: readonly UnlockedKey[],
  server: { mine?: typeof mine; refusal?: Refusal; people?: OperationAnswer<'keys.people'>['people'] } = {},
) {
  const shown = held.map(({ group, recipient }) => ({ group, recipient, fingerprint: keyFingerprint(recipient) }));
  return {
    loadPeople: async () => ({ ok: true as const, value: { people: server.people ?? [person] } }),
    keys: {
      unlocked: shown,
      getKeys: (owner: KeyOwner) => held.filter(({ group }) => group === owner),
      loadMine: async () =>
        server.refusal
          ? { ok: false as const, refusal: server.refusal }
          : { ok: true as const, value: server.mine ?? mine },
    },
    record: createCaseView({ handledBy: 'acu', assignee: toPersonId('b') }).record,
  };
}

const opens = async (sealed: string, key: UnlockedKey): Promise<boolean> =>
  decryptSeal(sealed, [key.identity]).then(
    (text) => text === 'words',
    () => false,
  );

describe('words of a handler', () => {
  it('are sealed to those who are to read them, and to nobody else', async () => {
    const expected = { handlers: [acu, recovery], assignee: [own, assignee], self: [own] };
    for (const reader of ['handlers', 'assignee', 'self'] as const) {
      const sealed = await sealNoteText(sealing([acu, own]), reader, 'words');
      if (!sealed.ok) throw new Error('not sealed');
      for (const key of [acu, recovery, custodians, own, assignee]) {
        expect(await opens(sealed.value, key)).toBe(expected[reader].includes(key));
      }
    }
  });

  it('for oneself are sealed only to a key that is unlocked, never to one that the server names', async () => {
    for (const reader of ['self', 'assignee'] as const) {
      expect(await sealNoteText(sealing([acu]), reader, 'words')).toEqual(sealingRefusal('ownKey'));
    }
  });

  it('for a colleague are sealed to no line but the one that a holder of the group’s key has compared', async () => {
    const before = createHeldKey(8, 'acu');
    const said = async (people: OperationAnswer<'keys.people'>['people'], held = [acu, own]) => {
      const sealed = await sealNoteText(sealing(held, { people }), 'assignee', 'words');
      return sealed.ok ? 'sealed' : sealed.refusal.why;
    };
    const withVouch = (by: UnlockedKey, recipient = assignee.recipient) => [
      { ...person, envelopes: [vouchedBy(by, recipient)] },
    ];
    expect(await said([person])).toBe('sealed');
    // The server puts a line of its own there; with the vouch for the one of before, without, or with one of its own.
    const swapped = { ...person, recipient: slipped.recipient };
    expect(await said([swapped])).toBe('assigneeChanged');
    expect(await said([{ ...swapped, envelopes: [] }])).toBe('assigneeUnvouched');
    expect(await said([{ ...swapped, envelopes: [vouchedBy(slipped, slipped.recipient)] }])).toBe('assigneeChanged');
    // A vouch for another person, or for another group.
    expect(
      await said([{ ...person, objectId: toPersonId('b'), envelopes: [{ ...vouchedBy(acu, own.recipient) }] }]),
    ).toBe('assigneeChanged');
    // An envelope of before, which nobody vouched with.
    const { vouch: _, ...old } = vouchedBy(acu, assignee.recipient);
    expect(await said([{ ...person, envelopes: [old] }])).toBe('assigneeUnvouched');
    // A key of the group that is in use no more: whoever left may have it. One that is to be in use soon counts.
    expect(await said(withVouch(before), [acu, before, own])).toBe('assigneeChanged');
    expect(await said(withVouch(before), [before, acu, own])).toBe('sealed');
    expect(await said([person], [own])).toBe('keyFirst');
    expect(await said([person], [before, own])).toBe('assigneeUnvouched');
  });

  it('are not sealed to keys that a server slipped in', async () => {
    const recipients = { ...mine.recipients, acu: [acu.recipient, slipped.recipient] };
    const sealed = await sealNoteText(sealing([acu], { mine: { ...mine, recipients } }), 'handlers', 'words');
    expect(sealed).toEqual(sealingRefusal('otherKey'));
  });

  it('are sealed to no list but the one that was signed, where the page was built with a signer', async () => {
    const ceremony = createHeldKey(40, 'unknown').identity;
    const signer = signerFromIdentity(ceremony);
    const { recipients, retired } = mine;
    const said = async (named: typeof mine, reader: 'handlers' | 'assignee' | 'self') => {
      const sealed = await sealNoteText({ ...sealing([acu, own], { mine: named }), signer }, reader, 'words');
      return sealed.ok ? 'sealed' : sealed.refusal.why;
    };
    const signed = signRecipientList(ceremony, { recipients, retired }, '2026-11-26');
    const swapped = { ...mine, signed, recipients: { ...recipients, recovery: [slipped.recipient] } };
    for (const reader of ['handlers', 'assignee'] as const) {
      expect(await said({ ...mine, signed }, reader)).toBe('sealed');
      expect(await said(mine, reader)).toBe('listUnsigned');
      // The recovery key, which nobody here holds: no comparison would find it.
      expect(await said(swapped, reader)).toBe('listUnsigned');
    }
    expect(await said(swapped, 'self')).toBe('sealed');
  });

  it('for all who handle the case are sealed only by somebody who holds their key, and can compare', async () => {
    for (const held of [[], [own], [createHeldKey(7, 'unknown')]]) {
      for (const reader of ['handlers', 'custodians'] as const) {
        const sealed = await sealNoteText(sealing(held), reader, 'words');
        expect(sealed).toEqual(sealingRefusal('keyFirst'));
      }
    }
  });

  it('are not sent where a key is missing or the server cannot be asked', async () => {
    const withoutCustodians = { ...mine, recipients: { ...mine.recipients, custodians: [] } };
    expect(await sealNoteText(sealing([acu], { mine: withoutCustodians }), 'custodians', 'words')).toEqual(
      sealingRefusal('noRecipient'),
    );
    expect(await sealNoteText(sealing([acu, own], { people: [] }), 'assignee', 'words')).toEqual(
      sealingRefusal('assigneeKey'),
    );
    const refusal = { code: 'unavailable' } as const;
    expect(await sealNoteText(sealing([acu], { refusal }), 'handlers', 'words')).toEqual(sealingRefusal(refusal));
  });

  it('in a history are shown where the held keys open them, and an identity that was shared is no note', async () => {
    const forAll = await sealNoteText(sealing([acu, own]), 'handlers', 'words');
    const forMe = await sealNoteText(sealing([acu, own]), 'self', 'words');
    if (!forAll.ok || !forMe.ok) throw new Error('not sealed');
    const note = { for: 'handlers', sealed: forAll.value } as const;
    const { events } = createCaseView({}, [
      { kind: 'noted', note },
      { kind: 'noted', note: { for: 'self', sealed: forMe.value } },
      { kind: 'identityShared', note },
    ]);
    const { textsByDigest } = await decryptNotes(events.slice(0, 3), (sealed) => decryptSeal(sealed, [acu.identity]));
    expect([...textsByDigest.values()]).toEqual(['words']);
    expect(textsByDigest.has(events[1]?.note?.digest ?? '')).toBe(true);
    expect(await decryptNotes(events.slice(3), (sealed) => decryptSeal(sealed, [acu.identity]))).toEqual({
      textsByDigest: new Map(),
      addedFiles: [],
      undecryptedNotes: [],
    });
  });
});
