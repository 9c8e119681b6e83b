import { describe, expect, it } from '@jest/globals';
import {
  clearedFilter,
  firstFilter,
  isNarrowed,
  countedFilter,
  quickNameOf,
  quickNames,
} from '../../../tab/cases/list-filter.ts';
import { routes } from '../../../core/model/routes.ts';
import { operations } from '../../../contract/operations.ts';

describe('the filters of the list', () => {
  it.each(quickNames)('take %s in place of what was chosen, and know it again', (name) => {
    const filter = countedFilter(name, { handledBy: 'reserve', kind: 'crime', urgency: 'urgent' });
    expect(filter).toMatchObject({ handledBy: 'reserve' });
    expect(filter.kind).toBeUndefined();
    expect(quickNameOf(filter)).toBe(name);
    expect(operations['cases.list'].body.safeParse({ filter }).success).toBe(true);
  });

  it('begin with what is open', () => {
    expect(quickNameOf(firstFilter)).toBe('open');
  });

  it('are none of the quick ones once narrowed further', () => {
    expect(quickNameOf({ status: 'open', kind: 'crime' })).toBeUndefined();
    for (const route of routes) expect(quickNameOf({ ...firstFilter, route })).toBeUndefined();
    expect(quickNameOf({})).toBeUndefined();
  });

  it('can be cleared, and keep whose cases they are', () => {
    expect(isNarrowed({ handledBy: 'acu', with: 'me' })).toBe(true);
    expect(clearedFilter({ handledBy: 'acu', with: 'me' })).toEqual({ handledBy: 'acu' });
    expect(isNarrowed(clearedFilter({ handledBy: 'acu', with: 'me' }))).toBe(false);
    expect(clearedFilter({ with: 'me' })).toEqual({});
  });

  it.each(routes)('narrow the list to what came from %s, and are cleared of it', (route) => {
    const filter = { handledBy: 'reserve', route } as const;
    expect(isNarrowed(filter)).toBe(true);
    expect(clearedFilter(filter)).toEqual({ handledBy: 'reserve' });
    expect(countedFilter('mine', filter)).not.toHaveProperty('route');
    expect(operations['cases.list'].body.safeParse({ filter }).success).toBe(true);
    expect(operations['cases.list'].body.safeParse({ filter: { route: `${route} ` } }).success).toBe(false);
  });
});
