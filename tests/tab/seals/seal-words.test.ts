import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from '../../../concerns/terms/recipients.ts';
import { personId } from '../../../concerns/terms/person-id.ts';
import { openSealed } from '../../../seals/open-seal.ts';
import { openWords } from '../../../tab/case/open-words.ts';
import { sealWords } from '../../../tab/seals/seal-words.ts';
import type { AnswerOf, Refusal } from '../../../contract/answers.ts';
import { type HeldKey } from '../../../tab/seals/key-keeper.ts';
import { keyOf } from '../../support/tab/keys.ts';
import { aView } from '../../support/tab/a-view.ts';

const acu = keyOf(1, 'acu');
const recovery = keyOf(2, 'recovery');
const own = keyOf(5, 'personal');
const assignee = keyOf(6, 'personal');
const slipped = keyOf(9, 'acu');

const mine: AnswerOf<'keys.mine'> = {
  envelopes: [],
  recipients: { acu: [acu.recipient], recovery: [recovery.recipient], reserve: [], custodians: [] },
  retired: [],
  groups: ['acu'],
};
const person = {
  objectId: personId('b'),
  name: 'Another handler',
  roles: [],
  envelopes: [],
  recipient: assignee.recipient,
};

function sealing(
  held: readonly HeldKey[],
  server: { mine?: typeof mine; refusal?: Refusal; people?: (typeof person)[] } = {},
) {
  const shown = held.map(({ group, recipient }) => ({ group, recipient, fingerprint: fingerprintOf(recipient) }));
  return {
    people: async () => ({ ok: true as const, value: { people: server.people ?? [person] } }),
    keys: {
      held: shown,
      loadMine: async () =>
        server.refusal
          ? { ok: false as const, refusal: server.refusal }
          : { ok: true as const, value: server.mine ?? mine },
    },
    record: aView({ handledBy: 'acu', assignee: personId('b') }).record,
  };
}

const opens = async (sealed: string, key: HeldKey): Promise<boolean> =>
  openSealed(sealed, [key.identity]).then(
    (text) => text === 'words',
    () => false,
  );

describe('words of a handler', () => {
  it('are sealed to those who are to read them, and to nobody else', async () => {
    const expected = { handlers: [acu, recovery], assignee: [own, assignee], self: [own] };
    for (const reader of ['handlers', 'assignee', 'self'] as const) {
      const sealed = await sealWords(sealing([acu, own]), reader, 'words');
      if (!sealed.ok) throw new Error('not sealed');
      for (const key of [acu, recovery, own, assignee]) {
        expect(await opens(sealed.sealed, key)).toBe(expected[reader].includes(key));
      }
    }
  });

  it('for oneself are sealed only to a key that is unlocked, never to one that the server names', async () => {
    for (const reader of ['self', 'assignee'] as const) {
      expect(await sealWords(sealing([acu]), reader, 'words')).toEqual({ ok: false, why: { code: 'ownKey' } });
    }
  });

  it('are not sealed to keys that a server slipped in', async () => {
    const recipients = { ...mine.recipients, acu: [acu.recipient, slipped.recipient] };
    const sealed = await sealWords(sealing([acu], { mine: { ...mine, recipients } }), 'handlers', 'words');
    expect(sealed).toEqual({ ok: false, why: { code: 'otherKey' } });
  });

  it('for all who handle the case are sealed only by somebody who holds their key, and can compare', async () => {
    for (const held of [[], [own], [keyOf(7, 'unknown')]]) {
      for (const reader of ['handlers', 'custodians'] as const) {
        const sealed = await sealWords(sealing(held), reader, 'words');
        expect(sealed).toEqual({ ok: false, why: { code: 'keyFirst' } });
      }
    }
  });

  it('are not sent where a key is missing or the server cannot be asked', async () => {
    expect(await sealWords(sealing([acu]), 'custodians', 'words')).toEqual({
      ok: false,
      why: { code: 'noRecipient' },
    });
    expect(await sealWords(sealing([own], { people: [] }), 'assignee', 'words')).toEqual({
      ok: false,
      why: { code: 'assigneeKey' },
    });
    const refusal = { code: 'unavailable' } as const;
    expect(await sealWords(sealing([acu], { refusal }), 'handlers', 'words')).toEqual({
      ok: false,
      why: { code: 'refused', refusal },
    });
  });

  it('in a history are shown where the held keys open them, and an identity that was shared is no note', async () => {
    const forAll = await sealWords(sealing([acu, own]), 'handlers', 'words');
    const forMe = await sealWords(sealing([acu, own]), 'self', 'words');
    if (!forAll.ok || !forMe.ok) throw new Error('not sealed');
    const note = { for: 'handlers', sealed: forAll.sealed } as const;
    const { events } = aView({}, [
      { kind: 'noted', note },
      { kind: 'noted', note: { for: 'self', sealed: forMe.sealed } },
      { kind: 'identityShared', note },
    ]);
    const words = await openWords(events.slice(0, 3), (sealed) => openSealed(sealed, [acu.identity]));
    expect([...words.values()]).toEqual(['words']);
    expect(words.has(events[1]?.note?.digest ?? '')).toBe(true);
    expect(await openWords(events.slice(3), (sealed) => openSealed(sealed, [acu.identity]))).toEqual(new Map());
  });
});
