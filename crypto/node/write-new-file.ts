import { open, rm } from 'node:fs/promises';

/**
 * For its owner alone (0600), synced to disk. Throws `EEXIST` and leaves an existing file alone. Removes a file that
 * could not be written whole.
 */
export async function writeNewFile(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
