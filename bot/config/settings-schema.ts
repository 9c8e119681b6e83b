import { z } from 'zod';
import { SettingsError } from './settings-errors.ts';
import { type SettingMetadata, settingRegistry, toolSettings, settingsTable } from './settings-table.ts';

export const settingsSchema = z.object(settingsTable);

export type ParsedSettings = z.infer<typeof settingsSchema>;
export type SettingName = keyof ParsedSettings;

export const settingNames: readonly SettingName[] = settingsSchema.keyof().options;

export function getSettingMetadata(name: SettingName): SettingMetadata {
  const about = settingRegistry.get(settingsTable[name]);
  if (about === undefined) throw new Error(`${name} has no row`);
  return about;
}

export const filterSettingNames = (holds: (about: SettingMetadata) => boolean): readonly SettingName[] =>
  settingNames.filter((name) => holds(getSettingMetadata(name)));

export const developmentDefaults: Readonly<Record<string, string>> = Object.fromEntries(
  settingNames.flatMap((name) => {
    const { development } = getSettingMetadata(name);
    return development === undefined ? [] : [[name, development] as const];
  }),
);

/** Never the given value. */
function describeConstraint(issue: z.core.$ZodIssue): string | undefined {
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

const invalidNames = ({ issues }: z.ZodError): readonly string[] => [
  ...new Set(issues.map((issue) => String(issue.path[0]))),
];

const toSettingsError = (error: z.ZodError): SettingsError =>
  new SettingsError(
    invalidNames(error),
    Object.fromEntries(
      error.issues.flatMap((issue) => {
        const allowed = describeConstraint(issue);
        return allowed === undefined ? [] : [[String(issue.path[0]), allowed] as const];
      }),
    ),
  );

/** Throws SettingsError, which names each setting that is wrong by itself. */
export function parseSettings(environment: EnvironmentVariables): ParsedSettings {
  const parsed = settingsSchema.safeParse(trimEnvironment(environment));
  if (parsed.success) return parsed.data;
  throw toSettingsError(parsed.error);
}

/** As `parseSettings`, but names the wrong ones and takes them as missing. */
export function parseValidSettings(environment: EnvironmentVariables): {
  readonly settings: ParsedSettings;
  readonly wrong: readonly string[];
} {
  const values = trimEnvironment(environment);
  const parsed = settingsSchema.safeParse(values);
  if (parsed.success) return { settings: parsed.data, wrong: [] };
  const invalid = invalidNames(parsed.error);
  const others = Object.entries(values).filter(([name]) => !invalid.includes(name));
  return { settings: settingsSchema.parse(Object.fromEntries(others)), wrong: invalid };
}

const toolSettingsSchema = z.object(toolSettings).pick({ PLAYGROUND_PORT: true });

export function parsePlaygroundPort(given: string | undefined): number {
  const parsed = toolSettingsSchema.safeParse({ PLAYGROUND_PORT: given });
  if (parsed.success) return parsed.data.PLAYGROUND_PORT;
  throw toSettingsError(parsed.error);
}

const isMissing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

export const findUnsetSettings = (settings: ParsedSettings, names: readonly SettingName[]): readonly SettingName[] =>
  names.filter((name) => isMissing(settings[name]));

export function requireSetting<Name extends SettingName>(
  settings: ParsedSettings,
  name: Name,
): Exclude<ParsedSettings[Name], undefined> {
  const value = settings[name];
  if (!isDefined(value)) throw new SettingsError([name]);
  return value;
}
const isDefined = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** Trimmed; blank values, as in a copied .env.example, count as missing. */
export const trimEnvironment = (environment: EnvironmentVariables): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const given = value?.trim();
      return given ? [[name, given] as const] : [];
    }),
  );
