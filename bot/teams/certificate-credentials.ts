import { createHash, randomUUID } from 'node:crypto';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { AppCertificate } from '../settings/app-certificate.ts';

const assertionSeconds = 300;
/** Milliseconds before its end in which a token is not used. */
const marginMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;
const patienceMs = 8_000;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number().int().min(1) });

const refusalSchema = z.object({ error_codes: z.array(z.int()).max(20) });

/** Has only the status and Entra's numbers: its words name tenants, apps and times. */
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
  readonly tokenUrl: string;
  /** Read for each token: a renewed certificate needs no restart. */
  readonly certificate: () => AppCertificate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Entra's "certificate credentials" with PS256, the SHA-256 thumbprint and the chain, by which Entra can trust a
 * subject and issuer. The SDK's factory knows only SHA-1 and the public cloud (botframework-connector 4.23).
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
    // Further ahead, the clock was set back.
    if (known && left > 0 && left < dayMs) return await known.token;
    const asked = ask(scope);
    const entry = { token: asked.then(({ access_token: token }) => token), until: now() + marginMs };
    // Without a listener a failure would end the process.
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

export const entraTokenAddress = (entra: string, tenantId: string): string =>
  `${entra}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
