import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { type KeyGroup, keyGroups, formatKeyFingerprint } from '../../core/model/public-keys.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { hybridRecipient } from '../../crypto/node/hybrid-recipient.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import { writeNewFile } from '../../crypto/node/write-new-file.ts';
import { identityText, wrapIdentityText, type Wrapping } from '../../crypto/node/identity-file.ts';
import { type KeysSubcommand, requireArgument } from './keys-subcommand.ts';
import { KeysError, type KeysErrorCode } from './keys-error.ts';
import { generateExportSigningKey } from './server-secrets.ts';
import { choosePassphrase, openIdentityFile, type Terminal } from './passphrase-prompt.ts';

/** Asks again at the terminal after a passphrase that is not taken, so that a slip does not end a ceremony. */
async function askNewPassphrase(path: string | undefined, terminal: Terminal): Promise<string> {
  for (;;) {
    try {
      return await choosePassphrase('New passphrase', path, terminal);
    } catch (error) {
      const isSlip = error instanceof KeysError && slipCodes.some((code) => code === error.code);
      if (!isSlip || path !== undefined) throw error;
      terminal.showOnTerminal(error.message);
    }
  }
}
const slipCodes = ['passphrasesDiffer', 'passphraseShort', 'passphraseWeak'] as const;

function parseGroups(value: string | undefined): readonly KeyGroup[] {
  const named = requireArgument(value)
    .split(',')
    .map((one) => keyGroups.find((group) => group === one.trim()));
  const groups = named.filter((group) => group !== undefined);
  if (groups.length < named.length || new Set(groups).size < groups.length) throw new KeysError('usage');
  return groups;
}

/** Home, the screen, and what was scrolled out of it. */
const clearTerminal = '\u001b[H\u001b[2J\u001b[3J';

/**
 * `keys make`: makes a key for each group that is named. Each of several is the concern of other people, so that the
 * terminal is cleared after each. Throws KeysError or SealError.
 */
export const makeGroupKeyCommand: KeysSubcommand = async (args, { printLine, ...terminal }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      for: { type: 'string' },
      to: { type: 'string' },
      settings: { type: 'string' },
      'wrap-for': { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
    },
  });
  const groups = parseGroups(values.for);
  const folder = requireArgument(values.to);
  const passphraseFile = values['passphrase-file'];
  const holders = await readHolderRecipients(values['wrap-for'] ?? []);
  if (holders.length > 0 && passphraseFile !== undefined) throw new KeysError('usage');
  if (groups.length > 1 && (holders.length > 0 || passphraseFile !== undefined)) throw new KeysError('oneByOne');
  await makeFolder(folder);
  for (const group of groups) await assertKeyFilesNotExist(folder, group);
  const lines = values.settings === undefined ? undefined : await openLinesFile(values.settings, groups);

  const made: string[] = [];
  try {
    for (const [at, group] of groups.entries()) {
      if (groups.length > 1) printLine(`${at + 1} of ${groups.length}: ${keyGroupNames[group]}.`);
      const keyFiles = await createKeyFiles(folder, group, `Candour, ${group}`, async () =>
        holders.length > 0 ? { holders } : { passphrase: await askNewPassphrase(passphraseFile, terminal) },
      );
      const fingerprint = formatKeyFingerprint(keyFiles.publicLine);
      made.push(`${recipientSettingNames[group]}: ${fingerprint}`);
      printLine(`Made: ${keyFiles.identityFile} and ${keyFiles.publicFile}`);
      if (holders.length > 0) printLine(`Wrapped for: ${holders.map(formatKeyFingerprint).join(', ')}`);
      printLine('');
      const line = `${recipientSettingNames[group]}=${keyFiles.publicLine}`;
      if (lines === undefined) {
        printLine('For the settings, on one line:');
        printLine(line);
      } else await lines.add(line);
      printLine(`Its security code: ${fingerprint}`);
      printLine('');
      for (const advised of groupKeyAdvice(group, keyFiles.identityFile)) printLine(advised);
      if (groups.length === 1) continue;
      await terminal.askSecret('Write its security code on its sheet as well, then press Enter to clear the terminal');
      terminal.showOnTerminal(clearTerminal);
    }
  } catch (error) {
    if (made.length > 0 && error instanceof KeysError && error.code === 'interrupted')
      throw new KeysError('stoppedBetween');
    throw error;
  }
  if (groups.length > 1) {
    printLine('These keys were made. Compare their security codes with the sheets:');
    for (const line of made) printLine(line);
  }
  if (lines !== undefined) printLine('The lines for the settings are in the file that --settings names.');
  return 0;
};

/** Looks before the first passphrase whether public lines can be added to a file. Throws KeysError. */
async function openLinesFile(path: string, groups: readonly KeyGroup[]) {
  const found = await stat(path).catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw new KeysError('cannotRead');
  });
  if (found && !found.isFile()) throw new KeysError('cannotWrite');
  const text = found ? await readFile(path, 'utf8') : '';
  const named = parseEnv(text);
  if (groups.some((group) => named[recipientSettingNames[group]] !== undefined)) throw new KeysError('lineStands');
  const append = async (added: string, code: KeysErrorCode): Promise<void> =>
    await appendFile(path, added, { flush: true }).catch(() => {
      throw new KeysError(code);
    });
  await append(text === '' || text.endsWith('\n') ? '' : '\n', 'cannotWrite');
  return { add: (line: string) => append(`${line}\n`, 'lineNotWritten') };
}

const fileNamePattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;
export const isKeyFileName = (name: string): boolean => fileNamePattern.test(name);

export const makePersonalKeyCommand: KeysSubcommand = async (args, { printLine, askSecret, showOnTerminal }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, name: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const name = values.name ?? 'personal';
  if (!isKeyFileName(name)) throw new KeysError('usage');
  const keyFiles = await createKeyFiles(requireArgument(values.to), name, 'Candour, personal', async () => ({
    passphrase: await choosePassphrase('New passphrase', values['passphrase-file'], {
      askSecret,
      showOnTerminal,
    }),
  }));
  printLine(`Made: ${keyFiles.identityFile} and ${keyFiles.publicFile}`);
  printLine(`Its security code: ${formatKeyFingerprint(keyFiles.publicLine)}`);
  printLine('');
  for (const line of personalKeyAdvice(keyFiles.identityFile, keyFiles.publicFile)) printLine(line);
  return 0;
};

export const rewrapKeyCommand: KeysSubcommand = async (args, { printLine, askSecret, showOnTerminal }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      to: { type: 'string' },
      'wrap-for': { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
      'new-passphrase-file': { type: 'string' },
    },
  });
  const path = requireArgument(values.identity);
  const folder = requireArgument(values.to);
  const holders = await readHolderRecipients(values['wrap-for'] ?? []);
  if (holders.length > 0 && values['new-passphrase-file'] !== undefined) throw new KeysError('usage');
  const identityFile = basename(path);
  await makeFolder(folder);
  await assertNotExists(join(folder, identityFile));
  const { text } = await openIdentityFile(path, {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask: askSecret,
  });
  const wrapping =
    holders.length > 0
      ? { holders }
      : {
          passphrase: await choosePassphrase('New passphrase', values['new-passphrase-file'], {
            askSecret,
            showOnTerminal,
          }),
        };
  await writeWrappedIdentity(join(folder, identityFile), text, wrapping);
  printLine(`Made: ${identityFile}`);
  if (holders.length > 0) printLine(`Wrapped for: ${holders.map(formatKeyFingerprint).join(', ')}, and nobody else.`);
  printLine('');
  for (const line of rewrapAdvice(identityFile)) printLine(line);
  return 0;
};

export const makeExportSigningKeyCommand: KeysSubcommand = async (args, { printLine }) => {
  if (args.length > 0) throw new KeysError('usage');
  const { privateKey, publicKey, fingerprint } = generateExportSigningKey();
  printLine(
    'For the settings, on one line. It is the private key: keep it as carefully as the server’s other secrets.',
  );
  printLine(`EXPORT_SIGNING_KEY=${privateKey}`);
  printLine('');
  printLine('The public key. Keep it elsewhere, and give it to everyone who receives exported cases:');
  printLine(publicKey);
  printLine(`Its security code: ${fingerprint}`);
  printLine('');
  printLine(
    '"npm run verify-export" checks a file with it. That shows only that someone with the private key signed the file:',
  );
  printLine(
    'anyone who can read the server’s settings can sign. If someone may have, make another key and say from which day it counts.',
  );
  return 0;
};

export const identityFileName = (name: string): string => `${name}.identity.age`;

const recipientFileFormat = { ending: 'recipient', lineOf: recipientFromIdentitySync };

const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
    throw new KeysError('cannotWrite');
  });
};

/** Asks for the wrapping only if both names are free. Throws KeysError or SealError. */
export async function createKeyFiles(
  folder: string,
  name: string,
  purpose: string,
  wrapping: () => Promise<Wrapping>,
  publicFileFormat = recipientFileFormat,
) {
  const identityFile = identityFileName(name);
  const publicFile = `${name}.${publicFileFormat.ending}`;
  await makeFolder(folder);
  await assertKeyFilesNotExist(folder, name, publicFileFormat.ending);
  const how = await wrapping();
  const identity = identityFromSeed(randomBytes(32));
  const publicLine = publicFileFormat.lineOf(identity);
  await writeWrappedIdentity(join(folder, identityFile), identityText(identity, purpose), how);
  await writeKeyFile(join(folder, publicFile), `${publicLine}\n`);
  return { identityFile, publicFile, publicLine };
}

async function assertKeyFilesNotExist(
  folder: string,
  name: string,
  ending = recipientFileFormat.ending,
): Promise<void> {
  for (const file of [identityFileName(name), `${name}.${ending}`]) await assertNotExists(join(folder, file));
}

async function assertNotExists(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw new KeysError('cannotWrite');
  });
  if (found) throw new KeysError('fileExists');
}

