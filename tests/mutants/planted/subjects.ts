import type { Mutant } from '../mutant.ts';

const kept = 'tests/concerns/casework/keep-subjects.test.ts';
const judged = 'tests/concerns/casework/not-same.test.ts';

export const inSubjects: readonly Mutant[] = [
  {
    name: 'the card of a case that somebody is shut out of is handed to them',
    promise: 'access',
    file: 'concerns/casework/subject-cards.ts',
    find: 'readers.tenantId === tenantId && maySee(by, readers)',
    put: 'readers.tenantId === tenantId',
    tests: ['tests/concerns/casework/subject-cards.test.ts', 'tests/access/subject-cards.test.ts'],
  },
  {
    name: 'two people of one surname are taken for one',
    promise: 'truthful',
    file: 'concerns/casework/compare-subjects.ts',
    find: "if (found.has('surname') && found.has('forename')) return",
    put: "if (found.has('surname')) return",
    tests: ['tests/concerns/casework/compare-subjects.test.ts'],
  },
  {
    name: 'a card is taken back to an earlier one',
    promise: 'sealed',
    file: 'concerns/casework/keep-subjects.ts',
    find: "if (!isNext) return { why: 'olderCard' };",
    put: "if (!isNext && version > 9) return { why: 'olderCard' };",
    tests: [kept, 'tests/access/subject-cards.test.ts'],
  },
  {
    name: 'a page takes a card that is older than one it has seen',
    promise: 'sealed',
    file: 'tab/subjects/compare-sealed.ts',
    find: 'if (version < (seen.get(caseId) ?? 0)) return { doubtful: caseId };',
    put: '',
    tests: ['tests/tab/subjects/compare-sealed.test.ts'],
  },
  {
    name: 'a card that was put back to an earlier one behind its history is shown',
    promise: 'sealed',
    file: 'tab/subjects/open-kept.ts',
    find: 'if (of.version < seen || digestOfSeal(sealed) !== lastKept)',
    put: 'if (of.version < seen)',
    tests: ['tests/tab/subjects/open-kept.test.ts'],
  },
  {
    name: 'what a card was sealed for is not looked at',
    promise: 'sealed',
    file: 'seals/subject-card.ts',
    find: "canonicalJson(['candour/1/subject-card', tenantId, caseId, version, by, generation])",
    put: "canonicalJson(['candour/1/subject-card', typeof tenantId, typeof caseId, typeof version, typeof by, typeof generation])",
    tests: ['tests/seals/subject-card.test.ts', 'tests/tab/subjects/compare-sealed.test.ts'],
  },
  {
    name: 'a card is kept under a key that those who handle the case no longer use',
    promise: 'keys',
    file: 'concerns/casework/keep-subjects.ts',
    find: "if (!deps.keyGenerations(record.handledBy).includes(generation)) return { why: 'olderKey' };",
    put: '',
    tests: [kept, 'tests/access/subject-cards.test.ts'],
  },
  {
    name: 'a page with an earlier key writes a card that its colleagues cannot open',
    promise: 'keys',
    file: 'tab/subjects/card-keys.ts',
    find: 'recipients[group].find((named) => held.some(({ recipient }) => recipient === named));',
    put: 'recipients[group].find(() => true) && held[0]?.recipient;',
    tests: ['tests/tab/subjects/keep-card.test.ts'],
  },
  {
    name: 'two cases are said not to be the same by somebody who read one of them',
    promise: 'access',
    file: 'concerns/casework/not-same.ts',
    find: 'if (!(await isOpened(asked.caseId)) || !(await isOpened(asked.other))) {',
    put: 'if (!(await isOpened(asked.caseId))) {',
    tests: [judged],
  },
  {
    name: 'whoever said that two cases are not the same takes it back alone',
    promise: 'access',
    file: 'concerns/casework/not-same.ts',
    find: "if (asked.revised && isOf(last, writer)) return { why: 'ownWork' };",
    put: "if (asked.revised && isOf(undefined, writer)) return { why: 'ownWork' };",
    tests: [judged],
  },
];
