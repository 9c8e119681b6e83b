import { readFile } from 'node:fs/promises';
import { parseArgs, parseEnv } from 'node:util';
import { recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { type RecipientGroup, SealError } from '../../core/ports/seal.ts';
import { type KeyGroup, keyGroups, type Recipients, formatKeyFingerprint } from '../../core/model/public-keys.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { type KeysSubcommand, requireArgument } from './keys-subcommand.ts';
import { KeysError } from './keys-error.ts';
import { keyGroupNames } from './make-keys.ts';
import { openIdentityFile } from './passphrase-prompt.ts';

const sealedContents: Readonly<Record<RecipientGroup, string>> = {
  acu: 'what is sealed to the unit',
  reserve: 'what is sealed to the reserve',
  custodians: 'confidential identities',
};

export const readSettingsFile = async (path: string) =>
  parseEnv(
    await readFile(path, 'utf8').catch(() => {
      throw new KeysError('cannotRead');
    }),
  );

export const checkKeysCommand: KeysSubcommand = async (args, { printLine, askSecret, ...context }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      settings: { type: 'string' },
      'passphrase-file': { type: 'string' },
    },
  });
  const path = requireArgument(values.identity);
  const recipients = context.recipients(
    values.settings === undefined ? undefined : await readSettingsFile(values.settings),
  );
  for (const group of keyGroups) {
    const lines = recipients[group].map(formatKeyFingerprint);
    printLine(`${recipientSettingNames[group]}: ${lines.length === 0 ? 'not set' : lines.join(', ')}`);
  }
  const { identities } = await openIdentityFile(path, {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask: askSecret,
  });
  const found = await checkIdentities(recipients, identities);
  printLine('');
  printLine(
    `This file holds: ${found.groups.map((group) => keyGroupNames[group]).join(' and ') || 'no key of the settings'}.`,
  );
  printLine(`A test seal was opened: ${found.opens.map((to) => sealedContents[to]).join(' and ') || 'none'}.`);
  printLine(found.isRight ? 'This key is as it should be.' : 'This is not as it should be: do not go live with this.');
  if (keyGroups.some((group) => recipients[group].length === 0)) {
    printLine(
      'A setting above is not set. Outside development the server needs those of the unit and of recovery, and the others once enough people hold the role.',
    );
  }
  return found.isRight ? 0 : 1;
};

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
