import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ProductionSettings } from '../config/server-settings.ts';
import { SettingsError } from '../config/settings-error.ts';
import { createHash, randomUUID } from 'node:crypto';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { type AppCertificate, readCertificate } from '../config/app-certificate.ts';

export interface TokenSurroundings {
  readonly credentials?: ServiceClientCredentialsFactory;
  readonly tokenUrl?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

type Shown = Pick<ProductionSettings, 'registration' | 'tenantId'>;

export const sdkSettings = ({ registration, tenantId }: Shown) => ({
  MicrosoftAppId: registration.appId,
  MicrosoftAppPassword: 'password' in registration ? registration.password : '',
  MicrosoftAppType: registration.type,
  MicrosoftAppTenantId: tenantId,
});

/** Entra's own words name tenants, apps and times. */
export type WhyNoToken =
  | 'secretEnded'
  | 'secretUnknown'
  | 'certificateUnknown'
  | 'appUnknown'
  | 'appOff'
  | 'noIdentityHere'
  | 'refused'
  | 'away';

export type AskedToken =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none'; readonly why: WhyNoToken };

/** From "Microsoft Entra authentication & authorization error codes". */
const reasons: Readonly<Record<string, WhyNoToken>> = {
  '7000222': 'secretEnded',
  '7000215': 'secretUnknown',
  '700027': 'certificateUnknown',
  '7000272': 'certificateUnknown',
  '700016': 'appUnknown',
  '7000112': 'appOff',
};

const thrownSchema = z.object({
  name: z.string().default(''),
  message: z.string().default(''),
  errorCode: z.string().optional(),
});

function whyOf(error: unknown): WhyNoToken {
  if (error instanceof NoTokenError) {
    const known = error.codes.flatMap((code) => reasons[String(code)] ?? []).at(0);
    return known ?? (error.status >= 400 && error.status < 429 ? 'refused' : 'away');
  }
  const { name, message, errorCode } = thrownSchema.safeParse(error).data ?? { name: '', message: '' };
  if (/^(?:AggregateAuthenticationError|CredentialUnavailableError)$/u.test(name)) return 'noIdentityHere';
  const known = [...message.matchAll(/AADSTS(\d+)/gu)].flatMap(([, code = '']) => reasons[code] ?? []).at(0);
  const isAnswer =
    /AADSTS\d/u.test(message) || /^(?:invalid_|unauthorized_)/u.test(errorCode ?? '') || name === 'AuthenticationError';
  return known ?? (isAnswer ? 'refused' : 'away');
}

const signerSchema = z.custom<{ signRequest(request: { readonly headers: Headers }): Promise<unknown> }>(
  (value) => typeof value === 'object' && value !== null && 'signRequest' in value,
);

/** Asks for the bot's tokens for an audience. Rejects for nothing that Entra or the network does. */
export function createBotTokens(
  settings: Shown & Pick<ProductionSettings, 'connector'>,
  surroundings: TokenSurroundings = {},
): (audience: string) => Promise<AskedToken> {
  const credentials = botCredentials(settings, surroundings);
  const { appId } = settings.registration;
  const login = `${settings.connector.cloud.entra}/${encodeURIComponent(settings.tenantId)}`;
  return async (audience) => {
    try {
      const headers = new Headers();
      const signer = signerSchema.parse(await credentials.createCredentials(appId, audience, login, true));
      await signer.signRequest({ headers });
      const token = /^Bearer (\S+)$/u.exec(headers.get('authorization') ?? '')?.[1];
      return token === undefined ? { kind: 'none', why: 'away' } : { kind: 'token', token };
    } catch (error) {
      return { kind: 'none', why: whyOf(error) };
    }
  };
}

/** Throws SettingsError if the certificate cannot be used. */
export function botCredentials(
  { registration, connector, tenantId }: Shown & Pick<ProductionSettings, 'connector'>,
  { credentials, tokenUrl, now = () => Date.now() }: TokenSurroundings = {},
): ServiceClientCredentialsFactory {
  if (credentials !== undefined) return credentials;
  if (!('certificate' in registration))
    return new ConfigurationServiceClientCredentialFactory(sdkSettings({ registration, tenantId }));
  return certificateCredentials({
    appId: registration.appId,
    tokenUrl: tokenUrl ?? entraTokenAddress(connector.cloud.entra, tenantId),
    certificate: renewedCertificate(registration.certificate, now),
    now,
  });
}

/** The certificate in its file now, or the last usable one. Throws SettingsError at first. */
function renewedCertificate(path: string, now: () => number): () => AppCertificate {
  const read = () => readCertificate(path, new Date(now()));
  const first = read();
  if (typeof first === 'string') throw new SettingsError(['BOT_APP_CERTIFICATE']);
  let last = first;
  return () => {
    const found = read();
    if (typeof found !== 'string') last = found;
    return last;
  };
}

const assertionSeconds = 300;
/** Milliseconds before its end in which a token is not used. */
const marginMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;
const patienceMs = 8_000;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number().int().min(1) });

const refusalSchema = z.object({ error_codes: z.array(z.int()).max(20) });

/** Has only the status and Entra's numbers: its words name tenants, apps and times. */
class NoTokenError extends Error {
  readonly status: number;
  readonly codes: readonly number[];
  constructor(status: number, codes: readonly number[] = []) {
    super(`no token: ${status}`);
    this.name = 'NoTokenError';
    this.status = status;
    this.codes = codes;
  }
}

/**
 * Entra's "certificate credentials" with PS256, the SHA-256 thumbprint and the chain, by which Entra can trust a
 * subject and issuer. The SDK's factory knows only SHA-1 and the public cloud (botframework-connector 4.23).
 */
function certificateCredentials(deps: {
  readonly appId: string;
  readonly tokenUrl: string;
  /** Read for each token: a renewed certificate needs no restart. */
  readonly certificate: () => AppCertificate;
  readonly now: () => number;
}): ServiceClientCredentialsFactory {
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

const entraTokenAddress = (entra: string, tenantId: string): string =>
  `${entra}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
