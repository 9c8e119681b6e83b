import { isFileError } from '../bot/running/file-error.ts';
import { loadRecipients } from '../bot/settings/recipients.ts';
import { SealError } from '../concerns/ports/seal-error.ts';
import { check } from './keys/check.ts';
import type { KeysCommand, KeysContext } from './keys/command.ts';
import { KeysError } from './keys/keys-error.ts';
import { make, personal, rewrap, signing, usage } from './keys/make.ts';
import { terminal } from './keys/passphrase.ts';
import { ceremony, signRecipients } from './keys/sign-list.ts';
import { isOfArguments, say, sayBeside, type Verb } from './verb.ts';

const commands: ReadonlyMap<string, KeysCommand> = new Map([
  ['make', make],
  ['personal', personal],
  ['rewrap', rewrap],
  ['check', check],
  ['signing', signing],
  ['ceremony', ceremony],
  ['sign-list', signRecipients],
]);

/** Our own sentences, and of any other error only its code. */
function sentenceFor(error: unknown): string {
  if (error instanceof KeysError || error instanceof SealError) return error.message;
  if (isOfArguments(error)) return new KeysError('usage').message;
  return isFileError(error) ? new KeysError('cannotRead').message : 'Something went wrong that was not foreseen.';
}

async function run(args: readonly string[], context: KeysContext): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : commands.get(name);
  if (command) return await command(rest, context);
  context.say(usage);
  return name === undefined || name === 'help' ? 0 : 2;
}

export const verb: Verb = {
  usage,
  undone: 'Nothing was done.',
  run: async (args) => {
    try {
      return await run(args, { say, ...terminal, recipients: loadRecipients });
    } catch (error) {
      sayBeside(sentenceFor(error));
      return 2;
    }
  },
};
