import {
  type CardComparisonResult,
  compareEncryptedCards,
  type CardComparisonInput,
} from './compare-encrypted-cards.ts';

// Keeps the page responsive; all that it decrypted ends with it. A rejection would reach no one, so it sends a failure.
globalThis.addEventListener('message', ({ data }: MessageEvent<CardComparisonInput>) => {
  const say = (compared: CardComparisonResult | undefined) => globalThis.postMessage(compared, {});
  void compareEncryptedCards(data).then(say, () => say(undefined));
});
