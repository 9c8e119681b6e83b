import { type CaseStore, type History, standingCase } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import { type KeptFile, placeOfFile } from '../records/sealed-file.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { CaseId } from '../terms/codes.ts';
import type { Clock } from '../terms/calendar.ts';
import { lengthOfPart } from '../terms/files.ts';
import { retried } from './repeats.ts';

export interface OpenFileDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly files?: Pick<FileStore, 'readPart'> | undefined;
  readonly clock: Clock;
}

export interface FileOfCase {
  readonly caseId: CaseId;
  readonly id: string;
}

export type OpenedPart =
  | { readonly kind: 'opened'; readonly opening: number; readonly bytes: number; readonly data: Uint8Array }
  | { readonly kind: 'refused' }
  | { readonly kind: 'notAllowed'; readonly why: 'fileMissing' };

const refused = { kind: 'refused' } as const;
const missing = { kind: 'notAllowed', why: 'fileMissing' } as const;

interface StandingFile {
  readonly standing: Versioned<CaseRecord>;
  readonly file: KeptFile;
}

async function standingFile(
  deps: Pick<OpenFileDependencies, 'cases'>,
  { caseId, id }: FileOfCase,
  by: Actor,
): Promise<StandingFile | undefined> {
  const standing = await standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
  const file = standing?.value.files?.find((one) => one.id === id);
  return standing && standing.value.erasedOn === undefined && file ? { standing, file } : undefined;
}

/** A truncated part counts as missing. */
async function partOf(
  { files }: Pick<OpenFileDependencies, 'files'>,
  { standing: { value }, file }: StandingFile,
  part: number,
): Promise<Uint8Array | undefined> {
  const its = await files?.readPart(placeOfFile(value, file), part);
  return its?.length === lengthOfPart(file.bytes, part) ? its : undefined;
}

/**
 * Hands out the first part of a sealed file, after the opening is written down. A missing file leaves nothing. Throws
 * StoreError.
 */
export async function openFile(deps: OpenFileDependencies, asked: FileOfCase, by: Actor): Promise<OpenedPart> {
  return retried(async () => {
    const found = await standingFile(deps, asked, by);
    if (!found) return refused;
    const data = await partOf(deps, found, 0);
    if (data === undefined) return missing;
    const { standing, file } = found;
    const [last] = await deps.history.entries(asked.caseId, { last: 1 });
    const { record, event } = afterEvent(
      standing.value,
      {
        kind: 'fileOpened',
        by: { objectId: by.objectId },
        at: deps.clock().toISOString(),
        detail: { file: file.id },
      },
      { record: standing.value, last },
    );
    const changed = await deps.cases.change({ case: { ...standing, value: record }, events: [event] });
    if (changed === 'conflict') return changed;
    return { kind: 'opened', opening: event.sequence, bytes: file.bytes, data };
  });
}

const openingMs = 3_600_000;

/**
 * A further part: `opening` is the place of the entry of the same person within the hour, so nothing is added to the
 * history. Throws StoreError.
 */
export async function openFilePart(
  deps: OpenFileDependencies,
  asked: FileOfCase & { readonly opening: number; readonly part: number },
  by: Actor,
): Promise<OpenedPart> {
  const { caseId, opening } = asked;
  const found = await standingFile(deps, asked, by);
  if (!found) return refused;
  const [entry] = await deps.history.entries(caseId, { after: opening - 1, before: opening + 1 });
  const age = entry && deps.clock().getTime() - Date.parse(entry.at);
  const covers =
    entry?.kind === 'fileOpened' &&
    entry.detail?.file === asked.id &&
    typeof entry.by === 'object' &&
    entry.by.objectId === by.objectId &&
    age !== undefined &&
    Math.abs(age) <= openingMs;
  if (!covers) return refused;
  const data = await partOf(deps, found, asked.part);
  return data === undefined ? missing : { kind: 'opened', opening, bytes: found.file.bytes, data };
}
