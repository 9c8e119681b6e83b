import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { personIdSchema } from '../../core/model/roles.ts';
import { type CertificateProblem, readCertificate } from './app-certificate.ts';
import { serviceOrigin } from './service-url.ts';

export interface SettingFormat<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** The end of a sentence that begins "it must be"; without it the sentence leads to `.env.example`. */
  readonly expected?: string;
  /** The rest of a sentence that begins with the setting's name, without the value. */
  readonly check?: (value: string) => string | undefined;
}

const formatOptions = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(' or ');

function enumOptions(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return enumOptions(schema.unwrap());
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

export const choiceFormat = <Schema extends z.ZodType>(schema: Schema): SettingFormat<Schema> => ({
  schema,
  expected: formatOptions(enumOptions(schema)),
});
export const yesOrNoFormat = (defaultValue: 'yes' | 'no') => choiceFormat(z.enum(['yes', 'no']).default(defaultValue));

export const optionalTextFormat = { schema: z.string().optional() };

const wholeNumbers = z.coerce.number().int();
export const atLeastOneFormat = (defaultValue: number) => ({
  schema: wholeNumbers.min(1).default(defaultValue),
  expected: 'a whole number, 1 or more',
});
const rangeText = (min: number, max: number): string => `a whole number from ${min} to ${max}`;
export const rangeFormat = (min: number, max: number, defaultValue: number) => ({
  schema: wholeNumbers.min(min).max(max).default(defaultValue),
  expected: rangeText(min, max),
});
export const optionalRangeFormat = (min: number, max: number) => ({
  schema: wholeNumbers.min(min).max(max).optional(),
  expected: rangeText(min, max),
});
export const limitDaysFormat = {
  schema: wholeNumbers.min(0).optional(),
  expected: 'a whole number of days, 0 or more',
};
export const portFormat = (defaultValue: number) => rangeFormat(0, 65_535, defaultValue);

/** By commas, spaces or line ends; empty by default. */
export const listSchema = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/u).filter((part) => part !== ''));

export const checkEach =
  (check: (entry: string, at: number) => string | undefined) =>
  (entries: readonly string[]): string | undefined =>
    entries.map((entry, place) => check(entry, place + 1)).find((wrong) => wrong !== undefined);
const checkList = (check: (entry: string, at: number) => string | undefined) => (value: string) =>
  checkEach(check)(listSchema.parse(value));

const isGuid = (value: string): boolean => z.guid().safeParse(value).success;
const guidExample = 'as in "00000000-0000-0000-0000-000000000000"';

function checkGuid(value: string): string | undefined {
  if (isGuid(value)) return undefined;
  return 'is not a GUID: copy the id as Entra shows it, 32 digits and letters with four hyphens.';
}
/** A portal may show capitals; tokens have small letters. */
export const guidFormat = (which: string) => ({
  schema: z.string().toLowerCase().optional(),
  expected: `${which}, ${guidExample}`,
  check: checkGuid,
});
export const tenantIdFormat = {
  ...guidFormat('the id of the force’s tenant'),
  check: (value: string) =>
    value.includes('.') && !isGuid(value)
      ? 'holds a domain name: use the GUID that Entra shows as "Directory (tenant) ID".'
      : checkGuid(value),
};
export const teamsAppIdFormat = { ...guidFormat('the app’s own id'), schema: z.guid().toLowerCase().optional() };

const guidPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

function checkPersonId(entry: string, at: number): string | undefined {
  if (isGuid(entry)) return undefined;
  if (entry.includes('@')) {
    return `holds an e-mail address (entry ${at}): use object ids, which Entra shows on each person’s page.`;
  }
  if (entry.includes(';')) return `has ";" between its entries (entry ${at}): use commas or spaces.`;
  if ((entry.match(guidPattern)?.length ?? 0) > 1) return `has no comma between two ids (entry ${at}).`;
  return `holds something that is not an object id (entry ${at}): use GUIDs, which Entra shows on each person’s page.`;
}
export const peopleFormat = {
  schema: listSchema.pipe(z.array(personIdSchema)),
  expected: 'object ids of people in Entra, separated by commas or spaces',
  check: checkList(checkPersonId),
};

/** Any of a closed list. */
export const termsFormat = <const Terms extends readonly [string, ...string[]]>(terms: Terms) => ({
  schema: listSchema.pipe(z.array(z.enum(terms))),
  expected: `any of ${terms.join(', ')}, separated by commas or spaces`,
});

const channelPattern = /^19:[\w-]{1,200}@thread\.(?:tacv2|skype)$/u;

function checkChannelId(value: string): string | undefined {
  if (channelPattern.test(value)) return undefined;
  if (/^https?:/iu.test(value)) {
    return 'holds a link to a channel: use the id in the link, which begins with "19:" ("19%3a" in the link) and ends with "@thread.tacv2".';
  }
  if (/@(?:thread\.v2|unq\.gbl\.spaces)$/u.test(value) || value.startsWith('a:')) {
    return 'names a chat, but alerts go to a channel of a team: its id ends with "@thread.tacv2".';
  }
  if (value.includes('@') && !value.startsWith('19:')) {
    return 'holds an e-mail address: use the id of a channel, such as "19:…@thread.tacv2".';
  }
  return 'does not name a channel: use its whole id, such as "19:…@thread.tacv2".';
}
export const channelFormat = {
  schema: z.string().optional(),
  expected: 'the id of a channel, such as "19:…@thread.tacv2"',
  check: checkChannelId,
};

