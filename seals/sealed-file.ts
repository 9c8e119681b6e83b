import { Encrypter } from 'age-encryption';
import { SealError } from '../concerns/ports/seal-error.ts';
import { fileContent, fileHeader } from '../concerns/records/sealed-file.ts';
import type { CaseId } from '../concerns/terms/case-id.ts';
import { paddedLength } from '../concerns/terms/files.ts';
import { type AgeKeys, decryptAge } from './decrypt-age.ts';
import { checkRecipient } from './recipient-of.ts';

/** A file to be sealed: its content, and the case and name that its first line binds it to. */
export interface FileToSeal {
  readonly caseId: CaseId;
  readonly id: string;
  readonly content: Uint8Array;
}

/** A sealed file as it is made, piece by piece: no more of it is in memory than was asked for. */
export interface SealedStream {
  /** How long all of it is: one of a few lengths. */
  readonly bytes: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/** No more of a file is taken up at once than a piece of age. */
const pieceBytes = 65_536;

/** The plaintext of a file as a stream, whose length is known only once age has said how long its header is. */
function plainOf(line: Uint8Array, content: Uint8Array, length: Promise<number>): ReadableStream<Uint8Array> {
  let at = 0;
  const end = line.length + content.length;
  return new ReadableStream({
    async pull(controller) {
      const most = await length;
      const take = Math.min(pieceBytes, most - at);
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
 * Seals a file to recipients (`age1pq1…`), with zeros behind it so that its length is exactly one of the classes. Throws
 * SealError: `noRecipient` for nobody, `malformedRecipient`, `notHybrid`; RangeError for a content that no class takes.
 */
export async function sealFile(file: FileToSeal, recipients: readonly string[]): Promise<SealedStream> {
  const lines = [...new Set(recipients)];
  if (lines.length === 0) throw new SealError('noRecipient');
  for (const line of lines) checkRecipient(line);
  const encrypter = new Encrypter();
  for (const line of lines) encrypter.addRecipient(line);
  const { caseId, id, content } = file;
  const first = new TextEncoder().encode(fileHeader({ caseId, id, bytes: content.length }));
  const { promise: length, resolve, reject } = Promise.withResolvers<number>();
  // Where nobody pulls, nobody hears of it.
  length.catch(() => undefined);
  const stream = await encrypter.encrypt(plainOf(first, content, length)).catch(() => {
    const error = new SealError('malformedRecipient');
    reject(error);
    throw error;
  });
  // One byte of content adds a nonce and a tag to the header.
  const padded = paddedLength(stream.size(1) - 33, first.length + content.length);
  if (padded === undefined) {
    const error = new RangeError('no class of sealed files takes it');
    reject(error);
    throw error;
  }
  resolve(padded.plain);
  return { bytes: padded.sealed, stream };
}

/**
 * The content of a sealed file, opened by one of the keys. Throws SealError: as `decryptAge`, and `damaged` where it is
 * not the file of this case and name. Its digest is for whoever has the seal that names it.
 */
export async function openFile(
  sealed: Uint8Array,
  wanted: Omit<FileToSeal, 'content'>,
  keys: AgeKeys,
): Promise<Uint8Array> {
  const content = fileContent(await decryptAge(sealed, keys), wanted);
  if (content === undefined) throw new SealError('damaged');
  return content;
}
