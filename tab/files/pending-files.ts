import { hex } from '@scure/base';
import type { FileUploader, CaseCredential } from '../../core/ports/intake.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { OverBudgetError } from '../../core/ports/work-budget.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import { type FileSizes, fileLimits, partCount, wholeMegabytes } from '../../core/model/file-limits.ts';
import type { FileContent } from '../../core/model/file-content.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { ContentChangedError } from '../../crypto/seal-file.ts';
import { createUpload, type FileTransport, type UploadDestination, type Upload } from './upload-file.ts';
import type { CleanCopy, FileRefusal } from './clean-copy.ts';
import type { CleanResult, CleanOptions } from './clean-file.ts';
import { readFileContent } from './read-file-content.ts';

/** Chosen files are only in the page's memory until sent with the words that name them. */
export interface PendingFiles extends FileUploader {
  readonly view: () => PendingFilesView;
  readonly subscribe: (listener: () => void) => () => void;
  add(file: Blob, how: ChooseOptions): string;
  remove(id: string): void;
  rename(id: string, name: string): void;
  /**
   * Sends the original, or its clean copy, unless another choice follows. `false` if the file can no longer be read.
   */
  setOriginal(id: string, isOriginal: boolean): Promise<boolean>;
  /** The person has seen what a cut recording still holds: it may be sent. */
  markPlayed(id: string): void;
  /** This browser cannot show the recording: a cut one stays unsent. */
  markUnplayable(id: string): void;
  readonly readiness: () => 'none' | 'ready' | 'notReady' | 'refused' | 'unplayed';
  readonly stop: (why: UploadStopReason) => void;
  readonly allowOriginals: (may: boolean) => void;
  readonly cancelUpload: () => void;
  readonly clear: () => void;
  /** In bytes; what older servers take if missing. */
  readonly setSizes: (sizes: FileSizes | undefined) => void;
  readonly setDestination: (goal: UploadDestination) => void;
}

