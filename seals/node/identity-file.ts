import { readFile } from 'node:fs/promises';
import { type IdentityFile, readIdentities } from '../read-identities.ts';
import { wrappingOf } from '../wrapping-of.ts';

/** Who is asked for what may open a wrapped identity file, and only where the file needs it. */
export interface Asking {
  /** The passphrase, or `undefined` where there is none to give. */
  readonly passphrase?: () => Promise<string | undefined>;
  /** Identities of the holder's own, for a file that is wrapped for them. */
  readonly personal?: () => Promise<readonly string[]>;
}

/** Reads a file of identities. Throws SealError as `readIdentities` does, and what `readFile` throws. */
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
