import { ourVersion } from '../../storage/store-version.ts';
import { askServer } from '../page/ask-server.ts';
import { found } from './finding.ts';
import type { Tells } from './run-checks.ts';

const mostBytes = 2_000_000;
const version =
  /^candour_build_info\{(?:[^}\n]*,)?version="(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.]{1,12})?)"[^}\n]*\} 1$/mu;

/** Asks one server for its numbers; nothing where it gave no answer, an empty text where that was not of numbers. */
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
 * Asks each server, at the address of its numbers, for the version that it runs, and holds them against this one. A
 * server is called by its place among the options.
 */
export const lookAtServers =
  (addresses: readonly string[], deadlineMs: number) =>
  async ({ tell, note }: Tells): Promise<void> => {
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
  };
