import { SealError } from '../../../core/ports/seal.ts';
import { parseFileHeader } from '../../../core/model/sealed-file.ts';
import type { FileToSeal } from '../../../crypto/seal-file.ts';
import { type AgeKeys, decryptAge } from '../../../crypto/decrypt-age.ts';

/**
 * The content of a whole sealed file. Throws SealError as `decryptAge`, and `damaged` if it is not the file of this case
 * and name.
 */
export async function decryptWholeFile(
  sealed: Uint8Array,
  wanted: Omit<FileToSeal, 'content'>,
  keys: AgeKeys,
): Promise<Uint8Array> {
  const plain = await decryptAge(sealed, keys);
  const header = parseFileHeader(plain, wanted);
  const content = header && plain.subarray(header.start, header.start + header.bytes);
  if (content === undefined || content.length !== header?.bytes) throw new SealError('damaged');
  return content;
}
