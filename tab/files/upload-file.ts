import type { CaseCredential } from '../../core/ports/intake.ts';
import type { StoredFile } from '../../core/model/sealed-file.ts';
import type { FileContent } from '../../core/model/file-content.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { partLength, partCount } from '../../core/model/file-limits.ts';
import { ContentChangedError, sealFile } from '../../crypto/seal-file.ts';

/**
 * Uploads sealed files part by part, before the words that name them. Throws StoreError. `differs` and `full` store
 * nothing; `named`: a report or message names the file, and it stays.
 */
export interface FileTransport {
  /** `waiting`: other files of the claim that nothing names yet. */
  listParts(
    claim: CaseCredential,
    file: StoredFile,
  ): Promise<{ readonly parts: readonly number[]; readonly waiting: readonly string[] }>;
  sendPart(
    claim: CaseCredential,
    file: StoredFile,
    part: number,
    bytes: Uint8Array,
  ): Promise<'kept' | 'differs' | 'full'>;
  drop(claim: CaseCredential, id: string): Promise<'dropped' | 'named'>;
}

export interface UploadDestination {
  readonly transport: FileTransport;
  readonly getRecipients: (to: HandledBy) => readonly string[];
}

/** Milliseconds before a part is sent again; after the last, sending stops. */
const retryDelaysMs = [1_000, 3_000, 8_000, 15_000] as const;

export interface Upload {
  readonly claim: CaseCredential;
  readonly file: StoredFile;
  readonly countSentParts: () => number;
  /** Throws ContentChangedError, and is then of no more use. */
  run(how: UploadOptions): Promise<'whole' | 'differs' | 'full'>;
  cancel(): void;
}

interface UploadOptions {
  readonly transport: FileTransport;
  readonly signal: AbortSignal;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly onPart: () => void;
}

interface Content {
  readonly id: string;
  readonly content: FileContent;
}

/** For one piece of a file on a device that may have gone, or of a copy that is made. */
const readTimeoutMs = 30_000;

function createPartReader(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let buffer: Uint8Array = new Uint8Array(0);
  async function readPiece(): Promise<ReadableStreamReadResult<Uint8Array>> {
    const { promise: isTooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new ContentChangedError()), readTimeoutMs);
    return await Promise.race([reader.read(), isTooLate]).finally(() => clearTimeout(timer));
  }
  return async (length: number): Promise<Uint8Array> => {
    const part = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      if (buffer.length === 0) {
        const step = await readPiece();
        if (step.done) throw new RangeError('the sealed file is too short');
        buffer = step.value;
      }
      const piece = buffer.subarray(0, length - at);
      part.set(piece, at);
      at += piece.length;
      buffer = buffer.subarray(piece.length);
    }
    return part;
  };
}

/** Seals a file for a claim to these public keys. `run` sends it. */
export async function createUpload(
  claim: CaseCredential,
  { id, content }: Content,
  recipients: readonly string[],
): Promise<Upload> {
  const { bytes, stream } = await sealFile({ caseId: claim.caseId, id, content }, recipients);
  const file = { id, bytes };
  const reader = stream.getReader();
  const next = createPartReader(reader);
  const parts = partCount(bytes);
  let sentParts = 0;
  let pending: Uint8Array | undefined;
  let wasInterrupted = false;

  async function retry<T>(work: () => Promise<T>, { signal, wait }: UploadOptions): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      if (signal.aborted) throw new StoreError('unavailable');
      try {
        return await work();
      } catch (error) {
        const pause = retryDelaysMs[tries];
        if (pause === undefined || !(error instanceof StoreError)) throw error;
        await wait(pause, signal);
      }
    }
  }

  async function areSentPartsStored(how: UploadOptions): Promise<boolean> {
    const there = new Set((await retry(() => how.transport.listParts(claim, file), how)).parts);
    return Array.from({ length: sentParts }, (_one, part) => part).every((part) => there.has(part));
  }

  return {
    claim,
    file,
    countSentParts: () => sentParts,
    async run(how) {
      if (wasInterrupted && !(await areSentPartsStored(how))) return 'differs';
      wasInterrupted = true;
      while (sentParts < parts) {
        pending ??= await next(partLength(bytes, sentParts));
        const part = pending;
        const outcome = await retry(() => how.transport.sendPart(claim, file, sentParts, part), how);
        if (outcome !== 'kept') return outcome;
        pending = undefined;
        sentParts += 1;
        how.onPart();
      }
      return 'whole';
    },
    cancel: () => void reader.cancel().catch(() => undefined),
  };
}

export const abortableDelay = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
