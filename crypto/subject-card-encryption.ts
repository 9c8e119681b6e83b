import { base64 } from '@scure/base';
import { SealError } from '../core/ports/seal.ts';
import {
  subjectCardBytes,
  type StoredSubjectCard,
  subjectCardSaltBytes,
  sealedSubjectCardBytes,
  type SubjectCard,
  subjectCardSchema,
} from '../core/model/subject-card.ts';
import { canonicalJson } from '../core/model/digests.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import { parseIdentity } from './age-identity.ts';

export interface SubjectCardKeyContext {
  readonly tenantId: string;
  readonly group: HandledBy;
}

/** The additional data of the seal: a card moved to another case or version cannot be decrypted. */
export interface SubjectCardContext extends Omit<StoredSubjectCard, 'sealed'> {
  readonly tenantId: string;
  readonly caseId: string;
}

const formatVersion = 1;
const headerBytes = 3;
const encoder = new TextEncoder();
/** A new salt for every version makes a key that seals one card, so the nonce may be constant. */
const nonce = new Uint8Array(12);

/**
 * The key cannot be exported. An age file to the group would not do, since anyone who controls the server could make
 * one. Throws SealError `malformedIdentity`.
 */
export async function deriveSubjectCardsKey(
  identity: string,
  { tenantId, group }: SubjectCardKeyContext,
): Promise<CryptoKey> {
  const seed = parseIdentity(identity);
  const bytes = Uint8Array.from(seed);
  const hkdf = { name: 'HKDF', hash: 'SHA-256' };
  try {
    const secret = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
    const info = encoder.encode(['candour/subject-cards/v1', tenantId, group].join('|'));
    const derived = new Uint8Array(
      await crypto.subtle.deriveBits({ ...hkdf, salt: new Uint8Array(), info }, secret, 256),
    );
    const key = await crypto.subtle.importKey('raw', derived, 'HKDF', false, ['deriveKey']);
    derived.fill(0);
    return key;
  } finally {
    seed.fill(0);
    bytes.fill(0);
  }
}

const deriveCardKey = (
  key: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  { caseId, version }: SubjectCardContext,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(`${caseId}|${version}`) },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );

const aesGcmParams = ({ tenantId, caseId, version, by, generation }: SubjectCardContext) => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: encoder.encode(canonicalJson(['candour/1/subject-card', tenantId, caseId, version, by, generation])),
});

/** Canonical, in any order of its fields. */
function serialiseCard(card: SubjectCard): string {
  const parsed = subjectCardSchema.safeParse(card);
  // The parser's own error may quote a name.
  if (!parsed.success) throw new SealError('brokenText');
  return canonicalJson(parsed.data);
}

/** How many bytes are too many; 0 if it fits. Throws SealError `brokenText`. */
export const excessSubjectCardBytes = (card: SubjectCard): number =>
  Math.max(0, encoder.encode(serialiseCard(card)).length - (subjectCardBytes - headerBytes));

/**
 * In base64, always of the same length. Throws SealError `brokenText` for a card that is invalid or too long
 * (`excessSubjectCardBytes`).
 */
export async function sealSubjectCard(key: CryptoKey, card: SubjectCard, context: SubjectCardContext): Promise<string> {
  const bytes = encoder.encode(serialiseCard(card));
  if (bytes.length > subjectCardBytes - headerBytes) throw new SealError('brokenText');
  const padded = new Uint8Array(subjectCardBytes);
  padded[0] = formatVersion;
  new DataView(padded.buffer).setUint16(1, bytes.length);
  padded.set(bytes, headerBytes);
  const salt = crypto.getRandomValues(new Uint8Array(subjectCardSaltBytes));
  const sealed = await crypto.subtle.encrypt(
    aesGcmParams(context),
    await deriveCardKey(key, salt, context, 'encrypt'),
    padded,
  );
  padded.fill(0);
  bytes.fill(0);
  const whole = new Uint8Array(sealedSubjectCardBytes);
  whole.set(salt);
  whole.set(new Uint8Array(sealed), subjectCardSaltBytes);
  return base64.encode(whole);
}

function decodeCard(sealed: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = Uint8Array.from(base64.decode(sealed));
    if (bytes.length === sealedSubjectCardBytes && base64.encode(bytes) === sealed) return bytes;
  } catch {
    // Refused below.
  }
  throw new SealError('damaged');
}

function parseCard(padded: Uint8Array): SubjectCard {
  const end = headerBytes + new DataView(padded.buffer, padded.byteOffset).getUint16(1);
  const isPadded = padded.length === subjectCardBytes && padded[0] === formatVersion && end <= subjectCardBytes;
  if (!isPadded || padded.subarray(end).some((byte) => byte !== 0)) throw new SealError('damaged');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(padded.subarray(headerBytes, end));
    const card = subjectCardSchema.safeParse(JSON.parse(text)).data;
    if (card !== undefined && canonicalJson(card) === text) return card;
  } catch {
    // The parser's own error may quote a name.
  }
  throw new SealError('damaged');
}

/** Throws SealError `damaged` if the card is forged, changed, invalid, or of another case, version, writer or key. */
export async function decryptSubjectCard(
  key: CryptoKey,
  sealed: string,
  context: SubjectCardContext,
): Promise<SubjectCard> {
  const bytes = decodeCard(sealed);
  const salt = bytes.slice(0, subjectCardSaltBytes);
  const padded = await deriveCardKey(key, salt, context, 'decrypt')
    .then((one) => crypto.subtle.decrypt(aesGcmParams(context), one, bytes.subarray(subjectCardSaltBytes)))
    .catch(() => {
      throw new SealError('damaged');
    });
  const clear = new Uint8Array(padded);
  try {
    return parseCard(clear);
  } finally {
    clear.fill(0);
  }
}
