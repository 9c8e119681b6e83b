import { findMissingSettings, checkCombinedSettings } from '../common-settings.ts';
import {
  contactWordSettings,
  contactSettingNames,
  findRemovedSettings,
  findMissingContactSettings,
  readContacts,
  readReplies,
  replySettingNames,
} from '../word-settings.ts';
import { isDevelopment } from '../development-environment.ts';
import {
  getSettingMetadata,
  type EnvironmentVariables,
  trimEnvironment,
  type ParsedSettings,
  settingNames,
  parseValidSettings,
} from '../settings-schema.ts';
import { findConflictingCredentials, requiredProductionSettings } from '../server-settings.ts';
import { SettingsError } from '../settings-errors.ts';
import { type ConfigProblem, configProblem } from './config-problem.ts';
import { findIncompatibleRoles } from '../role-settings.ts';
import { SealError } from '../../../core/ports/seal.ts';
import { keyGroups } from '../../../core/model/public-keys.ts';
import { hybridRecipient } from '../../../crypto/node/hybrid-recipient.ts';
import { recipientSettingNames } from '../recipient-settings.ts';
import { checkEach } from '../setting-formats.ts';

/** Checks settings alone, and asks no one. */
export function checkSettings(environment: EnvironmentVariables): readonly ConfigProblem[] {
  if (isDevelopment(environment)) {
    return [
      configProblem(
        'CANDOUR_ENVIRONMENT',
        'is "development", in which anyone can be anyone: a force’s server needs "production".',
      ),
    ];
  }
  const values = trimEnvironment(environment);
  const { settings, wrong } = parseValidSettings(environment);
  return firstPerSetting([
    ...lintEnvironment(environment),
    ...checkValues(values),
    ...checkRecipientSettings(settings),
    ...wrong.map((name) => expectedValueProblem(name, 'is not valid')),
    ...findMissingSettings(settings, requiredProductionSettings(settings)).map((name) =>
      expectedValueProblem(name, 'is missing'),
    ),
    ...findRemovedSettings(values).map(({ name, todo }) => configProblem(name, todo)),
    ...findMissingContactSettings(values).map((name) => expectedValueProblem(name, 'is missing')),
    ...checkConflicts(settings),
    ...checkCombinedSettings(settings).map((name) => expectedValueProblem(name, 'is not valid')),
    ...checkWordSettings(environment),
  ]);
}

/**
 * A sentence, without the value, about one setting beside the others given so far; `undefined` if it may be as it is.
 * A setting that is needed and not there is wrong too.
 */
export const checkSetting = (name: string, environment: EnvironmentVariables): string | undefined =>
  checkSettings(environment).find(({ settings }) => settings.includes(name))?.sentence;

const wordSettingText = 'is not valid, or is set in one language only: .env.example says what it may be.';

function checkWordSettings(environment: EnvironmentVariables): readonly ConfigProblem[] {
  return [readContacts, readReplies].flatMap((readWords) => {
    try {
      readWords(environment);
      return [];
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return error.settings.map((name) => configProblem(name, wordSettingText));
    }
  });
}

const checkValues = (values: Readonly<Record<string, string>>): readonly ConfigProblem[] =>
  settingNames.flatMap((name) => {
    const value = values[name];
    const wrong = value === undefined ? undefined : getSettingMetadata(name).check?.(value);
    return wrong === undefined ? [] : [configProblem(name, wrong)];
  });

const expectedValues: ReadonlyMap<string, string | undefined> = new Map([
  ...settingNames.map((name) => [name, getSettingMetadata(name).expected] as const),
  ...contactWordSettings.map(({ name, expected }) => [name, expected] as const),
]);

const expectedValueTexts = { 'is missing': 'set it to', 'is not valid': 'it must be' } as const;

function expectedValueProblem(name: string, is: keyof typeof expectedValueTexts): ConfigProblem {
  const takes = expectedValues.get(name);
  return configProblem(
    name,
    takes === undefined ? `${is}: .env.example says what it may be.` : `${is}: ${expectedValueTexts[is]} ${takes}.`,
  );
}

