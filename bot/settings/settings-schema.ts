import { z } from 'zod';
import { daySchema } from '../../concerns/records/case-record.ts';
import { personIdSchema } from '../../concerns/terms/person-id.ts';
import { channelsShape } from './channel-settings.ts';
import { cloudNames } from './clouds.ts';
import { parseHolidayChanges, parseStaffedHours } from '../../concerns/terms/staffed-hours.ts';
import { languages } from '../../concerns/terms/language.ts';
import { type Environment, givenSettings } from './given-settings.ts';
import { listed } from './listed.ts';
import { mayBeOf } from './may-be.ts';
import { signedListPattern } from '../../seals/signed-recipients.ts';
import { recipientsShape } from './recipients.ts';
import { rolesShape } from './roles.ts';
import { serviceOrigin } from './service-address.ts';
import { tabHostNames } from './tab-hosts.ts';
import { weekDays } from '../../summary/weeks-to-send.ts';
import { SettingsError } from './settings-error.ts';

const optional = z.string().optional();
/** Ids of tenants and apps: whoever copies one from a portal may have it in capitals; tokens have it in small letters. */
const id = z.string().toLowerCase().optional();
const limitDays = z.coerce.number().int().min(0).optional();
const portSchema = z.coerce.number().int().min(0).max(65_535);
const wholeNumber = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** Where an embedded store is where the settings do not say. */
export const usualStorePath = '.data/candour.db';

const settingsSchema = z.object({
  CANDOUR_ENVIRONMENT: z.enum(['production', 'development']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: portSchema.default(3978),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: portSchema.optional(),
  METRICS: z.enum(['yes', 'no']).default('no'),
  MAX_CONNECTIONS: wholeNumber(2_000),
  WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  TENANT_ID: id,
  BOT_APP_ID: id,
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_APP_PASSWORD: optional,
  BOT_APP_CERTIFICATE: optional,
  BOT_CLOUD: z.enum(cloudNames).default('public'),
  BOT_SERVICE_HOSTS: listed.refine((entries) => entries.every((entry) => serviceOrigin(entry) !== undefined)),
  STORE: z.enum(['sqlite', 'cosmos']).optional(),
  SQLITE_PATH: z.string().default(usualStorePath),
  COSMOS_ENDPOINT: optional,
  COSMOS_KEY: optional,
  COSMOS_CLIENT_ID: id,
  COSMOS_DATABASE: z.string().default('candour'),
  FILES: z.enum(['yes', 'no']).default('yes'),
  FILES_FOLDER: optional,
  FILES_ACCOUNT: z
    .url({ protocol: /^https$/u })
    // What is no address at all is looked at here as well.
    .refine((address) => URL.canParse(address) && new URL(address).pathname === '/' && new URL(address).search === '')
    .optional(),
  FILES_CONNECTION: optional,
  FILES_CLIENT_ID: id,
  FILES_CONTAINER: optional,
  CARRIED_STATE_SECRET: optional,
  CARRIED_STATE_SECRET_BEFORE: optional,
  ...recipientsShape,
  RECIPIENTS_RETIRED: listed,
  RECIPIENTS_SIGNED: z.string().regex(signedListPattern).optional(),
  ...rolesShape,
  ALERT_SERVICE_URL: z.url().optional(),
  ...channelsShape,
  ALERT_TARGET_LANGUAGE: z.enum(languages).default('en'),
  ALERT_DETAIL: z.enum(['reference', 'kind']).default('reference'),
  ALERT_TIMING: z.enum(['fullHour', 'atOnce']).default('fullHour'),
  ALERT_POLL_SECONDS: wholeNumber(5),
  WAITING_LINES: z.enum(['yes', 'no']).default('yes'),
  STAFFED_HOURS: z
    .string()
    .refine((text) => parseStaffedHours(text) !== undefined)
    .optional(),
  HOLIDAYS_CHANGED: listed.refine((changes) => parseHolidayChanges(changes) !== undefined),
  URGENT_REPEAT_MINUTES: wholeNumber(15),
  URGENT_REPEATS: wholeNumber(12),
  URGENT_OPEN_MINUTES: z.coerce.number().int().min(1).max(60).optional(),
  ACKNOWLEDGE_TARGET_DAYS: limitDays,
  TRIAGE_TARGET_DAYS: limitDays,
  UPDATE_TARGET_DAYS: limitDays,
  REFERRAL_TARGET_DAYS: limitDays,
  REVIEW_YEARS: wholeNumber(6),
  IDENTITY_CUSTODIANS: z.enum(['1', '2']).default('1'),
  IDENTITY_WITHOUT_REQUEST: z.enum(['yes', 'no']).optional(),
  MESSAGES_TO_REPORTERS: z.enum(['yes', 'no']).default('no'),
  DAILY_COUNT_HOUR: z.coerce.number().int().min(0).max(23).optional(),
  EXPORT_SIGNING_KEY: optional,
  PUBLIC_HOST: z
    .string()
    .toLowerCase()
    .max(253)
    .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/u)
    .optional(),
  PARTNERS: z.enum(['yes', 'no']).default('no'),
  TAB_CLIENT_ID: id,
  TAB_HOSTS: z.enum(tabHostNames).default('teams'),
  TAB_CLIENTS: listed.pipe(z.array(z.guid().toLowerCase())),
  TAB_GUESTS: z.enum(['yes', 'no']).default('no'),
  TEAMS_APP_ID: z.guid().toLowerCase().optional(),
  SUMMARY_SMALL_COUNT: z.coerce.number().int().min(5).max(10).default(5),
  SUMMARY_HIDE_ZERO: z.enum(['yes', 'no']).default('no'),
  SUMMARY_SINCE: z.iso.date().pipe(daySchema).optional(),
  SUMMARY_DAY: z.enum(weekDays).default('monday'),
  SUMMARY_HOUR: z.coerce.number().int().min(1).max(23).default(9),
  CHECK_LINKS: z.enum(['yes', 'no']).default('yes'),
  TIME_ZONE: z.string().default('Europe/London'),
  OPEN_REPORT_AS: personIdSchema.optional(),
});

