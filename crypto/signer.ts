import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, bech32 } from '@scure/base';
import { parseIdentity } from './age-identity.ts';

/** Bech32 detects a letter that was copied wrong. */
const prefix = 'candour-signer';
const publicBytes = 32;
const signatureBytes = 64;
const encoder = new TextEncoder();

/** A signature for one kind of text is not valid for another. */
export type SignedKind = 'page' | 'line' | 'recipients';

/** A holder keeps one file; a signature reveals nothing about the key that decrypts. */
function deriveSigningKey(identity: string): Uint8Array {
  const seed = parseIdentity(identity);
  const secret = hkdf(sha256, seed, undefined, encoder.encode('candour signing key 1'), 32);
  seed.fill(0);
  return secret;
}

const signedBytes = (kind: SignedKind, text: string): Uint8Array => encoder.encode(`candour signed ${kind} 1\n${text}`);

/** The `candour-signer1…` line of a private key. Throws SealError `malformedIdentity`. */
export function signerFromIdentity(identity: string): string {
  const secret = deriveSigningKey(identity);
  const line = bech32.encode(prefix, bech32.toWords(ed25519.getPublicKey(secret)), false);
  secret.fill(0);
  return line;
}

function parseSigner(line: string): Uint8Array | undefined {
  const decoded = line === line.toLowerCase() ? bech32.decodeUnsafe(line, false) : undefined;
  const key = decoded && bech32.fromWordsUnsafe(decoded.words);
  return decoded?.prefix === prefix && key?.length === publicBytes ? key : undefined;
}

export const isSigner = (line: string): boolean => parseSigner(line) !== undefined;

/** In base64url. Throws SealError `malformedIdentity`. */
export function signText(identity: string, kind: SignedKind, text: string): string {
  const secret = deriveSigningKey(identity);
  const signature = ed25519.sign(signedBytes(kind, text), secret);
  secret.fill(0);
  return base64urlnopad.encode(signature);
}

function decodeSignature(signature: string): Uint8Array | undefined {
  try {
    const bytes = base64urlnopad.decode(signature);
    return bytes.length === signatureBytes && base64urlnopad.encode(bytes) === signature ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** False for anything that is no signer's line or no signature. */
export function verifySignature(line: string, kind: SignedKind, text: string, signature: string): boolean {
  const key = parseSigner(line);
  const bytes = decodeSignature(signature);
  if (key === undefined || bytes === undefined) return false;
  try {
    // RFC 8032's strict rules exclude keys that verify anything and second spellings of a signature.
    return ed25519.verify(bytes, signedBytes(kind, text), key, { zip215: false });
  } catch {
    return false;
  }
}
