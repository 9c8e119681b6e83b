import { parseArgs } from 'node:util';
import { loadRetiredRecipients, recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { toDay } from '../../core/model/calendar.ts';
import { type KeyGroup, keyGroups, formatKeyFingerprint } from '../../core/model/public-keys.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { signRecipientList } from '../../crypto/recipient-list.ts';
import { signerFromIdentity } from '../../crypto/signer.ts';
import { readSettingsFile } from './check-keys.ts';
import { type KeysSubcommand, requireArgument } from './keys-subcommand.ts';
import { KeysError } from './keys-error.ts';
import { createKeyFiles } from './make-keys.ts';
import { choosePassphrase, openIdentityFile } from './passphrase-prompt.ts';

const alwaysListedGroups: ReadonlySet<KeyGroup> = new Set(['acu', 'recovery']);

/** `keys sign-list`: signs the settings' recipients, once someone has compared their fingerprints with paper. */
export const signRecipientsCommand: KeysSubcommand = async (args, { printLine, askSecret, ...context }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      key: { type: 'string' },
      personal: { type: 'string' },
      settings: { type: 'string' },
      'passphrase-file': { type: 'string' },
    },
  });
  const path = requireArgument(values.key);
  const environment = await readSettingsFile(requireArgument(values.settings));
  const recipients = context.recipients(environment);
  const retired = loadRetiredRecipients(environment);
  // Signs nothing that the server would refuse.
  createAgeSealer(recipients);
  printLine('Compare these security codes with those on paper before you enter the passphrase:');
  for (const group of keyGroups) {
    const lines = recipients[group].map(formatKeyFingerprint);
    if (lines.length === 0 && alwaysListedGroups.has(group)) throw new KeysError('listNotWhole');
    printLine(`${recipientSettingNames[group]}: ${lines.length === 0 ? 'not set' : lines.join(', ')}`);
  }
  if (retired.length > 0) printLine(`RECIPIENTS_RETIRED: ${retired.map(formatKeyFingerprint).join(', ')}`);
  const { identities } = await openIdentityFile(path, {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask: askSecret,
  });
  const [identity, ...others] = identities;
  if (identity === undefined || others.length > 0) throw new KeysError('usage');
  printLine('');
  printLine(
    `Signed by ${formatKeyFingerprint(signerFromIdentity(identity))}. For the settings, on one line, beside those above:`,
  );
  printLine(`RECIPIENTS_SIGNED=${signRecipientList(identity, { recipients, retired }, toDay(new Date(), 'UTC'))}`);
  printLine(
    'Whenever one of those lines changes, sign the list again: until then the page encrypts nothing to the new key.',
  );
  return 0;
};

export const makeCeremonyKeyCommand: KeysSubcommand = async (args, { printLine, askSecret, showOnTerminal }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const keyFiles = await createKeyFiles(
    requireArgument(values.to),
    'ceremony',
    'Candour, signs the list of recipients',
    async () => ({
      passphrase: await choosePassphrase('New passphrase', values['passphrase-file'], {
        askSecret,
        showOnTerminal,
      }),
    }),
    { ending: 'signer', lineOf: signerFromIdentity },
  );
  for (const line of [
    `Made: ${keyFiles.identityFile} and ${keyFiles.publicFile}`,
    `Its security code: ${formatKeyFingerprint(keyFiles.publicLine)}`,
    '',
    'It opens nothing. Keep it offline beside the recovery key: anyone who has it can decide which keys reports are encrypted to.',
    'For the people who build the page, on one line, before "npm run build":',
    `CEREMONY_SIGNER=${keyFiles.publicLine}`,
    'Then sign the four lines in the settings: npm run keys -- sign-list',
  ]) {
    printLine(line);
  }
  return 0;
};