const writeKeyFile = async (path: string, text: string): Promise<void> =>
  await writeNewFile(path, text).catch((error: unknown) => {
    throw new KeysError(isFileError(error, 'EEXIST') ? 'fileExists' : 'cannotWrite');
  });

/** Finds a file that does not open now, and not on the day of the first report. */
async function writeWrappedIdentity(path: string, text: string, wrapping: Wrapping): Promise<void> {
  await writeKeyFile(path, await wrapIdentityText(text, wrapping));
  if (!('passphrase' in wrapping)) return;
  const again = await readIdentityFile(path, { passphrase: async () => wrapping.passphrase }).catch(() => undefined);
  if (again?.text !== text) throw new KeysError('notWrittenWhole');
}

const readRecipient = async (lineOrPath: string): Promise<string> => {
  if (lineOrPath.startsWith('age1')) return lineOrPath.trim();
  const text = await readFile(lineOrPath, 'utf8').catch(() => {
    throw new KeysError('cannotRead');
  });
  return text.trim();
};

async function readHolderRecipients(named: readonly string[]): Promise<readonly string[]> {
  const lines = await Promise.all(named.map(readRecipient));
  for (const line of lines) hybridRecipient(line);
  return lines;
}

export const keyGroupNames: Readonly<Record<KeyGroup, string>> = {
  acu: "the Anti-Corruption Unit's key",
  recovery: 'the recovery key',
  reserve: "the reserve officers' key",
  custodians: "the identity custodians' key",
};

interface Advice {
  readonly decrypts: string;
  readonly storage: string;
  readonly holders: string;
  readonly loss: string;
}

const advice: Readonly<Record<KeyGroup, Advice>> = {
  acu: {
    decrypts: 'every report that the unit handles, and the names of people who gave them to the unit',
    storage: "in the unit's own restricted folder, with a copy in its safe",
    holders: 'case handlers of the unit, and nobody who is an identity custodian',
    loss: 'New reports need a new key. Only the recovery key opens the reports until now.',
  },
  recovery: {
    decrypts:
      "every report, the unit's and the reserve officers', if their own key is lost. It opens no confidential identity",
    storage: 'offline, on two media in two safes in two buildings, and on no computer in daily use',
    holders: 'two people together whom the force names, outside the unit. The two open it together, and write down why',
    loss: 'Make a new one at once. Until it is in the settings, reports are lost if the unit or the reserve officers lose their key.',
  },
  reserve: {
    decrypts: 'reports about the unit itself, professional standards or a chief officer',
    storage: 'outside the unit, where nobody in the unit or professional standards can reach it, with a copy in a safe',
    holders: 'reserve officers, who are not members of the unit',
    loss: 'New reports of this kind need a new key. Only the recovery key opens those until now.',
  },
  custodians: {
    decrypts: 'the identities of people who reported in confidence, and no report',
    storage: "with the custodians, with a copy in a safe that the unit's case handlers cannot open",
    holders: 'identity custodians, who handle no cases',
    loss: 'Identities until now can never be opened again: the recovery key does not open them. Keep the copy.',
  },
};

const groupKeyAdvice = (group: KeyGroup, identityFile: string): readonly string[] => [
  `This is ${keyGroupNames[group]}. It opens ${advice[group].decrypts}.`,
  '',
  `Where to keep it:  ${identityFile} is the private key, wrapped. Keep it ${advice[group].storage}.`,
  '                   Never put it on the server, in a chat or in a backup of the server.',
  `Who may hold it:   ${advice[group].holders}.`,
  `If it is lost:     ${advice[group].loss}`,
  '',
  'A newcomer:        makes a key of their own with "npm run keys -- personal" and hands over its .recipient file.',
  '                   A holder then runs "npm run keys -- rewrap" with the .recipient file of everyone who is to',
  '                   open it, the newcomer included, and replaces the old file with the new one.',
  '                   Anyone who is not named cannot open the new file.',
  'A leaver:          make a new key for what follows, and replace this one in the settings with it.',
  '                   Rewrap the old key without the leaver, because older reports still need it. This cannot undo',
  '                   the past: anyone who kept a copy of this file, of the key or of a report can still open it.',
  'In the tab:        the page "Keys" leads through both, for people who make their own keys there.',
];

const personalKeyAdvice = (identityFile: string, recipientFile: string): readonly string[] => [
  `${identityFile} is your own key, wrapped with your passphrase. Nobody else may have it, not even your unit.`,
  `${recipientFile} is its public key. Give it to the person who rewraps the key that you will hold.`,
  '  Compare its security code with them by voice, so that nobody can replace it with another key.',
  'If you lose the file or forget the passphrase, make another, and have the key rewrapped for it.',
  'If someone else may have had both, say so at once: the key that you hold must be replaced.',
];

const rewrapAdvice = (identityFile: string): readonly string[] => [
  `${identityFile} is the same key, wrapped again. It opens reports as before, and the settings stay as they are.`,
  'Test it with "npm run keys -- check", then replace the old file with it and delete every copy of the old one.',
  'Anyone who kept an old copy can still open that copy. If someone has left, make a new key for new reports.',
];
