import { createHash } from 'node:crypto';
import { lstat, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DescribedFile, manifestName, readManifest } from './manifest.ts';
import { MovingError } from './moving-error.ts';

/** In bytes: no record of any store is as long. */
const longestLine = 16 * 1024 * 1024;
const longestManifest = 1024 * 1024;
const newline = 0x0a;

/** Throws MovingError if it is no plain file: a link leads to what no one exported. */
async function sizeOfPlain(path: string, name: string): Promise<number> {
  const its = await lstat(path).catch(() => undefined);
  if (its === undefined) throw new MovingError(`${name} is missing, or may not be read.`);
  if (!its.isFile()) throw new MovingError(`${name} is no plain file.`);
  return its.size;
}

export async function manifestIn(folder: string): Promise<ReadonlyMap<string, DescribedFile>> {
  const path = join(folder, manifestName);
  const size = await sizeOfPlain(path, manifestName);
  if (size > longestManifest) throw new MovingError(`${manifestName} is longer than any can be.`);
  return readManifest(await readFile(path, 'utf8'));
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      parts.push(chunk.subarray(from, end));
      try {
        yield decoder.decode(Buffer.concat(parts));
      } catch (error) {
        if (error instanceof TypeError) throw new MovingError(`${name} holds what is no text.`);
        throw error;
      }
      [parts, length, from] = [[], 0, end + 1];
    }
    parts.push(chunk.slice(from));
    length += chunk.length - from;
    if (length > longestLine) throw new MovingError(`${name} has a line that is longer than any record.`);
  }
  if (length > 0) throw new MovingError(`${name} ends in the middle of a line.`);
}

/**
 * One line at a time. Throws MovingError, at the end at the latest, if the file is not as described: read to the end
 * before acting on it.
 */
export async function* readLines(folder: string, described: DescribedFile): AsyncGenerator<string> {
  const { name, lines, bytes, sha256 } = described;
  const path = join(folder, name);
  if ((await sizeOfPlain(path, name)) !== bytes)
    throw new MovingError(`${name} is not as long as it was: the folder is torn.`);
  const digest = createHash('sha256');
  const handle = await open(path, 'r');
  let count = 0;
  try {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for await (const chunk of handle.createReadStream({ autoClose: false })) {
        const part = Buffer.from(chunk);
        digest.update(part);
        yield part;
      }
    }
    for await (const line of splitLines(chunks(), name)) {
      count += 1;
      yield line;
    }
  } finally {
    await handle.close();
  }
  if (count !== lines || digest.digest('hex') !== sha256)
    throw new MovingError(`${name} was changed since it was made.`);
}
