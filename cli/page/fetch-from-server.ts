import {
  Agent as PlainAgent,
  type ClientRequest,
  get as getPlain,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { Agent as SecureAgent, get as getSecure, globalAgent } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

export type ServerFetchResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'noAnswer'; readonly why: 'late' | 'notTrusted' | 'broken' };

interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly deadlineMs: number;
}

class TooLongError extends Error {}

/** The most that a file may be longer packed than unpacked: a stream that unpacks to nothing would never end. */
const maxCompressionRatio = 65_536;

const limitBytes = (maxBytes: number) =>
  async function* (source: AsyncIterable<Buffer>) {
    let seen = 0;
    for await (const chunk of source) {
      seen += chunk.length;
      if (seen > maxBytes) throw new TooLongError();
      yield chunk;
    }
  };

const decompressors = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
} as const;

const isKnownEncoding = (encoding: string): encoding is keyof typeof decompressors =>
  Object.hasOwn(decompressors, encoding);

async function readBody(response: IncomingMessage, { maxBytes: mostBytes }: FetchOptions): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding'];
  const chunks: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const most = limitBytes(mostBytes);
  if (encoding === undefined) await pipeline(response, most, keep);
  else if (isKnownEncoding(encoding)) {
    await pipeline(response, limitBytes(mostBytes + maxCompressionRatio), decompressors[encoding](), most, keep);
  } else throw new Error('packed in a way that no browser knows');
  return Buffer.concat(chunks);
}

const getResponse = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.on('error', reject);
    request.once('response', resolve);
  });

const nodeErrorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const isCertificateError = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/u.test(code);

/** Follows no redirect. Cuts off an answer too long, packed without end or late. Throws no network error. */
export async function fetchFromServer(address: URL, options: FetchOptions): Promise<ServerFetchResult> {
  const signal = AbortSignal.timeout(options.deadlineMs);
  const get = address.protocol === 'https:' ? getSecure : getPlain;
  const request = get(address, { agent: createProxyAgent(address.protocol), headers: { ...options.headers }, signal });
  try {
    const response = await getResponse(request);
    const { statusCode: status = 0, headers } = response;
    if (status !== 200) return { kind: 'answered', status, headers, bytes: new Uint8Array() };
    return { kind: 'answered', status, headers, bytes: await readBody(response, options) };
  } catch (error) {
    if (error instanceof TooLongError) return { kind: 'tooLong' };
    if (signal.aborted) return { kind: 'noAnswer', why: 'late' };
    return { kind: 'noAnswer', why: isCertificateError(nodeErrorCode(error)) ? 'notTrusted' : 'broken' };
  } finally {
    request.destroy();
  }
}

/** The proxy of Node's own requests: the environment's if `NODE_USE_ENV_PROXY` is set. */
export function createProxyAgent(protocol: string): PlainAgent {
  const { proxyEnv } = globalAgent.options;
  const options = proxyEnv === undefined ? {} : { proxyEnv };
  return protocol === 'https:' ? new SecureAgent(options) : new PlainAgent(options);
}
