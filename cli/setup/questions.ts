import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EnvironmentVariables } from '../../bot/config/settings-schema.ts';
import { isAlwaysStaffed, parseStaffedHours } from '../../core/model/staffed-hours.ts';

/** One prompt, whose answer is a setting. */
export interface Field {
  readonly name: string;
  readonly prompt: string;
  /** Enter alone takes it if no answer stands. */
  readonly usual?: string;
  /** Enter alone draws one if no answer stands. */
  readonly draw?: () => string;
  readonly isSecret?: true;
  /** Enter alone leaves it empty: another field of its question then takes its place. */
  readonly isOptional?: true;
  /** Asked only if this holds of the answers before it. */
  readonly when?: (answers: EnvironmentVariables) => boolean;
  readonly lookUp?: 'tenant' | 'host';
  /** How many characters it may have, for a setting that no server reads. */
  readonly maxLength?: number;
  /** Settings that follow from the answer and are not asked for. */
  readonly also?: (answers: EnvironmentVariables, folder: string) => Readonly<Record<string, string>>;
}

export interface Question {
  readonly title: string;
  /** Why it matters, in a line. */
  readonly why: string;
  readonly example: string;
  readonly fields: readonly Field[];
  /** Asked again until this holds, unless an answer was "-". */
  readonly isComplete?: (answers: EnvironmentVariables) => boolean;
}

const isCosmos = ({ STORE }: EnvironmentVariables): boolean => STORE === 'cosmos';
const isManaged = ({ BOT_APP_TYPE }: EnvironmentVariables): boolean => BOT_APP_TYPE === 'UserAssignedMSI';

/** On call is for the hours in which no one is there. */
function leavesHours({ STAFFED_HOURS: hours = '' }: EnvironmentVariables): boolean {
  const rows = parseStaffedHours(hours);
  return rows === undefined || !isAlwaysStaffed(rows);
}

/** Teams takes no longer one: a force with a longer name is asked for another. */
const maxDeveloperName = 32;

/** Left out if they stand. */
const leftOut = (answers: EnvironmentVariables, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => (answers[name] ? [[name, ''] as const] : [])));

/** Welsh is asked for only if there is a name in English: a card has both or neither. */
const optionalName = (name: string): readonly Field[] => [
  {
    name: `${name}_EN`,
    prompt: 'In English, as in the middle of a sentence',
    also: (answers): Readonly<Record<string, string>> => (answers[`${name}_EN`] ? {} : { [`${name}_CY`]: '' }),
  },
  { name: `${name}_CY`, prompt: 'In Welsh', when: (answers) => Boolean(answers[`${name}_EN`]) },
];

const id = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';

