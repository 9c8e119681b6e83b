import type { z } from 'zod';
import { type Language, languages } from '../../core/model/language.ts';
import type { EnvironmentVariables } from './settings-schema.ts';
import type { Decision } from './settings-table.ts';
import { SettingsError } from './settings-errors.ts';
import { contactUrl, splitAdvisers, victimsNumber } from '../../cards/support-contacts.ts';
import { type Contacts, contactsSchema } from '../../words/contacts.ts';
import type { ReplyName } from '../../core/model/case-terms.ts';
import { type ReplyTemplates, replyTemplatesSchema } from '../../words/reply-templates.ts';

export interface WordSetting {
  readonly name: string;
  readonly description: string;
  readonly expected?: string;
  readonly decide?: Decision;
}
interface SingleSetting {
  readonly name: string;
  readonly description: string;
  readonly decide?: Decision;
}
interface BilingualSetting {
  readonly baseName: string;
  readonly description: Readonly<Record<Language, string>>;
  /** Each force has its own names; Candour's are one force's. */
  readonly expected?: Readonly<Record<Language, string>>;
  readonly decide?: Readonly<Record<Language, Decision>>;
}

type WordTable<Field extends string = string> = Readonly<Record<Field, SingleSetting | BilingualSetting>>;

const localisedName = (name: string, language: Language): string => `${name}_${language.toUpperCase()}`;

function expandSetting(words: SingleSetting | BilingualSetting): readonly WordSetting[] {
  if ('name' in words) return [words];
  return languages.map((language) => ({
    name: localisedName(words.baseName, language),
    description: words.description[language],
    ...(words.expected && { expected: words.expected[language] }),
    ...(words.decide && { decide: words.decide[language] }),
  }));
}

const expandTable = (table: WordTable): readonly WordSetting[] => Object.values(table).flatMap(expandSetting);

function findSettingsByPath(table: WordTable, [field, language]: readonly PropertyKey[]): readonly WordSetting[] {
  const words = Object.entries(table).find(([name]) => name === field)?.[1];
  if (words === undefined) return expandTable(table);
  const all = expandSetting(words);
  const ofLanguage = all.filter(({ name }) => name.endsWith(`_${String(language).toUpperCase()}`));
  return ofLanguage.length > 0 ? ofLanguage : all;
}

function readWords<Schema extends z.ZodType>(
  table: WordTable,
  schema: Schema,
  environment: EnvironmentVariables,
): z.output<Schema> {
  const readValue = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const readField = (words: SingleSetting | BilingualSetting) => {
    if ('name' in words) return readValue(words.name);
    const [en, cy] = [readValue(localisedName(words.baseName, 'en')), readValue(localisedName(words.baseName, 'cy'))];
    return en === undefined && cy === undefined ? undefined : { en, cy };
  };
  const all = Object.entries(table).map(([field, words]) => [field, readField(words)] as const);
  const parsed = schema.safeParse(Object.fromEntries(all.filter(([, value]) => value !== undefined)));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.flatMap(({ path }) => findSettingsByPath(table, path));
  throw new SettingsError([...new Set(wrong.map(({ name }) => name))]);
}

