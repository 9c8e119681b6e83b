import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOfSeed, recipientOfIdentity } from '../seals/node/hybrid-identity.ts';
import { readIdentityFile } from '../seals/node/identity-file.ts';
import { writeNewFile } from '../seals/node/new-file.ts';
import type { KeyGroup, Recipients } from '../concerns/terms/recipients.ts';
import { identityText } from '../seals/node/wrapped-identity.ts';
import { isFileError } from '../bot/running/file-error.ts';

export interface DevelopmentKeys {
  readonly recipients: Recipients;
  /** The path of each group's identity, which nothing protects but its mode. */
  readonly identityFiles: Readonly<Record<KeyGroup, string>>;
}

/**
 * Unwrapped keys of all groups in a folder, for development only: those that are missing are made (0600), those that
 * stand are read. Throws SealError where a file is no identity, and what the file system throws.
 */
export async function makeDevelopmentKeys(folder: string): Promise<DevelopmentKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (group: KeyGroup) => join(folder, `${group}.identity`);
  const recipientOf = async (group: KeyGroup): Promise<string[]> => {
    const identity = identityOfSeed(randomBytes(32));
    await writeNewFile(pathOf(group), identityText(identity, `Candour, ${group}, development only`)).catch(
      (error: unknown) => {
        if (!isFileError(error, 'EEXIST')) throw error;
      },
    );
    return (await readIdentityFile(pathOf(group))).identities.map(recipientOfIdentity);
  };
  const [acu, recovery, reserve, custodians] = await Promise.all([
    recipientOf('acu'),
    recipientOf('recovery'),
    recipientOf('reserve'),
    recipientOf('custodians'),
  ]);
  return {
    recipients: { acu, recovery, reserve, custodians },
    identityFiles: {
      acu: pathOf('acu'),
      recovery: pathOf('recovery'),
      reserve: pathOf('reserve'),
      custodians: pathOf('custodians'),
    },
  };
}
