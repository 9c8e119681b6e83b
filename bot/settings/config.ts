import { z } from 'zod';
import { dayOf } from '../../concerns/terms/calendar.ts';
import { type Role, rolesKeptApart } from '../../concerns/terms/directory.ts';
import { personIdSchema } from '../../concerns/terms/person-id.ts';
import type { Contacts } from '../../words/contacts.ts';
import { type Cloud, cloudNames, clouds } from './clouds.ts';
import { givenSettings } from './given-settings.ts';
import { contactSettings, readContacts } from './contacts-settings.ts';
import { createServiceAddresses, serviceOrigin } from './service-address.ts';

const optional = z.string().optional();
/** Ids of tenants and apps: whoever copies one from a portal may have it in capitals; tokens have it in small letters. */
const id = z.string().toLowerCase().optional();
const listed = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/u).filter((part) => part !== ''));
const people = listed.pipe(z.array(personIdSchema));
const targetDays = z.coerce.number().int().min(0).optional();
const port = z.coerce.number().int().min(0).max(65_535);
const wholeNumber = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** The server's secret is the root of the day keys' wrapping: 256 bits in base64 are 44 characters, 32 hold at least 190. */
const shortestSecret = 32;
const secrets = ['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE'] as const;

const settingsSchema = z.object({
  CANDOUR_ENVIRONMENT: z.enum(['production', 'development']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3978),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: port.optional(),
  MAX_CONNECTIONS: wholeNumber(2_000),
  TENANT_ID: id,
  BOT_APP_ID: id,
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_APP_PASSWORD: optional,
  BOT_CLOUD: z.enum(cloudNames).default('public'),
  BOT_SERVICE_HOSTS: listed.refine((entries) => entries.every((entry) => serviceOrigin(entry) !== undefined)),
  STORE: z.enum(['sqlite', 'cosmos']).optional(),
  SQLITE_PATH: z.string().default('.data/candour.db'),
  COSMOS_ENDPOINT: optional,
  COSMOS_KEY: optional,
  COSMOS_CLIENT_ID: id,
  COSMOS_DATABASE: z.string().default('candour'),
  CARRIED_STATE_SECRET: optional,
  CARRIED_STATE_SECRET_BEFORE: optional,
  RECIPIENTS_ACU: listed,
  RECIPIENTS_RECOVERY: listed,
  RECIPIENTS_RESERVE: listed,
  RECIPIENTS_CUSTODIANS: listed,
  RECIPIENTS_RETIRED: listed,
  ROLE_HANDLERS: people,
  ROLE_CUSTODIANS: people,
  ROLE_RESERVE: people,
  ROLE_SUMMARY_ACU: people,
  ROLE_SUMMARY_WIDER: people,
  ROLE_ADMINS: people,
  ALERT_SERVICE_URL: z.url().optional(),
  ALERT_TARGET_ACU: optional,
  ALERT_TARGET_ACU_SECOND: optional,
  ALERT_TARGET_RESERVE: optional,
  ALERT_TARGET_ADMINS: optional,
  ALERT_TARGET_LANGUAGE: z.enum(['en', 'cy']).default('en'),
  ALERT_DETAIL: z.enum(['reference', 'kind']).default('reference'),
  ALERT_TIMING: z.enum(['fullHour', 'atOnce']).optional(),
  ALERT_POLL_SECONDS: wholeNumber(5),
  URGENT_REPEAT_MINUTES: wholeNumber(15),
  URGENT_REPEATS: wholeNumber(12),
  ACKNOWLEDGE_TARGET_DAYS: targetDays,
  TRIAGE_TARGET_DAYS: targetDays,
  UPDATE_TARGET_DAYS: targetDays,
  REFERRAL_TARGET_DAYS: targetDays,
  REVIEW_YEARS: wholeNumber(6),
  MESSAGES_TO_REPORTERS: z.enum(['yes', 'no']).optional(),
  DAILY_COUNT_HOUR: z.coerce.number().int().min(0).max(23).optional(),
  EXPORT_SIGNING_KEY: optional,
  TAB_CLIENT_ID: id,
  TAB_CLIENTS: listed.pipe(z.array(z.guid().toLowerCase())),
  TAB_GUESTS: z.enum(['yes', 'no']).default('no'),
  TEAMS_APP_ID: z.guid().toLowerCase().optional(),
  SUMMARY_SMALL_COUNT: z.coerce.number().int().min(5).max(10).default(5),
  SUMMARY_HIDE_ZERO: z.enum(['yes', 'no']).default('no'),
  TIME_ZONE: z.string().default('Europe/London'),
});
type Settings = z.infer<typeof settingsSchema>;

