import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { type Microsoft, startMicrosoft } from '../../fakes/microsoft.ts';
import { createHostCertificate } from '../cli/public-address.ts';
import { newAppId, tenantId } from '../journeys/bot-settings.ts';

/** All that a force has around its server. */
export interface WalkNetwork {
  readonly microsoft: Microsoft;
  readonly connector: Connector;
  readonly publicHost: string;
  /** The names that lead to what stands in front of the server. */
  readonly names: Readonly<Record<string, string>>;
  /** The authorities that machines of the force trust. */
  readonly authorities: string;
  /** Settings that stand for the places of the test, as those of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
  stop(): Promise<void>;
}

/** An address of this machine alone that hardly anybody else listens at, nor another of these tests. */
const front = `127.83.${randomInt(1, 255)}.${randomInt(1, 255)}`;
const publicHost = 'candour.example.org';
/** The paths that the guide for operators has an ingress let through. */
const through = /^\/(?:api\/(?:messages|tab|partners)|tab|guidance|privacy|terms|support|partners)(?:[/?]|$)/u;

/** A port that nobody has now. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  server.close();
  await once(server, 'close');
  return typeof place === 'object' && place !== null ? place.port : 0;
}

/** Ends TLS in front of a port of this machine, as a proxy of a force does. Rejects where it may not have the port. */
async function startFront(port: number) {
  const certificate = await createHostCertificate({ days: 60, name: publicHost });
  const server = https.createServer(certificate, (request, response) => {
    const { method, url: path = '', headers } = request;
    if (!through.test(path)) {
      // Not chained: restify replaces `writeHead` for the whole process, and its own returns nothing.
      response.writeHead(404);
      response.end();
      return;
    }
    const onward = http.request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.listen(443, front);
  await once(server, 'listening');
  return { server, authority: certificate.cert };
}

/** Starts stand-ins of Microsoft's services, and a proxy with TLS in front of where the server will be. */
export async function startWalkNetwork(): Promise<WalkNetwork> {
  const [port, healthPort] = [await freePort(), await freePort()];
  const { server, authority } = await startFront(port);
  const microsoft = await startMicrosoft({ tenantId, appId: newAppId() });
  const connector = await startConnector({ isKnown: microsoft.issuer.isIssued });
  const { serviceUrl } = connector;
  return {
    microsoft,
    connector,
    publicHost,
    port,
    names: { [publicHost]: front },
    authorities: `${microsoft.authority}\n${authority}\n`,
    environment: {
      ...microsoft.environment,
      NO_PROXY: `127.0.0.1,${publicHost}`,
      NODE_EXTRA_CA_CERTS: '/etc/authorities.pem',
      PORT: String(port),
      HEALTH_PORT: String(healthPort),
      BOT_SERVICE_HOSTS: new URL(serviceUrl).origin,
      ALERT_SERVICE_URL: serviceUrl,
      CHECK_LINKS: 'no',
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await Promise.all([microsoft.stop(), connector.stop()]);
    },
  };
}
