import { dropAt, type FileOnItsWay, type FilesAt, keepPartAt, partsAt, withFiles } from '../intake/case-files.ts';
import { type CaseStore, type History, standingCase } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import { holderOfHandler, type KeptFile, placeOfFile } from '../model/sealed-file.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import type { CaseId } from '../model/codes.ts';
import type { Clock } from '../model/calendar.ts';
import { fileLimits, lengthOfPart } from '../model/files.ts';
import { type AskedChange, type AskedEntry, type Asking, handlers, need, type SealedWords } from './acts.ts';
import { makeUseCase } from './change-case.ts';
import type { CaseRecord, Versioned } from '../model/case-record.ts';
import { afterEvent } from '../model/event-record.ts';
import { retried } from './idempotency.ts';
import type { FileDestination } from '../model/outcomes.ts';
import { somebodyIsTold } from './four-eyes.ts';

export interface SendFileDependencies {
  readonly cases: Pick<CaseStore, 'readers' | 'read'>;
  /** If missing, no file is taken. */
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
}

interface FileOnTheWay {
  readonly caseId: CaseId;
  readonly id: string;
}

export type Taken<Done> = { readonly kind: 'taken'; readonly done: Done } | { readonly kind: 'refused' };

async function atOwnPlace<Done>(
  { cases, files, clock }: SendFileDependencies,
  by: Actor,
  caseId: CaseId,
  work: (deps: { readonly files: FileStore; readonly clock: Clock }, at: FilesAt) => Promise<Done>,
): Promise<Taken<Done>> {
  const standing = await standingCase(cases, caseId, (readers) => maySee(by, readers));
  if (files === undefined || standing === undefined || standing.value.erasedOn !== undefined) {
    return { kind: 'refused' };
  }
  const at = { of: { caseId, holder: holderOfHandler(by.objectId) }, named: standing.value.files ?? [] };
  return { kind: 'taken', done: await work({ files, clock }, at) };
}

export const partsToAdd = (
  deps: SendFileDependencies,
  by: Actor,
  { caseId, ...wanted }: FileOnTheWay & { readonly bytes: number },
): Promise<Taken<FileOnItsWay>> => atOwnPlace(deps, by, caseId, (its, at) => partsAt(its, at, wanted));

/** As `takePart` for the reporter. Throws StoreError. */
export const takePartToAdd = (
  deps: SendFileDependencies,
  by: Actor,
  asked: FileOnTheWay & { readonly bytes: number; readonly part: number; readonly content: Uint8Array },
): Promise<Taken<'kept' | 'differs' | 'full'>> => {
  const { caseId, id, bytes, part, content } = asked;
  return atOwnPlace(deps, by, caseId, (its, at) => keepPartAt(its, at, { id, bytes }, part, content));
};

/** `named`: the case names the file, which stays. Throws StoreError. */
export const dropFileToAdd = (
  deps: SendFileDependencies,
  by: Actor,
  { caseId, id }: FileOnTheWay,
): Promise<Taken<'dropped' | 'named'>> => atOwnPlace(deps, by, caseId, (its, at) => dropAt(its, at, id));

interface AskedFiles extends AskedEntry {
  readonly files: readonly Pick<KeptFile, 'id' | 'bytes'>[];
  readonly words: SealedWords;
}

const addedBy = ({ by, asked }: Asking<AskedFiles>): readonly KeptFile[] =>
  asked.files.map(({ id, bytes }) => ({ id, bytes, addedBy: by }));

/** Adds sealed files with the words that name them, in one write. */
export const addFiles = makeUseCase<AskedFiles>({
  says: 'Add files to a case',
  who: handlers,
  needs: [
    need('the case has no file of such a name', 'state', ({ record: { files = [] }, asked }) =>
      asked.files.every(({ id }) => !files.some((file) => file.id === id)),
    ),
    need('every part of them was sent by the person, not long ago', 'fileMissing', (standing) =>
      standing.arrived(addedBy(standing)),
    ),
    need(
      'the case has room for them',
      'full',
      (standing) => withFiles(standing.record.files ?? [], addedBy(standing)).length <= fileLimits.ofCase,
    ),
  ],
  leaves: ['filesAdded'],
  does: (standing) => {
    const { record, asked } = standing;
    return {
      steps: [
        {
          record: { ...record, files: [...withFiles(record.files ?? [], addedBy(standing))] },
          event: { kind: 'filesAdded', note: asked.words, files: [...asked.files] },
        },
      ],
    };
  },
});

export interface OpenFileDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly files?: Pick<FileStore, 'readPart'> | undefined;
  readonly clock: Clock;
}

interface FileOfCase {
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

interface AskedFileExport extends AskedChange {
  readonly id: string;
  readonly place: FileDestination;
  readonly leftAs: string;
  readonly openableBy: readonly string[];
  readonly words: SealedWords;
}

/** Notes a sealed file before it leaves. The reserve is told. */
export const exportFile = makeUseCase<AskedFileExport>({
  says: 'Let a file leave',
  who: handlers,
  needs: [
    need(
      'the case has that file',
      'fileMissing',
      ({ record, asked }) => record.files?.some((file) => file.id === asked.id) === true,
    ),
    need('it is with the person', 'notAssignee', ({ record, by }) => record.assignee === by),
    ...somebodyIsTold<AskedFileExport>(() => true),
  ],
  leaves: ['fileExported'],
  tells: { says: 'always', holds: () => true },
  does: ({ record, asked: { id, place, leftAs, openableBy, words } }) => ({
    steps: [
      {
        record,
        event: { kind: 'fileExported', detail: { file: id, place, leftAs, openableBy: [...openableBy] }, note: words },
      },
    ],
  }),
});
