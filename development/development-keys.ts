import { randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { identityFromSeed } from '../crypto/age-identity.ts';
import { isFileError } from '../bot/runtime/file-error.ts';
import { SealError } from '../core/ports/seal.ts';
import { type KeyGroup, keyGroups, type Recipients } from '../core/model/public-keys.ts';
import { recipientFromIdentitySync } from '../crypto/node/hybrid-recipient.ts';
import { readIdentityFile } from '../crypto/node/identity-file.ts';
import { writeNewFile } from '../crypto/node/write-new-file.ts';
import { identityText } from '../crypto/node/identity-file.ts';
import { DevelopmentStartError } from './development-start-error.ts';

export interface DevelopmentKeys {
  readonly recipients: Recipients;
  /** Unwrapped identities, which only their mode protects. */
  readonly identityFiles: Readonly<Record<KeyGroup, string>>;
}

const keyPath = (folder: string, group: KeyGroup): string => join(folder, `${group}.identity`);

/** Throws DevelopmentStartError if a key is none, and file system errors. */
export async function assertKeysReadable(folder: string): Promise<void> {
  for (const path of keyGroups.map((group) => keyPath(folder, group))) {
    if (!existsSync(path)) continue;
    await readIdentityFile(path).catch((error: unknown) => {
      throw error instanceof SealError ? new DevelopmentStartError('key', path) : error;
    });
  }
}

/**
 * Unwrapped keys of all groups, for development only: makes missing ones (0600). Throws SealError if a file is no
 * identity, and file system errors.
 */
export async function ensureDevelopmentKeys(folder: string): Promise<DevelopmentKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const groupKeyPath = (group: KeyGroup) => keyPath(folder, group);
  const ensureRecipients = async (group: KeyGroup): Promise<string[]> => {
    const identity = identityFromSeed(randomBytes(32));
    await writeNewFile(groupKeyPath(group), identityText(identity, `Candour, ${group}, development only`)).catch(
      (error: unknown) => {
        if (!isFileError(error, 'EEXIST')) throw error;
      },
    );
    return (await readIdentityFile(groupKeyPath(group))).identities.map(recipientFromIdentitySync);
  };
  const [acu, recovery, reserve, custodians] = await Promise.all([
    ensureRecipients('acu'),
    ensureRecipients('recovery'),
    ensureRecipients('reserve'),
    ensureRecipients('custodians'),
  ]);
  return {
    recipients: { acu, recovery, reserve, custodians },
    identityFiles: {
      acu: groupKeyPath('acu'),
      recovery: groupKeyPath('recovery'),
      reserve: groupKeyPath('reserve'),
      custodians: groupKeyPath('custodians'),
    },
  };
}

const isHiddenName = (name: string): boolean => /^\.[^.]/u.test(name);

/**
 * `keys` beside the store, or `development-keys` beside a folder that file pickers hide: a tester of the tab must find
 * them.
 */
export function keysFolder(storePath: string): string {
  const folder = dirname(storePath);
  const name = basename(folder);
  if (!isHiddenName(name)) return join(folder, 'keys');
  return join(dirname(folder), name === '.data' ? 'development-keys' : `development-keys${name}`);
}

const legacyKeysFolder = (storePath: string): string => join(dirname(storePath), 'keys');

/** In their folder, or where an earlier version left them. */
export const currentKeysFolder = (storePath: string): string => {
  const folder = keysFolder(storePath);
  return existsSync(folder) || !existsSync(legacyKeysFolder(storePath)) ? folder : legacyKeysFolder(storePath);
};

/**
 * Moves keys that an earlier version left in the hidden folder; if it cannot, they are used there: earlier seals must
 * still open.
 */
export function migrateKeysFolder(storePath: string): string {
  const present = currentKeysFolder(storePath);
  const folder = keysFolder(storePath);
  if (present === folder) return folder;
  try {
    renameSync(present, folder);
    return folder;
  } catch {
    return present;
  }
}
