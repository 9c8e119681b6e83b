import { missingSettings, problemsTogether } from '../common-settings.ts';
import {
  aboutContacts,
  contactSettings,
  givenOfBefore,
  missingForceNames,
  readContacts,
  readReplies,
  replySettings,
} from '../word-settings.ts';
import { isDevelopment } from '../require-development.ts';
import {
  aboutSetting,
  type Environment,
  givenSettings,
  type NamedSettings,
  settingNames,
  soundSettings,
} from '../schema.ts';
import { leftOverIdentity, neededInProduction } from '../server-settings.ts';
import { SettingsError } from '../settings-error.ts';
import { type Trouble, troubleOf } from './issue.ts';
import { rolesHeldTogether } from '../roles.ts';
import { SealError } from '../../../core/ports/seal.ts';
import { keyGroups } from '../../../core/model/recipients.ts';
import { hybridRecipient } from '../../../crypto/node/hybrid-recipient.ts';
import { recipientSettings } from '../recipients.ts';
import { inEach } from '../setting-kinds.ts';

/** Everything that can be found without asking anyone. Each sentence names its setting and never a value. */
export function troublesOfSettings(environment: Environment): readonly Trouble[] {
  if (isDevelopment(environment)) {
    return [
      troubleOf(
        'CANDOUR_ENVIRONMENT',
        'is "development", where anybody can be anybody: a server of a force has "production".',
      ),
    ];
  }
  const given = givenSettings(environment);
  const { settings, wrong } = soundSettings(environment);
  return firstOfEach([
    ...troublesAsTyped(environment),
    ...troublesOfValues(given),
    ...troublesOfRecipients(settings),
    ...wrong.map((name) => troubleTaking(name, 'cannot be right')),
    ...missingSettings(settings, neededInProduction(settings)).map((name) => troubleTaking(name, 'is missing')),
    ...givenOfBefore(given).map(({ name, todo }) => troubleOf(name, todo)),
    ...missingForceNames(given).map((name) => troubleTaking(name, 'is missing')),
    ...troublesTogether(settings),
    ...problemsTogether(settings).map((name) => troubleTaking(name, 'cannot be right')),
    ...troublesOfWords(environment),
  ]);
}

const wordsOfForce = 'cannot be right, or stands in one language alone: .env.example says what it takes.';

function troublesOfWords(environment: Environment): readonly Trouble[] {
  return [readContacts, readReplies].flatMap((readWords) => {
    try {
      readWords(environment);
      return [];
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return error.settings.map((name) => troubleOf(name, wordsOfForce));
    }
  });
}

const troublesOfValues = (given: Readonly<Record<string, string>>): readonly Trouble[] =>
  settingNames.flatMap((name) => {
    const value = given[name];
    const wrong = value === undefined ? undefined : aboutSetting(name).check?.(value);
    return wrong === undefined ? [] : [troubleOf(name, wrong)];
  });

const whatIsTaken: ReadonlyMap<string, string | undefined> = new Map([
  ...settingNames.map((name) => [name, aboutSetting(name).takes] as const),
  ...aboutContacts.map(({ name, takes }) => [name, takes] as const),
]);

function troubleTaking(name: string, is: 'is missing' | 'cannot be right'): Trouble {
  const takes = whatIsTaken.get(name);
  return troubleOf(name, takes === undefined ? `${is}: .env.example says what it takes.` : `${is}: it takes ${takes}.`);
}

/** The first trouble of a setting says most. */
function firstOfEach(troubles: readonly Trouble[]): readonly Trouble[] {
  const named = new Set<string>();
  return troubles.filter(({ settings }) => {
    if (settings.every((name) => named.has(name))) return false;
    for (const name of settings) named.add(name);
    return true;
  });
}

/** Quotation marks may be a part of these. */
const words: ReadonlySet<string> = new Set([...contactSettings, ...replySettings]);
const known: ReadonlySet<string> = new Set([...settingNames, ...words]);

const quotes = ['"', "'", '`', '“', '”', '‘', '’'];
const inQuotes = (value: string): boolean =>
  quotes.some((mark) => value.startsWith(mark)) || quotes.some((mark) => value.endsWith(mark));

function wrongAsTyped(name: string, value: string): string | undefined {
  if (/^@Microsoft\.KeyVault\(/iu.test(value)) {
    return 'is still a reference to a Key Vault, so that the secret was not had: look whether the identity of the server may read it, and whether it is there.';
  }
  if (/^(?:\$\{[^}]*\}|\$\([^)]*\)|#\{[^}]*\}#?|\{\{[^}]*\}\}|%[A-Z_]+%|<[^>]*>)$/u.test(value)) {
    return 'is still the mark of a place where a value belongs: put the value there.';
  }
  if (words.has(name)) return undefined;
  if (inQuotes(value)) return 'stands in quotation marks, which are a part of it here: take them away.';
  // Lists may have line ends.
  if (/[\p{Cf}\p{Co}]|(?![\t\r\n])\p{Cc}/u.test(value)) {
    return 'holds a character that cannot be seen, such as a byte-order mark: type it again by hand.';
  }
  return undefined;
}

/** A byte-order mark becomes a part of the first name. */
const plainName = (name: string): string => name.replaceAll(/[^\x21-\x7e]/gu, '');

function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** POST is no misspelt PORT. */
const longEnough = 8;

function misnamed(name: string, environment: Environment): Trouble | undefined {
  if (known.has(name)) return undefined;
  const plain = plainName(name);
  if (plain !== name && known.has(plain)) {
    return troubleOf(
      plain,
      'has a character before or in its name that cannot be seen, such as a byte-order mark, so that it is not read: write its line again.',
    );
  }
  if (name.length < longEnough) return undefined;
  const meant = [...known].find((one) => differsByOne(one, name) && !environment[one]?.trim());
  return meant === undefined
    ? undefined
    : troubleOf(meant, `is not set, and a variable that is called almost so is: write ${meant}.`);
}

