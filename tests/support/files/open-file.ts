import { SealError } from '../../../concerns/ports/seal.ts';
import { fileContent } from '../../../concerns/records/sealed-file.ts';
import type { FileToSeal } from '../../../seals/sealed-file.ts';
import { type AgeKeys, decryptAge } from '../../../seals/decrypt-age.ts';

/**
 * The content of a whole sealed file. Throws SealError as `decryptAge`, and `damaged` if it is not the file of this case
 * and name.
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
