import { describe, expect, it } from '@jest/globals';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { wrapIdentityText } from '../../../crypto/node/identity-file.ts';
import { createKeyEnvelope } from '../../../tab/keys/key-envelope.ts';
import { findRecipientWarnings } from '../../../tab/crypto/find-recipient-warnings.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { unlockKeys } from '../../../tab/crypto/unlock-keys.ts';
import { identitiesText, wrapWithPassphrase } from '../../../crypto/identity-file-writer.ts';
import { keyFingerprint } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const now = createHeldKey(1, 'acu');
const before = createHeldKey(2, 'acu');
const reserve = createHeldKey(3, 'reserve');
const own = createHeldKey(4, 'personal');
const earlierOwn = createHeldKey(5, 'personal');
const stranger = createHeldKey(6, 'unknown');
const recipients = { acu: [now.recipient], recovery: [], reserve: [reserve.recipient], custodians: [] };
const passphrase = 'six words drawn at random here';
const bytes = (text: string) => new TextEncoder().encode(text);
const fileOf = async (...keys: readonly ReturnType<typeof createHeldKey>[]) =>
  bytes(await wrapWithPassphrase(identitiesText(keys, 'for a test'), passphrase, 10));
const mineWith = (envelopes: readonly { readonly group: 'acu' | 'reserve'; readonly sealed: string }[]) => ({
  recipient: own.recipient,
  recipients,
  envelopes: envelopes.map((envelope) => ({ ...envelope, by: toPersonId('a-handler'), on: '2026-11-02' })),
});
const owners = (keys: readonly { readonly group: string; readonly recipient: string }[]) =>
  keys.map(({ group, recipient }) => [group, keyFingerprint(recipient)]);

