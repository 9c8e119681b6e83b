import { type CertificateTrouble, readCertificate } from '../app-certificate.ts';
import type { Given } from './ids.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const sentences: Readonly<Record<CertificateTrouble, string>> = {
  unreadable: 'names a file that is not there, or that this account may not read.',
  noCertificate:
    'names a file without a certificate: it takes a PEM file with the key, its certificate and those that vouch for it.',
  noKey:
    'names a file without a private key: it takes a PEM file with the key, its certificate and those that vouch for it.',
  passphrase: 'names a file whose key needs a passphrase: it takes one without, that this account alone may read.',
  otherKey: 'names a file whose key belongs to none of its certificates.',
  notRsa: 'names a certificate whose key is not RSA, which Entra does not take.',
  ended: 'names a certificate that has ended: take its successor, and register that in Entra.',
  notYet: 'names a certificate that is not valid yet: look at its dates, and at the clock of this machine.',
};

/** The trouble of the file that BOT_APP_CERTIFICATE names, where it is no certificate that Entra takes. */
export function troublesOfCertificate({ BOT_APP_CERTIFICATE: path }: Given, now: Date): readonly Trouble[] {
  if (path === undefined) return [];
  const read = readCertificate(path, now);
  return typeof read === 'string' ? [troubleOf('BOT_APP_CERTIFICATE', sentences[read])] : [];
}
