import type { IncomingMessage } from 'node:http';
import type { Response, Server } from 'restify';
import { z } from 'zod';
import { maxPartBytes } from '../../core/model/file-limits.ts';
import { parseJson } from '../../core/model/parse-json.ts';
import { buildVersionNames } from '../../contract/build-metadata.ts';
import { framedType, frameBytes, hasBytes, maxFrameLineBytes, parseFrame } from '../../contract/framed-bytes.ts';
import { partTimeoutMs, readRequestBody, readRequestBytes, requestTimeoutMs } from '../http/restify-server.ts';
import type { WireAnswer } from './operation-results.ts';

type OperationBody =
  | { readonly kind: 'parsed'; readonly body: unknown }
  | { readonly kind: 'tooLarge' | 'tooSlow' | 'encoded' | 'cut' };

/** In bytes: the largest is an identity for a hundred people, or a small part of a file in base64. */
export const maxBodyBytes = 512 * 1024;
/** A part, and the line before it. */
export const maxRawBodyBytes = maxPartBytes + maxFrameLineBytes;

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

const paramsSchema = z.object({ operation: z.string() });

/** `POST <base>/<operation>`, and `<base>/raw/<operation>` for parts of files as they are. */
export function serveOperations(
  server: Server,
  base: '/api/tab' | '/api/partners',
  deps: {
    /** So that a page of another build notices. */
    readonly build: string | undefined;
    readonly handleRequest: (request: IncomingMessage, operation: string, isRaw: boolean) => Promise<WireAnswer>;
  },
): void {
  const serve = (path: string, isRaw: boolean): void => {
    server.post(path, async (request, response) => {
      const { operation } = paramsSchema.parse(request.params);
      const answer = await deps.handleRequest(request, operation, isRaw);
      if (deps.build !== undefined) response.header(buildVersionNames.header, deps.build);
      // The rest of the body would come before the next request.
      if (!request.complete) response.header('Connection', 'close');
      sendAnswer(response, answer, isRaw);
    });
  };
  serve(`${base}/:operation`, false);
  serve(`${base}/raw/:operation`, true);
}

/** Bytes go in a frame on the route for those, and else in base64. */
function sendAnswer(response: Response, { status, body }: WireAnswer, isRaw: boolean): void {
  if (!hasBytes(body)) return void response.send(status, body);
  if (!isRaw) return void response.send(status, { ...body, data: Buffer.from(body.data).toString('base64') });
  response.header('Content-Type', framedType);
  response.sendRaw(status, Buffer.from(frameBytes({ ...body }).buffer));
}