describe('unlocking', () => {
  it('takes a group’s own file, with the keys before the one that is sealed to now', async () => {
    const unlocked = await unlockKeys(await fileOf(now, before), { passphrase }, mineWith([]));
    expect(unlocked).toEqual({ keys: [now, before], lockedGroups: [], workingEnvelopes: [] });
  });

  it('opens the envelopes that colleagues made for one’s own key', async () => {
    const envelopes = [
      { group: 'acu', sealed: await createKeyEnvelope([now, before], 'acu', own.recipient) },
      { group: 'reserve', sealed: await createKeyEnvelope([reserve], 'reserve', own.recipient) },
    ] as const;
    const unlocked = await unlockKeys(await fileOf(own), { passphrase }, mineWith(envelopes));
    expect(unlocked).toEqual({
      // Those that are sealed to now before others.
      keys: [reserve, now, before, own],
      lockedGroups: [],
      workingEnvelopes: [
        { group: 'reserve', of: digestOfSeal(envelopes[1].sealed) },
        { group: 'acu', of: digestOfSeal(envelopes[0].sealed) },
      ],
    });
  });

  it('says which envelopes are for an earlier key or hold nothing of use, and opens the others', async () => {
    const envelopes = [
      { group: 'acu', sealed: await createKeyEnvelope([now], 'acu', earlierOwn.recipient) },
      { group: 'acu', sealed: await sealText('no key', [own.recipient]) },
      { group: 'acu', sealed: 'odd' },
      { group: 'reserve', sealed: await createKeyEnvelope([reserve], 'reserve', own.recipient) },
    ] as const;
    const unlocked = await unlockKeys(await fileOf(own), { passphrase }, mineWith(envelopes));
    expect(unlocked).toMatchObject({
      keys: [reserve, own],
      lockedGroups: ['acu'],
      workingEnvelopes: [{ group: 'reserve' }],
    });
  });

  it('reports no envelope that lacks a key which one before it of its group gave: that one has to stay', async () => {
    const envelopes = [
      { group: 'acu', sealed: await createKeyEnvelope([now, before], 'acu', own.recipient) },
      { group: 'reserve', sealed: await createKeyEnvelope([reserve], 'reserve', own.recipient) },
      { group: 'acu', sealed: await createKeyEnvelope([now], 'acu', own.recipient) },
    ] as const;
    const { keys, workingEnvelopes: worked } = await unlockKeys(await fileOf(own), { passphrase }, mineWith(envelopes));
    expect(owners(keys)).toEqual(expect.arrayContaining(owners([now, before, reserve])));
    expect(worked.map(({ of }) => of)).toEqual([envelopes[1], envelopes[0]].map(({ sealed }) => digestOfSeal(sealed)));
    const [whole, ofReserve, part] = envelopes;
    const opened = { ...mineWith(envelopes), envelopes: mineWith([whole, part]).envelopes };
    const noted = opened.envelopes.map((one, at) => (at === 0 ? { ...one, opened: true as const } : one));
    expect(
      (await unlockKeys(await fileOf(own), { passphrase }, { ...opened, envelopes: noted })).workingEnvelopes,
    ).toEqual([]);
    // One that gives all of them takes the place of those before it.
    const after = await unlockKeys(await fileOf(own), { passphrase }, mineWith([part, ofReserve, whole]));
    expect(after.workingEnvelopes[0]).toEqual({ group: 'acu', of: digestOfSeal(whole.sealed) });
  });

  it('takes an earlier own key whose envelope still opens for what it is', async () => {
    const envelopes = [{ group: 'acu', sealed: await createKeyEnvelope([now], 'acu', earlierOwn.recipient) }] as const;
    const { keys } = await unlockKeys(await fileOf(earlierOwn), { passphrase }, mineWith(envelopes));
    expect(owners(keys)).toEqual(owners([now, earlierOwn]));
  });

  it('holds one’s own key alone where nobody has wrapped a key for it', async () => {
    expect(await unlockKeys(await fileOf(own), { passphrase }, mineWith([]))).toEqual({
      keys: [own],
      lockedGroups: [],
      workingEnvelopes: [],
    });
  });

  it('holds a key that nobody names now as an unknown one, so that older reports still open', async () => {
    expect(await unlockKeys(await fileOf(stranger), { passphrase }, mineWith([]))).toEqual({
      keys: [stranger],
      lockedGroups: [],
      workingEnvelopes: [],
    });
  });

  it('takes a group’s file that a command wrapped for the own keys of its holders', async () => {
    const text = identitiesText([now], 'for a test');
    const file = bytes(
      await wrapIdentityText(text, { holders: [own].map((key) => recipientFromIdentitySync(key.identity)) }),
    );
    await expect(unlockKeys(file, {}, mineWith([]))).rejects.toMatchObject({ code: 'personalNeeded' });
    expect((await unlockKeys(file, { personal: [own.identity] }, mineWith([]))).keys).toEqual([now]);
  });
});

describe('the check of what the server names', () => {
  const held = [now, before].map((key) => ({ ...key, fingerprint: keyFingerprint(key.recipient) }));
  const [first] = held;

  it('is content where one of the held keys of a group is named, and no other', () => {
    expect(findRecipientWarnings(recipients, held)).toEqual([]);
    expect(findRecipientWarnings({ ...recipients, acu: [now.recipient, before.recipient] }, held)).toEqual([]);
  });

  it('warns where none of the held keys is named, and of each that is not held', () => {
    const slipped = { ...recipients, acu: [stranger.recipient] };
    expect(findRecipientWarnings(slipped, held)).toEqual([
      { group: 'acu', why: 'missing', fingerprint: first?.fingerprint },
      { group: 'acu', why: 'unknown', fingerprint: keyFingerprint(stranger.recipient) },
    ]);
    expect(findRecipientWarnings({ ...recipients, acu: [] }, held)).toEqual([
      { group: 'acu', why: 'missing', fingerprint: first?.fingerprint },
    ]);
  });

  it('warns of a key that was slipped in beside the held one', () => {
    expect(findRecipientWarnings({ ...recipients, acu: [now.recipient, stranger.recipient] }, held)).toEqual([
      { group: 'acu', why: 'unknown', fingerprint: keyFingerprint(stranger.recipient) },
    ]);
  });

  it('says nothing of groups whose key is not held', () => {
    const personal = [{ ...own, fingerprint: keyFingerprint(own.recipient) }];
    expect(findRecipientWarnings({ ...recipients, acu: [stranger.recipient] }, personal)).toEqual([]);
  });
});
