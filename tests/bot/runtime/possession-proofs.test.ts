import { describe, expect, it } from '@jest/globals';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { createMailboxProofs } from '../../../bot/runtime/possession-proofs.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { newCaseId } from '../../support/contracts/records.ts';

const seal = createAgeSealer({ acu: [], recovery: [], reserve: [], custodians: [] });
const seed = new Uint8Array(32).fill(9);
const claim = { caseId: newCaseId(), mailbox: recipientFromSeed(seed) };
const person = toPersonId('somebody');
const secret = 'a secret of the server, long enough';
let now = Date.parse('2026-11-26T10:59:00Z');
const clock = () => new Date(now);
const proofs = createMailboxProofs({ secret, seal, clock });
const proven = async (): Promise<string> =>
  await decryptSeal(await proofs.challenge(claim, person), [identityFromSeed(seed)]);

describe('a proof that a mailbox is somebody’s own', () => {
  it('stands in what only its code opens, and holds at every server with the secret', async () => {
    const proof = await proven();
    const other = createMailboxProofs({
      secret: 'a new secret, as long as it must be',
      secretBefore: secret,
      seal,
      clock,
    });
    expect([proofs, other].map((one) => one.verify(proof, claim, person))).toEqual([true, true]);
    await expect(
      decryptSeal(await proofs.challenge(claim, person), [identityFromSeed(new Uint8Array(32).fill(8))]),
    ).rejects.toMatchObject({ code: 'notForThisIdentity' });
  });

  it('is good for no other case, line, person or server, and for nothing that was changed', async () => {
    const proof = await proven();
    const line = recipientFromSeed(new Uint8Array(32).fill(8));
    expect(proofs.verify(proof, { ...claim, caseId: newCaseId() }, person)).toBe(false);
    expect(proofs.verify(proof, { ...claim, mailbox: line }, person)).toBe(false);
    expect(proofs.verify(proof, claim, toPersonId('somebody else'))).toBe(false);
    expect(
      createMailboxProofs({ secret: 'of another deployment, long enough', seal, clock }).verify(proof, claim, person),
    ).toBe(false);
    expect(
      proofs.verify(
        proof.replace(/^\d+/u, (hour) => String(Number(hour) + 1)),
        claim,
        person,
      ),
    ).toBe(false);
    for (const none of [undefined, '', '.', proof.slice(1), `${proof}x`, claim.mailbox]) {
      expect(proofs.verify(none, claim, person)).toBe(false);
    }
  });

  it('is over after its hours, also where a clock jumps back', async () => {
    const proof = await proven();
    now += 12 * 3_600_000;
    expect(proofs.verify(proof, claim, person)).toBe(true);
    now += 3_600_000;
    expect(proofs.verify(proof, claim, person)).toBe(false);
    now -= 16 * 3_600_000;
    expect(proofs.verify(proof, claim, person)).toBe(false);
    now += 3 * 3_600_000;
  });
});
