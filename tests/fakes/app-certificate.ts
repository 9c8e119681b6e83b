import { writeFileSync } from 'node:fs';
import { generate } from 'selfsigned';

const dayMs = 24 * 60 * 60_000;

/** A certificate as a force has made for the bot: its PEM parts, and who vouches for it. */
export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
  readonly authority: string;
}

/** An authority that vouches for certificates of bots. */
export const createAuthority = async (keyType: 'rsa' | 'ec' = 'rsa') =>
  await generate([{ name: 'commonName', value: 'Authority of a force' }], {
    keyType,
    algorithm: 'sha256',
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });

/** A certificate for a bot, good for so many days from a moment on, of an authority of its own where none is given. */
export async function createAppCertificate(options: {
  readonly from?: Date;
  readonly days?: number;
  readonly keyType?: 'rsa' | 'ec';
  readonly authority?: Awaited<ReturnType<typeof createAuthority>>;
}): Promise<TestCertificate> {
  const { from = new Date(), days = 365, keyType = 'rsa', authority = await createAuthority(keyType) } = options;
  const made = await generate([{ name: 'commonName', value: 'candour.example.org' }], {
    keyType,
    algorithm: 'sha256',
    notBeforeDate: new Date(from.getTime() - dayMs),
    notAfterDate: new Date(from.getTime() + days * dayMs),
    ca: { key: authority.private, cert: authority.cert },
  });
  return { key: made.private, cert: made.cert, authority: authority.cert };
}

/** Writes a file as BOT_APP_CERTIFICATE takes one, and says where. */
export function writeCertificateFile(path: string, { key, cert, authority }: TestCertificate): string {
  writeFileSync(path, `${authority}\n${cert}\n${key}\n`, { mode: 0o600 });
  return path;
}
