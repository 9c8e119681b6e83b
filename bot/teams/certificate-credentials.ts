import { createHash, randomUUID } from 'node:crypto';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { AppCertificate } from '../settings/app-certificate.ts';

/** An assertion is good for as long as one request may take on its way. */
const assertionSeconds = 300;
/** A token is not used in its last minutes: a request with it may take a while. In milliseconds. */
const marginMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;
/** The longest that Entra is waited for, in milliseconds. */
const patienceMs = 8_000;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number().int().min(1) });

const refusalSchema = z.object({ error_codes: z.array(z.int()).max(20) });

/** Entra gave no token. It has the status and Entra's numbers alone: an answer names tenants, apps and times. */
export class NoTokenError extends Error {
  readonly status: number;
  readonly codes: readonly number[];
  constructor(status: number, codes: readonly number[] = []) {
    super(`no token: ${status}`);
    this.name = 'NoTokenError';
    this.status = status;
    this.codes = codes;
  }
}

export interface CertificateCredentials {
  readonly appId: string;
  /** Where Entra gives tokens to the apps of the tenant. */
  readonly tokenUrl: string;
  /** The certificate now: read again for each token, so that one that was renewed is taken without a start. */
  readonly certificate: () => AppCertificate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * The bot shown by a certificate: Entra's "certificate credentials" with PS256 and the SHA-256 thumbprint, and the chain
 * beside it, by which Entra can trust a subject and an issuer in place of one certificate. The SDK's own factory knows the
 * SHA-1 thumbprint alone, the public cloud alone, and no other issuer to be tried with (botframework-connector 4.23).
 */
export function certificateCredentials(deps: CertificateCredentials): ServiceClientCredentialsFactory {
  const { appId, tokenUrl, now } = deps;
  const kept = new Map<string, { readonly token: Promise<string>; until: number }>();

  async function assertion(): Promise<string> {
    const { key, chain } = deps.certificate();
    const [own] = chain;
    const seconds = Math.floor(now() / 1_000);
    return await new SignJWT({})
      .setProtectedHeader({
        alg: 'PS256',
        typ: 'JWT',
        'x5t#S256': createHash('sha256')
          .update(own?.raw ?? '')
          .digest('base64url'),
        x5c: chain.map(({ raw }) => raw.toString('base64')),
      })
      .setAudience(tokenUrl)
      .setIssuer(appId)
      .setSubject(appId)
      .setJti(randomUUID())
      .setIssuedAt(seconds)
      .setNotBefore(seconds)
      .setExpirationTime(seconds + assertionSeconds)
      .sign(key);
  }

  async function ask(scope: string): Promise<z.infer<typeof tokenSchema>> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(),
    });
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    const parsed = answer.ok ? tokenSchema.safeParse(body) : undefined;
    if (!parsed?.success) throw new NoTokenError(answer.status, refusalSchema.safeParse(body).data?.error_codes);
    return parsed.data;
  }

  async function tokenFor(scope: string): Promise<string> {
    const known = kept.get(scope);
    const left = (known?.until ?? 0) - now();
    // A time that lies further ahead than a day is from before the clock was set back.
    if (known && left > 0 && left < dayMs) return await known.token;
    const asked = ask(scope);
    const entry = { token: asked.then(({ access_token: token }) => token), until: now() + marginMs };
    // It fails for whoever waits for it: where nobody does, it must not end the process.
    entry.token.catch(() => undefined);
    kept.set(scope, entry);
    try {
      entry.until = now() + (await asked).expires_in * 1_000 - marginMs;
      return await entry.token;
    } catch (error) {
      if (kept.get(scope) === entry) kept.delete(scope);
      throw error;
    }
  }

  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await tokenFor(`${audience ?? ''}/.default`)}`);
        return request;
      },
    }),
  };
}

/** Where Entra, at an address of its own in each cloud, gives tokens to the apps of a tenant. */
export const entraTokenAddress = (entra: string, tenantId: string): string =>
  `${entra}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
