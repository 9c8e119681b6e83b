import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ProductionSettings } from '../config/server-settings.ts';
import { SettingsError } from '../config/settings-errors.ts';
import { createHash, randomUUID } from 'node:crypto';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { type AppCertificate, readCertificate } from '../config/app-certificate.ts';

export interface BotTokenOptions {
  readonly credentials?: ServiceClientCredentialsFactory;
  readonly tokenUrl?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

type RegistrationSettings = Pick<ProductionSettings, 'registration' | 'tenantId'>;

export const sdkSettings = ({ registration, tenantId }: RegistrationSettings) => ({
  MicrosoftAppId: registration.appId,
  MicrosoftAppPassword: 'password' in registration ? registration.password : '',
  MicrosoftAppType: registration.type,
  MicrosoftAppTenantId: tenantId,
});

/** Entra's own words name tenants, apps and times. */
export type TokenErrorReason =
  | 'secretEnded'
  | 'secretUnknown'
  | 'certificateUnknown'
  | 'appUnknown'
  | 'appOff'
  | 'noIdentityHere'
  | 'refused'
  | 'away';

export type BotTokenResult =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none'; readonly why: TokenErrorReason };

/** From "Microsoft Entra authentication & authorization error codes". */
const entraErrorReasons: Readonly<Record<string, TokenErrorReason>> = {
  '7000222': 'secretEnded',
  '7000215': 'secretUnknown',
  '700027': 'certificateUnknown',
  '7000272': 'certificateUnknown',
  '700016': 'appUnknown',
  '7000112': 'appOff',
};

const identityErrorSchema = z.object({
  name: z.string().default(''),
  message: z.string().default(''),
  errorCode: z.string().optional(),
});

function tokenErrorReason(error: unknown): TokenErrorReason {
  if (error instanceof TokenRequestError) {
    const known = error.codes.flatMap((code) => entraErrorReasons[String(code)] ?? []).at(0);
    return known ?? (error.status >= 400 && error.status < 429 ? 'refused' : 'away');
  }
  const { name, message, errorCode } = identityErrorSchema.safeParse(error).data ?? { name: '', message: '' };
  if (/^(?:AggregateAuthenticationError|CredentialUnavailableError)$/u.test(name)) return 'noIdentityHere';
  const known = [...message.matchAll(/AADSTS(\d+)/gu)].flatMap(([, code = '']) => entraErrorReasons[code] ?? []).at(0);
  const isAnswer =
    /AADSTS\d/u.test(message) || /^(?:invalid_|unauthorized_)/u.test(errorCode ?? '') || name === 'AuthenticationError';
  return known ?? (isAnswer ? 'refused' : 'away');
}

const signerSchema = z.custom<{ signRequest(request: { readonly headers: Headers }): Promise<unknown> }>(
  (value) => typeof value === 'object' && value !== null && 'signRequest' in value,
);

/** Never rejects for Entra or the network. */
export function createBotTokenProvider(
  settings: RegistrationSettings & Pick<ProductionSettings, 'connector'>,
  options: BotTokenOptions = {},
): (audience: string) => Promise<BotTokenResult> {
  const credentials = botCredentials(settings, options);
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
      return { kind: 'none', why: tokenErrorReason(error) };
    }
  };
}

/** Throws SettingsError if the certificate cannot be used. */
export function botCredentials(
  { registration, connector, tenantId }: RegistrationSettings & Pick<ProductionSettings, 'connector'>,
  { credentials, tokenUrl, now = () => Date.now() }: BotTokenOptions = {},
): ServiceClientCredentialsFactory {
  if (credentials !== undefined) return credentials;
  if (!('certificate' in registration))
    return new ConfigurationServiceClientCredentialFactory(sdkSettings({ registration, tenantId }));
  return certificateCredentials({
    appId: registration.appId,
    tokenUrl: tokenUrl ?? entraTokenUrl(connector.cloud.entra, tenantId),
    certificate: createCertificateLoader(registration.certificate, now),
    now,
  });
}

/** The certificate in its file now, or the last usable one. Throws SettingsError at first. */
function createCertificateLoader(path: string, now: () => number): () => AppCertificate {
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
/** In milliseconds. */
const expiryMarginMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;
const timeoutMs = 8_000;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number().int().min(1) });

const errorResponseSchema = z.object({ error_codes: z.array(z.int()).max(20) });

/** Entra's words name tenants, apps and times. */
class TokenRequestError extends Error {
  readonly status: number;
  readonly codes: readonly number[];
  constructor(status: number, codes: readonly number[] = []) {
    super(`no token: ${status}`);
    this.name = 'TokenRequestError';
    this.status = status;
    this.codes = codes;
  }
}

/**
 * Entra's "certificate credentials" with PS256, the SHA-256 thumbprint and the chain, for trust by subject and issuer.
 * The SDK's factory knows only SHA-1 and the public cloud (botframework-connector 4.23).
 */
function certificateCredentials(deps: {
  readonly appId: string;
  readonly tokenUrl: string;
  /** Read for each token: a renewed certificate needs no restart. */
  readonly certificate: () => AppCertificate;
  readonly now: () => number;
}): ServiceClientCredentialsFactory {
  const { appId, tokenUrl, now } = deps;
  const tokenCache = new Map<string, { readonly token: Promise<string>; until: number }>();

  async function createAssertion(): Promise<string> {
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

  async function requestToken(scope: string): Promise<z.infer<typeof tokenSchema>> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await createAssertion(),
    });
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    const parsed = answer.ok ? tokenSchema.safeParse(body) : undefined;
    if (!parsed?.success)
      throw new TokenRequestError(answer.status, errorResponseSchema.safeParse(body).data?.error_codes);
    return parsed.data;
  }

  async function getToken(scope: string): Promise<string> {
    const known = tokenCache.get(scope);
    const left = (known?.until ?? 0) - now();
    // Further ahead, the clock was set back.
    if (known && left > 0 && left < dayMs) return await known.token;
    const asked = requestToken(scope);
    const entry = { token: asked.then(({ access_token: token }) => token), until: now() + expiryMarginMs };
    // Without a listener a failure would end the process.
    entry.token.catch(() => undefined);
    tokenCache.set(scope, entry);
    try {
      entry.until = now() + (await asked).expires_in * 1_000 - expiryMarginMs;
      return await entry.token;
    } catch (error) {
      if (tokenCache.get(scope) === entry) tokenCache.delete(scope);
      throw error;
    }
  }

  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await getToken(`${audience ?? ''}/.default`)}`);
        return request;
      },
    }),
  };
}

const entraTokenUrl = (entra: string, tenantId: string): string =>
  `${entra}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
