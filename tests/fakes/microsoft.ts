import { createCertificate } from './certificate.ts';
import { createEntra, type Entra } from './entra.ts';
import { type ReceivedRequest, startLoopbackServer, type WireAnswer } from './loopback-server.ts';
import { startProxy } from './proxy.ts';
import { startTokenIssuer, type TokenIssuer } from './token-issuer.ts';

/**
 * What a server of production asks of Microsoft, by its real names and over TLS: a proxy leads there, as it would in a
 * force's own network, so that nothing of the server is another than in use.
 */
export interface Microsoft {
  readonly issuer: TokenIssuer;
  readonly entra: Entra;
  /** The authority that the certificates are of, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
  /** The settings of Node that lead a process here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers so wherever an address begins like this, from now on; as usual again without an answer. */
  answerTo(address: string, answer?: WireAnswer): void;
  /** Every address that was asked for, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

const bots = 'login.botframework.com';
const people = 'login.microsoftonline.com';

const ok = (body: unknown): WireAnswer => ({ kind: 'answer', status: 200, body });
const nothing: WireAnswer = { kind: 'answer', status: 404, body: { error: 'not_found' } };

async function forwardResponse(answer: Response): Promise<WireAnswer> {
  return { kind: 'answer', status: answer.status, body: await answer.json() };
}

/** Starts it for one tenant and one bot. Whoever is asked for by another name is not there. */
export async function startMicrosoft(of: { readonly tenantId: string; readonly appId: string }): Promise<Microsoft> {
  const { tenantId, appId } = of;
  const issuer = await startTokenIssuer({ appId });
  const entra = await createEntra({ tenantId, clientId: appId, clock: () => new Date() });
  const asked: string[] = [];
  const planned = new Map<string, WireAnswer>();
  const signIn = `https://${people}/${tenantId}`;

  async function answer({ headers, path, body }: ReceivedRequest): Promise<WireAnswer> {
    const address = `https://${headers.host}${path}`;
    asked.push(address);
    const [, plan] = [...planned].find(([start]) => address.startsWith(start)) ?? [];
    if (plan) return plan;
    switch (address.split('?')[0]) {
      case `https://${bots}/v1/.well-known/openidconfiguration`:
        return ok({ issuer: issuer.issuer, jwks_uri: `https://${bots}/v1/.well-known/keys` });
      case `https://${bots}/v1/.well-known/keys`:
        return forwardResponse(await fetch(issuer.keysUrl));
      case `${signIn}/discovery/v2.0/keys`:
        return ok({ keys: entra.published() });
      case `https://${people}/common/discovery/instance`:
        return ok({
          tenant_discovery_endpoint: `${signIn}/v2.0/.well-known/openid-configuration`,
          metadata: [{ preferred_network: people, preferred_cache: people, aliases: [people] }],
        });
      case `${signIn}/v2.0/.well-known/openid-configuration`:
        return ok({
          issuer: `${signIn}/v2.0`,
          authorization_endpoint: `${signIn}/oauth2/v2.0/authorize`,
          token_endpoint: `${signIn}/oauth2/v2.0/token`,
          jwks_uri: `${signIn}/discovery/v2.0/keys`,
        });
      case `${signIn}/oauth2/v2.0/token`:
        return forwardResponse(await fetch(issuer.tokenUrl, { method: 'POST', body: new URLSearchParams(body) }));
      default:
        return nothing;
    }
  }

  const certificate = await createCertificate([bots, people]);
  const server = await startLoopbackServer(answer, certificate);
  const proxy = await startProxy(() => server.port);
  return {
    issuer,
    entra,
    authority: certificate.cert,
    environment: proxy.environment,
    asked,
    answerTo: (address, plan) => void (plan ? planned.set(address, plan) : planned.delete(address)),
    async stop() {
      await Promise.all([proxy.stop(), server.stop(), issuer.stop()]);
    },
  };
}
