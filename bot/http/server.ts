import type { Request, Response, Server } from 'restify';
import type { Contacts } from '../../words/contacts.ts';
import { createBareServer } from './bare-server.ts';
import { mostHealthConnections, type Readiness, serveHealth } from './health.ts';
import { type GuidanceDependencies, serveGuidance } from './guidance-pages.ts';
import { infoAddress, infoPage, infoPages } from './info-pages.ts';
import { publicHeaders } from './public-style.ts';
import { serveMetrics } from './serve-metrics.ts';
import { type MessagesDependencies, serveMessages } from './serve-messages.ts';

export interface ServerDependencies extends MessagesDependencies, GuidanceDependencies {
  readonly contacts: Contacts;
  /** Whether the server can do its work. Never rejects. */
  readonly readiness: () => Promise<Readiness>;
  /** How many connections may stand open. */
  readonly maxConnections: number;
  /** Whether the two health checks have an address of their own, and are answered there alone. */
  readonly healthApart: boolean;
  /** The numbers of the server; they are handed out beside the health checks that have an address of their own, and nowhere else. */
  readonly metrics?: () => Promise<string>;
  /** Everything else that is answered: the tab, its API, and in development the page that stands in for Teams. */
  readonly also?: readonly ((server: Server) => void)[];
}

/** The servers of one bot, which do not listen yet. */
export interface Servers {
  /** The bot's door, the pages that the app package links to, the tab, and the health checks where they have no other. */
  readonly server: Server;
  /** The health checks, where they have an address of their own. */
  readonly health: Server | undefined;
}

/** The HTTP server, and a second one for the health checks where they are to have one. */
export function createServers(deps: ServerDependencies): Servers {
  const { log, maxConnections } = deps;
  const server = createBareServer({ log, maxConnections });
  const health = deps.healthApart ? createBareServer({ log, maxConnections: mostHealthConnections }) : undefined;
  serveMessages(server, deps);
  serveHealth(health ?? server, deps.readiness);
  if (health && deps.metrics) serveMetrics(health, deps.metrics);
  for (const page of infoPages) {
    const answer = async (_request: Request, response: Response): Promise<void> => {
      response.sendRaw(200, infoPage(page, deps.contacts), publicHeaders);
    };
    server.get(infoAddress(page), answer);
    server.head(infoAddress(page), answer);
  }
  serveGuidance(server, deps);
  for (const serve of deps.also ?? []) serve(server);
  return { server, health };
}
