import { z } from 'zod';
import type { ProductionSettings } from '../settings/server-settings.ts';
import { type AuthenticationSurroundings, botCredentials } from './authentication.ts';
import { NoTokenError } from './certificate-credentials.ts';

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
  settings: Pick<ProductionSettings, 'registration' | 'tenantId' | 'connector'>,
  surroundings: AuthenticationSurroundings = {},
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
