import { createHash } from 'node:crypto';

/** The digest of a seal, in base64url: it stays in the history when the seal is erased. */
export const digestOfSeal = (sealed: string): string =>
  createHash('sha256').update(`candour/1/seal ${sealed}`).digest('base64url');
