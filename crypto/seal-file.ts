import { Encrypter } from 'age-encryption';
import { SealError } from '../core/ports/seal.ts';
import { fileHeader } from '../core/model/sealed-file.ts';
import type { CaseId } from '../core/model/case-id.ts';
import { paddedFileLength } from '../core/model/file-limits.ts';
import { assertRecipient } from './recipient.ts';

export interface FileToSeal {
  readonly caseId: CaseId;
  readonly id: string;
  readonly content: Uint8Array;
}

export interface SealedStream {
  readonly bytes: number;
  readonly stream: ReadableStream<Uint8Array>;
}

const chunkBytes = 65_536;

/** The padding depends on the length of age's header, known only once the stream begins. */
function createPlainStream(line: Uint8Array, content: Uint8Array, length: Promise<number>): ReadableStream<Uint8Array> {
  let at = 0;
  const end = line.length + content.length;
  return new ReadableStream({
    async pull(controller) {
      const total = await length;
      const take = Math.min(chunkBytes, total - at);
      if (take === 0) return controller.close();
      const piece = new Uint8Array(take);
      if (at < line.length) piece.set(line.subarray(at, at + take));
      const from = Math.max(at, line.length);
      const to = Math.min(at + take, end);
      if (from < to) piece.set(content.subarray(from - line.length, to - line.length), from - at);
      at += take;
      controller.enqueue(piece);
    },
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
  const first = new TextEncoder().encode(fileHeader({ caseId, id, bytes: content.length }));
  const { promise: length, resolve, reject } = Promise.withResolvers<number>();
  // If no one pulls, no one hears of the failure.
  length.catch(() => undefined);
  const stream = await encrypter.encrypt(createPlainStream(first, content, length)).catch(() => {
    const error = new SealError('malformedRecipient');
    reject(error);
    throw error;
  });
  const padded = paddedFileLength(stream.size(1) - 33, first.length + content.length);
  if (padded === undefined) {
    const error = new RangeError('no class of sealed files takes it');
    reject(error);
    throw error;
  }
  resolve(padded.plain);
  return { bytes: padded.sealed, stream };
}
