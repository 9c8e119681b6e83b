import { describe, expect, it } from '@jest/globals';
import { countFilters } from '../../../tab/cases/case-list-filter.ts';
import { todayGroups } from '../../../tab/today/today-rows.ts';
import { operations } from '../../../contract/operations.ts';

const namesOf = (
  roles: Parameters<typeof todayGroups>[0]['roles'],
  handles: Parameters<typeof todayGroups>[0]['handles'],
) => todayGroups({ roles, handles }).flatMap(({ names }) => names);

describe('the lines of the page "Today"', () => {
  it('begin with who may be at risk, for those who handle cases', () => {
    expect(namesOf(['handler'], ['acu'])[0]).toBe('atRisk');
    expect(namesOf(['handler'], ['acu'])).not.toContain('told');
    expect(namesOf(['reserve'], ['reserve'])).toContain('told');
    expect(namesOf(['admin'], [])).toEqual([]);
  });

  it('each lead to a list that the server gives', () => {
    for (const filter of Object.values(countFilters)) {
      expect(operations['cases.list'].body.safeParse({ filter }).success).toBe(true);
    }
  });
});
