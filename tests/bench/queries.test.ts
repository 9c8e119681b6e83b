import { expect, it } from '@jest/globals';
import { startStrictCosmos } from '../fakes/strict-cosmos.ts';
import { today } from '../support/contracts/records.ts';
import { createFilledCosmos } from './filled-stores.ts';
import { generateCase } from './generated-cases.ts';
import { listQueries } from './queries.ts';

it('no list asks Cosmos DB to look through every case', async () => {
  const cosmos = await startStrictCosmos({ tls: true });
  try {
    const cases = 400;
    const filled = await createFilledCosmos(cosmos, cases, (at, caseId) => ({
      ...generateCase(at, cases, today, 'c2Vh'),
      caseId,
    }));
    const lookedAt: Record<string, number> = {};
    for (const [what, ask] of Object.entries(listQueries(filled.store, filled.cases))) {
      const before = cosmos.documentsRead();
      await ask(0);
      lookedAt[what] = cosmos.documentsRead() - before;
    }
    // Today asks for some twenty counts.
    const { 'the counts of Today': _counts, ...lists } = lookedAt;
    expect(Object.entries(lists).filter(([, looked]) => looked >= cases)).toEqual([]);
    await filled.close();
  } finally {
    await cosmos.stop();
  }
});