const contactTable: WordTable<keyof Contacts> = {
  forceName: {
    baseName: 'FORCE_NAME',
    description: {
      en: "Needed: the force's name in English, also in the app package.",
      cy: "Needed: the force's name in Welsh, also in the app package.",
    },
    expected: {
      en: 'the force’s name in English, as cards and pages say it',
      cy: 'the force’s name in Welsh, as cards and pages say it',
    },
    decide: {
      en: { why: 'It shows people whose page this is.', example: 'Example Police' },
      cy: { why: 'Welsh cards and pages show it.', example: 'Heddlu Enghraifft' },
    },
  },
  emergency: {
    name: 'EMERGENCY_NUMBER',
    description: 'The number to call if someone is in danger now; by default 999.',
  },
  crimestoppers: {
    name: 'CRIMESTOPPERS_NUMBER',
    description: `Crimestoppers' number; by default 0800 085 0000.`,
  },
  iopc: {
    name: 'IOPC_CONTACT',
    description: `The Independent Office for Police Conduct's number or https address; by default cards do not offer it.`,
  },
  reserve: {
    baseName: 'RESERVE_NAME',
    description: {
      en: 'The office of the people who handle reports that may concern the unit, as in the middle of a sentence: "the Head of Legal Services".',
      cy: 'The same in Welsh, such as "Pennaeth y Gwasanaethau Cyfreithiol"; by default "someone the force has chosen".',
    },
  },
  custodians: {
    baseName: 'CUSTODIANS_NAME',
    description: {
      en: 'The office of the people who may open a confidential identity, as in the middle of a sentence: "the Data Protection Officer".',
      cy: 'The same in Welsh, such as "y Swyddog Diogelu Data"; by default "a few people the force has chosen".',
    },
  },
  victims: {
    baseName: 'VICTIMS_NAME',
    description: {
      en: 'Needed: the name of the service for victims in English.',
      cy: 'Needed: the name of the service for victims in Welsh.',
    },
    expected: {
      en: 'the name of the service for victims in English, as cards and pages say it',
      cy: 'the name of the service for victims in Welsh, as cards and pages say it',
    },
    decide: {
      en: { why: 'Cards point people who were harmed to it.', example: 'Example Victim Care' },
      cy: { why: 'Welsh cards do the same.', example: 'Gofal Dioddefwyr Enghraifft' },
    },
  },
  victimsPhone: {
    name: 'VICTIMS_PHONE',
    description: 'The telephone number of the service for victims; by default cards name the helpline instead.',
    decide: { why: 'People who were harmed can then call at once.', example: '01632 960001' },
  },
  victimUnit: {
    baseName: 'VICTIM_UNIT_NAME',
    description: {
      en: 'The police\'s own staff for victims, as in the middle of a sentence; by default "the Victim Care Unit".',
      cy: 'The same in Welsh; by default "yr Uned Gofal Dioddefwyr".',
    },
  },
  helpline: {
    baseName: 'HELPLINE_NAME',
    description: {
      en: 'The helpline on domestic abuse and sexual violence, in English; by default Live Fear Free.',
      cy: 'The same in Welsh; by default Byw Heb Ofn.',
    },
  },
  helplinePhone: {
    name: 'HELPLINE_PHONE',
    description: `The helpline's telephone number; by default 0808 80 10 800.`,
  },
  helplineText: {
    name: 'HELPLINE_TEXT',
    description: `The helpline's number for text messages; by default 07860 077333.`,
  },
  federationProgramme: {
    baseName: 'FEDERATION_PROGRAMME',
    description: {
      en: "The Police Federation's support for its members, for a force's own guidance that names it; by default the Victim and Witness Support Programme.",
      cy: 'The same in Welsh; by default y Rhaglen Cymorth i Ddioddefwyr a Thystion.',
    },
  },
  federation: {
    baseName: 'FEDERATION',
    description: {
      en: 'Staff associations, unions, the chaplain and others, in English: each with a number or https address, or cards do not offer it; at most six, separated by semicolons.',
      cy: 'The same in Welsh.',
    },
  },
  commissioner: {
    baseName: 'COMMISSIONER',
    description: {
      en: 'How to reach the Police and Crime Commissioner, in English.',
      cy: 'How to reach the Police and Crime Commissioner, in Welsh.',
    },
  },
  dataProtection: {
    baseName: 'DATA_PROTECTION',
    description: {
      en: 'How to reach the data protection officer, in English, for the page /privacy; by default the office alone.',
      cy: 'The same in Welsh.',
    },
  },
  support: {
    baseName: 'SUPPORT',
    description: {
      en: "Whom to tell if Candour does not work, in English, for the page /support; by default the force's help desk.",
      cy: 'The same in Welsh.',
    },
  },
  guidanceUrl: {
    name: 'GUIDANCE_URL',
    description: 'The https address of the official guidance on abuse of position.',
  },
  strategyUrl: { name: 'STRATEGY_URL', description: 'The https address of the national strategy.' },
  quickExit: {
    name: 'QUICK_EXIT_URL',
    description: 'The https address that "Leave this page" on public pages leads to; by default the BBC’s weather.',
  },
};

