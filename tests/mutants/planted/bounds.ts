import type { Mutant } from '../mutant.ts';

export const inBounds: readonly Mutant[] = [
  {
    name: 'a case takes any number of notes a day',
    promise: 'access',
    file: 'concerns/ports/case-bounds.ts',
    find: 'written.count + seals.length > bound.count * reach',
    put: 'written.count < 0',
    tests: ['tests/access/case-bounds.test.ts'],
  },
  {
    name: 'a case takes notes of any size',
    promise: 'access',
    file: 'concerns/ports/case-bounds.ts',
    find: 'written.size + size > bound.size * reach',
    put: 'written.size < 0',
    tests: ['tests/access/case-bounds.test.ts'],
  },
  {
    name: 'a case that is full keeps a custodian from an identity',
    promise: 'access',
    file: 'concerns/casework/room-for-steps.ts',
    find: "protective.includes(kind) ? 'protective' : 'urgent'",
    put: "protective.includes(kind) ? 'urgent' : 'urgent'",
    tests: ['tests/access/case-bounds.test.ts'],
  },
  {
    name: 'a refusal reads the whole of a case that is there',
    promise: 'access',
    file: 'concerns/ports/standing-case.ts',
    find: 'const readers = await cases.readers(caseId);',
    put: 'const readers = (await cases.read(caseId))?.value;',
    tests: ['tests/access/alike-refusals.test.ts'],
  },
  {
    name: 'a further page of an opening needs no opening',
    promise: 'access',
    file: 'concerns/casework/consult-case.ts',
    find: "entry?.kind === 'consulted' &&",
    put: 'entry !== undefined &&',
    tests: ['tests/access/paged-opening.test.ts'],
  },
  {
    name: 'a further page of an opening is handed to another handler',
    promise: 'access',
    file: 'concerns/casework/consult-case.ts',
    find: 'entry.by.objectId === by.objectId &&',
    put: 'by.objectId.length > 0 &&',
    tests: ['tests/access/paged-opening.test.ts'],
  },
];
