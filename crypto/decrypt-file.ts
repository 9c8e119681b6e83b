import { SealError } from '../core/ports/seal.ts';
import { parseFileContent } from '../core/model/sealed-file.ts';
import type { CaseId } from '../core/model/case-id.ts';
import { maxFileHeaderBytes } from '../core/model/file-limits.ts';
import { createDecrypter } from './decrypt-age.ts';

export interface ExpectedFile {
  readonly caseId: CaseId;
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of its content, in base64url. */
  readonly digest: string;
}

/** Reads to the end even if it keeps less, since only the end proves the file whole. */
async function readPrefix(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const prefix = new Uint8Array(maxBytes);
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const piece = read.value.subarray(0, maxBytes - length);
    prefix.set(piece, length);
    length += piece.length;
  }
  return prefix.subarray(0, length);
}

async function sha256Digest(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * With one piece of ciphertext in memory. Throws SealError as `decryptAge`, and `damaged` if it is not the file of this
 * case and name, differs from what its seal says, or the stream fails.
 */
export async function decryptFile(
  sealed: ReadableStream<Uint8Array>,
  wanted: ExpectedFile,
  identities: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { decrypter, nobodyFits } = createDecrypter({ identities });
  let plain: Uint8Array<ArrayBuffer>;
  try {
    plain = await readPrefix(await decrypter.decrypt(sealed), maxFileHeaderBytes + wanted.bytes);
  } catch {
    throw new SealError(nobodyFits() ? 'notForThisIdentity' : 'damaged');
  }
  const content = parseFileContent(plain, wanted);
  if (content?.length !== wanted.bytes) throw new SealError('damaged');
  const result = content.slice();
  plain.fill(0);
  if ((await sha256Digest(result)) !== wanted.digest) throw new SealError('damaged');
  return result;
}
