import { readFile } from 'node:fs/promises';
import { type IdentityFile, readIdentities } from '../read-identities.ts';
import { wrappingOf } from '../wrapping-of.ts';

export interface Asking {
  readonly passphrase?: () => Promise<string | undefined>;
  readonly personal?: () => Promise<readonly string[]>;
}

/** Throws SealError as `readIdentities`, and as `readFile`. */
export async function readIdentityFile(path: string, asking: Asking = {}): Promise<IdentityFile> {
  const content = new Uint8Array(await readFile(path));
  const wrapping = wrappingOf(content);
  const passphrase = wrapping === 'passphrase' ? await asking.passphrase?.() : undefined;
  const personal = wrapping === 'holders' ? await asking.personal?.() : undefined;
  return await readIdentities(content, {
    ...(passphrase !== undefined && { passphrase }),
    ...(personal && { personal }),
  });
}
