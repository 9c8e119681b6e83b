import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface AppCertificate {
  readonly key: KeyObject;
  /** Its own first, then those that vouch for it. */
  readonly chain: readonly X509Certificate[];
  readonly expiresAt: Date;
}

export type CertificateProblem =
  | 'unreadable'
  | 'noCertificate'
  | 'noKey'
  | 'passphrase'
  | 'otherKey'
  | 'notRsa'
  | 'ended'
  | 'notYet';

const pemPattern = (name: string) => new RegExp(`-----BEGIN ${name}-----[\\s\\S]+?-----END ${name}-----`, 'gu');
const findPemBlocks = (text: string, name: string): readonly string[] => text.match(pemPattern(name)) ?? [];

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseCertificates(text: string): readonly X509Certificate[] {
  try {
    return findPemBlocks(text, 'CERTIFICATE').map((one) => new X509Certificate(one));
  } catch {
    return [];
  }
}

function parsePrivateKey(text: string): KeyObject | undefined {
  const [found] = findPemBlocks(text, '(?:RSA |EC )?PRIVATE KEY');
  try {
    return found === undefined ? undefined : createPrivateKey(found);
  } catch {
    return undefined;
  }
}

/**
 * Reads a PEM file with a key without passphrase, its certificate and its chain, in any order; or says why Entra would
 * not take it. Never throws.
 */
export function readCertificate(path: string, now: Date): AppCertificate | CertificateProblem {
  const text = readText(path);
  if (text === undefined) return 'unreadable';
  const certificates = parseCertificates(text);
  if (certificates.length === 0) return 'noCertificate';
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/u.test(text)) return 'passphrase';
  const key = parsePrivateKey(text);
  if (key === undefined) return 'noKey';
  const leaf = certificates.find((one) => one.checkPrivateKey(key));
  if (leaf === undefined) return 'otherKey';
  if (key.asymmetricKeyType !== 'rsa') return 'notRsa';
  const expiresAt = new Date(leaf.validTo);
  if (expiresAt <= now) return 'ended';
  if (new Date(leaf.validFrom) > now) return 'notYet';
  return { key, chain: [leaf, ...certificates.filter((one) => one !== leaf)], expiresAt };
}
