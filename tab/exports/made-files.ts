import { base64 } from '@scure/base';
import { createHash } from 'node:crypto';
import {
  digestOfContent,
  digestOfFile,
  exportedCaseSchema,
  type ExportedContent,
  exportedText,
} from '../../concerns/casework/exported-case.ts';
import type { ExportedWhat } from '../../concerns/casework/export-names.ts';
import { fingerprintDigits, groupedFingerprint } from '../../concerns/terms/recipients.ts';
import type { AnswerOf } from '../../contract/operations.ts';

/**
 * The files that the page made of a case that is to leave, before the server knows of it. They are in clear and stay in
 * memory.
 */
export interface MadeFiles {
  readonly content: ExportedContent;
  readonly pdf: Uint8Array;
  /** The digests that the server writes into the history and signs. */
  readonly digests: { readonly json: string; readonly pdf: string };
}

/** The files that leave, ready to be saved. */
export interface SignedFiles {
  readonly what: ExportedWhat;
  /** The decision log is in them. */
  readonly withLog: boolean;
  readonly json: string;
  readonly pdf: Uint8Array;
  /** Of the key that signed. */
  readonly fingerprint: string;
}

/** Content and a PDF with their digests. */
export const madeFiles = (content: ExportedContent, pdf: Uint8Array): MadeFiles => ({
  content,
  pdf,
  digests: { json: digestOfContent(content), pdf: digestOfFile(pdf) },
});

/**
 * The files that an answer of the server belongs to; `undefined` where it signed others than these: an earlier try was
 * carried out, with files that this page no longer has. Throws where the answer is of another form.
 */
export function signedFiles(
  made: readonly MadeFiles[],
  {
    attestation,
    signature,
    publicKey,
    history,
  }: Pick<AnswerOf<'case.export'>, 'attestation' | 'signature' | 'publicKey' | 'history'>,
): SignedFiles | undefined {
  const these = made.find(({ digests }) => digests.json === attestation.json && digests.pdf === attestation.pdf);
  if (these === undefined) return undefined;
  const exported = exportedCaseSchema.parse({
    candour: 'export/1',
    content: these.content,
    history,
    attestation,
    signature,
    publicKey,
  });
  const digest = createHash('sha256').update(base64.decode(publicKey)).digest('hex');
  const fingerprint = groupedFingerprint(digest.slice(0, fingerprintDigits));
  const { content } = these;
  const withLog = content.what === 'whole' && content.log !== undefined;
  return { what: content.what, withLog, json: exportedText(exported), pdf: these.pdf, fingerprint };
}
