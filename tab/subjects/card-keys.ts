import { keyGenerationOf, type Recipients } from '../../concerns/terms/recipients.ts';
import { subjectCardsKey, type CardsOf } from '../../seals/subject-card.ts';
import type { HeldKey } from '../seals/key-keeper.ts';

/** One key for each open private key of the group, by the fingerprint of its public line. */
export async function cardKeys(held: readonly HeldKey[], of: CardsOf): Promise<ReadonlyMap<string, CryptoKey>> {
  const keys = new Map<string, CryptoKey>();
  for (const { identity, recipient } of held) keys.set(keyGenerationOf(recipient), await subjectCardsKey(identity, of));
  return keys;
}

/**
 * The key for new cards: the first that the server names and that is open here. `undefined` if only an earlier one is
 * open.
 */
export const generationNow = (
  held: readonly HeldKey[],
  recipients: Recipients,
  group: CardsOf['group'],
): string | undefined => {
  const line = recipients[group].find((named) => held.some(({ recipient }) => recipient === named));
  return line === undefined ? undefined : keyGenerationOf(line);
};