interface PendingFilesDependencies {
  readonly random: (bytes: number) => Uint8Array;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const invisibleCharacters = /[\p{Cc}\p{Cf}]/gu;

export function createPendingFiles({ random, wait }: PendingFilesDependencies): PendingFiles {
  let all: readonly PendingFile[] = [];
  let allowsOriginals = false;
  let sizes = olderSizes;
  let destination: UploadDestination | undefined;
  let stopped: PendingFilesView['stopReason'];
  let stopCount = 0;
  let abortController: AbortController | undefined;
  let lastCleaned: Promise<void> = Promise.resolve();
  let lastUpload: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const ready = (): readonly ReadyFile[] => all.filter(isReady);
  const find = (id: string) => ready().find((file) => file.id === id);
  const versionToSend = (file: ReadyFile) => chosenVersion(file, allowsOriginals);
  const sizeLimit: SizeLimit = (type, except) => {
    const isLarge = (file: ReadyFile): boolean => file !== except && versionToSend(file).content.bytes > sizes.file;
    return type.startsWith('video/') && !ready().some(isLarge) ? sizes.video : sizes.file;
  };
  const createView = (): PendingFilesView => ({
    files: all.map((file) => toPendingFileView(file, allowsOriginals, sizeLimit)),
    allowsOriginals,
    sending: abortController && uploadProgress(ready(), allowsOriginals),
    stopReason: stopped,
    stopCount,
  });
  let view = createView();
  const notifyChange = (): void => {
    view = createView();
    for (const listener of listeners) listener();
  };

  const stop = (why: UploadStopReason): void => {
    stopped = why;
    stopCount += 1;
    notifyChange();
  };
  const refuseLarge = (chosen: UnreadyFile, files: readonly ReadyFile[]): readonly ReadyFile[] => {
    // Its copy was given up at the largest size that any force can set.
    if (chosen.why === 'overLimit') chosen.limit = sizeLimit('video/');
    for (const { type, content } of files.map(({ clean }) => clean)) {
      const limit = sizeLimit(type);
      if (content.bytes <= limit) continue;
      chosen.why = type.startsWith('video/') && content.bytes <= sizes.video ? 'secondVideo' : 'overLimit';
      chosen.limit = limit;
      return [];
    }
    return files;
  };
  const isFull = (): boolean => all.filter((file) => !isRefused(file)).length >= fileLimits.files;

  const discard = (file: PendingFile): void => {
    if (!isReady(file)) return file.cleaning.abort();
    const { id, upload: going } = file;
    file.reading?.abort();
    going?.it.cancel();
    if (destination && going) destination.transport.drop(going.it.claim, id).catch(() => undefined);
  };

  /** A page that ended in the middle of sending left them, and they fill the claim's place. Returns whether there were any. */
  async function dropAbandoned({ claim, file }: Upload, transport: FileTransport): Promise<boolean> {
    const { waiting } = await transport.listParts(claim, file);
    const abandoned = waiting.filter((id) => !all.some((one) => one.id === id));
    for (const id of abandoned) await transport.drop(claim, id);
    return abandoned.length > 0;
  }

  async function uploadFile(
    file: ReadyFile,
    claim: CaseCredential,
    to: HandledBy,
    { transport, getRecipients }: UploadDestination,
    signal: AbortSignal,
  ) {
    const { content } = versionToSend(file);
    const key = `${claim.caseId} ${to} ${content.digest}`;
    for (let tries = 0; tries < 2; tries += 1) {
      if (file.upload?.key !== key) {
        const isUnderWay = file.upload?.it.claim.caseId === claim.caseId;
        if (isUnderWay && (await transport.drop(claim, file.id)) === 'named') {
          // The server has stored another form for good: a new upload needs a new id.
          file.id = hex.encode(random(16));
          file.upload?.it.cancel();
          file.upload = undefined;
          throw new StoreError('unavailable');
        }
        file.upload?.it.cancel();
        file.upload = { key, it: await createUpload(claim, { id: file.id, content }, getRecipients(to)) };
      }
      const { it } = file.upload;
      const run = () => it.run({ transport, signal, wait, onPart: notifyChange });
      let outcome = await run();
      if (outcome === 'full' && (await dropAbandoned(it, transport))) outcome = await run();
      if (outcome === 'whole') return it.file;
      if (outcome === 'full') {
        stopped = 'full';
        throw new StoreError('unavailable');
      }
      file.upload = { ...file.upload, key: 'to be dropped' };
    }
    throw new StoreError('unavailable');
  }

  /** Nothing that could be claimed is left of it. */
  const refuseChanged = (file: ReadyFile) => (error: unknown) => {
    if (!(error instanceof ContentChangedError)) throw error;
    discard(file);
    const { id, name, number } = file;
    const refused: UnreadyFile = { id, name, number, page: undefined, why: 'changed', cleaning: new AbortController() };
    all = all.map((one) => (one === file ? refused : one));
    stopped = 'refused';
    throw new StoreError('unavailable');
  };

  const upload: FileUploader['upload'] = (claim, to) => {
    abortController?.abort();
    const mine = new AbortController();
    const files = ready();
    abortController = mine;
    stopped = undefined;
    notifyChange();
    const work = async () => {
      if (destination === undefined) throw new StoreError('unavailable');
      const storedFiles = [];
      for (const file of files)
        storedFiles.push(await uploadFile(file, claim, to, destination, mine.signal).catch(refuseChanged(file)));
      return storedFiles;
    };
    const queuedUpload = lastUpload
      .then(work)
      .catch((error: unknown) => {
        const isTooMuch = error instanceof OverBudgetError;
        if (abortController === mine && !isTooMuch) stop(stopped ?? (mine.signal.aborted ? 'calledOff' : 'noAnswer'));
        throw error;
      })
      .finally(() => {
        if (abortController === mine) abortController = undefined;
        notifyChange();
      });
    lastUpload = queuedUpload.catch(() => undefined);
    return queuedUpload;
  };

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(file, how) {
      all = all.filter((one) => !isRefused(one));
      // Never one that another file has, also if an earlier one was removed.
      const number = Math.max(0, ...all.map((one) => one.number)) + 1;
      const why = isFull() ? ('tooMany' as const) : undefined;
      const id = hex.encode(random(16));
      const name = how.createName(undefined, number);
      const mine: UnreadyFile = { id, name, number, page: undefined, why, cleaning: new AbortController() };
      all = [...all, mine];
      stopped = undefined;
      notifyChange();
      const work = async (): Promise<void> => {
        const cleaned = await cleanPendingFile(mine, { file, picturesId: hex.encode(random(16)) }, how, notifyChange);
        const readyFiles = refuseLarge(mine, cleaned);
        if (mine.cleaning.signal.aborted) return;
        if (readyFiles.length > 1 && isFull()) mine.why = 'noRoomForPictures';
        else if (readyFiles.length > 0)
          all = all.flatMap((one): readonly PendingFile[] => (one === mine ? readyFiles : [one]));
        stopped = undefined;
        notifyChange();
      };
      if (why === undefined) lastCleaned = lastCleaned.then(work);
      return id;
    },
    remove(id) {
      for (const file of all) if (file.id === id) discard(file);
      all = all.filter((file) => file.id !== id);
      stopped = undefined;
      notifyChange();
    },
    rename(id, name) {
      const file = find(id);
      if (file) file.name = name.replaceAll(invisibleCharacters, '').trim() || file.proposed;
      notifyChange();
    },
    async setOriginal(id, isOriginal) {
      const file = find(id);
      return file !== undefined && (await setOriginalVersion(file, isOriginal, notifyChange));
    },
    markPlayed(id) {
      const file = find(id);
      if (file === undefined || file.playing === 'played') return;
      file.playing = 'played';
      if (stopped === 'unplayed') stopped = undefined;
      notifyChange();
    },
    markUnplayable(id) {
      const file = find(id);
      if (file?.playing !== 'unplayed') return;
      file.playing = 'unplayable';
      notifyChange();
    },
    readiness() {
      if (all.length === 0) return 'none';
      if (all.some(isRefused)) return 'refused';
      if (!all.every((file) => isReady(file) && file.reading === undefined)) return 'notReady';
      return ready().some(needsPlaying) ? 'unplayed' : 'ready';
    },
    stop,
    allowOriginals(may) {
      if (allowsOriginals === may) return;
      allowsOriginals = may;
      notifyChange();
    },
    cancelUpload: () => abortController?.abort(),
    clear() {
      abortController?.abort();
      for (const file of all) discard(file);
      all = [];
      stopped = undefined;
      notifyChange();
    },
    setSizes(next) {
      sizes = next ?? olderSizes;
      notifyChange();
    },
    setDestination(next) {
      destination = next;
    },
    list: () =>
      ready().map((file): SealedFile => {
        const {
          type,
          content: { bytes, digest },
        } = versionToSend(file);
        return {
          id: file.id,
          name: file.name,
          type,
          bytes,
          digest,
          isOriginal: allowsOriginals && file.original !== undefined,
        };
      }),
    upload,
    onMissing() {
      stop('noAnswer');
    },
  };
}

