import { describe, expect, it } from '@jest/globals';
import { storeErrorText } from '../../../bot/config/store-opening-error.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

describe('a database of before the tab', () => {
  it('is refused by name and says what to do, though only one of its cases was not written since', async () => {
    const database = await createDatabase(cosmos);
    const store = database.open();
    const since = createCase();
    await store.cases.create(since, createAlert(since.caseId), [firstEvent(since.caseId)]);
    await expect(store.assertReadable()).resolves.toBeUndefined();
    // As such a version wrote it: without what lists filter by.
    const { revision: _r, excluded: _e, possibleChis: _p, hold: _h, ...before } = createCase();
    cosmos.put(database.name, 'cases', { ...before, id: before.caseId, type: 'case', writeId: 'a-write' });
    const refused: unknown = await store.assertReadable().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'tooOld' });
    expect(refused instanceof StoreError && storeErrorText(refused)).toContain('start with an empty store');
    await store.close();
  });

  it('is not called readable where nobody knows', async () => {
    const database = await createDatabase(cosmos);
    const store = database.open({ retries: 0 });
    cosmos.faults.next({ kind: 'status', status: 503, times: Infinity });
    await expect(store.assertReadable()).rejects.toMatchObject({ code: 'unavailable' });
    await store.close();
  });
});
