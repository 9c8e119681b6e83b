import { describe, expect, it } from '@jest/globals';
import { toWeek } from '../../../core/model/calendar.ts';
import { readRevisions } from '../../../summary/revisions/revision-tables.ts';
import { today } from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const week = toWeek(today);

const cosmos = setUpCosmos();

describe('a later count of which a document cannot be read', () => {
  it.each([
    ['without its figures', { number: 1 }],
    ['without its number', { figures: '{}' }],
    ['with others of a newer version', { number: 'two', figures: { v: 3 } }],
  ])('%s is said to be there, and keeps no other and no first count from being read', async (_name, damaged) => {
    const database = await createDatabase(cosmos);
    const store = database.open();
    await store.weeks.freeze({ week, handledBy: 'acu', figures: 'first' });
    cosmos.put(database.name, 'state', { id: 'amendment:x', type: 'amendment', week, handledBy: 'acu', ...damaged });
    await store.weeks.addRevision({ week, handledBy: 'acu', number: 7, figures: 'readable' });
    expect(await store.weeks.listRevisions(week, week, 'acu')).toContainEqual({
      week,
      handledBy: 'acu',
      number: 7,
      figures: 'readable',
    });
    const [read] = await readRevisions(store.weeks, { from: week, to: week, handledBy: 'acu' });
    expect(read).toEqual({ week, revisions: [], hasUnreadable: true });
    expect((await store.weeks.read(week, 'acu'))?.figures).toBe('first');
    await store.close();
  });
});
