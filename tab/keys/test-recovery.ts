import { openSealed } from '../../seals/open-seal.ts';
import { sealTo } from '../../seals/make-seal.ts';
import { readIdentities, type Unlocking } from '../../seals/read-identities.ts';
import { recipientOf } from '../../seals/recipient-of.ts';
import type { KeyPair } from '../../seals/wrap-identity.ts';

const words = 'Candour: a seal to try keys with.';

export async function testRecovery(
  newKey: KeyPair,
  recoveryLines: readonly string[],
  content: Uint8Array,
  unlocking: Unlocking,
): Promise<'opens' | 'otherKey'> {
  const { identities } = await readIdentities(content, unlocking);
  const named: string[] = [];
  for (const identity of identities) {
    if (recoveryLines.includes(await recipientOf(identity))) named.push(identity);
  }
  if (named.length === 0) return 'otherKey';
  const sealed = await sealTo(words, [newKey.recipient, ...recoveryLines]);
  for (const opener of [[newKey.identity], ...named.map((identity) => [identity])]) {
    if ((await openSealed(sealed, opener)) !== words) return 'otherKey';
  }
  return 'opens';
}
