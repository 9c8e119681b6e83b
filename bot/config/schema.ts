import { z } from 'zod';
import { SettingsError } from './settings-error.ts';
import { type AboutSetting, aboutSettings, settingsOfOthers, settingsTable } from './settings-table.ts';

export const settingsSchema = z.object(settingsTable);

export type NamedSettings = z.infer<typeof settingsSchema>;
export type SettingName = keyof NamedSettings;

export const settingNames: readonly SettingName[] = settingsSchema.keyof().options;

export function aboutSetting(name: SettingName): AboutSetting {
  const about = aboutSettings.get(settingsTable[name]);
  if (about === undefined) throw new Error(`${name} has no row`);
  return about;
}

export const settingsWhere = (holds: (about: AboutSetting) => boolean): readonly SettingName[] =>
  settingNames.filter((name) => holds(aboutSetting(name)));

export const developmentValues: Readonly<Record<string, string>> = Object.fromEntries(
  settingNames.flatMap((name) => {
    const { development } = aboutSetting(name);
    return development === undefined ? [] : [[name, development] as const];
  }),
);

/** Never the given value. */
function allowedBy(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return ['number', 'int'].includes(issue.expected) ? 'a whole number' : undefined;
    case 'too_small':
      return issue.origin === 'number' ? `${issue.minimum} or more` : undefined;
    case 'too_big':
      return issue.origin === 'number' ? `${issue.maximum} or less` : undefined;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day such as "2026-01-31"' : undefined;
    case 'invalid_value':
      return issue.values.map((value) => `"${String(value)}"`).join(' or ');
    default:
      return undefined;
  }
}

const namesIn = ({ issues }: z.ZodError): readonly string[] => [
  ...new Set(issues.map((issue) => String(issue.path[0]))),
];

const refusal = (error: z.ZodError): SettingsError =>
  new SettingsError(
    namesIn(error),
    Object.fromEntries(
      error.issues.flatMap((issue) => {
        const allowed = allowedBy(issue);
        return allowed === undefined ? [] : [[String(issue.path[0]), allowed] as const];
      }),
    ),
  );

/** Throws SettingsError, which names each that cannot be right by itself. */
export function namedSettings(environment: Environment): NamedSettings {
  const parsed = settingsSchema.safeParse(givenSettings(environment));
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error);
}

/** As `namedSettings`, but names the wrong ones and takes them as missing. Never throws. */
export function soundSettings(environment: Environment): {
  readonly settings: NamedSettings;
  readonly wrong: readonly string[];
} {
  const given = givenSettings(environment);
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return { settings: parsed.data, wrong: [] };
  const wrong = namesIn(parsed.error);
  const others = Object.entries(given).filter(([name]) => !wrong.includes(name));
  return { settings: settingsSchema.parse(Object.fromEntries(others)), wrong };
}

const othersSchema = z.object(settingsOfOthers).pick({ PLAYGROUND_PORT: true });

/** Throws SettingsError if it cannot be right. */
export function playgroundPort(given: string | undefined): number {
  const parsed = othersSchema.safeParse({ PLAYGROUND_PORT: given });
  if (parsed.success) return parsed.data.PLAYGROUND_PORT;
  throw refusal(parsed.error);
}

const isMissing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

export const missingOf = (settings: NamedSettings, names: readonly SettingName[]): readonly SettingName[] =>
  names.filter((name) => isMissing(settings[name]));

export function needed<Name extends SettingName>(
  settings: NamedSettings,
  name: Name,
): Exclude<NamedSettings[Name], undefined> {
  const value = settings[name];
  if (!isThere(value)) throw new SettingsError([name]);
  return value;
}
const isThere = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Trimmed; blank values, as in a copied .env.example, count as missing. */
export const givenSettings = (environment: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const given = value?.trim();
      return given ? [[name, given] as const] : [];
    }),
  );
