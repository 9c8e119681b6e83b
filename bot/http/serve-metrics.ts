import type { Server } from 'restify';

/** Adds `/metrics`, in the text format of Prometheus. For the address of the health checks alone, never the public one. */
export function serveMetrics(server: Server, text: () => Promise<string>): void {
  server.get('/metrics', async (_request, response) => {
    response.sendRaw(200, await text(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}