const olderSizes: FileSizes = { file: fileLimits.bytes, video: fileLimits.bytes };

/** In bytes, for a file of this type beside all others but one. One video may be larger than other files. */
type SizeLimit = (type: string, except?: ReadyFile) => number;

interface FileVersion {
  readonly type: SealedFile['type'];
  readonly content: FileContent;
}

interface ReadyFile {
  id: string;
  name: string;
  /** In its proposed name. */
  readonly number: number;
  readonly proposed: string;
  readonly clean: FileVersion;
  original: FileVersion | undefined;
  playing: 'unplayed' | 'unplayable' | 'played';
  reading: AbortController | undefined;
  upload: { readonly key: string; readonly it: Upload } | undefined;
  /** Without `file`, the original is never sent in its place. */
  readonly source: { readonly copy: CleanCopy; readonly file: Blob | undefined } | undefined;
}

interface UnreadyFile {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  page: { readonly number: number; readonly of: number } | undefined;
  /** In bytes, if it was refused for its size. */
  limit?: number;
  why: FileRefusal | undefined;
  readonly cleaning: AbortController;
}
type PendingFile = ReadyFile | UnreadyFile;

const isReady = (file: PendingFile): file is ReadyFile => 'clean' in file;
/** Also as it is: what an app cut from a recording is in the original too. */
const needsPlaying = ({ source, playing }: ReadyFile): boolean =>
  source?.copy.uncoveredSeconds !== undefined && playing !== 'played';
const isRefused = (file: PendingFile): boolean => !isReady(file) && file.why !== undefined;

interface PendingFileViewBase {
  readonly id: string;
  readonly name: string;
}

export type PendingFileView =
  | (PendingFileViewBase & { readonly at: 'cleaning'; readonly page: UnreadyFile['page'] })
  | (PendingFileViewBase & { readonly at: 'refused'; readonly why: FileRefusal; readonly megabytes: number })
  | (PendingFileViewBase & {
      readonly at: 'ready';
      readonly type: SealedFile['type'];
      readonly bytes: number;
      readonly isOriginal: boolean;
      readonly isOriginalChosen: boolean;
      readonly isOriginalWithheld: boolean;
      readonly originalFits: boolean;
      readonly needsPlaying: boolean;
      readonly isUnplayable: boolean;
      readonly copy: CleanCopy | undefined;
    });

/** `unsent`: the press would have left the files behind; `unplayed`: nobody has seen what a cut recording still holds. */
export type UploadStopReason = 'calledOff' | 'noAnswer' | 'full' | 'notReady' | 'refused' | 'unsent' | 'unplayed';

