import { describe, expect, it } from '@jest/globals';
import { preconditionCodes, type CaseRefusal } from '../../../core/casework/case-action.ts';
import { languages } from '../../../core/model/language.ts';
import { refusalText } from '../../../tab/ui/refusal-text.ts';
import type { Refusal } from '../../../contract/operation-answers.ts';
import { createTranslator } from '../../../tab/ui/translator.ts';
import { createTab } from '../../support/tab/create-tab.ts';

// Records, so that a code that is added to the contract is missed here.
const codes = {
  notSignedIn: true,
  refused: true,
  odd: true,
  tooOften: true,
  overBudget: true,
  noReserve: true,
  noCustodian: true,
  unavailable: true,
  newer: true,
  failed: true,
  unconfirmed: true,
} as const satisfies Record<Exclude<Refusal['code'], 'moved' | 'notAllowed'>, true>;
const reasons = {
  state: true,
  ownWork: true,
  notAsked: true,
  onHold: true,
  notSigned: true,
  notRead: true,
  notAssignee: true,
  notAgreed: true,
  stopped: true,
  number: true,
  noSuchPerson: true,
  fullToday: true,
  full: true,
  noSuchText: true,
  noSuchTask: true,
  tooManyTasks: true,
  noIdentity: true,
  alreadyAsked: true,
  notAsker: true,
  otherRequest: true,
  needsRequest: true,
  needsCustodian: true,
  erased: true,
  noKey: true,
  sameCase: true,
  lastOne: true,
  noReserve: true,
  needsSecond: true,
  needsTwo: true,
  noReason: true,
  noReasonToTake: true,
  reviewTooFar: true,
  ownConflict: true,
  olderKey: true,
  olderCard: true,
  notOpened: true,
  reportNotOpened: true,
  contact: true,
  keyNotShown: true,
  fileMissing: true,
  fileMarked: true,
} as const satisfies Record<CaseRefusal, true>;

const keysOf = <Key extends string>(record: Readonly<Record<Key, true>>): readonly Key[] => {
  const isKey = (key: string): key is Key => Object.hasOwn(record, key);
  return Object.keys(record).filter(isKey);
};
const refusals: readonly Refusal[] = [
  ...preconditionCodes.map((gate) => ({ code: 'notAllowed', why: 'state', gates: [gate] }) as const),
  ...keysOf(codes).map((code) => ({ code })),
  ...keysOf(reasons).map((why) => ({ code: 'notAllowed', why }) as const),
];

describe('why something was not done', () => {
  it.each(languages)('is said for every refusal in %s, each in its own words', (language) => {
    const { translate } = createTab(language);
    const said = refusals.map((refusal) => refusalText(translate, refusal));
    expect(new Set(said).size).toBe(refusals.length);
    for (const text of said) expect(text).toMatch(/\.$/u);
  });

  it.each(languages)('names the number that is called in an emergency here, in %s', (language) => {
    for (const refusal of [
      { code: 'overBudget' },
      { code: 'notAllowed', why: 'full' },
      { code: 'notAllowed', why: 'fullToday' },
    ] as const) {
      expect(refusalText(createTranslator(language, '112'), refusal)).toMatch(/ 112\./u);
      expect(refusalText(createTranslator(language), refusal)).toMatch(/ 999\./u);
    }
  });

  it('names all that stands in the way of an end', () => {
    const { translate } = createTab('en');
    const text = refusalText(translate, { code: 'notAllowed', why: 'onHold', gates: ['unreadMessage', 'onHold'] });
    expect(text).toBe(
      [translate('refusal.gated'), translate('closing.gateUnread'), translate('retention.erasureHeld')].join(' '),
    );
  });

  it('does not tell a case that is not open to somebody from one that does not exist', () => {
    expect(refusalText(createTab('en').translate, { code: 'refused' })).toContain(
      'You do not have access to this, or there is no such case',
    );
  });
});
