import {
  type CaseTitle,
  caseTitleBytes,
  caseTitleSaltBytes,
  caseTitleSchema,
  sealedCaseTitleBytes,
} from '../core/model/case-title.ts';
import {
  decryptPadded,
  deriveGroupKey,
  type GroupKeyContext,
  type GroupSealContext,
  type PaddedFormat,
  sealPadded,
} from './padded-group-encryption.ts';

const format: PaddedFormat<CaseTitle> = {
  keyLabel: 'candour/case-titles/v1',
  sealLabel: 'candour/1/case-title',
  schema: caseTitleSchema,
  bytes: caseTitleBytes,
  saltBytes: caseTitleSaltBytes,
  sealedBytes: sealedCaseTitleBytes,
};

/** The key cannot be exported. Throws SealError `malformedIdentity`. */
export const deriveCaseTitlesKey = (identity: string, context: GroupKeyContext): Promise<CryptoKey> =>
  deriveGroupKey(format, identity, context);

/** In base64, always of the same length. Throws SealError `brokenText` for a title that is invalid. */
export const sealCaseTitle = (key: CryptoKey, title: CaseTitle, context: GroupSealContext): Promise<string> =>
  sealPadded(format, key, title, context);

/** Throws SealError `damaged` if the title is forged, changed, invalid, or of another case, version, writer or key. */
export const decryptCaseTitle = (key: CryptoKey, sealed: string, context: GroupSealContext): Promise<CaseTitle> =>
  decryptPadded(format, key, sealed, context);
