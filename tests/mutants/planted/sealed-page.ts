import type { Mutant } from '../mutant.ts';

const wire = 'tests/tab/report/desk-by-api.test.ts';

/** Ways for the page for reporting, and the desk behind it, to tell or believe too much. */
export const onTheSealedPage: readonly Mutant[] = [
  {
    name: 'what stands under a reference is told to whoever names it',
    promise: 'access',
    file: 'bot/api/report-operations.ts',
    find: 'proofs.holds(proof, claim, key);',
    put: 'proofs.holds(proof, claim, key) || claim.mailbox !== "";',
    tests: [wire],
  },
  {
    name: 'a proof of one mailbox is good for another',
    promise: 'access',
    file: 'bot/running/mailbox-proofs.ts',
    find: '.update(JSON.stringify([until, caseId, mailbox, person]))',
    put: '.update(JSON.stringify([until, caseId, mailbox.length, person]))',
    tests: ['tests/bot/running/mailbox-proofs.test.ts'],
  },
  {
    name: 'a proof lasts for ever',
    promise: 'access',
    file: 'bot/running/mailbox-proofs.ts',
    find: 'if (until < hourNow() ||',
    put: 'if (until < 0 ||',
    tests: ['tests/bot/running/mailbox-proofs.test.ts'],
  },
  {
    name: 'words in the clothes of a seal are taken by the server',
    promise: 'sealed',
    file: 'seals/age-shape.ts',
    find: 'return isStep(bytes.length - header.end);',
    put: 'return bytes.length > header.end;',
    tests: ['tests/seals/age-shape.test.ts'],
  },
  {
    name: 'who is signed in is written down where no identity is kept',
    promise: 'sealed',
    file: 'bot/api/attested-identity.ts',
    find: 'const to = identityOpensFor(mode, handledBy);',
    put: "const to = identityOpensFor(mode, handledBy) ?? 'custodians';",
    tests: [wire],
  },
  {
    name: 'a report that is said to be less urgent than it is is shown as it is said',
    promise: 'truthful',
    file: 'concerns/casework/mislabelled.ts',
    find: "urgency: urgencyOf(answers) === 'urgent' && record.urgency !== 'urgent',",
    put: 'urgency: false,',
    tests: ['tests/concerns/casework/mislabelled.test.ts'],
  },
  {
    name: 'a name that is not that of whoever was signed in is taken for theirs',
    promise: 'truthful',
    file: 'concerns/casework/opened-report.ts',
    find: 'identity.objectId === named?.objectId ? undefined : identity;',
    put: 'identity.objectId === named?.objectId || named !== undefined ? undefined : identity;',
    tests: ['tests/concerns/casework/mislabelled.test.ts'],
  },
];
