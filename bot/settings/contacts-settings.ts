import { type Contacts, contactsSchema } from '../../words/contacts.ts';
import type { Environment } from './given-settings.ts';
import { SettingsError } from './settings-error.ts';

/** Which setting each of the contacts comes from. */
const inBoth = {
  forceName: 'FORCE_NAME',
  reserve: 'RESERVE_NAME',
  custodians: 'CUSTODIANS_NAME',
  victims: 'VICTIMS_NAME',
  victimUnit: 'VICTIM_UNIT_NAME',
  helpline: 'HELPLINE_NAME',
  federationProgramme: 'FEDERATION_PROGRAMME',
  federation: 'FEDERATION',
  commissioner: 'COMMISSIONER',
  dataProtection: 'DATA_PROTECTION',
  support: 'SUPPORT',
} as const;
const once = {
  emergency: 'EMERGENCY_NUMBER',
  crimestoppers: 'CRIMESTOPPERS_NUMBER',
  iopc: 'IOPC_CONTACT',
  victimsPhone: 'VICTIMS_PHONE',
  helplinePhone: 'HELPLINE_PHONE',
  helplineText: 'HELPLINE_TEXT',
  guidanceUrl: 'GUIDANCE_URL',
  strategyUrl: 'STRATEGY_URL',
  quickExit: 'QUICK_EXIT_URL',
} as const;

/** The names of the settings that contacts are read from. */
export const contactSettings: readonly string[] = [
  ...Object.values(once),
  ...Object.values(inBoth).flatMap((name) => [`${name}_EN`, `${name}_CY`]),
];

/** The names of a force that a server in production must be given: each force has its own, and Candour's are one force's. */
const namesOfForce = ['FORCE_NAME_EN', 'FORCE_NAME_CY', 'VICTIMS_NAME_EN', 'VICTIMS_NAME_CY'] as const;

/** Those of the names that a server in production must be given and an environment leaves out or blank. */
export const missingForceNames = (environment: Environment): readonly string[] =>
  namesOfForce.filter((name) => !environment[name]?.trim());

/** Settings of earlier versions that nothing reads any more, each with what to do: a server that has one does not start. */
const staffedAsData =
  'is no longer read: say the hours as data in STAFFED_HOURS, such as "mon-fri 08:00-18:00", and leave it out.';
const settingsOfBefore: ReadonlyMap<string, string> = new Map([
  ['STAFFED_HOURS_EN', staffedAsData],
  ['STAFFED_HOURS_CY', staffedAsData],
]);

/** The settings of earlier versions that an environment still gives, each with what to do. */
export const givenOfBefore = (environment: Environment): readonly { readonly name: string; readonly todo: string }[] =>
  [...settingsOfBefore].flatMap(([name, todo]) => (environment[name]?.trim() ? [{ name, todo }] : []));

/** The names of a force that a server in production lacks, and the settings of earlier versions that it is still given. */
export const namesToPutRight = (environment: Environment): readonly string[] => [
  ...missingForceNames(environment),
  ...givenOfBefore(environment).map(({ name }) => name),
];

/** The settings that a part of the contacts comes from: of one language where it is of one. */
const settingsOf = ([field, language]: readonly PropertyKey[]): readonly string[] => {
  const [single, double] = [once, inBoth].map((names) => Object.entries(names).find(([name]) => name === field)?.[1]);
  if (single !== undefined || double === undefined) return single === undefined ? contactSettings : [single];
  return typeof language === 'string' ? [`${double}_${language.toUpperCase()}`] : [`${double}_EN`, `${double}_CY`];
};

/**
 * The contacts that an environment sets, this process's where none is given, and the defaults for the rest. Throws
 * SettingsError, which names each that cannot be right, and each that stands in one language alone.
 */
export function readContacts(environment: Environment = process.env): Contacts {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const single = Object.entries(once).map(([field, name]) => [field, said(name)] as const);
  const double = Object.entries(inBoth).map(([field, name]) => {
    const [en, cy] = [said(`${name}_EN`), said(`${name}_CY`)];
    return [field, en === undefined && cy === undefined ? undefined : { en, cy }] as const;
  });
  const given = Object.fromEntries([...single, ...double].filter(([, value]) => value !== undefined));
  const parsed = contactsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError([...new Set(parsed.error.issues.flatMap(({ path }) => settingsOf(path)))]);
}