export interface PendingFilesView {
  readonly files: readonly PendingFileView[];
  readonly allowsOriginals: boolean;
  readonly sending: { readonly done: number; readonly of: number } | undefined;
  readonly stopReason: UploadStopReason | undefined;
  readonly stopCount: number;
}

const chosenVersion = (file: ReadyFile, allowsOriginals: boolean): FileVersion =>
  (allowsOriginals ? file.original : undefined) ?? file.clean;

function uploadProgress(files: readonly ReadyFile[], allowsOriginals: boolean): PendingFilesView['sending'] {
  const each = files.map((file) => ({
    done: file.upload?.it.countSentParts() ?? 0,
    of: file.upload
      ? partCount(file.upload.it.file.bytes)
      : partCount(chosenVersion(file, allowsOriginals).content.bytes) + 1,
  }));
  return { done: each.reduce((sum, { done }) => sum + done, 0), of: each.reduce((sum, { of }) => sum + of, 0) };
}

function toPendingFileView(file: PendingFile, allowsOriginals: boolean, sizeLimit: SizeLimit): PendingFileView {
  const { id, name } = file;
  if (!isReady(file))
    return file.why === undefined
      ? { at: 'cleaning', id, name, page: file.page }
      : { at: 'refused', id, name, why: file.why, megabytes: wholeMegabytes(file.limit ?? fileLimits.bytes) };
  const {
    type,
    content: { bytes },
  } = chosenVersion(file, allowsOriginals);
  return {
    at: 'ready',
    id,
    name,
    type,
    bytes,
    isOriginal: allowsOriginals && file.original !== undefined,
    isOriginalChosen: allowsOriginals && (file.original !== undefined || file.reading !== undefined),
    isOriginalWithheld: file.original !== undefined && !allowsOriginals,
    originalFits:
      file.source?.file !== undefined && file.source.file.size <= sizeLimit(file.source.copy.sourceType, file),
    needsPlaying: needsPlaying(file),
    isUnplayable: file.playing === 'unplayable',
    copy: file.source?.copy,
  };
}

interface ChooseOptions {
  readonly clean: (file: Blob, cleaning: CleanOptions) => Promise<CleanResult>;
  readonly createName: (was: CleanCopy['sourceType'] | undefined, number: number, isPictures?: boolean) => string;
}

/**
 * The file, and beside a Word file one with its pictures. None if it was removed meanwhile or refused: then `chosen` says
 * why. Never rejects.
 */
async function cleanPendingFile(
  chosen: UnreadyFile,
  { file, picturesId }: { readonly file: Blob; readonly picturesId: string },
  { clean, createName }: ChooseOptions,
  onPage: () => void,
): Promise<readonly ReadyFile[]> {
  const { signal } = chosen.cleaning;
  if (signal.aborted) return [];
  const onPageCleaned = (at: number, of: number): void => {
    chosen.page = { number: at, of };
    onPage();
  };
  const cleaned = await clean(file, { signal, onPage: onPageCleaned }).catch(
    (): CleanResult => ({ kind: 'refused', why: 'notLoaded' }),
  );
  if (cleaned.kind !== 'copy') {
    chosen.why = cleaned.kind === 'refused' ? cleaned.why : 'notLoaded';
    return [];
  }
  const { copy } = cleaned;
  const { number } = chosen;
  const words = createReadyFile({ id: chosen.id, number }, createName(copy.sourceType, number), { copy, file });
  if (copy.pictures === undefined) return [words];
  const picturesName = createName(copy.sourceType, number, true);
  return [words, createReadyFile({ id: picturesId, number }, picturesName, { copy: copy.pictures, file: undefined })];
}

const createReadyFile = (
  its: Pick<ReadyFile, 'id' | 'number'>,
  proposed: string,
  source: NonNullable<ReadyFile['source']>,
): ReadyFile => ({
  ...its,
  name: proposed,
  proposed,
  clean: source.copy,
  original: undefined,
  playing: 'unplayed',
  reading: undefined,
  upload: undefined,
  source,
});

async function setOriginalVersion(file: ReadyFile, isOriginal: boolean, onChange: () => void): Promise<boolean> {
  const original = file.source?.file;
  if (file.source === undefined || original === undefined) return false;
  file.reading?.abort();
  file.reading = undefined;
  file.original = undefined;
  if (isOriginal) {
    const mine = new AbortController();
    file.reading = mine;
    onChange();
    // The file on the device may be gone by now; its clean copy goes instead.
    const content = await readFileContent(original, mine.signal);
    if (mine.signal.aborted) return true;
    file.reading = undefined;
    if (typeof content !== 'string') file.original = { type: file.source.copy.sourceType, content };
  }
  onChange();
  return isOriginal === (file.original !== undefined);
}
