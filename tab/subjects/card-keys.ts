import { keyGenerationOf, type Recipients } from '../../concerns/terms/recipients.ts';
import { subjectCardsKey, type CardsOf } from '../../seals/subject-card.ts';
import type { HeldKey } from '../seals/key-keeper.ts';

/** The keys of a group's cards, one for each private key of the group that is open, by the fingerprint of its public line. */
export async function cardKeys(held: readonly HeldKey[], of: CardsOf): Promise<ReadonlyMap<string, CryptoKey>> {
  const keys = new Map<string, CryptoKey>();
  for (const { identity, recipient } of held) keys.set(keyGenerationOf(recipient), await subjectCardsKey(identity, of));
  return keys;
}

/** The key that a card is written under: the first that the server names and that is open. `undefined` for an earlier one. */
export const generationNow = (
  held: readonly HeldKey[],
  recipients: Recipients,
  group: CardsOf['group'],
): string | undefined => {
  const line = recipients[group].find((named) => held.some(({ recipient }) => recipient === named));
  return line === undefined ? undefined : keyGenerationOf(line);
};
