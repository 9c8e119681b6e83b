import type { z } from 'zod';
import { contactWordSettings, replyWordSettings, type WordSetting } from '../bot/config/word-settings.ts';
import {
  type SettingMetadata,
  settingRegistry,
  settingsBySubject,
  toolSettings,
} from '../bot/config/settings-table.ts';
import { deciderNames, type SettingToDecide, settingsToDecide } from '../bot/config/settings-to-decide.ts';
import { packageOnlySettings } from '../manifest/package-settings.ts';

interface DocumentedSetting extends Pick<SettingMetadata, 'description' | 'expected' | 'decidedBy' | 'azure'> {
  readonly name: string;
  readonly defaultValue: string;
  readonly example: string;
}

function documentSetting([name, schema]: readonly [name: string, schema: z.ZodType]): DocumentedSetting {
  const about = settingRegistry.get(schema);
  if (about === undefined) throw new Error(`${name} has no row`);
  const { data } = schema.safeParse(undefined);
  const defaultValue = typeof data === 'string' || typeof data === 'number' ? `${data}` : '';
  return { ...about, name, defaultValue, example: about.example ?? defaultValue };
}

const documentWordSetting =
  (decidedBy: SettingMetadata['decidedBy'], azure: SettingMetadata['azure']) =>
  (setting: WordSetting): DocumentedSetting => ({ ...setting, decidedBy, azure, defaultValue: '', example: '' });

type SettingSchemas = Readonly<Record<string, z.ZodType>>;
const documentSettings = (...subjects: readonly SettingSchemas[]): readonly DocumentedSetting[] =>
  subjects.flatMap((rows) => Object.entries(rows).map(documentSetting));

type Section = readonly [heading: string, settings: readonly DocumentedSetting[]];

const { server, registration, store, keys, roles, alerts, cases, tab, summary, partners, development } =
  settingsBySubject;
const allSettings: readonly Section[] = [
  ['Where and how the server runs', documentSettings(server)],
  ["The bot's registration", documentSettings(registration)],
  ['The store', documentSettings(store)],
  ['Keys: "npm run keys" makes them and says what to do with each', documentSettings(keys)],
  ['Roles: Entra object ids, separated by commas or spaces', documentSettings(roles)],
  ['Alerts: a channel set by mentioning the bot in it takes precedence', documentSettings(alerts)],
  ['Handling cases', documentSettings(cases)],
  [
    'Replies that a message to a reporter may begin with',
    replyWordSettings.map(documentWordSetting('counsel', 'force')),
  ],
  ['The tab', documentSettings(tab)],
  ['The weekly summary', documentSettings(summary)],
  [
    'The force, as cards and pages name it: each in both languages or in neither',
    contactWordSettings.map(documentWordSetting('force', 'force')),
  ],
  ['Partners outside the force', documentSettings(partners)],
  [
    'The app package, made by "npm run package"',
    [
      ...documentSettings(settingsBySubject.package),
      ...packageOnlySettings.map(documentWordSetting('operators', 'never')),
    ],
  ],
  ['Development and tests only', documentSettings(development, toolSettings)],
];

const maxLineLength = 120;

function toCommentLines(sentence: string): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1) ?? '#'} ${word}`;
    if (lines.length > 0 && longer.length <= maxLineLength) lines[lines.length - 1] = longer;
    else lines.push(`# ${word}`);
  }
  return lines;
}

const isToDecide = ({ name }: DocumentedSetting): boolean => settingsToDecide.some((setting) => setting.name === name);

const withReason = (setting: DocumentedSetting): DocumentedSetting => {
  const why = settingsToDecide.find(({ name }) => name === setting.name)?.why;
  return why === undefined ? setting : { ...setting, description: `${setting.description} ${why}` };
};

const decisionsByDecider = Object.entries(deciderNames)
  .map(([decider, name]) => [name, settingsToDecide.filter(({ decidedBy }) => decidedBy === decider)] as const)
  .filter(([, decided]) => decided.length > 0);

function envSections(): readonly Section[] {
  const documented = allSettings.flatMap(([, settings]) => settings);
  return [
    ...decisionsByDecider.map(
      ([decider, decided]): Section => [
        `Decided by ${decider}`,
        decided.flatMap(({ name }) => documented.filter((setting) => setting.name === name).map(withReason)),
      ],
    ),
    ...allSettings.map(([heading, settings]): Section => [heading, settings.filter((setting) => !isToDecide(setting))]),
  ];
}

export const renderEnvExample = (): string =>
  [
    ...toCommentLines(
      `Every setting of Candour. Copy this file to .env and fill it in; a blank setting counts as left out. Decide the first ${settingsToDecide.length}; all others may stay as they are. "npm start" of the sources needs none: it is for development only and refuses the settings of production, so keep them in another folder. "Needed" marks what a server in production must have. Never put a private key of a group or a person here. The one private key of the server, EXPORT_SIGNING_KEY, only signs: it decrypts nothing. "npm run deploy -- write" in the sources writes this file: change the rows of bot/config/.`,
    ),
    ...envSections().flatMap(([heading, settings]) => [
      '',
      `# --- ${heading}`,
      '',
      ...settings.flatMap(({ name, description, example }) => [...toCommentLines(description), `${name}=${example}`]),
    ]),
    '',
  ].join('\n');

const azureSourceNames: Readonly<Record<SettingMetadata['azure'], string>> = {
  template: 'template',
  force: 'force',
  vault: 'vault',
  never: 'not set',
};

const escapeCell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');

const decisionRow = ({ name, description, why, example }: SettingToDecide): string =>
  `| \`${name}\` | ${escapeCell(`${description} ${why}`)} | ${example === undefined ? '' : `\`${example}\``} |`;

const settingRow = ({ name, description, expected = '', defaultValue, decidedBy, azure }: DocumentedSetting): string =>
  `| \`${name}\` | ${escapeCell(description)} | ${escapeCell(expected)} | ${defaultValue === '' ? '' : `\`${defaultValue}\``} | ${decidedBy} | ${azureSourceNames[azure]} |`;

export const renderSettingsReference = (): string =>
  [
    '# Settings',
    '',
    `Every setting of Candour. A force decides the first ${settingsToDecide.length}, and a server starts with these alone; all others may be left out, and then have their default. In [Azure](guides/azure.md) the template sets a setting, or the force does in the parameter \`settings\` or the vault, or only the vault may hold it, or nobody sets it. Elsewhere settings come from the environment of the server or the file \`.env\`, of which \`.env.example\` has every line. A blank setting counts as left out. The [guide for operators](guides/operator.md#settings) says what happens without one, and [starting it](starting.md) what the server prints for a missing or wrong one.`,
    '',
    '`npm run deploy -- write` in the sources writes this page from the rows in `bot/config/`.',
    '',
    '## Settings to decide',
    ...decisionsByDecider.flatMap(([decider, decided]) => [
      '',
      `### By ${decider}`,
      '',
      '| setting | meaning | for example |',
      '|---|---|---|',
      ...decided.map(decisionRow),
    ]),
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
