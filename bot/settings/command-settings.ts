import type { InspectedSettings } from '../../summary/inspection/inspected-settings.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { checkedSettings, commonIn, type CommonSettings, timeLimitsIn } from './common-settings.ts';
import { expectDevelopment, isDevelopment } from './expect-development.ts';
import { filesInDevelopment } from './files-settings.ts';
import type { Environment } from './given-settings.ts';
import type { NamedSettings } from './settings-schema.ts';
import { embeddedIn, expectOwnUse, storeIn } from './store-settings.ts';

/** The settings of a command that works on the store beside the server: none of the server's secrets. */
export interface CommandSettings extends CommonSettings {
  /** Who opens a report where nobody is named: in development the one who sits at the Playground, else nobody. */
  readonly reader: PersonId | undefined;
  /** The settings that an inspector's sheet tells. */
  readonly inspected: InspectedSettings;
}

const countOf = (people: readonly unknown[]): number | undefined => (people.length > 0 ? people.length : undefined);

/** Those of some values that are there. */
const present = <Name extends string>(
  values: Readonly<Record<Name, number | undefined>>,
): Readonly<Partial<Record<Name, number>>> => {
  const found: Partial<Record<Name, number>> = {};
  for (const name in values) if (values[name] !== undefined) found[name] = values[name];
  return found;
};

/** The settings that an inspector's sheet tells: limits, how many people, and what is allowed; no name and no key. */
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

/**
 * The settings of a command, those of this process where no environment is given. Throws SettingsError, and UseError
 * where development would work on what could be a force's, or a force on what development made.
 */
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
