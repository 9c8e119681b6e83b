import { parseArgs } from 'node:util';
import { shownFingerprint } from '../../concerns/terms/recipients.ts';
import { adviceOnPersonalKey } from './advice.ts';
import { type KeysCommand, needed } from './command.ts';
import { KeysError } from './keys-error.ts';
import { makeNewKey } from './new-key.ts';
import { newPassphrase } from './passphrase.ts';

const fileName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;
/** Such a name can be no path. */
export const isFileName = (name: string): boolean => fileName.test(name);

export const personal: KeysCommand = async (args, { say, ask, show }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, name: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const name = values.name ?? 'personal';
  if (!isFileName(name)) throw new KeysError('usage');
  const made = await makeNewKey(needed(values.to), name, 'Candour, personal', async () => ({
    passphrase: await newPassphrase('New passphrase', values['passphrase-file'], { ask, show }),
  }));
  say(`Made: ${made.identityFile} and ${made.publicFile}`);
  say(`Its fingerprint: ${shownFingerprint(made.publicLine)}`);
  say('');
  for (const line of adviceOnPersonalKey(made.identityFile, made.publicFile)) say(line);
  return 0;
};
