import type { Mutant } from '../mutant.ts';

const wire = 'tests/tab/report/desk-by-api.test.ts';
const terms = 'tests/concerns/casework/mislabelled.test.ts';

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
    tests: [terms],
  },
  {
    name: 'a name that is not that of whoever was signed in is taken for theirs',
    promise: 'truthful',
    file: 'concerns/casework/opened-report.ts',
    find: 'identity.objectId === named?.objectId ? undefined : identity;',
    put: 'identity.objectId === named?.objectId || named !== undefined ? undefined : identity;',
    tests: [terms],
  },
  {
    name: 'a way of reporting that is not that of the report is shown as it is said',
    promise: 'truthful',
    file: 'concerns/casework/mislabelled.ts',
    find: 'mode: record.mode !== report.mode,',
    put: 'mode: false,',
    tests: [terms],
  },
  {
    name: 'a name is shown beside a report that says that none is kept',
    promise: 'sealed',
    file: 'concerns/casework/opened-report.ts',
    find: "report.mode === 'named' && isOf(report, key, identity);",
    put: 'isOf(report, key, identity);',
    tests: [terms],
  },
  {
    name: 'who was signed in is told of a report that says that no name is kept',
    promise: 'sealed',
    file: 'concerns/casework/opened-report.ts',
    find: "report.mode === 'named' ? await readable(open, attestedIdentitySchema, record.attestedIdentity) : undefined;",
    put: 'await readable(open, attestedIdentitySchema, record.attestedIdentity);',
    tests: [terms],
  },
  {
    name: 'a spoilt name takes its report with it',
    promise: 'truthful',
    file: 'concerns/casework/opened-report.ts',
    find: "return { ...none, isOdd: error.code !== 'notForThisIdentity' };",
    put: "if (error.code !== 'notForThisIdentity') throw error;\n    return none;",
    tests: ['tests/concerns/casework/opened-report.test.ts'],
  },
  {
    name: 'whoever knows the reference of an erased case is told of it',
    promise: 'access',
    file: 'concerns/desk/reporters-case.ts',
    find: 'its === digestOfMailbox(mailbox) ||',
    put: "!its.startsWith('age1') ||",
    tests: ['tests/concerns/desk/desk.test.ts'],
  },
];
