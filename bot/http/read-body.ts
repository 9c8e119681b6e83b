import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge' | 'tooSlow' | 'encoded' | 'cut' };

/**
 * Reads a body as UTF-8, up to a size in bytes and a time in milliseconds. restify's reader crashes on a broken
 * compressed body and measures it packed; Teams compresses nothing, so compressed bodies are refused. Never rejects.
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
  // Cut off while the token was checked, it says so to no one any more.
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
