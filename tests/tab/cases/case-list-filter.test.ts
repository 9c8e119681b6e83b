import { describe, expect, it } from '@jest/globals';
import {
  clearFilter,
  defaultFilter,
  isFiltered,
  applyCountFilter,
  matchQuickFilter,
  quickFilterNames,
} from '../../../tab/cases/case-list-filter.ts';
import { routes } from '../../../core/model/report-routes.ts';
import { operations } from '../../../contract/operations.ts';

describe('the filters of the list', () => {
  it.each(quickFilterNames)('take %s in place of what was chosen, and know it again', (name) => {
    const filter = applyCountFilter(name, { handledBy: 'reserve', kind: 'crime', urgency: 'urgent' });
    expect(filter).toMatchObject({ handledBy: 'reserve' });
    expect(filter.kind).toBeUndefined();
    expect(matchQuickFilter(filter)).toBe(name);
    expect(operations['cases.list'].body.safeParse({ filter }).success).toBe(true);
  });

  it('begin with what is open', () => {
    expect(matchQuickFilter(defaultFilter)).toBe('open');
  });

  it('are none of the quick ones once narrowed further', () => {
    expect(matchQuickFilter({ status: 'open', kind: 'crime' })).toBeUndefined();
    for (const route of routes) expect(matchQuickFilter({ ...defaultFilter, route })).toBeUndefined();
    expect(matchQuickFilter({})).toBeUndefined();
  });

  it('can be cleared, and keep whose cases they are', () => {
    expect(isFiltered({ handledBy: 'acu', with: 'me' })).toBe(true);
    expect(clearFilter({ handledBy: 'acu', with: 'me' })).toEqual({ handledBy: 'acu' });
    expect(isFiltered(clearFilter({ handledBy: 'acu', with: 'me' }))).toBe(false);
    expect(clearFilter({ with: 'me' })).toEqual({});
  });

  it.each(routes)('narrow the list to what came from %s, and are cleared of it', (route) => {
    const filter = { handledBy: 'reserve', route } as const;
    expect(isFiltered(filter)).toBe(true);
    expect(clearFilter(filter)).toEqual({ handledBy: 'reserve' });
    expect(applyCountFilter('mine', filter)).not.toHaveProperty('route');
    expect(operations['cases.list'].body.safeParse({ filter }).success).toBe(true);
    expect(operations['cases.list'].body.safeParse({ filter: { route: `${route} ` } }).success).toBe(false);
  });
});
