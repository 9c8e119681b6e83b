import type { InspectedSettings } from '../../summary/inspection/inspected-settings.ts';
import type { NamedSettings } from './settings-schema.ts';

const listed = (people: readonly unknown[]): number | undefined => (people.length > 0 ? people.length : undefined);

/** Those of some values that are there. */
const present = <Name extends string>(
  values: Readonly<Record<Name, number | undefined>>,
): Readonly<Partial<Record<Name, number>>> => {
  const found: Partial<Record<Name, number>> = {};
  for (const name in values) if (values[name] !== undefined) found[name] = values[name];
  return found;
};

/** The settings that an inspector's sheet tells: limits, how many people, and what is allowed; no name and no key. */
export function inspectedIn(settings: NamedSettings): InspectedSettings {
  const isByTwo = settings.IDENTITY_CUSTODIANS === '2';
  return {
    ...present({
      acknowledgeDays: settings.ACKNOWLEDGE_TARGET_DAYS,
      triageDays: settings.TRIAGE_TARGET_DAYS,
      updateDays: settings.UPDATE_TARGET_DAYS,
      referralDays: settings.REFERRAL_TARGET_DAYS,
      handlers: listed(settings.ROLE_HANDLERS),
      reserve: listed(settings.ROLE_RESERVE),
      custodians: listed(settings.ROLE_CUSTODIANS),
    }),
    reviewYears: settings.REVIEW_YEARS,
    custodiansNeeded: isByTwo ? 2 : 1,
    opensWithoutRequest: !isByTwo && settings.IDENTITY_WITHOUT_REQUEST !== 'no',
    writesToReporters: settings.MESSAGES_TO_REPORTERS === 'yes',
  };
}
