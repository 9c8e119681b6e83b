import type { FilePlace, FileStore, StandingPart } from '../ports/file-store.ts';
import { StoreError } from '../ports/store-error.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { EventRecord } from '../records/event-record.ts';
import { type KeptFile, placeOfFile } from '../records/sealed-file.ts';
import { lengthOfPart, partsOf } from '../terms/files.ts';

export type FileBreak = 'missing' | 'torn' | 'length' | 'unreadable';

export interface FileFinding {
  readonly id: string;
  readonly why: FileBreak;
}

export function namedFiles(record: CaseRecord, events: readonly EventRecord[]): readonly KeptFile[] {
  if (record.erasedOn !== undefined) return [];
  const named = new Map((record.files ?? []).map((file) => [file.id, file]));
  for (const { kind, by, files = [] } of events) {
    const addedBy = kind === 'filesAdded' && typeof by === 'object' ? by.objectId : undefined;
    for (const { id, bytes } of files) if (!named.has(id)) named.set(id, { id, bytes, ...(addedBy && { addedBy }) });
  }
  return [...named.values()];
}

function breakIn({ id, bytes }: KeptFile, standing: readonly StandingPart[]): FileBreak | undefined {
  const its = standing.filter((part) => part.id === id);
  if (its.length === 0) return 'missing';
  if (its.some((part) => part.bytes !== lengthOfPart(bytes, part.part))) return 'length';
  return new Set(its.map(({ part }) => part)).size === partsOf(bytes) ? undefined : 'torn';
}

async function breakByReading(
  files: Pick<FileStore, 'readPart'>,
  place: FilePlace,
  bytes: number,
): Promise<FileBreak | undefined> {
  for (let part = 0; part < partsOf(bytes); part += 1) {
    const its = await files.readPart(place, part);
    if (its === undefined) return part === 0 ? 'missing' : 'torn';
    if (its.length !== lengthOfPart(bytes, part)) return 'length';
  }
  return undefined;
}

const ifAnswered = <T>(work: Promise<T>): Promise<T | 'unreadable'> =>
  work.catch((error: unknown) => {
    if (error instanceof StoreError) return 'unreadable' as const;
    throw error;
  });

export async function verifyFiles(
  files: Pick<FileStore, 'parts' | 'readPart'>,
  record: CaseRecord,
  named: readonly KeptFile[],
): Promise<readonly FileFinding[]> {
  const findings: FileFinding[] = [];
  const seen = new Map<string, readonly StandingPart[] | 'unreadable'>();
  for (const file of named) {
    const place = placeOfFile(record, file);
    const standing = seen.get(place.holder) ?? (await ifAnswered(files.parts(place)));
    seen.set(place.holder, standing);
    // An unreadable folder hides no other file.
    const why =
      standing === 'unreadable' ? await ifAnswered(breakByReading(files, place, file.bytes)) : breakIn(file, standing);
    if (why !== undefined) findings.push({ id: file.id, why });
  }
  return findings;
}
