import { type Compared, compareSealed, type Comparison } from './compare-encrypted.ts';

// A worker keeps the page responsive, and all it opened ends with it. A rejection here would reach no one, so a failure
// is sent.
globalThis.addEventListener('message', ({ data }: MessageEvent<Comparison>) => {
  const say = (compared: Compared | undefined) => globalThis.postMessage(compared, {});
  void compareSealed(data).then(say, () => say(undefined));
});