/** Which setting lists those who hold a role. */
export const roleSettings = {
  handler: 'ROLE_HANDLERS',
  custodian: 'ROLE_CUSTODIANS',
  reserve: 'ROLE_RESERVE',
  summaryAcu: 'ROLE_SUMMARY_ACU',
  summaryWider: 'ROLE_SUMMARY_WIDER',
  admin: 'ROLE_ADMINS',
} as const satisfies Record<Role, keyof Settings>;

/** The names of the settings, without those of the contacts. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** What a server outside development must be told. Development has its own for each. */
const neededInProduction = [
  'TENANT_ID',
  'BOT_APP_ID',
  'STORE',
  'CARRIED_STATE_SECRET',
  'RECIPIENTS_ACU',
  'RECIPIENTS_RECOVERY',
  'RECIPIENTS_RESERVE',
  'RECIPIENTS_CUSTODIANS',
  'ROLE_HANDLERS',
  'ROLE_RESERVE',
  'ROLE_ADMINS',
  'ALERT_TARGET_ACU',
  'ALERT_TARGET_RESERVE',
] as const satisfies readonly (keyof Settings)[];
/** What a command must be told that reads the store on another machine: none of the server's secrets. */
const neededByCommands = ['STORE'] as const satisfies readonly (keyof Settings)[];
type Use = 'server' | 'command';
/** Development listens on this machine alone. */
const onLoopback = ['HOST', 'HEALTH_HOST'] as const satisfies readonly (keyof Settings)[];

export type Config = Settings & {
  readonly development: boolean;
  readonly contacts: Contacts;
  /** The address of the connector that is taken where Teams has named none. */
  readonly ALERT_SERVICE_URL: string;
};

/** Settings that are missing or cannot be right. Its message names them and never says a value. */
export class ConfigError extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[]) {
    super(`Check these settings, which .env.example explains: ${settings.join(', ')}.`);
    this.name = 'ConfigError';
    this.settings = settings;
  }
}

const isMissing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

function problemsOutsideDevelopment(settings: Settings, use: Use): readonly string[] {
  const needed = use === 'server' ? neededInProduction : neededByCommands;
  const missing: string[] = needed.filter((name) => isMissing(settings[name]));
  if (use === 'server' && settings.BOT_APP_TYPE === 'SingleTenant' && isMissing(settings.BOT_APP_PASSWORD))
    missing.push('BOT_APP_PASSWORD');
  if (settings.STORE === 'cosmos' && isMissing(settings.COSMOS_ENDPOINT)) missing.push('COSMOS_ENDPOINT');
  return missing;
}

/** Both lists of two roles that are kept apart, where somebody stands in both. */
const problemsWithRoles = (settings: Settings): readonly string[] =>
  rolesKeptApart
    .map(([one, other]) => [roleSettings[one], roleSettings[other]] as const)
    .filter(([one, other]) => settings[one].some((person) => settings[other].includes(person)))
    .flat();

function isTimeZone(name: string): boolean {
  try {
    dayOf(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the settings of an environment; a command needs fewer than the server. Throws ConfigError, which names every
 * setting that is wrong and no value.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>, use: Use = 'server'): Config {
  const parsed = settingsSchema.safeParse(givenSettings(environment));
  if (!parsed.success) throw new ConfigError([...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]);
  const settings = parsed.data;
  const development = settings.CANDOUR_ENVIRONMENT === 'development';
  const cloud: Cloud = clouds[settings.BOT_CLOUD];
  const serviceUrl = settings.ALERT_SERVICE_URL ?? cloud.serviceUrl;
  const wrong = [
    ...(development ? [] : [...problemsOutsideDevelopment(settings, use), ...problemsWithRoles(settings)]),
    ...secrets.filter((name) => (settings[name]?.length ?? shortestSecret) < shortestSecret),
    ...(isTimeZone(settings.TIME_ZONE) ? [] : ['TIME_ZONE']),
    ...(development ? onLoopback.filter((name) => !['127.0.0.1', '::1', 'localhost'].includes(settings[name])) : []),
    ...(createServiceAddresses({ ...settings, development })(serviceUrl) ? [] : ['ALERT_SERVICE_URL']),
  ];
  if (wrong.length > 0) throw new ConfigError([...new Set(wrong)]);
  const contacts = readContacts(environment);
  if (contacts === undefined) throw new ConfigError(contactSettings.filter((name) => environment[name]));
  return { ...settings, ALERT_SERVICE_URL: serviceUrl, development, contacts };
}
