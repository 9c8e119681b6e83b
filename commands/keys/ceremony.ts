import { parseArgs } from 'node:util';
import { shownFingerprint } from '../../concerns/terms/recipients.ts';
import { signerOf } from '../../seals/signer.ts';
import { type KeysCommand, needed } from './command.ts';
import { makeNewKey } from './new-key.ts';
import { newPassphrase } from './passphrase.ts';

export const ceremony: KeysCommand = async (args, { say, ask, show }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const made = await makeNewKey(
    needed(values.to),
    'ceremony',
    'Candour, signs the list of recipients',
    async () => ({ passphrase: await newPassphrase('New passphrase', values['passphrase-file'], { ask, show }) }),
    { ending: 'signer', lineOf: signerOf },
  );
  for (const line of [
    `Made: ${made.identityFile} and ${made.publicFile}`,
    `Its fingerprint: ${shownFingerprint(made.publicLine)}`,
    '',
    'It opens nothing. Keep it offline beside the recovery key: whoever has it can name whom reports are sealed to.',
    'For whoever builds the page, on one line, before "npm run build":',
    `CEREMONY_SIGNER=${made.publicLine}`,
    'Then sign the four lines of the settings: npm run keys -- sign-list',
  ]) {
    say(line);
  }
  return 0;
};
