import { isAboutDocuments } from '../../fakes/cosmos-service.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { now, today } from '../../support/contracts/records.ts';
import { type Asked, asked } from '../cases-asked.ts';
import { benchCases } from '../cases-mix.ts';
import { filledCosmos } from '../cases-stores.ts';
import { quantile } from '../figures.ts';
import { unitsOfPointRead } from '../request-units.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';

const goalMs = 100;
/** A case with a report of some 2,000 characters, sealed. */
const reportKilobytes = 9;
const askedFor = ['the counts of Today', 'in one state', 'overdue'] as const;

async function timesOf(ask: Asked, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await ask(round);
    times.push(performance.now() - began);
  }
  return times;
}

/** What one question asks of the stand-in: requests about documents, and how many of these it looks at to answer. */
async function askedBy(cosmos: StrictCosmos, ask: Asked) {
  const [requests, lookedAt] = [cosmos.requests.length, cosmos.lookedAt()];
  await ask(0);
  return {
    requests: cosmos.requests.slice(requests).filter(isAboutDocuments).length,
    lookedAt: cosmos.lookedAt() - lookedAt,
  };
}

/** The counts, one state and what is overdue in the stand-in for Cosmos DB, among the most cases that lists are measured with. */
export async function measureStandIn({ caseCounts, largeRounds }: Scale): Promise<readonly Row[]> {
  const count = caseCounts.at(-1) ?? 0;
  const cosmos = await startStrictCosmos({ tls: true });
  try {
    const filled = await filledCosmos(cosmos, benchCases(count, today));
    const questions = asked(filled, now);
    const row = rowsOf(`Cosmos DB stand-in, ${count.toLocaleString('en-GB')} cases`);
    const rows: Row[] = [];
    for (const what of askedFor) {
      const ask = questions[what];
      if (ask === undefined) throw new Error(`nothing asks for ${what}`);
      await timesOf(ask, Math.ceil(largeRounds / 10));
      const ms = await timesOf(ask, largeRounds);
      const { requests, lookedAt } = await askedBy(cosmos, ask);
      rows.push(
        row(`${what}: p50`, quantile(ms, 0.5), 'ms'),
        row(`${what}: p95`, quantile(ms, 0.95), 'ms', atMost(goalMs)),
        row(`${what}: longest`, Math.max(...ms), 'ms'),
        row(`${what}: requests, plans counted`, requests, 'requests'),
        row(`${what}: documents looked at`, lookedAt, 'documents'),
        // Microsoft publishes no units of a query; a read by its id is the most that a document of one can be worth.
        row(`${what}: units, were each of them read by its id`, lookedAt * unitsOfPointRead(reportKilobytes), 'RU'),
      );
    }
    await filled.close();
    return rows;
  } finally {
    await cosmos.stop();
  }
}
