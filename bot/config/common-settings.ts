import type { TimeLimits } from '../../core/model/deadlines.ts';
import { type Day, dayOf } from '../../core/model/calendar.ts';
import type { DisclosureRule } from '../../summary/figures/week-figures.ts';
import type { Contacts } from '../../words/contacts.ts';
import { problemsWithChannels, serviceUrlIn } from './alert-settings.ts';
import { filesIn, type FilesSettings, problemsWithFiles } from './files-settings.ts';
import { readContacts } from './word-settings.ts';
import {
  aboutSetting,
  type Environment,
  missingOf,
  namedSettings,
  type NamedSettings,
  type SettingName,
  settingNames,
} from './schema.ts';
import { rolesHeldTogether, type RoleLists, rolesIn } from './roles.ts';
import { connectorIn, createServiceAddresses } from './service-address.ts';
import { shortestSecret } from './setting-kinds.ts';
import { SettingsError } from './settings-error.ts';
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
    /** In days; `undefined` if the force has set none. */
    readonly limitDays: number | undefined;
    readonly rule: DisclosureRule;
    /** When Candour came into use; `undefined` if the force does not say. */
    readonly since: Day | undefined;
  };
  readonly contacts: Contacts;
}

const secrets = ['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE'] as const;
const onLoopback = ['HOST', 'HEALTH_HOST'] as const satisfies readonly SettingName[];

function isTimeZone(name: string): boolean {
  try {
    dayOf(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}

const allowedBeside: Readonly<Record<string, string>> = Object.fromEntries(
  settingNames.flatMap((name) => {
    const { beside, takes } = aboutSetting(name);
    const allowed = beside === true ? takes : beside;
    return allowed === undefined ? [] : [[name, allowed] as const];
  }),
);

const isDevelopment = (settings: NamedSettings): boolean => settings.CANDOUR_ENVIRONMENT === 'development';

export const missingSettings = (settings: NamedSettings, needed: readonly SettingName[]): readonly SettingName[] => [
  ...missingOf(settings, needed),
  ...(settings.STORE === 'cosmos' ? missingOf(settings, ['COSMOS_ENDPOINT']) : []),
  // Passkeys are made for a name, and an invitation links to it.
  ...(settings.PARTNERS === 'yes' && !isDevelopment(settings) ? missingOf(settings, ['PUBLIC_HOST']) : []),
  // Metrics are never on the public address.
  ...(settings.METRICS === 'yes' ? missingOf(settings, ['HEALTH_PORT']) : []),
];

export function problemsTogether(settings: NamedSettings): readonly string[] {
  const development = isDevelopment(settings);
  const isServiceAddress = createServiceAddresses(connectorIn(settings, development));
  return [
    ...(development ? [] : rolesHeldTogether(settings).flat()),
    ...secrets.filter((name) => (settings[name]?.length ?? shortestSecret) < shortestSecret),
    // Both cannot hold: two who agree, or one who opens alone.
    ...(settings.IDENTITY_CUSTODIANS === '2' && settings.IDENTITY_WITHOUT_REQUEST === 'yes'
      ? ['IDENTITY_WITHOUT_REQUEST']
      : []),
    ...(isTimeZone(settings.TIME_ZONE) ? [] : ['TIME_ZONE']),
    ...(development ? onLoopback.filter((name) => !['127.0.0.1', '::1', 'localhost'].includes(settings[name])) : []),
    ...(isServiceAddress(serviceUrlIn(settings)) ? [] : ['ALERT_SERVICE_URL']),
    ...problemsWithChannels(settings),
    ...problemsWithFiles(settings),
  ];
}

/** Throws SettingsError, which names every missing or wrong setting and no value. */
export function checkedSettings(
  environment: Environment,
  needed: (settings: NamedSettings) => readonly SettingName[],
  otherWrong: readonly string[] = [],
): NamedSettings {
  const settings = namedSettings(environment);
  const wrong = [...missingSettings(settings, needed(settings)), ...otherWrong, ...problemsTogether(settings)];
  if (wrong.length > 0) throw new SettingsError([...new Set(wrong)], allowedBeside);
  return settings;
}

/** A deadline without a limit does not run. */
export const timeLimitsIn = (settings: NamedSettings): TimeLimits => ({
  ...(settings.ACKNOWLEDGE_TARGET_DAYS !== undefined && { acknowledge: settings.ACKNOWLEDGE_TARGET_DAYS }),
  ...(settings.TRIAGE_TARGET_DAYS !== undefined && { triage: settings.TRIAGE_TARGET_DAYS }),
  ...(settings.UPDATE_TARGET_DAYS !== undefined && { update: settings.UPDATE_TARGET_DAYS }),
});

export function commonIn(settings: NamedSettings, environment: Environment): Omit<CommonSettings, 'store'> {
  return {
    development: isDevelopment(settings),
    timeZone: settings.TIME_ZONE,
    roles: rolesIn(settings),
    summary: {
      timeZone: settings.TIME_ZONE,
      limitDays: timeLimitsIn(settings).acknowledge,
      rule: { smallCount: settings.SUMMARY_SMALL_COUNT, hideZero: settings.SUMMARY_HIDE_ZERO === 'yes' },
      since: settings.SUMMARY_SINCE,
    },
    contacts: readContacts(environment),
    files: filesIn(settings),
  };
}