function firstPerSetting(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const named = new Set<string>();
  return problems.filter(({ settings }) => {
    if (settings.every((name) => named.has(name))) return false;
    for (const name of settings) named.add(name);
    return true;
  });
}

/** Quotation marks may be a part of these. */
const wordSettingNames: ReadonlySet<string> = new Set([...contactSettingNames, ...replySettingNames]);
const knownNames: ReadonlySet<string> = new Set([...settingNames, ...wordSettingNames]);

const quotes = ['"', "'", '`', '“', '”', '‘', '’'];
const isQuoted = (value: string): boolean =>
  quotes.some((quote) => value.startsWith(quote)) || quotes.some((quote) => value.endsWith(quote));

function lintValue(name: string, value: string): string | undefined {
  if (/^@Microsoft\.KeyVault\(/iu.test(value)) {
    return 'is still a reference to a Key Vault, so the server did not get the secret: check that the secret exists, and that the server’s identity may read it.';
  }
  if (/^(?:\$\{[^}]*\}|\$\([^)]*\)|#\{[^}]*\}#?|\{\{[^}]*\}\}|%[A-Z_]+%|<[^>]*>)$/u.test(value)) {
    return 'is still a placeholder: replace it with the value.';
  }
  if (wordSettingNames.has(name)) return undefined;
  if (isQuoted(value)) return 'is in quotation marks, which count as part of the value here: remove them.';
  // Lists may have line ends.
  if (/[\p{Cf}\p{Co}]|(?![\t\r\n])\p{Cc}/u.test(value)) {
    return 'holds an invisible character, such as a byte-order mark: type it again by hand.';
  }
  return undefined;
}

/** A byte-order mark becomes a part of the first name. */
const printableName = (name: string): string => name.replaceAll(/[^\x21-\x7e]/gu, '');

function isOneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** POST is no misspelt PORT. */
const minNameLength = 8;

function checkMisspelling(name: string, environment: EnvironmentVariables): ConfigProblem | undefined {
  if (knownNames.has(name)) return undefined;
  const plain = printableName(name);
  if (plain !== name && knownNames.has(plain)) {
    return configProblem(
      plain,
      'has an invisible character before or in its name, such as a byte-order mark, so it is not read: write its line again.',
    );
  }
  if (name.length < minNameLength) return undefined;
  const meant = [...knownNames].find((one) => isOneEditApart(one, name) && !environment[one]?.trim());
  return meant === undefined
    ? undefined
    : configProblem(meant, `is not set, but a variable with almost the same name is: write ${meant}.`);
}

function lintEnvironment(environment: EnvironmentVariables): readonly ConfigProblem[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const trimmed = value?.trim();
    if (!trimmed) return [];
    const wrong = knownNames.has(name) ? lintValue(name, trimmed) : undefined;
    const misspelt = checkMisspelling(name, environment);
    return [...(wrong === undefined ? [] : [configProblem(name, wrong)]), ...(misspelt ? [misspelt] : [])];
  });
}

const settingsProblem = (settings: readonly string[], sentence: string): ConfigProblem => ({
  kind: 'settings',
  settings,
  sentence,
});

function checkCredentials(settings: ParsedSettings): readonly ConfigProblem[] {
  const leftOver = findConflictingCredentials(settings);
  if (leftOver.length === 0) return [];
  const names = leftOver.join(' and ');
  const isManaged = settings.BOT_APP_TYPE === 'UserAssignedMSI';
  return [
    isManaged
      ? settingsProblem(
          leftOver,
          `${names} ${leftOver.length > 1 ? 'are' : 'is'} set beside the managed identity that BOT_APP_TYPE names: remove what you do not use.`,
        )
      : settingsProblem(
          leftOver,
          `${names} are both set, but the bot signs in with one: remove the one that you do not use.`,
        ),
  ];
}

