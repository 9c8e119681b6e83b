import type { InspectionSettings } from '../../summary/inspection/inspection-settings.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { parseRequiredSettings, parseCommonSettings, type CommonSettings, parseTimeLimits } from './common-settings.ts';
import { assertDevelopment, isDevelopment } from './development-environment.ts';
import { parseDevelopmentFilesSettings } from './files-settings.ts';
import type { EnvironmentVariables, ParsedSettings } from './settings-schema.ts';
import { parseEmbeddedStoreSettings, assertStoreEnvironment, parseStoreSettings } from './store-settings.ts';

export interface CommandSettings extends CommonSettings {
  /** The default reader of a report: in development the person at the Playground, else no one. */
  readonly reader: PersonId | undefined;
  readonly inspected: InspectionSettings;
}

const optionalCount = (people: readonly unknown[]): number | undefined =>
  people.length > 0 ? people.length : undefined;

const omitUndefined = <Name extends string>(
  values: Readonly<Record<Name, number | undefined>>,
): Readonly<Partial<Record<Name, number>>> => {
  const found: Partial<Record<Name, number>> = {};
  for (const name in values) if (values[name] !== undefined) found[name] = values[name];
  return found;
};

function parseInspectionSettings(settings: ParsedSettings): InspectionSettings {
  const limits = parseTimeLimits(settings);
  const isByTwo = settings.IDENTITY_CUSTODIANS === '2';
  return {
    ...omitUndefined({
      acknowledgeDays: limits.acknowledge,
      triageDays: limits.triage,
      updateDays: limits.update,
      referralDays: settings.REFERRAL_TARGET_DAYS,
      handlers: optionalCount(settings.ROLE_HANDLERS),
      reserve: optionalCount(settings.ROLE_RESERVE),
      custodians: optionalCount(settings.ROLE_CUSTODIANS),
    }),
    reviewYears: settings.REVIEW_YEARS,
    custodiansNeeded: isByTwo ? 2 : 1,
    opensWithoutRequest: !isByTwo && settings.IDENTITY_WITHOUT_REQUEST !== 'no',
    writesToReporters: settings.MESSAGES_TO_REPORTERS === 'yes',
  };
}

/** Throws SettingsError, and EnvironmentMismatchError if development meets a force's store or a force development's. */
export function loadCommandSettings(environment: EnvironmentVariables = process.env): CommandSettings {
  const development = isDevelopment(environment);
  if (development) assertDevelopment(environment);
  const settings = parseRequiredSettings(environment, () => (development ? [] : ['STORE']));
  const common = { ...parseCommonSettings(settings, environment), inspected: parseInspectionSettings(settings) };
  if (development) {
    const store = parseEmbeddedStoreSettings(settings, 'development');
    return { ...common, files: parseDevelopmentFilesSettings(settings), store, reader: settings.OPEN_REPORT_AS };
  }
  const store = parseStoreSettings(settings);
  assertStoreEnvironment(store);
  return { ...common, store, reader: undefined };
}
