import type { TimeLimits } from '../../concerns/records/deadlines.ts';
import { type Day, dayOf } from '../../concerns/terms/calendar.ts';
import type { DisclosureRule } from '../../summary/week-figures.ts';
import type { Contacts } from '../../words/contacts.ts';
import { serviceUrlIn } from './alert-settings.ts';
import { problemsWithChannels } from './channel-settings.ts';
import { filesIn, type FilesSettings, problemsWithFiles } from './files-settings.ts';
import { readContacts } from './contacts-settings.ts';
import type { Environment } from './given-settings.ts';
import { problemsWithRoles, type RoleLists, rolesIn } from './roles.ts';
import { connectorIn, createServiceAddresses } from './service-address.ts';
import { shortestSecret } from './setting-kinds.ts';
import { SettingsError } from './settings-error.ts';
import {
  aboutSetting,
  missingOf,
  type NamedSettings,
  namedSettings,
  settingNames,
  type SettingName,
} from './settings-schema.ts';
import type { StoreSettings } from './store-settings.ts';

/** The settings of any kind of run. */
export interface CommonSettings {
  /** Whether this is development, where anybody can be anybody. */
  readonly development: boolean;
  /** The zone in which days, full hours and weeks are counted. */
  readonly timeZone: string;
  readonly store: StoreSettings;
  /** Where sealed files are kept; `undefined` where none are taken. */
  readonly files: FilesSettings | undefined;
  readonly roles: RoleLists;
  /** The rules of the weekly summary. */
  readonly summary: {
    readonly timeZone: string;
    /** Within how many days a case should be acknowledged; `undefined` where the force has set none. */
    readonly limitDays: number | undefined;
    readonly rule: DisclosureRule;
    /** The day on which Candour came into use; `undefined` where the force does not say. */
    readonly since: Day | undefined;
  };
  readonly contacts: Contacts;
}

const secrets = ['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE'] as const;
/** Development listens on this machine alone. */
const onLoopback = ['HOST', 'HEALTH_HOST'] as const satisfies readonly SettingName[];

function isTimeZone(name: string): boolean {
  try {
    dayOf(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}

/** The values that are allowed beside the other settings, by the settings that only the whole of them shows to be wrong. */
const allowedBeside: Readonly<Record<string, string>> = Object.fromEntries(
  settingNames.flatMap((name) => {
    const { beside, takes } = aboutSetting(name);
    const allowed = beside === true ? takes : beside;
    return allowed === undefined ? [] : [[name, allowed] as const];
  }),
);

const isDevelopment = (settings: NamedSettings): boolean => settings.CANDOUR_ENVIRONMENT === 'development';

/** The names of the settings that must be set and are not: those that a run needs, and those that others ask for. */
export const missingSettings = (settings: NamedSettings, needed: readonly SettingName[]): readonly SettingName[] => [
  ...missingOf(settings, needed),
  ...(settings.STORE === 'cosmos' ? missingOf(settings, ['COSMOS_ENDPOINT']) : []),
  // Passkeys are made for a name, and an invitation is a link to it.
  ...(settings.PARTNERS === 'yes' && !isDevelopment(settings) ? missingOf(settings, ['PUBLIC_HOST']) : []),
  // Numbers are handed out where the health checks have an address of their own, and never at the public one.
  ...(settings.METRICS === 'yes' ? missingOf(settings, ['HEALTH_PORT']) : []),
];

/** The names of the settings that cannot be right together. */
export function problemsTogether(settings: NamedSettings): readonly string[] {
  const development = isDevelopment(settings);
  const isServiceAddress = createServiceAddresses(connectorIn(settings, development));
  return [
    ...(development ? [] : problemsWithRoles(settings)),
    ...secrets.filter((name) => (settings[name]?.length ?? shortestSecret) < shortestSecret),
    // Two who agree, and one who opens alone: a force that sets both has to say which it means.
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

/**
 * The settings of an environment by their names, looked at as a whole. `needed` says which a run cannot be without, and
 * `otherWrong` names what else was found.
 * Throws SettingsError, which names every setting that is missing or wrong and no value.
 */
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

/** The limits that the force has set for its deadlines; a deadline without one does not run. */
export const timeLimitsIn = (settings: NamedSettings): TimeLimits => ({
  ...(settings.ACKNOWLEDGE_TARGET_DAYS !== undefined && { acknowledge: settings.ACKNOWLEDGE_TARGET_DAYS }),
  ...(settings.TRIAGE_TARGET_DAYS !== undefined && { triage: settings.TRIAGE_TARGET_DAYS }),
  ...(settings.UPDATE_TARGET_DAYS !== undefined && { update: settings.UPDATE_TARGET_DAYS }),
});

/** Reads the settings of any kind of run, but for its store. Throws SettingsError where contacts cannot be right. */
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
