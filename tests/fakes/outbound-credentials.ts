import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { z } from 'zod';
import type { TokenIssuer } from './token-issuer.ts';

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * A bot's credentials towards an issuer of ours, for the second argument of ConfigurationBotFrameworkAuthentication:
 * the stock ones go through MSAL, which takes no issuer without a public certificate. Each token is asked for over the
 * wire once and kept until it expires. `secret` is the bot's; another than the issuer's is refused. Signing throws
 * where no token is given.
 */
export function createOutboundCredentials(
  { appId, tokenUrl }: Pick<TokenIssuer, 'appId' | 'tokenUrl'>,
  secret: string,
): ServiceClientCredentialsFactory {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  const tokenFor = async (scope: string): Promise<string> => {
    const known = kept.get(scope);
    if (known && known.until > Date.now()) return known.token;
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: secret, scope };
    const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
    if (!answer.ok) throw new Error(`the issuer gave no token: ${answer.status}`);
    const { access_token: token, expires_in: seconds } = tokenSchema.parse(await answer.json());
    kept.set(scope, { token, until: Date.now() + seconds * 1_000 });
    return token;
  };
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await tokenFor(`${audience}/.default`)}`);
        return request;
      },
    }),
  };
}
