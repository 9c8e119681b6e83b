import type { Mutant } from '../mutant.ts';

/** Ways in which what a force says to everybody reaches what it must not, or says what nobody agreed to. */
export const inContent: readonly Mutant[] = [
  {
    name: 'who writes guidance handles the unit’s cases',
    promise: 'access',
    file: 'concerns/records/permissions.ts',
    find: "  roles.has(handledBy === 'reserve' ? 'reserve' : 'handler');",
    put: "  roles.has(handledBy === 'reserve' ? 'reserve' : 'handler') || roles.has('communications');",
    tests: ['tests/concerns/records/permissions.test.ts'],
  },
  {
    name: 'who writes guidance finds cases in the tab',
    promise: 'access',
    file: 'bot/api/case-operations.ts',
    find: "export const handlingRoles = ['handler', 'reserve'] as const;",
    put: "export const handlingRoles = ['handler', 'reserve', 'communications'] as const;",
    tests: ['tests/access/communications.test.ts'],
  },
];
