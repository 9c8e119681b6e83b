import { dropAt, type FileOnItsWay, type FilesAt, keepPartAt, partsAt, withFiles } from '../desk/files-at.ts';
import { type CaseStore, standingCase } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import { holderOfHandler, type KeptFile } from '../records/sealed-file.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { CaseId } from '../terms/codes.ts';
import type { Clock } from '../terms/calendar.ts';
import { fileLimits } from '../terms/files.ts';
import { type AskedEntry, type Asking, handlers, need, type SealedWords } from './act.ts';
import { makeUseCase } from './change-case.ts';

export interface SendFileDependencies {
  readonly cases: Pick<CaseStore, 'readers' | 'read'>;
  /** If missing, no file is taken. */
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
}

export interface FileOnTheWay {
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

export interface AskedFiles extends AskedEntry {
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
