import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FilePlace, FileStore } from '../../concerns/ports/file-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { caseIdSchema } from '../../concerns/records/case-record.ts';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import { nameOfPart, namesOf, placeOfNames } from '../../storage/file-names.ts';
import { type DescribedFile, filesFolder, filesListName } from './manifest.ts';
import { MovingError } from './moving-error.ts';
import { readLines } from './read-lines.ts';
import { writeLines, writeWholeFile } from './write-lines.ts';

const partSchema = z.strictObject({
  caseId: caseIdSchema,
  holder: z.string().regex(/^[0-9a-f]{16}$/u),
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  part: z.int().min(0).max(999),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type MovedPart = z.infer<typeof partSchema>;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export type UnreadPart = FilePlace & { readonly part: number };

/**
 * Returns the parts that could not be read: each stops no other. Throws StoreError if the place itself does not answer.
 */
export async function copyParts(files: FileStore, folder: string): Promise<readonly UnreadPart[]> {
  const unread: UnreadPart[] = [];
  let next: string | undefined;
  do {
    const page = await files.list(next);
    for (const { caseId, holder, id } of page.files) {
      const place = { caseId, holder, id };
      const at = join(folder, filesFolder, ...namesOf(place));
      if (existsSync(at)) continue;
      mkdirSync(at, { recursive: true, mode: 0o700 });
      const parts = (await files.parts({ caseId, holder })).filter((one) => one.id === id);
      for (const { part } of parts) {
        try {
          const bytes = await files.readPart(place, part);
          if (bytes !== undefined) writeWholeFile(join(at, nameOfPart(part)), bytes);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          unread.push({ ...place, part });
        }
      }
    }
    next = page.next;
  } while (next !== undefined);
  return unread;
}

const byNumber = (one: string, other: string): number => Number(one) - Number(other);

export function listParts(folder: string): DescribedFile {
  const list = writeLines(join(folder, filesListName));
  const root = join(folder, filesFolder);
  const namesIn = (...names: readonly string[]) => readdirSync(join(root, ...names)).toSorted();
  for (const caseName of namesIn()) {
    for (const holder of namesIn(caseName)) {
      for (const id of namesIn(caseName, holder)) {
        for (const name of namesIn(caseName, holder, id).toSorted(byNumber)) {
          const found = placeOfNames([caseName, holder, id, name]);
          if (found === undefined) continue;
          const bytes = readFileSync(join(root, caseName, holder, id, name));
          list.add(canonicalJson({ ...found.place, part: found.part, bytes: bytes.length, sha256: digestOf(bytes) }));
        }
      }
    }
  }
  return list.end();
}

function partIn(line: string): MovedPart | undefined {
  try {
    return partSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

export async function* listedParts(folder: string, described: DescribedFile): AsyncGenerator<MovedPart> {
  let [line, before] = [0, ''];
  for await (const text of readLines(folder, described)) {
    line += 1;
    const part = partIn(text);
    if (part === undefined) throw new MovingError(`Line ${line} of ${filesListName} names no part of a file.`);
    const order = [part.caseId, part.holder, part.id, String(part.part).padStart(3, '0')].join('/');
    if (order <= before) throw new MovingError(`Line ${line} of ${filesListName} is not in its order, or comes twice.`);
    before = order;
    yield part;
  }
}

/** Throws MovingError if the bytes are missing or others, or lie behind a link. */
export async function bytesOf(folder: string, { bytes, sha256, part, ...place }: MovedPart): Promise<Uint8Array> {
  const names = [filesFolder, ...namesOf(place), nameOfPart(part)];
  const shown = names.join('/');
  const path = join(folder, ...names);
  const lies = await realpath(path).catch(() => undefined);
  if (lies === undefined) throw new MovingError(`${shown} is missing, or may not be read.`);
  if (lies !== join(await realpath(folder), ...names)) throw new MovingError(`${shown} lies behind a link.`);
  const content = await readFile(path);
  if (content.length !== bytes || digestOf(content) !== sha256) {
    throw new MovingError(`${shown} is not as it was when the folder was made.`);
  }
  return content;
}
