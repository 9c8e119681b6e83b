import { Encrypter } from 'age-encryption';
import { SealError } from '../core/ports/seal.ts';
import { startSha256 } from '../core/model/digests.ts';
import { fileHeader } from '../core/model/sealed-file.ts';
import type { CaseId } from '../core/model/case-id.ts';
import type { FileContent } from '../core/model/file-content.ts';
import { paddedFileLength } from '../core/model/file-limits.ts';
import { assertRecipient } from './recipient.ts';

export interface FileToSeal {
  readonly caseId: CaseId;
  readonly id: string;
  readonly content: FileContent;
}

export interface SealedStream {
  readonly bytes: number;
  /** Fails with ContentChangedError before its last piece, and so never becomes a whole file. */
  readonly stream: ReadableStream<Uint8Array>;
}

/** The content can no longer be read, or is not the one that was counted and digested before. */
export class ContentChangedError extends Error {}

const chunkBytes = 65_536;

async function* readChecked(
  content: FileContent,
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  const digest = startSha256();
  let length = 0;
  for (;;) {
    const step = await reader.read().catch(() => {
      throw new ContentChangedError();
    });
    if (step.done) break;
    length += step.value.length;
    if (length > content.bytes) throw new ContentChangedError();
    digest.update(step.value);
    yield step.value;
  }
  if (length !== content.bytes || digest.end() !== content.digest) throw new ContentChangedError();
}

/** The padding depends on the length of age's header, known only once the stream begins. */
function createPlainStream(
  line: Uint8Array,
  content: FileContent,
  length: Promise<number>,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  async function* createPieces(): AsyncGenerator<Uint8Array> {
    const total = await length;
    yield line;
    reader = content.stream().getReader();
    yield* readChecked(content, reader);
    for (let left = total - line.length - content.bytes; left > 0; left -= chunkBytes)
      yield new Uint8Array(Math.min(chunkBytes, left));
  }
  const pieces = createPieces();
  const release = async (): Promise<void> => await reader?.cancel().catch(() => undefined);
  return new ReadableStream({
    async pull(controller) {
      try {
        const step = await pieces.next();
        if (step.done) controller.close();
        else controller.enqueue(step.value);
      } catch (error) {
        await release();
        throw error;
      }
    },
    cancel: release,
  });
}

/**
 * Pads with zeros to exactly one of the length classes. Throws SealError: `noRecipient`, `malformedRecipient`,
 * `notHybrid`; RangeError if the content is too long for every class.
 */
export async function sealFile(file: FileToSeal, recipients: readonly string[]): Promise<SealedStream> {
  const lines = [...new Set(recipients)];
  if (lines.length === 0) throw new SealError('noRecipient');
  for (const line of lines) assertRecipient(line);
  const encrypter = new Encrypter();
  for (const line of lines) encrypter.addRecipient(line);
  const { caseId, id, content } = file;
  const first = new TextEncoder().encode(fileHeader({ caseId, id, bytes: content.bytes }));
  const { promise: length, resolve, reject } = Promise.withResolvers<number>();
  // If no one pulls, no one hears of the failure.
  length.catch(() => undefined);
  const stream = await encrypter.encrypt(createPlainStream(first, content, length)).catch(() => {
    const error = new SealError('malformedRecipient');
    reject(error);
    throw error;
  });
  const padded = paddedFileLength(stream.size(1) - 33, first.length + content.bytes);
  if (padded === undefined) {
    const error = new RangeError('no class of sealed files takes it');
    reject(error);
    throw error;
  }
  resolve(padded.plain);
  return { bytes: padded.sealed, stream };
}
