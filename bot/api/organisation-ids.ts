import { createHmac, hkdfSync } from 'node:crypto';

/**
 * Ids for organisations: servers that have the secret give the same name the same id, so that the store itself refuses
 * one of two that are named alike at one moment. Without the secret an id says nothing of the name.
 */
export function organisationIds(secret: string): (name: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/organisations', 32));
  return (name) => createHmac('sha256', key).update(name).digest('hex').slice(0, 32);
}
