import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** From the request to the end of its answer, in milliseconds. */
  readonly tookMs: number;
}

/** Posts over connections that are kept, so many at a time as there are people. */
export interface Wire {
  post(body: string, more?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

export function openWire(endpoint: string, connections: number): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (body: string, more: Readonly<Record<string, string>>, isRepeat = false): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...more };
      const sent = request(endpoint, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, text, tookMs: performance.now() - began });
        });
      });
      // A connection that waited long is closed by the server, on a busy machine as the next request is under way: it is
      // sent once more, on a new one, as clients do.
      sent.once('error', (error) => (sent.reusedSocket && !isRepeat ? resolve(post(body, more, true)) : reject(error)));
      sent.end(body);
    });
  return { post: (body, more = {}) => post(body, more), close: () => agent.destroy() };
}
