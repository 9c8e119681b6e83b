import { randomBytes } from 'node:crypto';
import { type StoredCaseTitle, sealedCaseTitleBytes } from '../../../core/model/case-title.ts';
import { type StoredSubjectCard, sealedSubjectCardBytes } from '../../../core/model/subject-card.ts';

/** A card as a server has it: bytes that only a page can open, and here nobody. */
export const createSealedCard = (version: number, generation: string): Omit<StoredSubjectCard, 'by'> => ({
  sealed: randomBytes(sealedSubjectCardBytes).toString('base64'),
  version,
  generation,
});

/** A working title as a server has it. */
export const createSealedTitle = (version: number, generation: string): Omit<StoredCaseTitle, 'by'> => ({
  sealed: randomBytes(sealedCaseTitleBytes).toString('base64'),
  version,
  generation,
});
