import { randomBytes } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { fileHeader, type SealedFile } from '../../../core/model/sealed-file.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { digestOfFile, partLength, paddedFileLength, partCount } from '../../../core/model/file-limits.ts';

/** A file as the page seals it: named, padded, sealed, and in parts. */
export interface TestSealedFile {
  readonly named: SealedFile;
  readonly kept: { readonly id: string; readonly bytes: number };
  readonly sealed: Uint8Array;
  readonly part: (part: number) => Uint8Array;
  readonly parts: number;
}

/** The length of the header of an age file. */
function headerLength(sealed: Uint8Array): number {
  const text = Buffer.from(sealed).toString('latin1');
  return text.indexOf('\n', text.indexOf('\n--- ') + 1) + 1;
}

async function sealedTo(recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const line of recipients) encrypter.addRecipient(line);
  return encrypter.encrypt(plain);
}

/** Seals content as a file of a case, to the length of its class. */
export async function createSealedFile(
  caseId: CaseId,
  recipients: readonly string[],
  content: Uint8Array,
  its: Partial<SealedFile> = {},
): Promise<TestSealedFile> {
  const id = its.id ?? randomBytes(16).toString('hex');
  const header = new TextEncoder().encode(fileHeader({ caseId, id, bytes: content.length }));
  const length = headerLength(await sealedTo(recipients, new Uint8Array(1)));
  const padded = paddedFileLength(length, header.length + content.length);
  if (padded === undefined) throw new RangeError('too large');
  const plain = new Uint8Array(padded.plain);
  plain.set(header);
  plain.set(content, header.length);
  const sealed = await sealedTo(recipients, plain);
  return {
    named: {
      name: 'made-up.txt',
      type: 'text/plain',
      bytes: content.length,
      digest: digestOfFile(content),
      isOriginal: false,
      ...its,
      id,
    },
    kept: { id, bytes: sealed.length },
    sealed,
    part: (part) => {
      const from = part * partLength(sealed.length, 0);
      return sealed.subarray(from, from + partLength(sealed.length, part));
    },
    parts: partCount(sealed.length),
  };
}
