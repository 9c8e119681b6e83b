import {
  removePendingFile,
  type UploadProgress,
  type UploadFolder,
  saveFilePart,
  listUploadedParts,
  mergeFiles,
} from '../intake/file-uploads.ts';
import { type CaseStore, type CaseHistory, readCaseIfAllowed } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { handlerHolderId, type StoredFile, fileLocation } from '../model/sealed-file.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import type { CaseId } from '../model/case-id.ts';
import type { Clock } from '../model/calendar.ts';
import { fileLimits, partLength } from '../model/file-limits.ts';
import {
  type ChangeRequest,
  type EntryRequest,
  type ActionContext,
  handlers,
  requirement,
  type SealedNote,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import type { CaseRecord, Versioned } from '../model/case-record.ts';
import { appendEvent } from '../model/event-record.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { FileDestination } from '../model/case-terms.ts';
import { oversightRequirements } from './four-eyes.ts';

export interface UploadDependencies {
  readonly cases: Pick<CaseStore, 'readAccess' | 'read'>;
  /** If missing, no file is taken. */
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
}

interface FileUpload {
  readonly caseId: CaseId;
  readonly id: string;
}

export type UploadOutcome<Done> = { readonly kind: 'taken'; readonly done: Done } | { readonly kind: 'refused' };

async function withUploadFolder<Done>(
  { cases, files, clock }: UploadDependencies,
  by: Actor,
  caseId: CaseId,
  work: (deps: { readonly files: FileStore; readonly clock: Clock }, folder: UploadFolder) => Promise<Done>,
): Promise<UploadOutcome<Done>> {
  const current = await readCaseIfAllowed(cases, caseId, (readers) => maySee(by, readers));
  if (files === undefined || current === undefined || current.value.erasedOn !== undefined) {
    return { kind: 'refused' };
  }
  const folder = {
    owner: { caseId, holder: handlerHolderId(by.objectId) },
    referencedFiles: current.value.files ?? [],
  };
  return { kind: 'taken', done: await work({ files, clock }, folder) };
}

export const readUploadProgress = (
  deps: UploadDependencies,
  by: Actor,
  { caseId, ...wanted }: FileUpload & { readonly bytes: number },
): Promise<UploadOutcome<UploadProgress>> =>
  withUploadFolder(deps, by, caseId, (its, at) => listUploadedParts(its, at, wanted));

/** As `saveReporterUploadPart` for the reporter. Throws StoreError and OverBudgetError. */
export const saveUploadPart = (
  deps: UploadDependencies & { readonly budget: WorkBudget },
  by: Actor,
  input: FileUpload & { readonly bytes: number; readonly part: number; readonly content: Uint8Array },
): Promise<UploadOutcome<'kept' | 'differs' | 'full'>> => {
  const { caseId, id, bytes, part, content } = input;
  return withUploadFolder(deps, by, caseId, (its, at) =>
    saveFilePart({ ...its, budget: deps.budget }, at, { id, bytes }, part, content),
  );
};

/** `named`: the case names the file, which stays. Throws StoreError. */
export const removeUpload = (
  deps: UploadDependencies,
  by: Actor,
  { caseId, id }: FileUpload,
): Promise<UploadOutcome<'dropped' | 'named'>> =>
  withUploadFolder(deps, by, caseId, (its, at) => removePendingFile(its, at, id));

interface AddFilesRequest extends EntryRequest {
  readonly files: readonly Pick<StoredFile, 'id' | 'bytes'>[];
  readonly words: SealedNote;
}

const toStoredFiles = ({ by, input }: ActionContext<AddFilesRequest>): readonly StoredFile[] =>
  input.files.map(({ id, bytes }) => ({ id, bytes, addedBy: by }));

export const addFiles = createUseCase<AddFilesRequest>({
  description: 'Add files to a case',
  allowedActors: handlers,
  requirements: [
    requirement('the case has no file of such a name', 'state', ({ record: { files = [] }, input: asked }) =>
      asked.files.every(({ id }) => !files.some((file) => file.id === id)),
    ),
    requirement('every part of them was sent by the person, not long ago', 'fileMissing', (context) =>
      context.areFilesStored(toStoredFiles(context)),
    ),
    requirement(
      'the case has room for them',
      'full',
      (context) => mergeFiles(context.record.files ?? [], toStoredFiles(context)).length <= fileLimits.perCase,
    ),
  ],
  eventKinds: ['filesAdded'],
  apply: (context) => {
    const { record, input: asked } = context;
    return {
      steps: [
        {
          record: { ...record, files: [...mergeFiles(record.files ?? [], toStoredFiles(context))] },
          event: { kind: 'filesAdded', note: asked.words, files: [...asked.files] },
        },
      ],
    };
  },
});

export interface ReleaseFileDependencies {
  readonly cases: CaseStore;
  readonly history: CaseHistory;
  readonly files?: Pick<FileStore, 'readPart'> | undefined;
  readonly clock: Clock;
}

interface CaseFileKey {
  readonly caseId: CaseId;
  readonly id: string;
}

export type FileReleaseOutcome =
  | { readonly kind: 'opened'; readonly opening: number; readonly bytes: number; readonly data: Uint8Array }
  | { readonly kind: 'refused' }
  | { readonly kind: 'notAllowed'; readonly why: 'fileMissing' | 'fileMarked' };

const refused = { kind: 'refused' } as const;
const missing = { kind: 'notAllowed', why: 'fileMissing' } as const;
const marked = { kind: 'notAllowed', why: 'fileMarked' } as const;

interface StoredCaseFile {
  readonly current: Versioned<CaseRecord>;
  readonly file: StoredFile;
}

async function findStoredFile(
  deps: Pick<ReleaseFileDependencies, 'cases'>,
  { caseId, id }: CaseFileKey,
  by: Actor,
): Promise<StoredCaseFile | undefined> {
  const current = await readCaseIfAllowed(deps.cases, caseId, (readers) => maySee(by, readers));
  const file = current?.value.files?.find((one) => one.id === id);
  return current && current.value.erasedOn === undefined && file ? { current, file } : undefined;
}

async function readFilePart(
  { files }: Pick<ReleaseFileDependencies, 'files'>,
  { current: { value }, file }: StoredCaseFile,
  part: number,
): Promise<Uint8Array | undefined> {
  const data = await files?.readPart(fileLocation(value, file), part);
  return data?.length === partLength(file.bytes, part) ? data : undefined;
}

/**
 * Releases the first part, after the opening is recorded. A missing file leaves no entry, nor does one that is marked as
 * perhaps unlawful, unless `despiteMark` says that it is opened on purpose. Throws StoreError.
 */
export async function releaseFile(
  deps: ReleaseFileDependencies,
  input: CaseFileKey & { readonly despiteMark?: true | undefined },
  by: Actor,
): Promise<FileReleaseOutcome> {
  return retryOnConflict(async () => {
    const found = await findStoredFile(deps, input, by);
    if (!found) return refused;
    const { current, file } = found;
    if (file.mayBeUnlawful && !input.despiteMark) return marked;
    const data = await readFilePart(deps, found, 0);
    if (data === undefined) return missing;
    const [last] = await deps.history.entries(input.caseId, { last: 1 });
    const { record, event } = appendEvent(
      current.value,
      {
        kind: 'fileOpened',
        by: { objectId: by.objectId },
        at: deps.clock().toISOString(),
        detail: { file: file.id, ...(file.mayBeUnlawful && { marked: true }) },
      },
      { record: current.value, last },
    );
    const changed = await deps.cases.change({ case: { ...current, value: record }, events: [event] });
    if (changed === 'conflict') return changed;
    return { kind: 'opened', opening: event.sequence, bytes: file.bytes, data };
  });
}

const openingWindowMs = 3_600_000;

/**
 * `opening` is the sequence of that person's entry within the hour, so the history gets no new one. Throws StoreError.
 */
export async function releaseFilePart(
  deps: ReleaseFileDependencies,
  input: CaseFileKey & { readonly opening: number; readonly part: number },
  by: Actor,
): Promise<FileReleaseOutcome> {
  const { caseId, opening } = input;
  const found = await findStoredFile(deps, input, by);
  if (!found) return refused;
  const [entry] = await deps.history.entries(caseId, { after: opening - 1, before: opening + 1 });
  const age = entry && deps.clock().getTime() - Date.parse(entry.at);
  const isCovered =
    entry?.kind === 'fileOpened' &&
    entry.detail?.file === input.id &&
    typeof entry.by === 'object' &&
    entry.by.objectId === by.objectId &&
    age !== undefined &&
    Math.abs(age) <= openingWindowMs;
  if (!isCovered) return refused;
  if (found.file.mayBeUnlawful && entry.detail?.marked !== true) return marked;
  const data = await readFilePart(deps, found, input.part);
  return data === undefined ? missing : { kind: 'opened', opening, bytes: found.file.bytes, data };
}

interface FileExportRequest extends ChangeRequest {
  readonly id: string;
  readonly place: FileDestination;
  readonly leftAs: string;
  readonly openableBy: readonly string[];
  readonly words: SealedNote;
}

/** Recorded before the file leaves. */
export const exportFile = createUseCase<FileExportRequest>({
  description: 'Export a file',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the case has that file',
      'fileMissing',
      ({ record, input }) => record.files?.some((file) => file.id === input.id) === true,
    ),
    requirement('it is with the person', 'notAssignee', ({ record, by }) => record.assignee === by),
    ...oversightRequirements(() => true),
  ],
  eventKinds: ['fileExported'],
  notifiesReserve: { description: 'always', holds: () => true },
  apply: ({ record, input: { id, place, leftAs, openableBy, words } }) => ({
    steps: [
      {
        record,
        event: { kind: 'fileExported', detail: { file: id, place, leftAs, openableBy: [...openableBy] }, note: words },
      },
    ],
  }),
});

interface MarkFileRequest extends EntryRequest {
  readonly id: string;
}

/** Takes nothing away: the file is evidence, and stays sealed in the case. Each person who saw it can say so. */
export const markFile = createUseCase<MarkFileRequest>({
  description: 'Mark a file as perhaps an unlawful image',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the case has that file',
      'fileMissing',
      ({ record, input }) => record.files?.some((file) => file.id === input.id) === true,
    ),
  ],
  eventKinds: ['fileMarked'],
  apply: ({ record, input: { id } }) => ({
    steps: [
      {
        record: {
          ...record,
          files: record.files?.map((file) => (file.id === id ? { ...file, mayBeUnlawful: true as const } : file)),
        },
        event: { kind: 'fileMarked', detail: { file: id } },
      },
    ],
  }),
});
