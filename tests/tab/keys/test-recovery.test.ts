import { describe, expect, it } from '@jest/globals';
import { testRecoveryKey } from '../../../tab/keys/key-rotation.ts';
import { identitiesText, wrapWithPassphrase } from '../../../crypto/identity-file-writer.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const [made, recovery, other] = [createHeldKey(1, 'new'), createHeldKey(2, 'recovery'), createHeldKey(3, 'unknown')];
const passphrase = 'six words drawn at random here';
const fileOf = async (...keys: readonly ReturnType<typeof createHeldKey>[]) =>
  new TextEncoder().encode(await wrapWithPassphrase(identitiesText(keys, 'for a test'), passphrase, 10));

describe('the test of the recovery key', () => {
  it('opens what is sealed to the new key and to recovery with each of them', async () => {
    expect(await testRecoveryKey(made, [recovery.recipient], await fileOf(recovery), { passphrase })).toBe('opens');
    expect(await testRecoveryKey(made, [recovery.recipient], await fileOf(other, recovery), { passphrase })).toBe(
      'opens',
    );
  });

  it('tells a key that the server does not name as recovery, and the new one itself', async () => {
    for (const key of [other, made]) {
      expect(await testRecoveryKey(made, [recovery.recipient], await fileOf(key), { passphrase })).toBe('otherKey');
    }
  });

  it('is not passed where the new identity is not the one of its public line', async () => {
    const mixed = { identity: other.identity, recipient: made.recipient };
    const tested = testRecoveryKey(mixed, [recovery.recipient], await fileOf(recovery), { passphrase });
    await expect(tested).rejects.toMatchObject({ code: 'notForThisIdentity' });
  });

  it('says what is wrong with the file', async () => {
    const tested = testRecoveryKey(made, [recovery.recipient], await fileOf(recovery), { passphrase: 'another' });
    await expect(tested).rejects.toMatchObject({ code: 'wrongPassphrase' });
  });
});
