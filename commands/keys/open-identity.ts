import { readIdentityFile } from '../../seals/node/identity-file.ts';
import type { IdentityFile } from '../../seals/read-identities.ts';
import { isFileError } from '../../bot/running/file-error.ts';
import { KeysError } from './keys-error.ts';
import { type Ask, passphraseToOpen } from './passphrase.ts';

export interface HowToOpen {
  readonly personal?: string | undefined;
  readonly passphraseFile?: string | undefined;
  readonly ask: Ask;
}

export async function openIdentity(path: string, how: HowToOpen): Promise<IdentityFile> {
  const passphrase = (whose: string) => async () => await passphraseToOpen(whose, how.passphraseFile, how.ask);
  const { personal } = how;
  try {
    return await readIdentityFile(path, {
      passphrase: passphrase('Passphrase of the key'),
      personal: async () => {
        if (personal === undefined) return [];
        const own = await readIdentityFile(personal, { passphrase: passphrase('Passphrase of your own key') });
        return own.identities;
      },
    });
  } catch (error) {
    throw isFileError(error) ? new KeysError('cannotRead') : error;
  }
}
