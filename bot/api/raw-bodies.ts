import type { IncomingMessage } from 'node:http';
import type { Response } from 'restify';
import { maxPartBytes } from '../../core/model/file-limits.ts';
import { parseJson } from '../../core/model/parse-json.ts';
import { framedType, frameBytes, hasBytes, maxFrameLineBytes, parseFrame } from '../../contract/framed-bytes.ts';
import { partTimeoutMs, readRequestBody, readRequestBytes, requestTimeoutMs } from '../http/restify-server.ts';
import type { WireAnswer } from './operation-results.ts';

type OperationBody =
  | { readonly kind: 'parsed'; readonly body: unknown }
  | { readonly kind: 'tooLarge' | 'tooSlow' | 'encoded' | 'cut' };

/** In bytes: the largest is an identity for a hundred people, or a small part of a file in base64. */
const maxBodyBytes = 512 * 1024;
/** A part, and the line before it. */
const maxRawBodyBytes = maxPartBytes + maxFrameLineBytes;

/** Reads what an operation is asked: JSON, or a frame on the route for those. Never rejects. */
export async function readOperationBody(request: IncomingMessage, isRaw: boolean): Promise<OperationBody> {
  if (!isRaw) {
    const body = await readRequestBody(request, { bytes: maxBodyBytes, patienceMs: requestTimeoutMs });
    return body.kind === 'text' ? { kind: 'parsed', body: parseJson(body.text) } : body;
  }
  const limits = { bytes: maxRawBodyBytes, patienceMs: partTimeoutMs, isLengthNeeded: true } as const;
  const body = await readRequestBytes(request, limits);
  if (body.kind !== 'bytes') return body;
  const framed = parseFrame(body.bytes);
  if (framed === undefined || framed.data.length > 0) return { kind: 'parsed', body: framed };
  const { data: _none, ...fields } = framed;
  return { kind: 'parsed', body: fields };
}

/** Bytes go in a frame on the route for those, and else in base64. */
export function sendAnswer(response: Response, { status, body }: WireAnswer, isRaw: boolean): void {
  if (!hasBytes(body)) return void response.send(status, body);
  if (!isRaw) return void response.send(status, { ...body, data: Buffer.from(body.data).toString('base64') });
  response.header('Content-Type', framedType);
  response.sendRaw(status, Buffer.from(frameBytes({ ...body }).buffer));
}
