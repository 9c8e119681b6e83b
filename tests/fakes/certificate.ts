import { generate } from 'selfsigned';

/**
 * A key and certificate for 127.0.0.1, localhost and other names, good for a day. The certificate is its own authority.
 */
export async function createCertificate(
  names: readonly string[] = [],
): Promise<{ readonly key: string; readonly cert: string }> {
  // Whoever trusts two of these tells them apart by this name.
  const made = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 24 * 60 * 60 * 1_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...['localhost', ...names].map((value) => ({ type: 2, value }) as const),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
