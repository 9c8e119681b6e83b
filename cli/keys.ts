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

const usage = `How to use it:

npm run keys -- make --for <groups> --to <folder> [--settings <file>] [--wrap-for <recipient>]...
    Makes a key for acu, recovery, reserve or custodians, or for several in turn, with commas between. Without
    --wrap-for it is wrapped in a passphrase; with it, for the people named. Adds its public line to the file.
npm run keys -- personal --to <folder> [--name <name>]
    Makes a holder's own key, wrapped in a passphrase.
npm run keys -- rewrap --identity <file> --to <folder> [--personal <file>] [--wrap-for <recipient>]...
    Wraps a key anew, for the people named or in a new passphrase.
npm run keys -- check --identity <file or folder> [--personal <file>] [--settings <file>]
    Tries whether a key, or each of a folder, opens what the server seals and nothing else. Settings come from the
    environment or the file.
npm run keys -- signing
    Makes the key that exported cases are signed with, and prints it as a setting with its public half.
npm run keys -- ceremony --to <folder>
    Makes the key that signs whom reports are sealed to, and prints its public half for the build of the page.
npm run keys -- sign-list --key <file> --settings <file>
    Signs the public lines that the file of settings names, and prints the signature as a setting.

<recipient> is a line that begins "age1pq1", or a file that holds one.
A new passphrase is best drawn: press Enter alone where it is asked for, and six words are shown. One that
you make up needs 20 characters and must be hard to guess.
Passphrases are asked for, or read from --passphrase-file (to open, or for a new key) and
--new-passphrase-file (to wrap anew). No file that stands is ever overwritten.`;

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
  return isFileError(error) ? new KeysError('cannotRead').message : 'Something went wrong that was not foreseen.';
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
