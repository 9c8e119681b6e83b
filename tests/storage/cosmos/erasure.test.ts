import { describe, expect, it } from '@jest/globals';
import { createCaseWithText } from '../../contracts/case-erasure.contract.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

describe('erasure of a history longer than a batch in Cosmos DB', () => {
  it('leaves the case as it stood where it fails half way, brings no seal back, and is finished by a repeat', async () => {
    const database = await createDatabase(cosmos);
    const store = database.open();
    const { caseId, before, change } = await createCaseWithText(store, 60);
    await store.close();
    const failing = database.open({ retries: 0 });
    let batches = 0;
    cosmos.faults.next({
      kind: 'status',
      status: 503,
      times: Number.POSITIVE_INFINITY,
      match: ({ headers }) => headers['x-ms-cosmos-is-batch-request'] !== undefined && ++batches > 1,
    });
    await expect(failing.cases.erase(change)).rejects.toMatchObject({ name: 'StoreError' });
    cosmos.faults.clear();
    expect((await failing.cases.read(caseId))?.value).toEqual(before.found.value);
    const half = await failing.history.readAll(caseId);
    const seals = half.filter(({ message, note }) => message?.sealed !== undefined || note?.sealed !== undefined);
    expect(seals).toHaveLength(20);
    await failing.close();

    const again = database.open();
    expect(await again.cases.erase(change)).toBe('changed');
    expect((await again.cases.read(caseId))?.value).toEqual(change.case.value);
    const events = await again.history.readAll(caseId);
    expect(events.some(({ message, note }) => (message?.sealed ?? note?.sealed) !== undefined)).toBe(false);
    await again.close();
  });
});
