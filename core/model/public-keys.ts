import { createHash } from 'node:crypto';

export const keyGroups = ['acu', 'recovery', 'reserve', 'custodians'] as const;
export type KeyGroup = (typeof keyGroups)[number];

export type Recipients = Readonly<Record<KeyGroup, readonly string[]>>;

/** 128 bits, so that no one finds another key with the same fingerprint. */
export const fingerprintDigits = 32;
export const shortFingerprintDigits = 16;

/** The first 32 hexadecimal digits of the SHA-256 of a public key's text. */
export const keyFingerprint = (publicKey: string): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, fingerprintDigits);

/** Stored fingerprints may be long or short. */
export const isFingerprintOfKey = (fingerprint: string, publicKey: string): boolean => {
  const actual = keyFingerprint(publicKey);
  return fingerprint === actual || fingerprint === actual.slice(0, shortFingerprintDigits);
};

export const keyGenerationId = (publicKey: string): string =>
  keyFingerprint(publicKey).slice(0, shortFingerprintDigits);

export const formatFingerprint = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/gu)?.join(' ') ?? fingerprint;

export const formatKeyFingerprint = (publicKey: string): string => formatFingerprint(keyFingerprint(publicKey));
