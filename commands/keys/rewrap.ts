import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { shownFingerprint } from '../../concerns/terms/recipients.ts';
import { adviceOnRewrapping } from './advice.ts';
import { type KeysCommand, needed } from './command.ts';
import { holderLines } from './holder-lines.ts';
import { KeysError } from './keys-error.ts';
import { makeFolder } from './new-key.ts';
import { openIdentity } from './open-identity.ts';
import { newPassphrase } from './passphrase.ts';
import { refuseTaken, writeWrapped } from './wrapped-file.ts';

export const rewrap: KeysCommand = async (args, { say, ask, show }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      to: { type: 'string' },
      'wrap-for': { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
      'new-passphrase-file': { type: 'string' },
    },
  });
  const path = needed(values.identity);
  const folder = needed(values.to);
  const holders = await holderLines(values['wrap-for'] ?? []);
  if (holders.length > 0 && values['new-passphrase-file'] !== undefined) throw new KeysError('usage');
  const identityFile = basename(path);
  await makeFolder(folder);
  await refuseTaken(join(folder, identityFile));
  const { text } = await openIdentity(path, {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask,
  });
  const wrapping =
    holders.length > 0
      ? { holders }
      : { passphrase: await newPassphrase('New passphrase', values['new-passphrase-file'], { ask, show }) };
  await writeWrapped(join(folder, identityFile), text, wrapping);
  say(`Made: ${identityFile}`);
  if (holders.length > 0) say(`Wrapped for: ${holders.map(shownFingerprint).join(', ')}, and nobody else.`);
  say('');
  for (const line of adviceOnRewrapping(identityFile)) say(line);
  return 0;
};
