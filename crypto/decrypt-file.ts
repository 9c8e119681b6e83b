import { SealError } from '../core/ports/seal.ts';
import { startSha256 } from '../core/model/digests.ts';
import { parseFileHeader } from '../core/model/sealed-file.ts';
import type { CaseId } from '../core/model/case-id.ts';
import { maxFileBytes } from '../core/model/file-limits.ts';
import { createDecrypter } from './decrypt-age.ts';

export interface ExpectedFile {
  readonly caseId: CaseId;
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of its content, in base64url. */
  readonly digest: string;
}

/**
 * The content in pieces, with one piece of ciphertext in memory. No piece counts before the last has come: only the end
 * proves the file whole. Throws SealError as `decryptAge`, and `damaged` if it is not the file of this case and name,
 * differs from what its seal says, or the stream fails.
 */
export async function* decryptFilePieces(
  sealed: ReadableStream<Uint8Array>,
  wanted: ExpectedFile,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const damaged = new SealError('damaged');
  if (wanted.bytes > maxFileBytes) throw damaged;
  const { decrypter, nobodyFits } = createDecrypter({ identities });
  const toSealError = (): never => {
    throw nobodyFits() ? new SealError('notForThisIdentity') : damaged;
  };
  const reader = (await decrypter.decrypt(sealed).catch(toSealError)).getReader();
  const digest = startSha256();
  let left: number | undefined;
  for (let step = await reader.read().catch(toSealError); !step.done; step = await reader.read().catch(toSealError)) {
    let piece = step.value;
    if (left === undefined) {
      const header = parseFileHeader(piece, wanted);
      if (header?.bytes !== wanted.bytes) throw damaged;
      left = wanted.bytes;
      piece = piece.subarray(header.start);
    }
    const content = piece.subarray(0, left);
    left -= content.length;
    digest.update(content);
    if (content.length > 0) yield content;
  }
  if (left !== 0 || digest.end() !== wanted.digest) throw damaged;
}

/** As `decryptFilePieces`, in memory once. */
export async function decryptFile(
  sealed: ReadableStream<Uint8Array>,
  wanted: ExpectedFile,
  identities: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  if (wanted.bytes > maxFileBytes) throw new SealError('damaged');
  const content = new Uint8Array(wanted.bytes);
  let at = 0;
  try {
    for await (const piece of decryptFilePieces(sealed, wanted, identities)) {
      content.set(piece, at);
      at += piece.length;
    }
    return content;
  } catch (error) {
    content.fill(0);
    throw error;
  }
}
