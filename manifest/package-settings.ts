import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import type { Language } from '../core/model/language.ts';

export interface PackageSettings {
  readonly appId: string;
  readonly botId: string;
  /** The bot's own registration, unless another is named. */
  readonly tabClientId: string;
  /** Bare, such as candour.example.org. */
  readonly host: string;
  readonly developerName: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** `undefined` if the app has only its own name. */
  readonly forceName: Readonly<Record<Language, string>> | undefined;
  readonly version: string;
}

/** Its message names the settings and never says a value. */
export class PackageSettingsError extends Error {
  readonly code = 'package-settings';
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
  constructor(missing: readonly string[], wrong: readonly string[]) {
    const sentences = [
      ...(missing.length > 0 ? [`Missing settings: ${missing.join(', ')}.`] : []),
      ...(wrong.length > 0 ? [`Settings that are not valid: ${wrong.join(', ')}.`] : []),
    ];
    super([...sentences, 'manifest/README.md explains them.'].join(' '));
    this.name = 'PackageSettingsError';
    this.missing = missing;
    this.wrong = wrong;
  }
}

/** Teams shows these on one line. */
const singleLine = (characters: number) =>
  z
    .string()
    .max(characters)
    .regex(/^\P{C}+$/u);
const guid = z.guid().toLowerCase();
const webPage = z.url({ protocol: /^https$/ }).max(2048);
const hostName = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);

const developerName = singleLine(32);

const settingsSchema = z.object({
  CANDOUR_ENVIRONMENT: z.enum(['production', 'development']).default('production'),
  TEAMS_APP_ID: guid.optional(),
  BOT_APP_ID: guid,
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  TAB_CLIENT_ID: guid.optional(),
  PUBLIC_HOST: hostName,
  // Teams' schema allows 32 characters here, and 100 for the full name, of which 80 are left for the force.
  DEVELOPER_NAME: developerName.optional(),
  PRIVACY_URL: webPage.optional(),
  TERMS_URL: webPage.optional(),
  FORCE_NAME_EN: singleLine(80).optional(),
  FORCE_NAME_CY: singleLine(80).optional(),
  TEAMS_APP_VERSION: z
    .string()
    .regex(/^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/)
    .default(packageJson.version),
});

export const packageSettingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** A server does not read these. */
export const packageOnlySettings: readonly { readonly name: string; readonly description: string }[] = [
  {
    name: 'DEVELOPER_NAME',
    description: 'Who publishes the app, as Teams shows it: 32 characters at most; by default FORCE_NAME_EN.',
  },
  { name: 'PRIVACY_URL', description: 'The privacy page; by default /privacy on the server.' },
  { name: 'TERMS_URL', description: 'The terms of use; by default /terms on the server.' },
  {
    name: 'TEAMS_APP_VERSION',
    description: "The version of the package, such as 1.4.0; Candour's own if left out.",
  },
];

/** Enough to look at a package without a tenant. */
const developmentPackageDefaults = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001',
  BOT_APP_ID: '00000000-0000-4000-8000-000000000002',
  PUBLIC_HOST: 'candour.localhost',
  DEVELOPER_NAME: 'Candour',
} as const;

/**
 * From an environment, or this process's; blank counts as missing. Throws PackageSettingsError, which names every
 * setting missing or wrong. Ids, host and developer have defaults in development only.
 */
export function loadPackageSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): PackageSettings {
  const entries = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const values = Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
  const defaults = values.CANDOUR_ENVIRONMENT === 'development' ? developmentPackageDefaults : {};
  const parsed = settingsSchema.safeParse({ ...defaults, ...values });
  const named = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  const wrong = named.filter((name) => name in values);
  const missing = [
    ...named.filter((name) => !(name in values)),
    ...findMissingDeveloper({ ...defaults, ...values }),
    ...findMissingForceName(values),
    ...findMissingTabClient(values),
  ];
  if (!parsed.success || missing.length > 0) throw new PackageSettingsError(missing, wrong);
  const settings = parsed.data;
  const { FORCE_NAME_EN: en, FORCE_NAME_CY: cy, PUBLIC_HOST: host, DEVELOPER_NAME: developer } = settings;
  return {
    appId: settings.TEAMS_APP_ID ?? settings.BOT_APP_ID,
    botId: settings.BOT_APP_ID,
    tabClientId: settings.TAB_CLIENT_ID ?? settings.BOT_APP_ID,
    host,
    developerName: developer ?? developerName.parse(en),
    privacyUrl: settings.PRIVACY_URL ?? `https://${host}/privacy`,
    termsUrl: settings.TERMS_URL ?? `https://${host}/terms`,
    forceName: en === undefined || cy === undefined ? undefined : { en, cy },
    version: settings.TEAMS_APP_VERSION,
  };
}

/** A managed identity cannot expose the tab's API: a registration has to be named. */
const findMissingTabClient = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  values['BOT_APP_TYPE'] === 'UserAssignedMSI' && !('TAB_CLIENT_ID' in values) ? ['TAB_CLIENT_ID'] : [];

/** Teams takes no longer one. */
const findMissingDeveloper = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  'DEVELOPER_NAME' in values || developerName.safeParse(values['FORCE_NAME_EN']).success ? [] : ['DEVELOPER_NAME'];

function findMissingForceName(values: Readonly<Record<string, unknown>>): readonly string[] {
  const names = ['FORCE_NAME_EN', 'FORCE_NAME_CY'];
  const left = names.filter((name) => !(name in values));
  return left.length === names.length ? [] : left;
}
