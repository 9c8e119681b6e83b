import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { servePartnerFiles, serveTabFiles } from '../../../bot/http/built-files-routes.ts';
import { tabHosts } from '../../../bot/config/tab-hosts.ts';
import { readBuiltFiles } from '../../../bot/http/built-files.ts';
import { createRestifyServer } from '../../../bot/http/restify-server.ts';
import type { BuildFolders } from '../../../contract/build-metadata.ts';

/** Answers a request in place of the honest server; `false` leaves it to that. */
export type RequestOverride = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Where the pages that a server hands out were built; without the partners' page it hands out none, as with PARTNERS=no. */
interface BuiltPages {
  readonly folders: BuildFolders;
  readonly partnersFolders?: BuildFolders;
}

/** The server's own routes of the pages on a port of this machine, with somebody in front who may answer instead. */
export async function servePage({ folders, partnersFolders }: BuiltPages, instead: RequestOverride = () => false) {
  const honest = createRestifyServer({ log: () => undefined, maxConnections: 100 });
  serveTabFiles(honest, readBuiltFiles(folders), { development: false, framedBy: tabHosts.teams.frameAncestors });
  if (partnersFolders) servePartnerFiles(honest, readBuiltFiles(partnersFolders));
  const server = createServer((request, response) => {
    if (!instead(request, response)) honest.server.emit('request', request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An answer as the honest server would give it, with other bytes. */
export function answerWith(
  response: ServerResponse,
  policy: string,
  type: string,
  bytes: Buffer,
  packed = false,
): true {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    ...(packed && { 'content-encoding': 'gzip' }),
  });
  response.end(packed ? gzipSync(bytes) : bytes);
  return true;
}

/** Any answer, ended unless it is to stay open. */
export function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text = '',
  end = true,
): true {
  // restify's own writeHead, which it puts in the place of Node's, returns nothing.
  response.writeHead(status, { ...headers });
  response.write(text);
  if (end) response.end();
  return true;
}
