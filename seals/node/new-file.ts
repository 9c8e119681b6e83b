import { open, rm } from 'node:fs/promises';

/**
 * Writes a file that was not there, for its owner alone (0600), and down to the disk. Throws `EEXIST` where something
 * has the name, and leaves it as it is. A file that could not be written whole is taken away again.
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
