import { partnerFolders, tabFolders } from '../bot/http/built-files.ts';
import { KeysError } from './keys/keys-error.ts';
import { terminal } from './keys/passphrase-prompt.ts';
import { type PageSubcommand, type PageCommandContext, PageError } from './page/page-subcommand.ts';
import { makePageSigningKeyCommand, signPageCommand, writeManifestCommand } from './page/sign-page.ts';
import { verifyPageCommand } from './page/verify-page.ts';
import { isArgumentError, printLine, type CliCommand } from './cli-command.ts';

const usage = `Checks whether a server hands out the pages that two people have reviewed and signed: the tab, its frame for files, and
the partners' page.

npm run page -- key --to <folder> --name <name> [--passphrase-file <file>]
    Makes one signer's key, wrapped with a passphrase, and its public line.
npm run page -- manifest --to <file> [--cloud public|usgov|usgovdod] [--hosts ...] [--replace]
    Writes the digests of all that a server hands out of these pages, as "npm run build" built them here.
npm run page -- sign <file> --key <identity file> [--cloud ...] [--hosts ...] [--passphrase-file <file>]
    Signs the manifest, if the pages built here are the same. Two people sign, one after the other.
npm run page -- verify https://<server> --manifest <file> --by <signer> --by <signer> [--partners]
    Asks a running server for its pages and says what differs. <signer> is a line that begins "candour-signer1", or
    a file that holds one. Ends with 0 if all is as signed, by two of the people whom you name.
    A server may lack the partners' page, but not with --partners.`;

const subcommands: ReadonlyMap<string, PageSubcommand> = new Map([
  ['key', makePageSigningKeyCommand],
  ['manifest', writeManifestCommand],
  ['sign', signPageCommand],
  ['verify', verifyPageCommand],
]);

export async function pageCommand(context: PageCommandContext, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : subcommands.get(name);
  if (!command) {
    context.printLine(usage);
    return name === undefined || name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await command(rest, context);
  } catch (error) {
    const isUsage = isArgumentError(error) || (error instanceof KeysError && error.code === 'usage');
    if (!isUsage) throw error;
    context.printLine(usage);
    return 2;
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Nothing was done.',
  errors: [KeysError, PageError],
  run: (args) =>
    pageCommand(
      { printLine, ...terminal, folders: tabFolders, partnersFolders: partnerFolders, deadlineMs: 20_000 },
      args,
    ),
};
