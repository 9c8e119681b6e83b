import type { FirstDayLimits, TimeLimits } from '../../core/model/deadlines.ts';
import { type Day, toDay } from '../../core/model/calendar.ts';
import type { DisclosureRule } from '../../summary/figures/week-figures.ts';
import type { Contacts } from '../../words/contacts.ts';
import { checkChannelSettings, alertServiceUrl } from './alert-settings.ts';
import { parseFilesSettings, type FilesSettings, checkFilesSettings } from './files-settings.ts';
import { readContacts } from './word-settings.ts';
import {
  getSettingMetadata,
  type EnvironmentVariables,
  findUnsetSettings,
  parseSettings,
  type ParsedSettings,
  type SettingName,
  settingNames,
} from './settings-schema.ts';
import { findIncompatibleRoles, type RoleLists, parseRoles } from './role-settings.ts';
import { parseConnectorSettings, createServiceUrlCheck } from './service-url.ts';
import { minSecretLength } from './setting-formats.ts';
import { SettingsError } from './settings-errors.ts';
import type { StoreSettings } from './store-settings.ts';

export interface CommonSettings {
  readonly development: boolean;
  readonly timeZone: string;
  readonly store: StoreSettings;
  /** `undefined` if files are not taken. */
  readonly files: FilesSettings | undefined;
  readonly roles: RoleLists;
  readonly summary: {
    readonly timeZone: string;
    /** In days. */
    readonly limitDays: number | undefined;
    readonly rule: DisclosureRule;
    /** When Candour came into use, if the force says. */
    readonly since: Day | undefined;
  };
  readonly contacts: Contacts;
}

const secretNames = ['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE'] as const;
const loopbackSettings = ['HOST', 'HEALTH_HOST'] as const satisfies readonly SettingName[];

function isTimeZone(name: string): boolean {
  try {
    toDay(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}

const crossFieldRules: Readonly<Record<string, string>> = Object.fromEntries(
  settingNames.flatMap((name) => {
    const { crossFieldRule, expected } = getSettingMetadata(name);
    const allowed = crossFieldRule === true ? expected : crossFieldRule;
    return allowed === undefined ? [] : [[name, allowed] as const];
  }),
);

const areDevelopmentSettings = (settings: ParsedSettings): boolean => settings.CANDOUR_ENVIRONMENT === 'development';

export const findMissingSettings = (
  settings: ParsedSettings,
  needed: readonly SettingName[],
): readonly SettingName[] => [
  ...findUnsetSettings(settings, needed),
  ...(settings.STORE === 'cosmos' ? findUnsetSettings(settings, ['COSMOS_ENDPOINT']) : []),
  // Passkeys and invitations need a name.
  ...(settings.PARTNERS === 'yes' && !areDevelopmentSettings(settings)
    ? findUnsetSettings(settings, ['PUBLIC_HOST'])
    : []),
  // Metrics are never on the public address.
  ...(settings.METRICS === 'yes' ? findUnsetSettings(settings, ['HEALTH_PORT']) : []),
];

export function checkCombinedSettings(settings: ParsedSettings): readonly string[] {
  const development = areDevelopmentSettings(settings);
  const isServiceAddress = createServiceUrlCheck(parseConnectorSettings(settings, development));
  return [
    ...(development ? [] : findIncompatibleRoles(settings).flat()),
    ...secretNames.filter((name) => (settings[name]?.length ?? minSecretLength) < minSecretLength),
    // They contradict each other.
    ...(settings.IDENTITY_CUSTODIANS === '2' && settings.IDENTITY_WITHOUT_REQUEST === 'yes'
      ? ['IDENTITY_WITHOUT_REQUEST']
      : []),
    ...(isTimeZone(settings.TIME_ZONE) ? [] : ['TIME_ZONE']),
    ...(development
      ? loopbackSettings.filter((name) => !['127.0.0.1', '::1', 'localhost'].includes(settings[name]))
      : []),
    ...(isServiceAddress(alertServiceUrl(settings)) ? [] : ['ALERT_SERVICE_URL']),
    ...checkChannelSettings(settings),
    ...checkFilesSettings(settings),
  ];
}

/** Throws SettingsError with every missing or wrong setting and no value. */
export function parseRequiredSettings(
  environment: EnvironmentVariables,
  required: (settings: ParsedSettings) => readonly SettingName[],
  otherInvalid: readonly string[] = [],
): ParsedSettings {
  const settings = parseSettings(environment);
  const wrong = [
    ...findMissingSettings(settings, required(settings)),
    ...otherInvalid,
    ...checkCombinedSettings(settings),
  ];
  if (wrong.length > 0) throw new SettingsError([...new Set(wrong)], crossFieldRules);
  return settings;
}

/** A deadline without a limit does not run. */
export const parseTimeLimits = (settings: ParsedSettings): TimeLimits => ({
  ...(settings.ACKNOWLEDGE_TARGET_DAYS !== undefined && { acknowledge: settings.ACKNOWLEDGE_TARGET_DAYS }),
  ...(settings.TRIAGE_TARGET_DAYS !== undefined && { triage: settings.TRIAGE_TARGET_DAYS }),
  ...(settings.UPDATE_TARGET_DAYS !== undefined && { update: settings.UPDATE_TARGET_DAYS }),
});

export const parseFirstDayLimits = (settings: ParsedSettings): FirstDayLimits => ({
  ...(settings.SAFETY_TARGET_DAYS !== undefined && { safety: settings.SAFETY_TARGET_DAYS }),
  ...(settings.CRIME_TARGET_DAYS !== undefined && { crime: settings.CRIME_TARGET_DAYS }),
  ...(settings.CONDUCT_TARGET_DAYS !== undefined && { conduct: settings.CONDUCT_TARGET_DAYS }),
});

export function parseCommonSettings(
  settings: ParsedSettings,
  environment: EnvironmentVariables,
): Omit<CommonSettings, 'store'> {
  return {
    development: areDevelopmentSettings(settings),
    timeZone: settings.TIME_ZONE,
    roles: parseRoles(settings),
    summary: {
      timeZone: settings.TIME_ZONE,
      limitDays: parseTimeLimits(settings).acknowledge,
      rule: { smallCount: settings.SUMMARY_SMALL_COUNT, hideZero: settings.SUMMARY_HIDE_ZERO === 'yes' },
      since: settings.SUMMARY_SINCE,
    },
    contacts: readContacts(environment),
    files: parseFilesSettings(settings),
  };
}