export const questions: readonly Question[] = [
  {
    title: 'Where reports are kept',
    why: 'Reports on this machine need one server; Cosmos DB serves several. A later change takes an export and an import.',
    example: 'sqlite',
    fields: [
      {
        name: 'STORE',
        prompt: 'sqlite for this machine, or cosmos',
        usual: 'sqlite',
        also: (answers, folder) =>
          isCosmos(answers)
            ? {}
            : {
                ...leftOut(answers, ['COSMOS_ENDPOINT', 'FILES_ACCOUNT']),
                ...(!answers['SQLITE_PATH'] && { SQLITE_PATH: join(folder, 'candour.db') }),
              },
      },
      { name: 'COSMOS_ENDPOINT', prompt: 'Address of the Cosmos DB account', when: isCosmos },
      { name: 'FILES_ACCOUNT', prompt: 'Address of the storage account for files', when: isCosmos },
    ],
  },
  {
    title: 'The force',
    why: 'Cards and pages call the force by this name, in the reader’s language.',
    example: 'Example Police, and in Welsh Heddlu Enghraifft',
    fields: [
      {
        name: 'FORCE_NAME_EN',
        prompt: 'Its name in English',
        also: ({ FORCE_NAME_EN: name = '', DEVELOPER_NAME }): Readonly<Record<string, string>> =>
          name.length > maxDeveloperName || DEVELOPER_NAME ? {} : { DEVELOPER_NAME: name },
      },
      { name: 'FORCE_NAME_CY', prompt: 'Its name in Welsh' },
      {
        name: 'DEVELOPER_NAME',
        prompt: `A shorter name for Teams, ${maxDeveloperName} characters at most`,
        maxLength: maxDeveloperName,
        when: ({ FORCE_NAME_EN = '' }) => FORCE_NAME_EN.length > maxDeveloperName,
      },
    ],
  },
  {
    title: 'The service for victims',
    why: 'Cards name it, with its number, to everyone who reports.',
    example: 'Example Victims Service, Gwasanaeth Dioddefwyr Enghraifft, 0300 000 0000',
    fields: [
      { name: 'VICTIMS_NAME_EN', prompt: 'Its name in English' },
      { name: 'VICTIMS_NAME_CY', prompt: 'Its name in Welsh' },
      { name: 'VICTIMS_PHONE', prompt: 'Its telephone number' },
    ],
  },
  {
    title: 'The office of the reserve officers',
    why: 'Cards say it to someone who reports the unit itself. Without it they say "someone the force has chosen".',
    example: 'the Head of Legal Services, and in Welsh Pennaeth y Gwasanaethau Cyfreithiol',
    fields: [...optionalName('RESERVE_NAME')],
  },
  {
    title: 'The office of the identity custodians',
    why: 'Cards say it to someone who reports in confidence. Without it they say "a few people the force has chosen".',
    example: 'the Data Protection Officer, and in Welsh y Swyddog Diogelu Data',
    fields: [...optionalName('CUSTODIANS_NAME')],
  },
  {
    title: 'The Independent Office for Police Conduct',
    why: 'Cards offer it as a place to report outside the force, if it has a number or an address.',
    example: '0300 020 0096',
    fields: [{ name: 'IOPC_CONTACT', prompt: 'Its number or https address' }],
  },
  {
    title: 'The public name of the server',
    why: 'Teams and people reach Candour by this name. The app and printed sheets have it, so it should not change.',
    example: 'candour.example.org',
    fields: [{ name: 'PUBLIC_HOST', prompt: 'Name of the server', lookUp: 'host' }],
  },
  {
    title: 'The tenant',
    why: 'Only people in this tenant can reach Candour. Entra shows its id as "Directory (tenant) ID".',
    example: id,
    fields: [{ name: 'TENANT_ID', prompt: 'Id of the tenant', lookUp: 'tenant' }],
  },
  {
    title: 'The registration of the bot',
    why: 'Teams knows the bot by its id. Entra shows it as "Application (client) ID".',
    example: otherId,
    fields: [{ name: 'BOT_APP_ID', prompt: 'Id of the registration' }],
  },
  {
    title: 'How the bot signs in',
    why: 'Teams accepts posts only from a bot that has signed in. A secret expires: write down the day.',
    example: 'the value that Entra showed once, or Enter and then /var/lib/candour/bot.pem',
    fields: [
      {
        name: 'BOT_APP_PASSWORD',
        prompt: 'Secret of the bot, or Enter if it has a certificate',
        isSecret: true,
        isOptional: true,
        when: (answers) => !isManaged(answers),
        also: (answers) => (answers['BOT_APP_PASSWORD'] ? leftOut(answers, ['BOT_APP_CERTIFICATE']) : {}),
      },
      {
        name: 'BOT_APP_CERTIFICATE',
        prompt: 'Path of its certificate',
        when: (answers) => !isManaged(answers) && !answers['BOT_APP_PASSWORD'],
      },
    ],
    isComplete: (answers) =>
      isManaged(answers) || Boolean(answers['BOT_APP_PASSWORD'] || answers['BOT_APP_CERTIFICATE']),
  },
  {
    title: 'The app in Teams',
    why: 'The app keeps this id in every version. Links from alerts to the tab use it.',
    example: 'press Enter to draw one',
    fields: [{ name: 'TEAMS_APP_ID', prompt: 'Id of the app', draw: randomUUID }],
  },
  {
    title: 'The case handlers',
    why: 'They alone open the unit’s reports. None of them may be a custodian or a reserve officer.',
    example: `${id} ${otherId}`,
    fields: [{ name: 'ROLE_HANDLERS', prompt: 'Object ids of the case handlers' }],
  },
  {
    title: 'The identity custodians',
    why: 'They alone open the name of someone who reports in confidence. Without one, Candour takes no confidential report.',
    example: id,
    fields: [{ name: 'ROLE_CUSTODIANS', prompt: 'Object ids of the custodians' }],
  },
  {
    title: 'The reserve officers',
    why: 'They are outside the unit, and handle reports about it. With fewer than two, Candour takes no such report.',
    example: `${id} ${otherId}`,
    fields: [{ name: 'ROLE_RESERVE', prompt: 'Object ids of the reserve officers' }],
  },
  {
    title: 'The admins',
    why: 'They look after Candour in Teams, and see no case.',
    example: id,
    fields: [{ name: 'ROLE_ADMINS', prompt: 'Object ids of the admins' }],
  },
  {
    title: 'The channels for alerts',
    why: 'They tell the unit and the reserve officers that a report came. Only reserve officers may read theirs.',
    example: '19:1a2b3c4d@thread.tacv2, which is in the link to the channel',
    fields: [
      { name: 'ALERT_TARGET_ACU', prompt: 'Channel of the unit' },
      { name: 'ALERT_TARGET_RESERVE', prompt: 'Channel of the reserve officers' },
    ],
  },
  {
    title: 'Staffed hours',
    why: 'Cards say when someone looks at a report. Without them cards say that it is not known.',
    example: 'mon-fri 08:00-18:00; holidays 10:00-12:00',
    fields: [{ name: 'STAFFED_HOURS', prompt: 'Days and hours' }],
  },
  {
    title: 'Someone on call',
    why: 'Outside these hours an urgent alert also goes to this channel. Without one, cards say that nobody looks before the next staffed hours.',
    example: '19:1a2b3c4d@thread.tacv2, or Enter if nobody is on call',
    fields: [
      { name: 'ALERT_TARGET_ACU_ON_CALL', prompt: 'Channel of the people on call for the unit', when: leavesHours },
      {
        name: 'ALERT_TARGET_RESERVE_ON_CALL',
        prompt: 'Channel of the people on call for the reserve officers',
        when: leavesHours,
      },
    ],
  },
  {
    title: 'Targets in days',
    why: 'Candour shows a case that misses a target as late. Without a target no case is late.',
    example: '2, 5 and 14',
    fields: [
      { name: 'ACKNOWLEDGE_TARGET_DAYS', prompt: 'Days until a report is acknowledged' },
      { name: 'TRIAGE_TARGET_DAYS', prompt: 'Days until it is triaged' },
      { name: 'UPDATE_TARGET_DAYS', prompt: 'Days until the person who reported sees something new' },
    ],
  },
];

/** They come from the ceremony, in one file, and are asked for together. */
export const ceremonySettingNames = [
  'RECIPIENTS_ACU',
  'RECIPIENTS_RECOVERY',
  'RECIPIENTS_RESERVE',
  'RECIPIENTS_CUSTODIANS',
  'RECIPIENTS_RETIRED',
  'RECIPIENTS_SIGNED',
] as const;

export const ceremonyQuestion = {
  title: 'The public keys',
  why: 'Candour encrypts every report to them. A wrong key would let someone else open it.',
  example: '/media/stick/recipients.env, or the lines RECIPIENTS_ACU=age1pq1… themselves',
} as const;
