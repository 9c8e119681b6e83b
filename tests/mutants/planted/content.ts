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
  {
    name: 'somebody approves their own words',
    promise: 'truthful',
    file: 'concerns/content/change-content.ts',
    find: "    if (saved.by === asked.by) return 'ownWords';\n",
    put: '',
    tests: ['tests/concerns/content/change-content.test.ts'],
  },
  {
    name: 'words are approved whatever was read',
    promise: 'truthful',
    file: 'concerns/content/change-content.ts',
    find: "if (state !== 'submitted' || saved === undefined || saved.digest !== asked.digest) return 'notNow';",
    put: "if (state !== 'submitted' || saved === undefined) return 'notNow';",
    tests: ['tests/concerns/content/change-content.test.ts'],
  },
  {
    name: 'saving the words of another as they are makes them one’s own, and frees the other to approve them',
    promise: 'truthful',
    file: 'concerns/content/change-content.ts',
    find: "return isAsSaved ? 'asItIs' : { kind: 'saved', words: asked.words };",
    put: "return isAsSaved && false ? 'asItIs' : { kind: 'saved', words: asked.words };",
    tests: ['tests/concerns/content/change-content.test.ts'],
  },
  {
    name: 'words that were changed in the database go live',
    promise: 'truthful',
    file: 'concerns/records/content-record.ts',
    find: "!('words' in entry) || digestOfContent(entry.topic, entry.words) === entry.digest",
    put: "!('words' in entry) || entry.digest !== ''",
    tests: ['tests/concerns/content/change-content.test.ts'],
  },
  {
    name: 'an entry of guidance is written over one that stands',
    promise: 'durable',
    file: 'storage/sqlite/content.ts',
    find: 'ON CONFLICT (topic, number) DO NOTHING',
    put: 'ON CONFLICT (topic, number) DO UPDATE SET record = excluded.record',
    tests: ['tests/storage/sqlite.test.ts'],
  },
];
