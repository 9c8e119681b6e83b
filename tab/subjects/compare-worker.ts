import { type ComparisonResult, compareEncryptedCards, type ComparisonInput } from './compare-encrypted-cards.ts';

// Keeps the page responsive; all that it decrypted ends with it. A rejection would reach no one, so it sends a failure.
globalThis.addEventListener('message', ({ data }: MessageEvent<ComparisonInput>) => {
  const say = (compared: ComparisonResult | undefined) => globalThis.postMessage(compared, {});
  void compareEncryptedCards(data).then(say, () => say(undefined));
});
