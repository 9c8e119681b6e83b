import { SealError } from '../core/ports/seal.ts';
import { fileContent } from '../core/model/sealed-file.ts';
import type { CaseId } from '../core/model/codes.ts';
import { longestFileHeader } from '../core/model/files.ts';
import { decrypterWith } from './decrypt-age.ts';

export interface WantedFile {
  readonly caseId: CaseId;
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of its content, in base64url. */
  readonly digest: string;
}

/** Reads to the end even if it keeps less, since only the end proves the file whole. */
async function beginningOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const kept = new Uint8Array(most);
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const piece = read.value.subarray(0, most - length);
    kept.set(piece, length);
    length += piece.length;
  }
  return kept.subarray(0, length);
}

async function digestOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Opens a sealed file as a stream, with only one piece of ciphertext in memory. Throws SealError as `decryptAge`, and
 * `damaged` if it is not the file of this case and name, differs from what its seal says, or the stream fails.
 */
export async function openSealedFile(
  sealed: ReadableStream<Uint8Array>,
  wanted: WantedFile,
  identities: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { decrypter, nobodyFits } = decrypterWith({ identities });
  let plain: Uint8Array<ArrayBuffer>;
  try {
    plain = await beginningOf(await decrypter.decrypt(sealed), longestFileHeader + wanted.bytes);
  } catch {
    throw new SealError(nobodyFits() ? 'notForThisIdentity' : 'damaged');
  }
  const content = fileContent(plain, wanted);
  if (content?.length !== wanted.bytes) throw new SealError('damaged');
  const own = content.slice();
  plain.fill(0);
  if ((await digestOf(own)) !== wanted.digest) throw new SealError('damaged');
  return own;
}