export const contactWordSettings: readonly WordSetting[] = expandTable(contactTable);

export const contactSettingNames: readonly string[] = contactWordSettings.map(({ name }) => name);

export const findMissingContactSettings = (environment: EnvironmentVariables): readonly string[] =>
  contactWordSettings
    .filter(({ name, expected }) => expected !== undefined && !environment[name]?.trim())
    .map(({ name }) => name);

const staffedHoursHint =
  'is no longer read: set the hours in STAFFED_HOURS, such as "mon-fri 08:00-18:00", and remove it.';
/** A server with one of these earlier settings does not start. */
const removedSettings: ReadonlyMap<string, string> = new Map([
  ['STAFFED_HOURS_EN', staffedHoursHint],
  ['STAFFED_HOURS_CY', staffedHoursHint],
  ['WORKERS', 'is no longer read: a server is one process, and you can run several. Remove it.'],
]);

export const findRemovedSettings = (
  environment: EnvironmentVariables,
): readonly { readonly name: string; readonly todo: string }[] =>
  [...removedSettings].flatMap(([name, todo]) => (environment[name]?.trim() ? [{ name, todo }] : []));

export const findMissingOrRemovedSettings = (environment: EnvironmentVariables): readonly string[] => [
  ...findMissingContactSettings(environment),
  ...findRemovedSettings(environment).map(({ name }) => name),
];

/** Throws SettingsError, which names each that is wrong or in one language only. */
export const readContacts = (environment: EnvironmentVariables = process.env): Contacts =>
  readWords(contactTable, contactsSchema, environment);

const leadsNowhere = (contact: string): boolean => contactUrl(contact) === undefined;

/** Offers of help that no card makes, since no number or address is set for them, or for one of several. */
export const findMissingSupportSettings = ({ victimsPhone, iopc, federation }: Contacts): readonly string[] => [
  ...(victimsNumber({ victimsPhone }) === undefined ? ['VICTIMS_PHONE'] : []),
  ...(iopc !== undefined && leadsNowhere(iopc) ? ['IOPC_CONTACT'] : []),
  ...languages
    .filter((language) => federation === undefined || splitAdvisers(federation[language]).some(leadsNowhere))
    .map((language) => localisedName('FEDERATION', language)),
];

/** A line for a start; `undefined` if nothing is missing. */
export function missingSupportText(contacts: Contacts): string | undefined {
  const names = findMissingSupportSettings(contacts);
  return names.length === 0
    ? undefined
    : `Cards leave out some help: no number or https address is set in ${names.join(', ')}.`;
}

const reply = (inBoth: string, says: string) => ({
  baseName: inBoth,
  description: { en: says, cy: 'The same in Welsh.' },
});

const replyTable: WordTable<ReplyName> = {
  received: reply(
    'REPLY_RECEIVED',
    "What a case handler may begin a message with: at most 1,000 characters of plain text, each in both languages or in neither. Received and read, in English; Candour's own words if left out, as for each that follows.",
  ),
  whereOrWhen: reply(
    'REPLY_WHERE_OR_WHEN',
    'A question about where or when it happened, which asks nobody to find anything out.',
  ),
  closedActed: reply('REPLY_CLOSED_ACTED', 'The work is finished, and something has been done.'),
  closedNothingFound: reply('REPLY_CLOSED_NOTHING_FOUND', 'The work is finished, and nothing more needs to be done.'),
  closedKept: reply('REPLY_CLOSED_KEPT', 'The work is finished for now, and the report is kept.'),
  closedPassedOn: reply('REPLY_CLOSED_PASSED_ON', 'The work is finished here, and the report was passed on.'),
};

export const replyWordSettings: readonly WordSetting[] = expandTable(replyTable);

export const replySettingNames: readonly string[] = replyWordSettings.map(({ name }) => name);

/**
 * Candour's own by default. Throws SettingsError, which names each that is too long, no plain text, or in one language
 * only.
 */
export const readReplies = (environment: EnvironmentVariables): ReplyTemplates =>
  readWords(replyTable, replyTemplatesSchema, environment);
