import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { z } from 'zod';

/**
 * What befalls a request on its way: `lost`: it is carried out and its answer never comes; `unsent`: it reaches nobody;
 * `torn`: the answer ends in its middle; `short`: it is cut, and says so; a number: it is turned away with this status.
 */
type Mishap = 'lost' | 'unsent' | 'torn' | 'short' | number;

/** A way to a server of this machine on which requests meet what they are told to meet, one after the other. */
export interface FaultyProxy {
  readonly port: number;
  /** Adds what befalls the next requests of a method, in this order. */
  next(method: string, ...mishaps: readonly Mishap[]): void;
  /** Forgets what did not befall anything. */
  readonly drop: () => void;
  close(): Promise<void>;
}

const addressSchema = z.object({ port: z.int() });

/** Starts it before the server at a port. */
export async function startFaultyProxy(target: number): Promise<FaultyProxy> {
  const waiting = new Map<string, Mishap[]>();

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, mishap: Mishap | undefined): void {
    const { method, url, headers } = incoming;
    const onward = request({ port: target, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      if (mishap === 'lost') {
        answer.resume();
        answer.once('end', () => outgoing.destroy());
        return;
      }
      if (mishap === 'short') {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () => {
          const half = Buffer.concat(chunks).subarray(0, 4_000);
          const { 'transfer-encoding': _encoding, ...its } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 500, { ...its, 'content-length': half.length });
          outgoing.end(half);
        });
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      if (mishap === 'torn') {
        answer.once('data', (chunk: Uint8Array) => {
          outgoing.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => outgoing.destroy());
          answer.resume();
        });
        return;
      }
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }

  const server = createServer((incoming, outgoing) => {
    const method = incoming.method ?? '';
    const mishap = waiting.get(method)?.shift();
    if (mishap === 'unsent') outgoing.destroy();
    else if (typeof mishap === 'number') {
      incoming.resume();
      outgoing.writeHead(mishap);
      outgoing.end();
    } else pass(incoming, outgoing, mishap);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressSchema.parse(server.address());
  return {
    port,
    next: (method, ...mishaps) => waiting.set(method, [...(waiting.get(method) ?? []), ...mishaps]),
    drop: () => waiting.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
