import type { InspectedSettings } from '../../summary/inspection/inspection-settings.ts';
import type { PersonId } from '../../core/model/directory.ts';
import { checkedSettings, commonIn, type CommonSettings, timeLimitsIn } from './common-settings.ts';
import { expectDevelopment, isDevelopment } from './require-development.ts';
import { filesInDevelopment } from './files-settings.ts';
import type { Environment, NamedSettings } from './schema.ts';
import { embeddedIn, expectOwnUse, storeIn } from './store-settings.ts';

export interface CommandSettings extends CommonSettings {
  /** The default reader of a report: in development the person at the Playground, else no one. */
  readonly reader: PersonId | undefined;
  readonly inspected: InspectedSettings;
}

const countOf = (people: readonly unknown[]): number | undefined => (people.length > 0 ? people.length : undefined);

const present = <Name extends string>(
  values: Readonly<Record<Name, number | undefined>>,
): Readonly<Partial<Record<Name, number>>> => {
  const found: Partial<Record<Name, number>> = {};
  for (const name in values) if (values[name] !== undefined) found[name] = values[name];
  return found;
};

function inspectedIn(settings: NamedSettings): InspectedSettings {
  const limits = timeLimitsIn(settings);
  const isByTwo = settings.IDENTITY_CUSTODIANS === '2';
  return {
    ...present({
      acknowledgeDays: limits.acknowledge,
      triageDays: limits.triage,
      updateDays: limits.update,
      referralDays: settings.REFERRAL_TARGET_DAYS,
      handlers: countOf(settings.ROLE_HANDLERS),
      reserve: countOf(settings.ROLE_RESERVE),
      custodians: countOf(settings.ROLE_CUSTODIANS),
    }),
    reviewYears: settings.REVIEW_YEARS,
    custodiansNeeded: isByTwo ? 2 : 1,
    opensWithoutRequest: !isByTwo && settings.IDENTITY_WITHOUT_REQUEST !== 'no',
    writesToReporters: settings.MESSAGES_TO_REPORTERS === 'yes',
  };
}

/** Throws SettingsError, and UseError if development would touch a force's store or a force development's. */
export function loadCommandSettings(environment: Environment = process.env): CommandSettings {
  const development = isDevelopment(environment);
  if (development) expectDevelopment(environment);
  const settings = checkedSettings(environment, () => (development ? [] : ['STORE']));
  const common = { ...commonIn(settings, environment), inspected: inspectedIn(settings) };
  if (development) {
    const store = embeddedIn(settings, 'development');
    return { ...common, files: filesInDevelopment(settings), store, reader: settings.OPEN_REPORT_AS };
  }
  const store = storeIn(settings);
  expectOwnUse(store);
  return { ...common, store, reader: undefined };
}
