import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { type RecipientGroup, SealError } from '../../core/ports/seal.ts';
import { type KeyGroup, keyGroups, type Recipients, formatKeyFingerprint } from '../../core/model/public-keys.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { type KeysCommandContext, type KeysSubcommand, requireArgument } from './keys-subcommand.ts';
import { KeysError } from './keys-error.ts';
import { identityFileName, keyGroupNames } from './make-keys.ts';
import { type OpenIdentityOptions, openIdentityFile } from './passphrase-prompt.ts';

const sealedContents: Readonly<Record<RecipientGroup, string>> = {
  acu: 'what is encrypted for the unit',
  reserve: 'what is encrypted for the reserve officers',
  custodians: 'confidential identities',
};

export const readSettingsFile = async (path: string) =>
  parseEnv(
    await readFile(path, 'utf8').catch(() => {
      throw new KeysError('cannotRead');
    }),
  );

interface KeyFile {
  readonly path: string;
  /** The group whose key the name promises, if it is one file of a folder. */
  readonly group?: KeyGroup;
}

/** The keys of groups in a folder, as `keys make` names them, or the one file. Throws KeysError. */
async function findKeyFiles(path: string): Promise<readonly KeyFile[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => {
      throw new KeysError('cannotRead');
    },
  );
  if (!isFolder) return [{ path }];
  const names = new Set(await readdir(path));
  const files = keyGroups
    .filter((group) => names.has(identityFileName(group)))
    .map((group) => ({ path: join(path, identityFileName(group)), group }));
  if (files.length === 0) throw new KeysError('noKeyThere');
  return files;
}

/**
 * `keys check`: tries whether a key, or each key of a folder, opens what the settings seal and nothing else. Returns 0
 * only if each does. Throws KeysError or SealError.
 */
export const checkKeysCommand: KeysSubcommand = async (args, context) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      settings: { type: 'string' },
      'passphrase-file': { type: 'string' },
    },
  });
  const { printLine } = context;
  const files = await findKeyFiles(requireArgument(values.identity));
  const recipients = context.recipients(
    values.settings === undefined ? undefined : await readSettingsFile(values.settings),
  );
  for (const group of keyGroups) {
    const lines = recipients[group].map(formatKeyFingerprint);
    printLine(`${recipientSettingNames[group]}: ${lines.length === 0 ? 'not set' : lines.join(', ')}`);
  }
  const how = { personal: values.personal, passphraseFile: values['passphrase-file'], ask: context.askSecret };
  let right = 0;
  for (const file of files) if (await checkKeyFile(file, recipients, how, context)) right += 1;
  if (files.some(({ group }) => group !== undefined)) {
    printLine('');
    const untried = keyGroups.filter(
      (group) => recipients[group].length > 0 && !files.some((one) => one.group === group),
    );
    if (untried.length > 0)
      printLine(`Not in this folder: ${untried.map((group) => keyGroupNames[group]).join(', ')}.`);
    printLine(`Keys that are correct: ${right} of ${files.length}.`);
  }
  if (keyGroups.some((group) => recipients[group].length === 0)) {
    printLine(
      'Not all of these settings are set. Outside development the server needs those of the unit and of recovery, and the others once enough people have the role.',
    );
  }
  return right === files.length ? 0 : 1;
};

async function checkKeyFile(
  { path, group }: KeyFile,
  recipients: Recipients,
  how: OpenIdentityOptions,
  { printLine }: KeysCommandContext,
): Promise<boolean> {
  if (group !== undefined) {
    printLine('');
    printLine(`${identityFileName(group)}:`);
  }
  let identities: readonly string[];
  try {
    ({ identities } = await openIdentityFile(path, how));
  } catch (error) {
    // The holders of the other keys are there as well: theirs are tried all the same.
    if (group === undefined || !(error instanceof SealError)) throw error;
    printLine(error.message);
    return false;
  }
  const found = await checkIdentities(recipients, identities);
  const isRight = found.isRight && (group === undefined || found.groups[0] === group);
  printLine('');
  printLine(
    `This file holds: ${found.groups.map((one) => keyGroupNames[one]).join(' and ') || 'no key that the settings name'}.`,
  );
  printLine(`It opens: ${found.opens.map((to) => sealedContents[to]).join(' and ') || 'nothing'}.`);
  printLine(isRight ? 'This key is correct.' : 'This key is not correct: do not go live with it.');
  return isRight;
}

const expectedAccess: Readonly<Record<KeyGroup, readonly RecipientGroup[]>> = {
  acu: ['acu'],
  recovery: ['acu', 'reserve'],
  reserve: ['reserve'],
  custodians: ['custodians'],
};
const sealTargets = ['acu', 'reserve', 'custodians'] as const satisfies readonly RecipientGroup[];

const probeText = 'A test by the command that checks keys. It holds nobody’s words.';

async function checkIdentities(recipients: Recipients, identities: readonly string[]) {
  const seal = createAgeSealer(recipients);
  const ours = new Set(identities.map(recipientFromIdentitySync));
  const groups = keyGroups.filter((group) => recipients[group].some((line) => ours.has(line)));
  const opens: RecipientGroup[] = [];
  for (const to of sealTargets) {
    if (seal.fingerprints(to).length === 0) continue;
    if (await canDecryptProbe(await seal.seal(probeText, to), identities)) opens.push(to);
  }
  const [group] = groups;
  const expected = group === undefined || groups.length > 1 ? undefined : expectedAccess[group];
  return { groups, opens, isRight: expected !== undefined && expected.join() === opens.join() };
}

async function canDecryptProbe(sealed: string, identities: readonly string[]): Promise<boolean> {
  try {
    if ((await decryptSeal(sealed, identities)) !== probeText) throw new SealError('damaged');
    return true;
  } catch (error) {
    if (error instanceof SealError && error.code === 'notForThisIdentity') return false;
    throw error;
  }
}
