import { parseArgs } from 'node:util';
import { keyGroups, shownFingerprint } from '../../concerns/terms/recipients.ts';
import { recipientSettings } from '../../bot/settings/recipients.ts';
import { adviceOnKey } from './advice.ts';
import { type KeysCommand, needed } from './command.ts';
import { holderLines } from './holder-lines.ts';
import { KeysError } from './keys-error.ts';
import { makeNewKey } from './new-key.ts';
import { newPassphrase } from './passphrase.ts';

export const make: KeysCommand = async (args, { say, ask, show }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      for: { type: 'string' },
      to: { type: 'string' },
      'wrap-for': { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
    },
  });
  const group = keyGroups.find((name) => name === values.for);
  if (!group) throw new KeysError('usage');
  const holders = await holderLines(values['wrap-for'] ?? []);
  if (holders.length > 0 && values['passphrase-file'] !== undefined) throw new KeysError('usage');
  const made = await makeNewKey(needed(values.to), group, `Candour, ${group}`, async () =>
    holders.length > 0
      ? { holders }
      : { passphrase: await newPassphrase('New passphrase', values['passphrase-file'], { ask, show }) },
  );
  say(`Made: ${made.identityFile} and ${made.publicFile}`);
  if (holders.length > 0) say(`Wrapped for: ${holders.map(shownFingerprint).join(', ')}`);
  say('');
  say('For the settings, on one line:');
  say(`${recipientSettings[group]}=${made.publicLine}`);
  say(`Its fingerprint: ${shownFingerprint(made.publicLine)}`);
  say('');
  for (const line of adviceOnKey(group, made.identityFile)) say(line);
  return 0;
};
