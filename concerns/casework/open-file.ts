import type { CaseStore } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { History } from '../ports/history.ts';
import { standingCase } from '../ports/standing-case.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import { placeOfFile } from '../records/file-place.ts';
import type { KeptFile } from '../records/kept-file.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { Clock } from '../terms/clock.ts';
import { lengthOfPart } from '../terms/files.ts';
import { retried } from './repeats.ts';

export interface OpenFileDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  /** Missing where the server keeps no files: then no case has any. */
  readonly files?: Pick<FileStore, 'readPart'> | undefined;
  readonly clock: Clock;
}

/** A file of a case, by its name. */
export interface FileOfCase {
  readonly caseId: CaseId;
  readonly id: string;
}

/** `refused` stands for no such case or file as well; `fileMissing`: the case names it, and it does not stand where it should. */
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

/** A part as it was kept: one of which some is cut off is none. */
async function partOf(
  { files }: Pick<OpenFileDependencies, 'files'>,
  { standing: { value }, file }: StandingFile,
  part: number,
): Promise<Uint8Array | undefined> {
  const its = await files?.readPart(placeOfFile(value, file), part);
  return its?.length === lengthOfPart(file.bytes, part) ? its : undefined;
}

/**
 * Hands out the first part of a sealed file to somebody entitled, after it stands in the history that they opened it.
 * What does not stand where it should is not handed out, and leaves nothing. Throws StoreError.
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

/** For how long an opening that stands in the history covers the further parts of its file. */
const openingMs = 3_600_000;

/**
 * A further part of a file: `opening` is the place of the entry that its first part left, of the same person and not long
 * ago. Nothing is added to the history, since it says already that they opened it. Throws StoreError.
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
