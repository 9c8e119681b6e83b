import { base64 } from '@scure/base';
import { createHash } from 'node:crypto';
import {
  digestOfContent,
  digestOfFile,
  exportedCaseSchema,
  type ExportedContent,
  exportedText,
  type ExportedWhat,
} from '../../concerns/casework/exported-case.ts';
import { fingerprintDigits, groupedFingerprint } from '../../concerns/terms/recipients.ts';
import type { AnswerOf } from '../../contract/operations.ts';

/** Files of a case before the server knows of them. In clear, so in memory alone. */
export interface MadeFiles {
  readonly content: ExportedContent;
  readonly pdf: Uint8Array;
  /** Recorded and signed by the server. */
  readonly digests: { readonly json: string; readonly pdf: string };
}

export interface SignedFiles {
  readonly what: ExportedWhat;
  readonly withLog: boolean;
  readonly json: string;
  readonly pdf: Uint8Array;
  readonly fingerprint: string;
}

export const madeFiles = (content: ExportedContent, pdf: Uint8Array): MadeFiles => ({
  content,
  pdf,
  digests: { json: digestOfContent(content), pdf: digestOfFile(pdf) },
});

/**
 * `undefined` if the server signed other files: an earlier try went through, and the page no longer has its files.
 * Throws on an answer of another form.
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
