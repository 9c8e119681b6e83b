import { createHash } from 'node:crypto';
import type { SealedFile } from '../../../core/model/sealed-file.ts';

/** The content of a file for a test. */
export const caseFileContent = new TextEncoder().encode('what a witness saw');

/** A file as a seal names it: a text, a clean copy, of the content above. */
export const createCaseFile = (more: Partial<SealedFile> = {}): SealedFile => ({
  id: 'a1'.repeat(16),
  name: 'what I saw.txt',
  type: 'text/plain',
  bytes: caseFileContent.length,
  digest: createHash('sha256').update(caseFileContent).digest('base64url'),
  isOriginal: false,
  ...more,
});
