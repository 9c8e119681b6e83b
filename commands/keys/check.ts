import { readFile } from 'node:fs/promises';
import { parseArgs, parseEnv } from 'node:util';
import type { SealedTo } from '../../concerns/ports/seal.ts';
import { keyGroups, shownFingerprint } from '../../concerns/terms/recipients.ts';
import { recipientSettings } from '../../bot/settings/recipients.ts';
import { keyNames } from './advice.ts';
import { type KeysCommand, needed } from './command.ts';
import { checkKeys } from './key-check.ts';
import { KeysError } from './keys-error.ts';
import { openIdentity } from './open-identity.ts';

const whatIsSealed: Readonly<Record<SealedTo, string>> = {
  acu: 'what is sealed to the unit',
  reserve: 'what is sealed to the reserve',
  custodians: 'confidential identities',
};

export const settingsIn = async (path: string) =>
  parseEnv(
    await readFile(path, 'utf8').catch(() => {
      throw new KeysError('cannotRead');
    }),
  );

export const check: KeysCommand = async (args, { say, ask, ...context }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      settings: { type: 'string' },
      'passphrase-file': { type: 'string' },
    },
  });
  const path = needed(values.identity);
  const recipients = context.recipients(values.settings === undefined ? undefined : await settingsIn(values.settings));
  for (const group of keyGroups) {
    const lines = recipients[group].map(shownFingerprint);
    say(`${recipientSettings[group]}: ${lines.length === 0 ? 'not set' : lines.join(', ')}`);
  }
  const { identities } = await openIdentity(path, {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask,
  });
  const found = await checkKeys(recipients, identities);
  say('');
  say(`This file holds: ${found.groups.map((group) => keyNames[group]).join(' and ') || 'no key of the settings'}.`);
  say(`A test seal was opened: ${found.opens.map((to) => whatIsSealed[to]).join(' and ') || 'none'}.`);
  say(found.isRight ? 'This key is as it should be.' : 'This is not as it should be: do not go live with this.');
  if (keyGroups.some((group) => recipients[group].length === 0)) {
    say(
      'A setting above is not set. Outside development the server needs those of the unit and of recovery, and the others once enough people hold the role.',
    );
  }
  return found.isRight ? 0 : 1;
};
