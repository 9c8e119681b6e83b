import { contactSettings } from '../../bot/settings/contacts-settings.ts';
import { replySettings } from '../../bot/settings/reply-settings.ts';
import type { SettingName } from '../../bot/settings/settings-schema.ts';

/**
 * Where a setting of the server comes from in Azure. `template`: the template knows it, from the resources that it
 * makes. `force`: the parameter `settings`, or the vault. `vault`: the vault alone. `never`: it has no sense there, or
 * would be a key beside the managed identity.
 */
export type SettingPlace = 'template' | 'force' | 'vault' | 'never';

/** The place of each setting; the compiler asks for that of a new one. */
export const settingPlaces = {
  CANDOUR_ENVIRONMENT: 'template',
  HOST: 'template',
  PORT: 'template',
  HEALTH_HOST: 'template',
  HEALTH_PORT: 'template',
  METRICS: 'force',
  MAX_CONNECTIONS: 'force',
  WORKERS: 'force',
  TENANT_ID: 'template',
  BOT_APP_ID: 'template',
  BOT_APP_TYPE: 'template',
  BOT_APP_PASSWORD: 'never',
  BOT_APP_CERTIFICATE: 'never',
  BOT_CLOUD: 'never',
  BOT_SERVICE_HOSTS: 'force',
  STORE: 'template',
  SQLITE_PATH: 'never',
  COSMOS_ENDPOINT: 'template',
  COSMOS_KEY: 'never',
  COSMOS_CLIENT_ID: 'template',
  COSMOS_DATABASE: 'template',
  FILES: 'force',
  FILES_FOLDER: 'never',
  FILES_ACCOUNT: 'template',
  FILES_CONNECTION: 'never',
  FILES_CLIENT_ID: 'template',
  FILES_CONTAINER: 'template',
  CARRIED_STATE_SECRET: 'vault',
  CARRIED_STATE_SECRET_BEFORE: 'vault',
  RECIPIENTS_ACU: 'force',
  RECIPIENTS_RECOVERY: 'force',
  RECIPIENTS_RESERVE: 'force',
  RECIPIENTS_CUSTODIANS: 'force',
  RECIPIENTS_RETIRED: 'force',
  RECIPIENTS_SIGNED: 'force',
  ROLE_HANDLERS: 'force',
  ROLE_CUSTODIANS: 'force',
  ROLE_RESERVE: 'force',
  ROLE_SUMMARY_ACU: 'force',
  ROLE_SUMMARY_WIDER: 'force',
  ROLE_COMMUNICATIONS: 'force',
  ROLE_ADMINS: 'force',
  ALERT_SERVICE_URL: 'force',
  ALERT_TARGET_ACU: 'force',
  ALERT_TARGET_ACU_SECOND: 'force',
  ALERT_TARGET_ACU_ON_CALL: 'force',
  ALERT_TARGET_RESERVE: 'force',
  ALERT_TARGET_RESERVE_ON_CALL: 'force',
  ALERT_TARGET_ADMINS: 'force',
  ALERT_TARGET_OFFICE: 'force',
  SUMMARY_TARGET_ACU: 'force',
  SUMMARY_TARGET_RESERVE: 'force',
  SUMMARY_TARGET_WIDER: 'force',
  ALERT_TARGET_LANGUAGE: 'force',
  ALERT_DETAIL: 'force',
  ALERT_TIMING: 'force',
  ALERT_POLL_SECONDS: 'force',
  WAITING_LINES: 'force',
  STAFFED_HOURS: 'force',
  HOLIDAYS_CHANGED: 'force',
  URGENT_REPEAT_MINUTES: 'force',
  URGENT_REPEATS: 'force',
  URGENT_OPEN_MINUTES: 'force',
  ACKNOWLEDGE_TARGET_DAYS: 'force',
  TRIAGE_TARGET_DAYS: 'force',
  UPDATE_TARGET_DAYS: 'force',
  REFERRAL_TARGET_DAYS: 'force',
  REVIEW_YEARS: 'force',
  IDENTITY_CUSTODIANS: 'force',
  IDENTITY_WITHOUT_REQUEST: 'force',
  MESSAGES_TO_REPORTERS: 'force',
  DAILY_COUNT_HOUR: 'force',
  EXPORT_SIGNING_KEY: 'vault',
  PUBLIC_HOST: 'template',
  PARTNERS: 'force',
  TAB_CLIENT_ID: 'force',
  TAB_HOSTS: 'force',
  TAB_CLIENTS: 'force',
  TAB_GUESTS: 'force',
  TEAMS_APP_ID: 'force',
  SUMMARY_SMALL_COUNT: 'force',
  SUMMARY_HIDE_ZERO: 'force',
  SUMMARY_SINCE: 'force',
  SUMMARY_DAY: 'force',
  SUMMARY_HOUR: 'force',
  CHECK_LINKS: 'force',
  TIME_ZONE: 'force',
  OPEN_REPORT_AS: 'never',
} as const satisfies Readonly<Record<SettingName, SettingPlace>>;

const at = (place: SettingPlace): readonly string[] =>
  Object.entries(settingPlaces).flatMap(([name, one]) => (one === place ? [name] : []));

/** The settings that the template itself fills in. */
export const templateSettings = at('template');
/** The settings that a force gives: those by their place, its contacts and its replies. */
export const forceSettings: readonly string[] = [...at('force'), ...contactSettings, ...replySettings];
/** The settings that only the vault may hold. */
export const secretSettings = at('vault');
/** All that may be read from the vault: what must, and what a force would rather keep there. */
export const vaultSettings: readonly string[] = [...secretSettings, ...forceSettings];

/** The name of a setting in the vault, which takes no underscore. */
export const vaultName = (setting: string): string => setting.replaceAll('_', '-');
