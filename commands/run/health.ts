import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { readinessAddress } from '../../bot/settings/health-address.ts';

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

// Asked by whatever watches over a container, which has no other program in it. What the answer tells beside its status
// is for whoever asks the address.
await orExitWithReason('Nobody was asked.', async () => {
  const ready = await isReady(readinessAddress());
  console.log(ready === undefined ? 'no answer' : ready ? 'ready' : 'not ready');
  process.exitCode = ready ? 0 : 1;
});