/** `settings-checks.ts` tries them: that needs the code of seals. */
export const recipientsFormat = { schema: listSchema, expected: 'a whole "age1pq1…" key that "npm run keys" made' };

/** 256 bits in base64 are 44 characters; 32 hold at least 190. */
export const minSecretLength = 32;
export const secretFormat = {
  ...optionalTextFormat,
  expected: `${minSecretLength} characters or more, drawn at random`,
};

export const clientSecretFormat = {
  ...optionalTextFormat,
  expected: 'the value of a client secret of the registration',
  check: (value: string) =>
    isGuid(value)
      ? 'holds a GUID, which is the id of a secret: use the value, which Entra shows once, when you create the secret.'
      : undefined,
};

export const cosmosKeyFormat = {
  ...optionalTextFormat,
  expected: 'a key of the account, 88 characters long',
  check(value: string) {
    if (/^[A-Za-z0-9+/]{86}==$/u.test(value)) return undefined;
    return /AccountEndpoint=/iu.test(value)
      ? 'holds a connection string: use only what comes after "AccountKey=". What comes after "AccountEndpoint=" belongs in COSMOS_ENDPOINT.'
      : 'is not an account key, which has 88 characters: copy it again.';
  },
};

const isPrivateKey = (value: string): boolean => {
  try {
    return createPrivateKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'pkcs8' }).type === 'private';
  } catch {
    return false;
  }
};
export const signingKeyFormat = {
  ...optionalTextFormat,
  expected: 'the key that "npm run keys -- signing" made',
  check: (value: string) =>
    isPrivateKey(value) ? undefined : 'is not a private key: use the one line that "npm run keys -- signing" prints.',
};

const certificateProblemTexts: Readonly<Record<CertificateProblem, string>> = {
  unreadable: 'names a file that does not exist, or that this account may not read.',
  noCertificate: 'names a file without a certificate: use a PEM file with the key, its certificate and its chain.',
  noKey: 'names a file without a private key: use a PEM file with the key, its certificate and its chain.',
  passphrase: 'names a file whose key needs a passphrase: use one without, that only this account may read.',
  otherKey: 'names a file whose key belongs to none of its certificates.',
  notRsa: 'names a certificate whose key is not RSA, which Entra does not accept.',
  ended: 'names a certificate that has expired: use a new one, and register it in Entra.',
  notYet: 'names a certificate that is not valid yet: check its dates, and the clock of this machine.',
};
export function checkCertificate(path: string, now: Date): string | undefined {
  const read = readCertificate(path, now);
  return typeof read === 'string' ? certificateProblemTexts[read] : undefined;
}
export const certificateFileFormat = {
  ...optionalTextFormat,
  expected: 'the path of a PEM file with a key, its certificate and its chain',
  check: (path: string) => checkCertificate(path, new Date()),
};

export const cosmosEndpointFormat = {
  ...optionalTextFormat,
  expected: 'the address of the account, such as "https://name.documents.azure.com"',
  check(value: string) {
    if (/AccountEndpoint=/iu.test(value)) {
      return 'holds a connection string: use only what comes after "AccountEndpoint=".';
    }
    const url = URL.parse(value);
    if (url === null || !/^https?:$/u.test(url.protocol)) {
      return 'is not an address: use the account’s, such as "https://name.documents.azure.com".';
    }
    if (url.protocol !== 'https:') return 'begins with "http:": use "https:".';
    const isBare = url.username === '' && url.password === '' && url.search === '' && url.pathname === '/';
    return isBare ? undefined : 'has more in it than the name of the account: remove the path, and all that follows.';
  },
};

function checkServiceHost(entry: string, at: number): string | undefined {
  if (serviceOrigin(entry) !== undefined) return undefined;
  if (/^http:/iu.test(entry)) return `has an entry that begins with "http:" (entry ${at}): give only the host.`;
  if (entry.includes('/')) return `has an entry with a path (entry ${at}): give only the host.`;
  return `has an entry that is not a host (entry ${at}): write each as in "smba.trafficmanager.net".`;
}
export const serviceHostsFormat = {
  schema: listSchema.refine((entries) => entries.every((entry) => serviceOrigin(entry) !== undefined)),
  expected: 'names of hosts, without "http:" and without a path, separated by commas or spaces',
  check: checkList(checkServiceHost),
};

export const publicHostFormat = {
  schema: z
    .string()
    .toLowerCase()
    .max(253)
    .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/u)
    .optional(),
  expected: 'only the name of the server, such as "candour.example.org", without "https:", port or path',
  check(value: string) {
    if (/^[a-z]+:\/\//iu.test(value)) return 'begins with "https:" or the like: use only the name of the server.';
    if (value.includes('/')) return 'has a path: use only the name of the server.';
    return /:\d+$/u.test(value) ? 'has a port: use only the name of the server.' : undefined;
  },
};
