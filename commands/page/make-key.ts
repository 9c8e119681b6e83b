import { parseArgs } from 'node:util';
import { shownFingerprint } from '../../concerns/terms/recipients.ts';
import { signerOf } from '../../seals/signer.ts';
import { needed } from '../keys/command.ts';
import { KeysError } from '../keys/keys-error.ts';
import { makeNewKey } from '../keys/new-key.ts';
import { newPassphrase } from '../keys/passphrase.ts';
import { isFileName } from '../keys/personal.ts';
import type { PageCommand } from './command.ts';

export const makeKey: PageCommand = async (args, { say, ask, show }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, name: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const name = needed(values.name);
  if (!isFileName(name)) throw new KeysError('usage');
  const made = await makeNewKey(
    needed(values.to),
    name,
    'Candour, signs the page',
    async () => ({ passphrase: await newPassphrase('New passphrase', values['passphrase-file'], { ask, show }) }),
    { ending: 'signer', lineOf: signerOf },
  );
  for (const line of [
    `Made: ${made.identityFile} and ${made.publicFile}`,
    made.publicLine,
    `Its fingerprint: ${shownFingerprint(made.publicLine)}`,
    '',
    `Keep ${made.identityFile} yourself, off the machines that Candour runs on: whoever has it and its passphrase signs`,
    `in your name. Give ${made.publicFile} to whoever checks the page, and tell them its fingerprint another way.`,
  ]) {
    say(line);
  }
  return 0;
};
