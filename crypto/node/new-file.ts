import { open, rm } from 'node:fs/promises';

/**
 * Creates a file for its owner alone (0600) and syncs it to disk. Throws `EEXIST` if the name is taken and leaves that
 * file alone. Removes a file that could not be written whole.
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
