import { readinessAddress } from '../bot/settings/health-address.ts';
import { say, type Verb } from './verb.ts';

const usage =
  'npm run health: says whether the server of these settings can do its work. Ends with 0 if it can, otherwise with 1.';

/** A server that says nothing for so long cannot do its work, in milliseconds. */
const patienceMs = 3_000;

/** Whether the server says that it can do its work; `undefined` where nothing answers. */
async function isReady(address: string): Promise<boolean | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return undefined;
  }
}

// What watches over a container asks by this: the container has no other program. What the answer tells beside its status
// is for the person who asks the address.
export const verb: Verb = {
  usage,
  undone: 'Nobody was asked.',
  run: async () => {
    const ready = await isReady(readinessAddress());
    say(ready === undefined ? 'no answer' : ready ? 'ready' : 'not ready');
    return ready ? 0 : 1;
  },
};
