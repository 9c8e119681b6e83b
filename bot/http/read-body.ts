import type { IncomingMessage } from 'node:http';

/** A body as it came, or why it was not read. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge' | 'tooSlow' | 'encoded' | 'cut' };

/**
 * Reads a request's body as UTF-8, up to a size in bytes and for no longer than a time in milliseconds. restify's own
 * reader counts a compressed body before it is unpacked, and ends the process on one that cannot be unpacked; Teams
 * compresses nothing, so nothing compressed is taken. Never rejects.
 */
export function readBody(
  request: IncomingMessage,
  limits: { readonly bytes: number; readonly patienceMs: number },
): Promise<Body> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    request.resume();
    return Promise.resolve({ kind: 'encoded' });
  }
  // What was cut off already, while somebody's token was checked, says so to nobody any more.
  if (request.destroyed) return Promise.resolve({ kind: 'cut' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => end({ kind: 'tooSlow' }), limits.patienceMs);
    const end = (body: Body): void => {
      clearTimeout(timer);
      request.removeListener('data', take);
      resolve(body);
    };
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > limits.bytes) end({ kind: 'tooLarge' });
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => end({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') }));
    request.once('close', () => end({ kind: 'cut' }));
    request.once('error', () => end({ kind: 'cut' }));
  });
}
