import { type ComparisonResult, compareEncryptedCards, type ComparisonInput } from './compare-encrypted.ts';

// A worker keeps the page responsive, and all it opened ends with it. A rejection here would reach no one, so a failure
// is sent.
globalThis.addEventListener('message', ({ data }: MessageEvent<ComparisonInput>) => {
  const say = (compared: ComparisonResult | undefined) => globalThis.postMessage(compared, {});
  void compareEncryptedCards(data).then(say, () => say(undefined));
});