/**
 * Faults in typing, whatever the setting: quotation marks, placeholders left in, invisible characters, and names off by
 * a letter.
 */
function troublesAsTyped(environment: Environment): readonly Trouble[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const given = value?.trim();
    if (!given) return [];
    const wrong = known.has(name) ? wrongAsTyped(name, given) : undefined;
    const misspelt = misnamed(name, environment);
    return [...(wrong === undefined ? [] : [troubleOf(name, wrong)]), ...(misspelt ? [misspelt] : [])];
  });
}

const about = (settings: readonly string[], sentence: string): Trouble => ({ kind: 'settings', settings, sentence });

function troublesOfIdentity(settings: NamedSettings): readonly Trouble[] {
  const leftOver = leftOverIdentity(settings);
  if (leftOver.length === 0) return [];
  const names = leftOver.join(' and ');
  const isManaged = settings.BOT_APP_TYPE === 'UserAssignedMSI';
  return [
    isManaged
      ? about(
          leftOver,
          `${names} ${leftOver.length > 1 ? 'are' : 'is'} left over beside the managed identity that BOT_APP_TYPE names: leave out what is not meant.`,
        )
      : about(
          leftOver,
          `${names} are both set, and the bot shows itself in one way: leave out the one that is not meant.`,
        ),
  ];
}

/** Settings that are left over or contradict each other. */
function troublesTogether(settings: NamedSettings): readonly Trouble[] {
  const sameIds = settings.TENANT_ID !== undefined && settings.TENANT_ID === settings.BOT_APP_ID;
  const { HOST: host, PORT: port, HEALTH_HOST: healthHost, HEALTH_PORT: healthPort } = settings;
  return [
    ...troublesOfIdentity(settings),
    ...(sameIds
      ? [
          about(
            ['TENANT_ID', 'BOT_APP_ID'],
            'TENANT_ID and BOT_APP_ID are the same id: one is the tenant, one the bot.',
          ),
        ]
      : []),
    ...(settings.STORE === 'sqlite' && settings.COSMOS_ENDPOINT !== undefined
      ? [
          about(
            ['STORE', 'COSMOS_ENDPOINT'],
            'STORE is "sqlite" and COSMOS_ENDPOINT is set as well, so that nobody knows where reports belong: leave COSMOS_ENDPOINT out, or set STORE to "cosmos".',
          ),
        ]
      : []),
    ...(settings.STORE === 'cosmos' && settings.COSMOS_KEY !== undefined && settings.COSMOS_CLIENT_ID !== undefined
      ? [
          about(
            ['COSMOS_KEY', 'COSMOS_CLIENT_ID'],
            'COSMOS_KEY is left over beside the managed identity of COSMOS_CLIENT_ID: leave out the one that is not meant.',
          ),
        ]
      : []),
    ...(settings.FILES_CONNECTION !== undefined && settings.FILES_CLIENT_ID !== undefined
      ? [
          about(
            ['FILES_CONNECTION', 'FILES_CLIENT_ID'],
            'FILES_CONNECTION is left over beside the managed identity of FILES_CLIENT_ID: leave out the one that is not meant.',
          ),
        ]
      : []),
    ...(healthPort !== undefined && healthPort === port && port !== 0 && healthHost === host
      ? [about(['PORT', 'HEALTH_PORT'], 'PORT and HEALTH_PORT are the same port: set one of them to another.')]
      : []),
    ...rolesHeldTogether(settings).map((names) =>
      about(names, `${names.join(' and ')} name the same person: take them out of one of these.`),
    ),
  ];
}

function recipientFault(line: string): SealError['code'] | undefined {
  try {
    hybridRecipient(line).wrapFileKey(new Uint8Array(16));
    return undefined;
  } catch (error) {
    return error instanceof SealError ? error.code : 'malformedRecipient';
  }
}

function wrongRecipient(line: string, at: number): string | undefined {
  if (/^AGE-SECRET-KEY-/iu.test(line)) {
    return `holds a private key (entry ${at}), and whoever has it can open reports: remove it from this machine, and have the group make a new one.`;
  }
  if ((line.match(/age1pq1/giu)?.length ?? 0) > 1) return `has no comma between two lines (entry ${at}).`;
  const fault = recipientFault(line);
  if (fault === undefined) return undefined;
  return fault === 'notHybrid'
    ? `holds a line of an older kind that is not post-quantum (entry ${at}): take one that begins "age1pq1".`
    : `holds a line that is no recipient (entry ${at}): copy the whole "age1pq1…" line again.`;
}
const wrongLines = inEach(wrongRecipient);

/** Lines that are no recipient, or appear twice. */
function troublesOfRecipients(settings: NamedSettings): readonly Trouble[] {
  const names = keyGroups.map((group) => recipientSettings[group]);
  const wrong = names.flatMap((name) => {
    const said = wrongLines(settings[name]);
    return said === undefined ? [] : [troubleOf(name, said)];
  });
  const lines = names.flatMap((name) => settings[name].map((line) => ({ name, line })));
  const again = lines.find(({ line }, at) => lines.findIndex((other) => other.line === line) < at);
  if (again === undefined) return wrong;
  const held = [...new Set(lines.filter(({ line }) => line === again.line).map(({ name }) => name))];
  const said = 'the same line twice: every group of holders has a key of its own.';
  const sentence = `${held.join(' and ')} ${held.length > 1 ? 'hold' : 'holds'} ${said}`;
  return [...wrong, { kind: 'settings', settings: held, sentence }];
}
