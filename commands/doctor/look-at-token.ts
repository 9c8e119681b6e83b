import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { AtMicrosoft } from '../../bot/settings/server-settings.ts';
import type { AskedToken, WhyNoToken } from '../../bot/teams/bot-token.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type FindingName, found } from './findings.ts';
import type { Tells } from './run-checks.ts';

export type TokenFor = (audience: string) => Promise<AskedToken>;

const noToken: Readonly<Record<WhyNoToken, FindingName>> = {
  secretEnded: 'token-secret-ended',
  secretUnknown: 'token-secret-unknown',
  certificateUnknown: 'token-certificate-unknown',
  appUnknown: 'token-app-unknown',
  appOff: 'token-app-off',
  noIdentityHere: 'token-identity-elsewhere',
  refused: 'token-refused',
  away: 'token-away',
};

const claimsSchema = z.object({
  aud: z.string(),
  tid: z.string().toLowerCase(),
  /** The app of the token, in v1 and in v2. */
  appid: z.string().toLowerCase().optional(),
  azp: z.string().toLowerCase().optional(),
  /** A person's token has this, and an app's has not. */
  scp: z.string().optional(),
  exp: z.number(),
});

/** The SDK renews a token in its last five minutes, so that it would ask for a shorter one again and again. */
const shortestMs = 5 * 60_000;

function claimsIn(token: string): z.infer<typeof claimsSchema> | undefined {
  try {
    return claimsSchema.safeParse(decodeJwt(token)).data;
  } catch {
    return undefined;
  }
}

/** Whether the bot gets a token for Teams by its own credential, and whether that is of this bot and for Teams. */
export async function lookAtToken(
  { registration, tenantId, connector }: AtMicrosoft,
  tokenFor: TokenFor,
  clock: Clock,
  { tell }: Tells,
): Promise<void> {
  const audience = connector.cloud.oauthScope;
  const asked = await tokenFor(audience);
  if (asked.kind === 'none') {
    tell(found(noToken[asked.why]));
    return;
  }
  const claims = claimsIn(asked.token);
  if (claims === undefined) {
    tell(found('token-sealed'));
    return;
  }
  if (registration.type === 'UserAssignedMSI' && claims.scp !== undefined) {
    // If someone on this machine is signed in to Azure and there is no identity, the SDK takes their token.
    tell(found('token-identity-elsewhere'));
    return;
  }
  if (claims.aud !== audience) tell(found('token-of-another', 'audience'));
  if (claims.tid !== tenantId.toLowerCase()) tell(found('token-of-another', 'tenant'));
  if ((claims.appid ?? claims.azp) !== registration.appId.toLowerCase()) tell(found('token-of-another', 'app'));
  if (claims.exp * 1_000 - clock().getTime() < shortestMs) tell(found('token-short'));
}
