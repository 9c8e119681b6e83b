import { type Compared, compareSealed, type Comparison } from './compare-sealed.ts';

// Compares cards beside the page, which goes on answering whoever types; it ends with the answer, and all it opened with it.
// Where it cannot compare it says that: a rejection in a worker reaches no page, which would wait without end.
globalThis.addEventListener('message', ({ data }: MessageEvent<Comparison>) => {
  const say = (compared: Compared | undefined) => globalThis.postMessage(compared, {});
  void compareSealed(data).then(say, () => say(undefined));
});
