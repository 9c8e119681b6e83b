import type { z } from 'zod';
import { aboutContacts, aboutReplies, type WordSetting } from '../bot/config/word-settings.ts';
import { type AboutSetting, aboutSettings, settingsBySubject, settingsOfOthers } from '../bot/config/settings-table.ts';
import { settingsOfPackageAlone } from '../manifest/package-settings.ts';

interface ToldSetting extends Pick<AboutSetting, 'says' | 'takes' | 'decidedBy' | 'azure'> {
  readonly name: string;
  readonly usual: string;
  readonly example: string;
}

function toldOf([name, schema]: readonly [name: string, schema: z.ZodType]): ToldSetting {
  const about = aboutSettings.get(schema);
  if (about === undefined) throw new Error(`${name} has no row`);
  const { data } = schema.safeParse(undefined);
  const usual = typeof data === 'string' || typeof data === 'number' ? `${data}` : '';
  return { ...about, name, usual, example: about.example ?? usual };
}

const toldAs =
  (decidedBy: AboutSetting['decidedBy'], azure: AboutSetting['azure']) =>
  (setting: WordSetting): ToldSetting => ({ ...setting, decidedBy, azure, usual: '', example: '' });

type Rows = Readonly<Record<string, z.ZodType>>;
const rowsOf = (...subjects: readonly Rows[]): readonly ToldSetting[] =>
  subjects.flatMap((rows) => Object.entries(rows).map(toldOf));

const { server, registration, store, keys, roles, alerts, cases, tab, summary, partners, development } =
  settingsBySubject;
const allSettings: readonly (readonly [heading: string, settings: readonly ToldSetting[]])[] = [
  ['Where and how the server runs', rowsOf(server)],
  ["The bot's registration", rowsOf(registration)],
  ['The store', rowsOf(store)],
  ['Keys: "npm run keys" makes them and says what to do with each', rowsOf(keys)],
  ['Roles: Entra object ids, with commas or spaces between them', rowsOf(roles)],
  ['Alerts: what is set by mentioning the bot in a channel stands before these', rowsOf(alerts)],
  ['Handling cases', rowsOf(cases)],
  ['Replies that a message to whoever reported may begin with', aboutReplies.map(toldAs('counsel', 'force'))],
  ['The tab', rowsOf(tab)],
  ['The weekly summary', rowsOf(summary)],
  [
    'The force, as cards and pages name it: each in both languages or in neither',
    aboutContacts.map(toldAs('force', 'force')),
  ],
  ['Partners outside the force', rowsOf(partners)],
  [
    'The app package, made by "npm run package"',
    [...rowsOf(settingsBySubject.package), ...settingsOfPackageAlone.map(toldAs('operators', 'never'))],
  ],
  ['Development and tests only', rowsOf(development, settingsOfOthers)],
];

const longestLine = 120;

function commented(sentence: string): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1) ?? '#'} ${word}`;
    if (lines.length > 0 && longer.length <= longestLine) lines[lines.length - 1] = longer;
    else lines.push(`# ${word}`);
  }
  return lines;
}

export const envExample = (): string =>
  [
    ...commented(
      'Every setting of Candour, one line of meaning each. Copy this file to .env and fill it in; what stays blank counts as left out. Nothing is needed for "npm start", which is for development only and refuses the settings of production: keep them in another folder. What a server in production must be told is marked with "needed". Never put a private key of a group or a person here: what is sealed is opened elsewhere. The one private key of the server, EXPORT_SIGNING_KEY, signs and opens nothing. "npm run deploy -- write" writes this file: change the rows of bot/config/.',
    ),
    ...allSettings.flatMap(([heading, settings]) => [
      '',
      `# --- ${heading}`,
      '',
      ...settings.flatMap(({ name, says, example }) => [...commented(says), `${name}=${example}`]),
    ]),
    '',
  ].join('\n');

const deciders: Readonly<Record<AboutSetting['decidedBy'], string>> = {
  operators: 'operators',
  force: 'the force',
  counsel: 'counsel',
  ceremony: 'the key ceremony',
};
const places: Readonly<Record<AboutSetting['azure'], string>> = {
  template: 'the template',
  force: '`settings`, or the vault',
  vault: 'the vault alone',
  never: 'not set',
};

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');

const settingRow = ({ name, says, takes = '', usual, decidedBy, azure }: ToldSetting): string =>
  `| \`${name}\` | ${cell(says)} | ${cell(takes)} | ${usual === '' ? '' : `\`${usual}\``} | ${deciders[decidedBy]} | ${places[azure]} |`;

export const settingsReference = (): string =>
  [
    '# Settings',
    '',
    'Every setting of Candour: its meaning, what it takes, its default, who decides it, and where it is set in [Azure](guides/azure.md). Elsewhere each comes from the environment of the server, or from the file `.env`, of which `.env.example` has every line. What is left blank counts as left out. The [guide for operators](guides/operator.md#settings) says what a server must be told, and [starting it](starting.md) what is printed for one that is missing or wrong.',
    '',
    'This page is written by `npm run deploy -- write` from the rows in `bot/config/`.',
    ...allSettings.flatMap(([heading, settings]) => [
      '',
      `## ${heading}`,
      '',
      '| setting | meaning | takes | default | decided by | in Azure |',
      '|---|---|---|---|---|---|',
      ...settings.map(settingRow),
    ]),
    '',
  ].join('\n');
