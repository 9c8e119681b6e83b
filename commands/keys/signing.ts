import { generateKeyPairSync } from 'node:crypto';
import { fingerprintOfKey } from '../../bot/api/key-fingerprint.ts';
import type { KeysCommand } from './command.ts';
import { KeysError } from './keys-error.ts';

export const signing: KeysCommand = async (args, { say }) => {
  if (args.length > 0) throw new KeysError('usage');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  say(
    'For the settings, on one line. It is the private half: keep it as carefully as the other secrets of the server.',
  );
  say(`EXPORT_SIGNING_KEY=${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')}`);
  say('');
  say('The public half. Keep it elsewhere, and give it to whoever receives exported cases:');
  say(der.toString('base64'));
  say(`Its fingerprint: ${fingerprintOfKey(der)}`);
  say('');
  say(
    '"npm run verify-export" checks a file with it. It tells only that the holder of this key signed the file: who can',
  );
  say(
    'read the settings of the server can sign. If that may have happened, make another and say from which day it counts.',
  );
  return 0;
};
