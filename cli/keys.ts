import { isFileError } from '../bot/runtime/file-error.ts';
import { loadRecipients } from '../bot/config/recipient-settings.ts';
import { SealError } from '../core/ports/seal.ts';
import { checkKeysCommand } from './keys/check-keys.ts';
import type { KeysSubcommand, KeysCommandContext } from './keys/keys-subcommand.ts';
import { KeysError } from './keys/keys-error.ts';
import {
  makeGroupKeyCommand,
  makePersonalKeyCommand,
  rewrapKeyCommand,
  makeExportSigningKeyCommand,
} from './keys/make-keys.ts';
import { terminal } from './keys/passphrase-prompt.ts';
import { makeCeremonyKeyCommand, signRecipientsCommand } from './keys/sign-recipients.ts';
import { isArgumentError, printLine, printErrorLine, type CliCommand } from './cli-command.ts';

const usage = `Usage:

npm run keys -- make --for <groups> --to <folder> [--settings <file>] [--wrap-for <recipient>]...
    Makes a key for acu, recovery, reserve or custodians, or for several in turn, separated by commas. Wraps it with a
    passphrase, or with --wrap-for for the people named. With --settings, adds its line to that file.
npm run keys -- personal --to <folder> [--name <name>]
    Makes a holder's own key, wrapped with a passphrase.
npm run keys -- rewrap --identity <file> --to <folder> [--personal <file>] [--wrap-for <recipient>]...
    Wraps a key again, for the people named or with a new passphrase.
npm run keys -- check --identity <file or folder> [--personal <file>] [--settings <file>]
    Tests whether a key, or each key in a folder, opens what the server encrypts for it and nothing else. Reads the
    settings from the environment or the file.
npm run keys -- signing
    Makes the key that signs exported cases, and prints it as a setting, with its public key.
npm run keys -- ceremony --to <folder>
    Makes the key that signs the list of keys to encrypt to, and prints its public key for the build of the page.
npm run keys -- sign-list --key <file> --settings <file>
    Signs the public keys in the settings file, and prints the signature as a setting.

<recipient> is a public key that begins "age1pq1", or a file that holds one.
For a new passphrase, press Enter at the prompt: the command draws six words and shows them. One that you make up
needs 20 characters and must be hard to guess.
The command asks for passphrases, or reads them from --passphrase-file (to open a key, or for a new key) and
--new-passphrase-file (to wrap a key again). It never overwrites a file.`;

const subcommands: ReadonlyMap<string, KeysSubcommand> = new Map([
  ['make', makeGroupKeyCommand],
  ['personal', makePersonalKeyCommand],
  ['rewrap', rewrapKeyCommand],
  ['check', checkKeysCommand],
  ['signing', makeExportSigningKeyCommand],
  ['ceremony', makeCeremonyKeyCommand],
  ['sign-list', signRecipientsCommand],
]);

function errorSentence(error: unknown): string {
  if (error instanceof KeysError || error instanceof SealError) return error.message;
  if (isArgumentError(error)) return new KeysError('usage').message;
  return isFileError(error) ? new KeysError('cannotRead').message : 'The command failed in an unexpected way.';
}

async function run(args: readonly string[], context: KeysCommandContext): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : subcommands.get(name);
  if (command) return await command(rest, context);
  context.printLine(usage);
  return name === undefined || name === 'help' ? 0 : 2;
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Nothing was done.',
  run: async (args) => {
    try {
      return await run(args, { printLine, ...terminal, recipients: loadRecipients });
    } catch (error) {
      printErrorLine(errorSentence(error));
      return 2;
    }
  },
};
