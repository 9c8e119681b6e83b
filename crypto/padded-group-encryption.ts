import { base64 } from '@scure/base';
import type { z } from 'zod';
import { canonicalJson } from '../core/model/digests.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import type { PersonId } from '../core/model/roles.ts';
import { SealError } from '../core/ports/seal.ts';
import { parseIdentity } from './age-identity.ts';

export interface GroupKeyContext {
  readonly tenantId: string;
  readonly group: HandledBy;
}

/** The additional data of the seal: a text moved to another case or version cannot be decrypted. */
export interface GroupSealContext {
  readonly tenantId: string;
  readonly caseId: string;
  readonly version: number;
  readonly by: PersonId;
  readonly generation: string;
}

/** One kind of text that a group's handlers seal in their pages. */
export interface PaddedFormat<Content> {
  /** Separate keys for each kind. */
  readonly keyLabel: string;
  readonly sealLabel: string;
  readonly schema: z.ZodType<Content>;
  /** The padded length, and that of salt, text and tag. */
  readonly bytes: number;
  readonly saltBytes: number;
  readonly sealedBytes: number;
}

const formatVersion = 1;
const paddedHeaderBytes = 3;
const encoder = new TextEncoder();
/** A new salt for every version makes a key that seals one text, so the nonce may be constant. */
const nonce = new Uint8Array(12);

/**
 * The key cannot be exported. An age file to the group would not do, since anyone who controls the server could make
 * one. Throws SealError `malformedIdentity`.
 */
export async function deriveGroupKey(
  { keyLabel }: Pick<PaddedFormat<unknown>, 'keyLabel'>,
  identity: string,
  { tenantId, group }: GroupKeyContext,
): Promise<CryptoKey> {
  const seed = parseIdentity(identity);
  const bytes = Uint8Array.from(seed);
  const hkdf = { name: 'HKDF', hash: 'SHA-256' };
  try {
    const secret = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
    const info = encoder.encode([keyLabel, tenantId, group].join('|'));
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

const deriveSealKey = (
  key: CryptoKey,
  salt: Uint8Array<ArrayBuffer>,
  { caseId, version }: GroupSealContext,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(`${caseId}|${version}`) },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );

const aesGcmParams = (sealLabel: string, { tenantId, caseId, version, by, generation }: GroupSealContext) => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: encoder.encode(canonicalJson([sealLabel, tenantId, caseId, version, by, generation])),
});

/** Canonical, in any order of its fields. */
function serialise<Content>({ schema }: PaddedFormat<Content>, content: Content): string {
  const parsed = schema.safeParse(content);
  // The parser's own error may quote a name.
  if (!parsed.success) throw new SealError('brokenText');
  return canonicalJson(parsed.data);
}

/** How many bytes are too many; 0 if it fits. Throws SealError `brokenText`. */
export const excessPaddedBytes = <Content>(format: PaddedFormat<Content>, content: Content): number =>
  Math.max(0, encoder.encode(serialise(format, content)).length - (format.bytes - paddedHeaderBytes));

/** In base64, always of the same length. Throws SealError `brokenText` for a text that is invalid or too long. */
export async function sealPadded<Content>(
  format: PaddedFormat<Content>,
  key: CryptoKey,
  content: Content,
  context: GroupSealContext,
): Promise<string> {
  const bytes = encoder.encode(serialise(format, content));
  if (bytes.length > format.bytes - paddedHeaderBytes) throw new SealError('brokenText');
  const padded = new Uint8Array(format.bytes);
  padded[0] = formatVersion;
  new DataView(padded.buffer).setUint16(1, bytes.length);
  padded.set(bytes, paddedHeaderBytes);
  const salt = crypto.getRandomValues(new Uint8Array(format.saltBytes));
  const sealed = await crypto.subtle.encrypt(
    aesGcmParams(format.sealLabel, context),
    await deriveSealKey(key, salt, context, 'encrypt'),
    padded,
  );
  padded.fill(0);
  bytes.fill(0);
  const whole = new Uint8Array(format.sealedBytes);
  whole.set(salt);
  whole.set(new Uint8Array(sealed), format.saltBytes);
  return base64.encode(whole);
}

function decodeSealed(sealed: string, sealedBytes: number): Uint8Array<ArrayBuffer> {
  try {
    const bytes = Uint8Array.from(base64.decode(sealed));
    if (bytes.length === sealedBytes && base64.encode(bytes) === sealed) return bytes;
  } catch {
    // Refused below.
  }
  throw new SealError('damaged');
}

function parsePadded<Content>({ schema, bytes }: PaddedFormat<Content>, padded: Uint8Array): Content {
  const end = paddedHeaderBytes + new DataView(padded.buffer, padded.byteOffset).getUint16(1);
  const isPadded = padded.length === bytes && padded[0] === formatVersion && end <= bytes;
  if (!isPadded || padded.subarray(end).some((byte) => byte !== 0)) throw new SealError('damaged');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      padded.subarray(paddedHeaderBytes, end),
    );
    const content = schema.safeParse(JSON.parse(text)).data;
    if (content !== undefined && canonicalJson(content) === text) return content;
  } catch {
    // The parser's own error may quote a name.
  }
  throw new SealError('damaged');
}

/** Throws SealError `damaged` if it is forged, changed, invalid, or of another case, version, writer or key. */
export async function decryptPadded<Content>(
  format: PaddedFormat<Content>,
  key: CryptoKey,
  sealed: string,
  context: GroupSealContext,
): Promise<Content> {
  const bytes = decodeSealed(sealed, format.sealedBytes);
  const salt = bytes.slice(0, format.saltBytes);
  const padded = await deriveSealKey(key, salt, context, 'decrypt')
    .then((one) =>
      crypto.subtle.decrypt(aesGcmParams(format.sealLabel, context), one, bytes.subarray(format.saltBytes)),
    )
    .catch(() => {
      throw new SealError('damaged');
    });
  const clear = new Uint8Array(padded);
  try {
    return parsePadded(format, clear);
  } finally {
    clear.fill(0);
  }
}
