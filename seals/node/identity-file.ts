import { armor } from 'age-encryption';
import { readFile } from 'node:fs/promises';
import { decryptAge } from '../decrypt-age.ts';
import { checkIdentity } from '../age-identity.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';

const armorBegins = '-----BEGIN AGE ENCRYPTED FILE-----';
const binaryBegins = 'age-encryption.org/v1\n';
// Far more than a file of keys has, far less than a path given by mistake may lead to.
const mostBytes = 1024 * 1024;

/** What may open a wrapped identity file. Asked for only where the file needs it. */
export interface Unlocking {
  /** The passphrase, or `undefined` where there is none to give. */
  readonly passphrase?: () => Promise<string | undefined>;
  /** Identities of the holder's own, for a file that is wrapped for them. */
  readonly personal?: () => Promise<readonly string[]>;
}

export interface IdentityFile {
  /** `AGE-SECRET-KEY-PQ-1…` lines, at least one. */
  readonly identities: readonly string[];
  /** All of it, with its comments, to be wrapped anew. */
  readonly text: string;
}

/**
 * Reads a file of identities: as age-keygen writes it, or that text in an age file, armoured or not, wrapped in a
 * passphrase or for personal identities. Throws SealError (`passphraseNeeded`, `wrongPassphrase`, `personalNeeded`,
 * `notForThisIdentity`, `damaged`, `noIdentity`, `malformedIdentity`), and what `readFile` throws.
 */
export async function readIdentityFile(path: string, unlocking: Unlocking = {}): Promise<IdentityFile> {
  const content = await readFile(path);
  if (content.length > mostBytes) throw new SealError('damaged');
  const wrapped = ageFileIn(content);
  const text = Buffer.from(wrapped ? await unwrap(wrapped, unlocking) : content).toString('utf8');
  return { identities: identitiesIn(text), text };
}

function ageFileIn(content: Buffer): Uint8Array | undefined {
  const text = content.toString('latin1');
  if (text.startsWith(binaryBegins)) return new Uint8Array(content);
  if (!text.trimStart().startsWith(armorBegins)) return undefined;
  try {
    return armor.decode(text);
  } catch {
    throw new SealError('damaged');
  }
}

async function unwrap(file: Uint8Array, unlocking: Unlocking): Promise<Uint8Array> {
  if (isInPassphrase(file)) {
    const passphrase = await unlocking.passphrase?.();
    if (passphrase === undefined) throw new SealError('passphraseNeeded');
    return await decryptAge(file, { passphrase }).catch((error: unknown) => {
      const isWrong = error instanceof SealError && error.code === 'notForThisIdentity';
      throw isWrong ? new SealError('wrongPassphrase') : error;
    });
  }
  const identities = (await unlocking.personal?.()) ?? [];
  if (identities.length === 0) throw new SealError('personalNeeded');
  return await decryptAge(file, { identities });
}

/** A passphrase stands alone in the header of an age file, so the first stanza tells. */
const isInPassphrase = (file: Uint8Array): boolean =>
  Buffer.from(file.subarray(binaryBegins.length, binaryBegins.length + 10)).toString('latin1') === '-> scrypt ';

function identitiesIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw new SealError('noIdentity');
  for (const identity of identities) checkIdentity(identity);
  return identities;
}
