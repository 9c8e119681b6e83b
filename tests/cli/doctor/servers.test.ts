import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkServerVersions } from '../../../cli/doctor/server-checks.ts';
import { runChecks, formatResults } from '../../../cli/doctor/run-checks.ts';
import { currentStoreVersion } from '../../../storage/store-version.ts';
import { type LoopbackServer, startLoopbackServer, type WireAnswer } from '../../fakes/loopback-server.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { withMetrics } from '../../support/metrics/scrape.ts';

const odd: LoopbackServer[] = [];
let bot: RunningBot | undefined;
beforeAll(async () => {
  bot = await startBot({ entryPoint: 'dialog', environment: withMetrics });
});
afterAll(async () => {
  await Promise.all([bot?.stop(), ...odd.map((server) => server.stop())]);
});

async function answering(answer: WireAnswer): Promise<string> {
  const server = await startLoopbackServer(() => answer);
  odd.push(server);
  return server.url;
}
const text = (said: string, status = 200): WireAnswer => ({ kind: 'answer', status, text: said });
const numbers = (version: string): string =>
  `# HELP candour_build_info Always 1.\ncandour_build_info{version="${version}",node="v24",store="sqlite"} 1\n`;

/** All that is found and noted of servers, by their places. */
async function look(...addresses: readonly string[]) {
  const [checked] = await runChecks([
    { name: 'versions', deadlineMs: 60_000, run: (tells) => checkServerVersions(addresses, 20_000, tells) },
  ]);
  const said = formatResults(checked === undefined ? [] : [checked]).join('\n');
  for (const word of ['zq', '127.0.0.1', '\u001b']) expect(said).not.toContain(word);
  return { findings: checked?.findings.map(({ finding }) => finding), facts: checked?.facts, said };
}

describe('the servers of a deployment', () => {
  it('say by their numbers which version each runs', async () => {
    const address = `http://127.0.0.1:${bot?.healthPort() ?? 0}`;
    const { findings, facts } = await look(address, address);
    expect(findings).toEqual([]);
    expect(facts).toEqual(
      [1, 2].map((place) => `Of the servers named with --server, server ${place} runs ${currentStoreVersion.release}.`),
    );
  });

  it('are told apart by their places, and no word of an odd answer is repeated', async () => {
    const { findings, facts, said } = await look(
      await answering(text(numbers(currentStoreVersion.release))),
      await answering(text(numbers('9.9.9'))),
      await answering({ kind: 'reset' }),
      await answering(text('zq-page', 404)),
      await answering(text(numbers('zq-version of somebody'))),
      await answering(text('<html>zq</html>')),
      await answering(text('zq\u001b'.repeat(1_000_000))),
    );
    expect(findings).toEqual([
      'server-of-another-version',
      'server-away',
      'server-without-version',
      'server-without-version',
      'server-without-version',
      'server-without-version',
    ]);
    expect(facts).toHaveLength(2);
    expect(said).toContain('server 2 runs another version');
    expect(said).toContain('server 3 did not answer');
  });

  it('are asked where they are named alone', async () => {
    expect((await look()).findings).toEqual(['servers-not-asked']);
  });
});
