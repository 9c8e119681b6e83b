import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { ourVersion } from '../../storage/store-version.ts';
import { askServer } from '../page/ask-server.ts';
import { found } from './findings.ts';
import type { Tells } from './run-checks.ts';

export async function lookAtClock(store: Store, clock: Clock, { tell }: Tells): Promise<void> {
  // The store's time comes with an answer.
  await store.targets.read('acu');
  if (store.time() === undefined) tell(found('clock-alone'));
  else if (!agreesWithStore(store, clock)) tell(found('clock-apart', 'the store'));
}

export async function lookAtVersions(store: Pick<Store, 'lastUse'>, { tell, note }: Tells): Promise<void> {
  const last = await store.lastUse();
  if (last === undefined) {
    tell(found('version-untold'));
    return;
  }
  note(`This is version ${ourVersion.release} (${ourVersion.number}). The newest that used the store: ${last.number}.`);
  if (last.number > ourVersion.number) tell(found('version-newer'));
  if (last.number < ourVersion.number) tell(found('version-older'));
}

const mostBytes = 2_000_000;
const version =
  /^candour_build_info\{(?:[^}\n]*,)?version="(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.]{1,12})?)"[^}\n]*\} 1$/mu;

async function numbersOf(address: string, deadlineMs: number): Promise<string | undefined> {
  const answer = await askServer(new URL('/metrics', address), {
    headers: { accept: 'text/plain' },
    mostBytes,
    deadlineMs,
  });
  if (answer.kind === 'noAnswer') return undefined;
  if (answer.kind === 'tooLong' || answer.status !== 200) return '';
  return Buffer.from(answer.bytes).toString('utf8');
}

/**
 * Compares the version of each server, by the address of its numbers, with this one. A server is named by its place
 * among the options.
 */
export async function lookAtServers(
  addresses: readonly string[],
  deadlineMs: number,
  { tell, note }: Tells,
): Promise<void> {
  if (addresses.length === 0) tell(found('servers-not-asked'));
  const all = await Promise.all(addresses.map((address) => numbersOf(address, deadlineMs)));
  for (const [place, numbers] of all.entries()) {
    const server = `server ${place + 1}`;
    const runs = version.exec(numbers ?? '')?.[1];
    if (numbers === undefined) tell(found('server-away', server));
    else if (runs === undefined) tell(found('server-without-version', server));
    else {
      note(`Of those named with --server, ${server} runs ${runs}.`);
      if (runs !== ourVersion.release) tell(found('server-of-another-version', server));
    }
  }
}
