import { type Contacts, contactsSchema } from '../../words/contacts.ts';

/** Which setting each of the contacts comes from. */
const inBoth = {
  forceName: 'FORCE_NAME',
  victims: 'VICTIMS_NAME',
  federation: 'FEDERATION',
  commissioner: 'COMMISSIONER',
  staffedHours: 'STAFFED_HOURS',
} as const;
const once = {
  emergency: 'EMERGENCY_NUMBER',
  crimestoppers: 'CRIMESTOPPERS_NUMBER',
  iopc: 'IOPC_CONTACT',
  victimsPhone: 'VICTIMS_PHONE',
  guidanceUrl: 'GUIDANCE_URL',
  strategyUrl: 'STRATEGY_URL',
} as const;

/** The names of the settings that contacts are read from. */
export const contactSettings: readonly string[] = [
  ...Object.values(once),
  ...Object.values(inBoth).flatMap((name) => [`${name}_EN`, `${name}_CY`]),
];

/** The contacts that an environment sets, the defaults for the rest; `undefined` where one of them cannot be right. */
export function readContacts(environment: Readonly<Record<string, string | undefined>>): Contacts | undefined {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const single = Object.entries(once).map(([field, name]) => [field, said(name)] as const);
  const double = Object.entries(inBoth).map(([field, name]) => {
    const [en, cy] = [said(`${name}_EN`), said(`${name}_CY`)];
    return [field, en === undefined && cy === undefined ? undefined : { en, cy }] as const;
  });
  return contactsSchema.safeParse(Object.fromEntries([...single, ...double].filter(([, value]) => value !== undefined)))
    .data;
}
