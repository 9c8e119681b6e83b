import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReceivedRequest } from './loopback-server.ts';

const segments = (path: string): string[] =>
  path
    .replace(/\?.*$/, '')
    .split('/')
    .filter((part) => part !== '');

/** Whether the request is signed with the account's key, as Cosmos checks it: over verb, kind, resource and date. */
export function isSigned(request: ReceivedRequest, key: string): boolean {
  const parts = segments(decodeURIComponent(request.path));
  const isFeed = parts.length % 2 === 1;
  const kind = (isFeed ? parts.at(-1) : parts.at(-2)) ?? '';
  const link = (isFeed ? parts.slice(0, -1) : parts).join('/');
  const date = String(request.headers['x-ms-date'] ?? '').toLowerCase();
  const text = `${request.method.toLowerCase()}\n${kind}\n${link}\n${date}\n\n`;
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
  const expected = Buffer.from(`type=master&ver=1.0&sig=${signature}`);
  const given = Buffer.from(decodeURIComponent(request.headers.authorization ?? ''));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
