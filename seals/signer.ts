import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, bech32 } from '@scure/base';
import { seedOfIdentity } from './age-identity.ts';

/** How the public line of a signer begins. Bech32 finds a letter that was copied wrong. */
const prefix = 'candour-signer';
const publicBytes = 32;
const signatureBytes = 64;
const encoder = new TextEncoder();

/** A kind of signed text: a signature of one kind says nothing of another. */
export type SignedKind = 'page' | 'line' | 'recipients';

/**
 * The Ed25519 key that goes with a private line (`AGE-SECRET-KEY-PQ-1…`): whoever holds a key has one file to keep, and
 * a signature tells nothing of the key that opens. Throws SealError `malformedIdentity`.
 */
function secretOf(identity: string): Uint8Array {
  const seed = seedOfIdentity(identity);
  const secret = hkdf(sha256, seed, undefined, encoder.encode('candour signing key 1'), 32);
  seed.fill(0);
  return secret;
}

const signedBytes = (kind: SignedKind, text: string): Uint8Array => encoder.encode(`candour signed ${kind} 1\n${text}`);

/** The public line, `candour-signer1…`, of whoever signs with a private line. Throws SealError `malformedIdentity`. */
export function signerOf(identity: string): string {
  const secret = secretOf(identity);
  const line = bech32.encode(prefix, bech32.toWords(ed25519.getPublicKey(secret)), false);
  secret.fill(0);
  return line;
}

/** The 32 bytes in a signer's public line; `undefined` for what is none, and for another spelling of one. */
function keyOfSigner(line: string): Uint8Array | undefined {
  const decoded = line === line.toLowerCase() ? bech32.decodeUnsafe(line, false) : undefined;
  const key = decoded && bech32.fromWordsUnsafe(decoded.words);
  return decoded?.prefix === prefix && key?.length === publicBytes ? key : undefined;
}

/** Whether this is the public line of a signer. */
export const isSigner = (line: string): boolean => keyOfSigner(line) !== undefined;

/** A signature over a text of one kind, in base64url. Throws SealError `malformedIdentity`. */
export function sign(identity: string, kind: SignedKind, text: string): string {
  const secret = secretOf(identity);
  const signature = ed25519.sign(signedBytes(kind, text), secret);
  secret.fill(0);
  return base64urlnopad.encode(signature);
}

function bytesOf(signature: string): Uint8Array | undefined {
  try {
    const bytes = base64urlnopad.decode(signature);
    return bytes.length === signatureBytes && base64urlnopad.encode(bytes) === signature ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a signature over a text of this kind is by this signer. Anything that is no line or no signature is not. */
export function isSignedBy(line: string, kind: SignedKind, text: string, signature: string): boolean {
  const key = keyOfSigner(line);
  const bytes = bytesOf(signature);
  if (key === undefined || bytes === undefined) return false;
  try {
    // The strict rules of RFC 8032: a key that signs anything, or a second spelling of a signature, is none.
    return ed25519.verify(bytes, signedBytes(kind, text), key, { zip215: false });
  } catch {
    return false;
  }
}
