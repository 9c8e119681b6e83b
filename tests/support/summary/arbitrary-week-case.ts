import { array, constantFrom, type Arbitrary, integer, oneof, option, record, tuple } from 'fast-check';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { OpenCaseGroup, WeekCase } from '../../../core/model/counted-cases.ts';
import { addDays, type Day, toWeek } from '../../../core/model/calendar.ts';
import { flags, reportKinds, nationalCategories, recordedTowardsOptions } from '../../../core/model/classification.ts';
import { languages } from '../../../core/model/language.ts';
import { outcomes, referralDecisions, regimes } from '../../../core/model/case-terms.ts';
import { identityModes } from '../../../core/model/questions.ts';
import { createCase } from '../contracts/records.ts';

const maybe = <T>(one: Arbitrary<T>): Arbitrary<T | undefined> => option(one, { nil: undefined });
const daysLater = maybe(oneof(integer({ min: 0, max: 20 }), integer({ min: 0, max: 500 })));

/** A case that was received on one of some days after a first one, with anything done to it then or later, or not. */
export const arbitraryWeekCase = (from: Day, days: number): Arbitrary<CaseRecord> =>
  record({
    received: integer({ min: 0, max: days - 1 }),
    steps: tuple(daysLater, daysLater, daysLater, daysLater, daysLater, daysLater, daysLater),
    handledBy: constantFrom('acu', 'acu', 'reserve'),
    kind: maybe(constantFrom(...reportKinds)),
    urgency: constantFrom('urgent', 'standard'),
    mode: constantFrom(...identityModes),
    language: constantFrom(...languages),
    flags: array(constantFrom(...flags), { maxLength: 3 }),
    nationalCategory: maybe(constantFrom(...nationalCategories)),
    regime: maybe(constantFrom(...regimes)),
    towards: maybe(constantFrom(...recordedTowardsOptions)),
    outcome: maybe(constantFrom(...outcomes)),
    decision: constantFrom(...referralDecisions),
  }).map(({ received, steps, decision, ...rest }) => {
    const receivedOn = addDays(from, received);
    const day = (later: number | undefined): Day | undefined =>
      later === undefined ? undefined : addDays(receivedOn, later);
    const [acknowledgedOn, triagedOn, answeredOn, closedOn, cameBackOn, repeatOn, decidedOn] = steps.map(day);
    return createCase({
      ...rest,
      receivedOn,
      week: toWeek(receivedOn),
      acknowledgedOn,
      triagedOn,
      answeredOn,
      closedOn,
      cameBackOn,
      repeatOn,
      ...(decidedOn && { referral: { decision, on: decidedOn } }),
    });
  });

/** The cases that were open at the end of a day, by looking at each. */
export const selectOpenCases = (cases: readonly WeekCase[], day: Day): readonly OpenCaseGroup[] =>
  cases
    .filter(({ receivedOn, closedOn }) => receivedOn <= day && (closedOn === undefined || closedOn > day))
    .map((each) => ({ ...each, cases: 1 }));