/** The settings by their names, each by itself as it may be. No file outside this folder reads one by its name. */
export type NamedSettings = z.infer<typeof settingsSchema>;
export type SettingName = keyof NamedSettings;

/** The names of the settings, without those of the contacts. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** The settings of an environment by their names. Throws SettingsError, which names each that cannot be right by itself. */
export function namedSettings(environment: Environment): NamedSettings {
  const parsed = settingsSchema.safeParse(givenSettings(environment));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  throw new SettingsError([...new Set(issues.map((issue) => String(issue.path[0])))], mayBeOf(issues));
}

/**
 * The settings of an environment that can be right by themselves, with the names of those that cannot: for these the
 * settings are as where they are left out. It throws nothing.
 */
export function soundSettings(environment: Environment): {
  readonly settings: NamedSettings;
  readonly wrong: readonly string[];
} {
  const given = givenSettings(environment);
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return { settings: parsed.data, wrong: [] };
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  const others = Object.entries(given).filter(([name]) => !wrong.includes(name));
  return { settings: settingsSchema.parse(Object.fromEntries(others)), wrong };
}

/** A port that only development has, by the name of its setting. Throws SettingsError where it cannot be right. */
export function portNamed(name: string, value: string | undefined): number {
  const parsed = z.object({ [name]: portSchema }).safeParse({ [name]: value });
  if (parsed.success && parsed.data[name] !== undefined) return parsed.data[name];
  throw new SettingsError([name], parsed.success ? {} : mayBeOf(parsed.error.issues));
}

const isMissing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** Those of some settings that are not there. */
export const missingOf = (settings: NamedSettings, names: readonly SettingName[]): readonly SettingName[] =>
  names.filter((name) => isMissing(settings[name]));

/** A setting that must be there. Throws SettingsError where it is not. */
export function needed<Name extends SettingName>(
  settings: NamedSettings,
  name: Name,
): Exclude<NamedSettings[Name], undefined> {
  const value = settings[name];
  if (!isThere(value)) throw new SettingsError([name]);
  return value;
}
const isThere = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;
