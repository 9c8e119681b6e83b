import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import { createProxyAgent } from '../page/fetch-from-server.ts';

export interface ProbeRoute {
  readonly lookup?: LookupFunction;
  readonly port?: number;
}

export type HttpProbeFailure = 'proxy' | 'unknownName' | 'noAnswer' | 'ended' | 'otherName' | 'notTrusted';

export type HttpProbeResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly type: string;
      readonly policy: string;
      readonly date: Date | undefined;
      readonly until: Date | undefined;
      readonly text: string;
    }
  | { readonly kind: 'unanswered'; readonly why: HttpProbeFailure };

const maxBytes = 65_536;

const nodeErrorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function probeFailure(code: string): HttpProbeFailure {
  if (code.startsWith('ERR_PROXY')) return 'proxy';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknownName';
  if (code === 'CERT_HAS_EXPIRED') return 'ended';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'otherName';
  return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/u.test(code) ? 'notTrusted' : 'noAnswer';
}

const parseDate = (text: string | undefined): Date | undefined => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time);
};

const firstValue = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '');

/** Sends one request, without a token, and follows no redirect. Never rejects. */
export const probeAddress = (
  server: URL,
  { method, path, route, deadlineMs }: { method: 'GET' | 'POST'; path: string; route: ProbeRoute; deadlineMs: number },
): Promise<HttpProbeResult> =>
  new Promise((resolve) => {
    const failed = (error: unknown) => resolve({ kind: 'unanswered', why: probeFailure(nodeErrorCode(error)) });
    const request = server.protocol === 'http:' ? requestPlain : requestSecure;
    const asked = request(
      {
        host: server.hostname.replace(/^\[|\]$/gu, ''),
        ...(server.port !== '' && { port: Number(server.port) }),
        path,
        method,
        ...route,
        agent: createProxyAgent(server.protocol),
        signal: AbortSignal.timeout(deadlineMs),
        headers: method === 'POST' ? { 'content-type': 'application/json', 'content-length': 2 } : {},
      },
      (response) => {
        const { socket, statusCode: status = 0, headers } = response;
        const until = socket instanceof TLSSocket ? parseDate(socket.getPeerCertificate().valid_to) : undefined;
        const chunks: Buffer[] = [];
        let bytes = 0;
        const done = () => {
          resolve({
            kind: 'answered',
            status,
            type: firstValue(headers['content-type']),
            policy: firstValue(headers['content-security-policy']),
            date: parseDate(headers.date),
            until,
            text: Buffer.concat(chunks).toString('utf8'),
          });
          asked.destroy();
        };
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > maxBytes) done();
        });
        response.on('end', done);
        response.on('error', failed);
      },
    );
    asked.on('error', failed);
    asked.end(method === 'POST' ? '{}' : undefined);
  });
