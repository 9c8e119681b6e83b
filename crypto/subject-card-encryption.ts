import {
  subjectCardBytes,
  subjectCardSaltBytes,
  sealedSubjectCardBytes,
  type SubjectCard,
  subjectCardSchema,
} from '../core/model/subject-card.ts';
import {
  decryptPadded,
  deriveGroupKey,
  excessPaddedBytes,
  type GroupKeyContext,
  type GroupSealContext,
  type PaddedFormat,
  sealPadded,
} from './padded-group-encryption.ts';

export type SubjectCardKeyContext = GroupKeyContext;
export type SubjectCardContext = GroupSealContext;

const format: PaddedFormat<SubjectCard> = {
  keyLabel: 'candour/subject-cards/v1',
  sealLabel: 'candour/1/subject-card',
  schema: subjectCardSchema,
  bytes: subjectCardBytes,
  saltBytes: subjectCardSaltBytes,
  sealedBytes: sealedSubjectCardBytes,
};

/** The key cannot be exported. Throws SealError `malformedIdentity`. */
export const deriveSubjectCardsKey = (identity: string, context: SubjectCardKeyContext): Promise<CryptoKey> =>
  deriveGroupKey(format, identity, context);

/** How many bytes are too many; 0 if it fits. Throws SealError `brokenText`. */
export const excessSubjectCardBytes = (card: SubjectCard): number => excessPaddedBytes(format, card);

/**
 * In base64, always of the same length. Throws SealError `brokenText` for a card that is invalid or too long
 * (`excessSubjectCardBytes`).
 */
export const sealSubjectCard = (key: CryptoKey, card: SubjectCard, context: SubjectCardContext): Promise<string> =>
  sealPadded(format, key, card, context);

/** Throws SealError `damaged` if the card is forged, changed, invalid, or of another case, version, writer or key. */
export const decryptSubjectCard = (key: CryptoKey, sealed: string, context: SubjectCardContext): Promise<SubjectCard> =>
  decryptPadded(format, key, sealed, context);
