import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** What a page asked of a server that stands in for the API. */
export interface ReceivedRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

const addressSchema = z.object({ port: z.int() });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += z.instanceof(Buffer).parse(chunk).toString('utf8');
  return JSON.parse(text);
}

/** A server on this machine whose answers are given one after the other. Close it after use. */
export async function startTabServer(answers: readonly ((response: ServerResponse) => void)[]): Promise<{
  readonly origin: string;
  readonly asked: readonly ReceivedRequest[];
  close(): Promise<void>;
}> {
  const asked: ReceivedRequest[] = [];
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const answer = answers[asked.length];
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    if (answer) answer(response);
    else response.destroy();
  }
  const server = createServer((request, response) => {
    void take(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressSchema.parse(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer of the API. */
export const respondJson =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
