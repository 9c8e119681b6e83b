import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { TabFile } from './tab-files.ts';

const encodingsSchema = z.object({ 'accept-encoding': z.string().default('') });
function takesGzip(request: Request): boolean {
  const { 'accept-encoding': encodings } = encodingsSchema.parse(request.headers);
  return encodings.split(',').some((one) => one.trim().split(';')[0] === 'gzip');
}

export function sendBytes(
  response: Response,
  status: number,
  type: string,
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  // restify's own writeHead returns nothing.
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': `${bytes.length}`, ...headers });
  response.end(bytes);
}

export function sendFile(
  request: Request,
  response: Response,
  file: TabFile,
  headers: Readonly<Record<string, string>>,
): void {
  const gzip = takesGzip(request) ? file.gzip() : undefined;
  const all = { ...headers, Vary: 'Accept-Encoding', ...(gzip && { 'Content-Encoding': 'gzip' }) };
  sendBytes(response, 200, file.type, gzip ?? file.bytes, all);
}
