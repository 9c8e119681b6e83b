import type { Request, Response, Server } from 'restify';
import type { Contacts } from '../../words/contacts.ts';
import { createRestifyServer } from './restify-server.ts';
import { maxHealthConnections, type Readiness, serveHealth } from './health-routes.ts';
import { type GuidanceDependencies, serveGuidance } from './guidance-routes.ts';
import { infoPagePath, infoPageHtml, infoPages } from './info-pages.ts';
import { publicHeaders } from './public-layout.ts';
import { type MessagesDependencies, serveMessages } from './messages-route.ts';

interface HttpServerDependencies extends MessagesDependencies, GuidanceDependencies {
  readonly contacts: Contacts;
  /** Never rejects. */
  readonly readiness: () => Promise<Readiness>;
  readonly maxConnections: number;
  /** Whether the health checks are answered only at an address of their own. */
  readonly separateHealth: boolean;
  /** Only with `separateHealth`. */
  readonly metrics?: () => Promise<string>;
  readonly extraRoutes?: readonly ((server: Server) => void)[];
}

export interface HttpServers {
  readonly server: Server;
  readonly health: Server | undefined;
}

export function createHttpServers(deps: HttpServerDependencies): HttpServers {
  const { log, maxConnections } = deps;
  const server = createRestifyServer({ log, maxConnections });
  const health = deps.separateHealth ? createRestifyServer({ log, maxConnections: maxHealthConnections }) : undefined;
  serveMessages(server, deps);
  serveHealth(health ?? server, deps.readiness);
  const { metrics } = deps;
  if (metrics) {
    // Never at the public address.
    health?.get('/metrics', async (_request, response) => {
      response.sendRaw(200, await metrics(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    });
  }
  for (const page of infoPages) {
    const answer = async (_request: Request, response: Response): Promise<void> => {
      response.sendRaw(200, infoPageHtml(page, deps.contacts), publicHeaders);
    };
    server.get(infoPagePath(page), answer);
    server.head(infoPagePath(page), answer);
  }
  serveGuidance(server, deps);
  for (const serve of deps.extraRoutes ?? []) serve(server);
  return { server, health };
}
