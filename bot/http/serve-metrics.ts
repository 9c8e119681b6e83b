import type { Server } from 'restify';

/** In Prometheus' text format; never at the public address. */
export function serveMetrics(server: Server, text: () => Promise<string>): void {
  server.get('/metrics', async (_request, response) => {
    response.sendRaw(200, await text(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}