function checkConflicts(settings: ParsedSettings): readonly ConfigProblem[] {
  const sameIds = settings.TENANT_ID !== undefined && settings.TENANT_ID === settings.BOT_APP_ID;
  const { HOST: host, PORT: port, HEALTH_HOST: healthHost, HEALTH_PORT: healthPort } = settings;
  return [
    ...checkCredentials(settings),
    ...(sameIds
      ? [
          settingsProblem(
            ['TENANT_ID', 'BOT_APP_ID'],
            'TENANT_ID and BOT_APP_ID are the same id: one must be the tenant’s, the other the bot’s.',
          ),
        ]
      : []),
    ...(settings.STORE === 'sqlite' && settings.COSMOS_ENDPOINT !== undefined
      ? [
          settingsProblem(
            ['STORE', 'COSMOS_ENDPOINT'],
            'STORE is "sqlite", but COSMOS_ENDPOINT is set as well, so it is not clear where reports belong: remove COSMOS_ENDPOINT, or set STORE to "cosmos".',
          ),
        ]
      : []),
    ...(settings.STORE === 'cosmos' && settings.COSMOS_KEY !== undefined && settings.COSMOS_CLIENT_ID !== undefined
      ? [
          settingsProblem(
            ['COSMOS_KEY', 'COSMOS_CLIENT_ID'],
            'COSMOS_KEY is set beside the managed identity in COSMOS_CLIENT_ID: remove the one that you do not use.',
          ),
        ]
      : []),
    ...(settings.FILES_CONNECTION !== undefined && settings.FILES_CLIENT_ID !== undefined
      ? [
          settingsProblem(
            ['FILES_CONNECTION', 'FILES_CLIENT_ID'],
            'FILES_CONNECTION is set beside the managed identity in FILES_CLIENT_ID: remove the one that you do not use.',
          ),
        ]
      : []),
    ...(healthPort !== undefined && healthPort === port && port !== 0 && healthHost === host
      ? [settingsProblem(['PORT', 'HEALTH_PORT'], 'PORT and HEALTH_PORT are the same port: change one of them.')]
      : []),
    ...findIncompatibleRoles(settings).map((names) =>
      settingsProblem(names, `${names.join(' and ')} name the same person: remove them from one of these.`),
    ),
  ];
}

function recipientErrorCode(recipient: string): SealError['code'] | undefined {
  try {
    hybridRecipient(recipient).wrapFileKey(new Uint8Array(16));
    return undefined;
  } catch (error) {
    return error instanceof SealError ? error.code : 'malformedRecipient';
  }
}

function checkRecipient(recipient: string, at: number): string | undefined {
  if (/^AGE-SECRET-KEY-/iu.test(recipient)) {
    return `holds a private key (entry ${at}), with which anyone can open reports: remove it from this machine, and have the group make a new one.`;
  }
  if ((recipient.match(/age1pq1/giu)?.length ?? 0) > 1) return `has no comma between two keys (entry ${at}).`;
  const errorCode = recipientErrorCode(recipient);
  if (errorCode === undefined) return undefined;
  return errorCode === 'notHybrid'
    ? `holds a key of an older kind that is not post-quantum (entry ${at}): use one that begins "age1pq1".`
    : `holds something that is not a public key (entry ${at}): copy the whole "age1pq1…" key again.`;
}
const checkRecipientList = checkEach(checkRecipient);

function checkRecipientSettings(settings: ParsedSettings): readonly ConfigProblem[] {
  const names = keyGroups.map((group) => recipientSettingNames[group]);
  // The tab is given the former ones too: a private key there would reach each case handler.
  const wrong = [...names, 'RECIPIENTS_RETIRED' as const].flatMap((name) => {
    const problem = checkRecipientList(settings[name]);
    return problem === undefined ? [] : [configProblem(name, problem)];
  });
  const lines = names.flatMap((name) => settings[name].map((line) => ({ name, line })));
  const duplicate = lines.find(({ line }, at) => lines.findIndex((other) => other.line === line) < at);
  if (duplicate === undefined) return wrong;
  const duplicateNames = [...new Set(lines.filter(({ line }) => line === duplicate.line).map(({ name }) => name))];
  const problem = 'the same key twice: every group needs its own.';
  const sentence = `${duplicateNames.join(' and ')} ${duplicateNames.length > 1 ? 'hold' : 'holds'} ${problem}`;
  return [...wrong, { kind: 'settings', settings: duplicateNames, sentence }];
}
