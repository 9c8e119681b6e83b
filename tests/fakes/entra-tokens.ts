import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { startLoopbackServer, type WireAnswer } from './loopback-server.ts';

/** What Entra knows of a bot that shows itself by a certificate: one certificate, or a subject and who vouches for it. */
export type Trusted = { readonly certificate: string } | { readonly subject: string; readonly authority: string };

/** A running stand-in for the place where Entra gives tokens to apps with certificates. */
export interface EntraTokens {
  readonly tokenUrl: string;
  /** Why each request was refused; empty for one that was given a token. */
  readonly outcomes: readonly string[];
  trust(trusted: Trusted): void;
  /** Answers once like this, whatever is asked. */
  answerOnce(answer: WireAnswer): void;
  stop(): Promise<void>;
}

const headerSchema = z.object({
  alg: z.literal('PS256'),
  typ: z.literal('JWT'),
  'x5t#S256': z.string(),
  x5c: z.array(z.string()).min(1).optional(),
});

const attributePattern = (der: string) => new X509Certificate(Buffer.from(der, 'base64'));
const certificateThumbprint = ({ raw }: X509Certificate): string =>
  createHash('sha256').update(raw).digest('base64url');

/** The certificate that an assertion is to be checked with. Throws where Entra would not trust it. */
function trustedCertificate(assertion: string, trusted: Trusted): X509Certificate {
  const { x5c = [], ...header } = headerSchema.parse(decodeProtectedHeader(assertion));
  if ('certificate' in trusted) {
    const registered = new X509Certificate(trusted.certificate);
    if (certificateThumbprint(registered) !== header['x5t#S256']) throw new Error('unknown thumbprint');
    return registered;
  }
  const shown = attributePattern(x5c[0] ?? '');
  const authority = new X509Certificate(trusted.authority);
  if (certificateThumbprint(shown) !== header['x5t#S256']) throw new Error('another thumbprint');
  if (!shown.checkIssued(authority) || !shown.verify(authority.publicKey)) throw new Error('not vouched for');
  if (shown.subject !== trusted.subject) throw new Error('another subject');
  return shown;
}

/** Starts it on 127.0.0.1 for one app. It holds to what Microsoft says of assertions, and takes none twice. */
export async function startEntraTokens(options: {
  readonly appId: string;
  readonly now: () => Date;
  readonly trusted: Trusted;
}): Promise<EntraTokens> {
  const { appId, now } = options;
  let { trusted } = options;
  const outcomes: string[] = [];
  const seen = new Set<string>();
  let once: WireAnswer | undefined;

  async function check(body: string): Promise<void> {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials') throw new Error('grant');
    if (form.get('client_id') !== appId) throw new Error('client');
    if (form.get('client_secret') !== null) throw new Error('a secret beside it');
    if (form.get('scope') !== 'https://api.botframework.com/.default') throw new Error('scope');
    if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') {
      throw new Error('assertion type');
    }
    const assertion = form.get('client_assertion') ?? '';
    const certificate = trustedCertificate(assertion, trusted);
    const { payload } = await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ['PS256'],
      audience: server.url + path,
      issuer: appId,
      subject: appId,
      requiredClaims: ['exp', 'nbf', 'iat', 'jti'],
      currentDate: now(),
      clockTolerance: 5,
    });
    if ((payload.exp ?? 0) - (payload.nbf ?? 0) > 600) throw new Error('too long');
    if (seen.has(payload.jti ?? '')) throw new Error('again');
    seen.add(payload.jti ?? '');
    if (new Date(certificate.validTo) < now()) throw new Error('ended');
  }

  const path = '/tenant/oauth2/v2.0/token';
  const server = await startLoopbackServer(async ({ path: asked, method, body }): Promise<WireAnswer> => {
    if (once) {
      const answer = once;
      once = undefined;
      outcomes.push('as told');
      return answer;
    }
    try {
      if (method !== 'POST' || asked !== path) throw new Error('place');
      await check(body);
      outcomes.push('');
      return {
        kind: 'answer',
        status: 200,
        body: { token_type: 'Bearer', expires_in: 3_599, access_token: randomUUID() },
      };
    } catch (error) {
      outcomes.push(error instanceof Error ? error.message : 'unknown');
      return { kind: 'answer', status: 401, body: { error: 'invalid_client' } };
    }
  });
  return {
    tokenUrl: server.url + path,
    outcomes,
    trust: (next) => {
      trusted = next;
    },
    answerOnce: (answer) => {
      once = answer;
    },
    stop: () => server.stop(),
  };
}
