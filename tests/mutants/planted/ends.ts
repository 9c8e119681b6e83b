import type { Mutant } from '../mutant.ts';

const search = 'tests/concerns/casework/no-one-buries.test.ts';
const closing = 'tests/concerns/casework/closing-gates.test.ts';
const erasing = 'tests/concerns/casework/erasure-gates.test.ts';

/** Ways in which a case ends past a gate. */
export const ofEnds: readonly Mutant[] = [
  {
    name: 'a second person erases a case without having opened why',
    promise: 'access',
    file: 'concerns/casework/gates.ts',
    find: 'reasonUnread: asked === undefined || opened === undefined || opened.sequence < asked.sequence,',
    put: 'reasonUnread: asked === undefined,',
    tests: [search, erasing],
  },
  {
    name: 'an opening before erasure was asked for counts as having read why',
    promise: 'access',
    file: 'concerns/casework/gates.ts',
    find: '|| opened.sequence < asked.sequence,',
    put: '|| opened.sequence < 0,',
    tests: [search, erasing],
  },
  {
    name: 'a case is closed with a message that nobody has read',
    promise: 'truthful',
    file: 'concerns/casework/gates.ts',
    find: 'unreadMessage: isOpened && isUnread,',
    put: 'unreadMessage: false,',
    tests: [search, closing],
  },
  {
    name: 'a case is closed that nobody who sees it has opened',
    promise: 'access',
    file: 'concerns/casework/gates.ts',
    find: 'notOpened: !isOpened,',
    put: 'notOpened: false,',
    tests: [search, closing],
  },
  {
    name: 'a flagged case is closed without a decision on referral',
    promise: 'truthful',
    file: 'concerns/casework/gates.ts',
    find: 'referralUndecided: asksForReferral(record) && record.referral === undefined,',
    put: 'referralUndecided: false,',
    tests: [search, closing],
  },
  {
    name: 'taking the flag away opens the gate of the referral',
    promise: 'truthful',
    file: 'concerns/terms/serious-corruption.ts',
    find: '(figures.kind !== undefined && kinds.includes(figures.kind)) ||',
    put: '',
    tests: [closing],
  },
  {
    name: 'a case is closed as the same as another without a link',
    promise: 'truthful',
    file: 'concerns/casework/gates.ts',
    find: "return isTheSame ? [] : ['notLinked'];",
    put: 'return isTheSame ? [] : [];',
    tests: [search, closing],
  },
  {
    name: 'two cases end as the same as each other',
    promise: 'truthful',
    file: 'concerns/casework/gates.ts',
    find: " && other.value.outcome !== 'duplicate',",
    put: ',',
    tests: [closing],
  },
  {
    name: 'an open case is erased',
    promise: 'access',
    file: 'concerns/casework/gates.ts',
    find: "notClosed: record.status !== 'closed',",
    put: 'notClosed: false,',
    tests: [erasing],
  },
  {
    name: 'a case is erased with a message that nobody has read',
    promise: 'truthful',
    file: 'concerns/casework/gates.ts',
    find: '    unreadMessage: isUnread,\n',
    put: '',
    tests: [erasing],
  },
  {
    name: 'why a case was erased goes with it',
    promise: 'truthful',
    file: 'concerns/casework/erasure.ts',
    find: '  erasedFor: record.erasure?.reason,\n',
    put: '',
    tests: [search, erasing],
  },
  {
    name: 'a referral is no longer due because somebody resigned',
    promise: 'alerted',
    file: 'concerns/terms/outcomes.ts',
    find: "outcome === 'resignedOrRetired';",
    put: "outcome === 'referred' && false;",
    tests: [closing],
  },
  {
    name: 'an erasure is asked for with a reason that only its writer can open',
    promise: 'access',
    file: 'contract/requests.ts',
    find: "const reason = z.strictObject({ for: z.enum(['handlers', 'oversight']), sealed });",
    put: 'const reason = z.strictObject({ for: z.enum(noteReaders), sealed });',
    tests: ['tests/access/gated-ends.test.ts'],
  },
];
