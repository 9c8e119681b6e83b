import { readinessAddress } from '../bot/config/readiness-address.ts';
import { printLine, type CliCommand } from './cli-command.ts';

const usage =
  'npm run health: says whether the server with these settings is ready. Ends with 0 if it is, otherwise with 1.';

const timeoutMs = 3_000;

async function fetchReadiness(address: string): Promise<boolean | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return undefined;
  }
}

// A container has no other program to ask with.
export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The server was not asked.',
  run: async () => {
    const ready = await fetchReadiness(readinessAddress());
    printLine(ready === undefined ? 'no answer' : ready ? 'ready' : 'not ready');
    return ready ? 0 : 1;
  },
};
