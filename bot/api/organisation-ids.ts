import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Ids by HMAC of the name: the same on every server, so that the store refuses a second of one name; they say nothing
 * without the secret.
 */
export function organisationIds(secret: string): (name: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/organisations', 32));
  return (name) => createHmac('sha256', key).update(name).digest('hex').slice(0, 32);
}
