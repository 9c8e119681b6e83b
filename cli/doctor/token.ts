import { decodeJwt } from 'jose';
import { z } from 'zod';
import { entraKeysAddress } from '../../bot/api/tab-authentication.ts';
import type { AtMicrosoft } from '../../bot/config/server-settings.ts';
import type { AskedToken, WhyNoToken } from '../../bot/teams/bot-token.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { askMicrosoft, type MicrosoftAnswer, type MicrosoftWay } from './microsoft-probe.ts';
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

interface Issuer {
  readonly called: string;
  readonly metadata: string;
  readonly issuer: string;
  readonly isPlaceOfKeys: (address: string) => boolean;
  readonly mayBeUsed: (key: Key) => boolean;
}

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string().min(1),
  e: z.string().min(1),
  endorsements: z.array(z.string()).default([]),
});
type Key = z.infer<typeof keySchema>;
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const refusalSchema = z.object({ error: z.literal('invalid_tenant') });

const apartMs = 5 * 60_000;
const clocksApart = (date: Date | undefined, clock: Clock): boolean =>
  date !== undefined && Math.abs(date.getTime() - clock().getTime()) > apartMs;

function issuersOf({ connector: { cloud }, tenantId }: AtMicrosoft): readonly Issuer[] {
  const entraKeys = entraKeysAddress(cloud.entra, tenantId).href;
  const hostOfBots = new URL(cloud.metadataUrl).origin;
  return [
    {
      called: 'Entra',
      metadata: `${cloud.entra}/${tenantId}/v2.0/.well-known/openid-configuration`,
      issuer: `${cloud.entra}/${tenantId}/v2.0`,
      isPlaceOfKeys: (address) => address === entraKeys,
      mayBeUsed: () => true,
    },
    {
      called: 'the Bot Framework',
      metadata: cloud.metadataUrl,
      issuer: cloud.issuer,
      isPlaceOfKeys: (address) => new URL(address).origin === hostOfBots,
      mayBeUsed: ({ endorsements }) => endorsements.includes('msteams'),
    },
  ];
}

function refusedBy(answer: MicrosoftAnswer, called: string) {
  if (answer.kind === 'unanswered')
    return found(answer.why === 'notTrusted' ? 'issuer-not-trusted' : 'issuer-away', called);
  if (answer.status === 200) return undefined;
  if (refusalSchema.safeParse(answer.json).success) return found('issuer-tenant-unknown');
  return found('issuer-odd', called);
}

async function lookAtIssuer(issuer: Issuer, clock: Clock, way: MicrosoftWay, { tell }: Tells): Promise<void> {
  const { called } = issuer;
  const answer = await askMicrosoft(issuer.metadata, way);
  const refused = refusedBy(answer, called);
  if (refused !== undefined || answer.kind === 'unanswered') {
    tell(refused ?? found('issuer-away', called));
    return;
  }
  if (clocksApart(answer.date, clock)) tell(found('clock-apart', called));
  const metadata = metadataSchema.safeParse(answer.json).data;
  if (metadata === undefined) {
    tell(found('issuer-odd', called));
    return;
  }
  if (metadata.issuer !== issuer.issuer) tell(found('issuer-other', called));
  if (!issuer.isPlaceOfKeys(metadata.jwks_uri)) {
    tell(found('issuer-keys-elsewhere', called));
    return;
  }
  const published = await askMicrosoft(metadata.jwks_uri, way);
  const away = refusedBy(published, called);
  if (away !== undefined || published.kind === 'unanswered') {
    tell(away ?? found('issuer-away', called));
    return;
  }
  const all = keysSchema.safeParse(published.json).data?.keys ?? [];
  const keys = all.flatMap((key) => keySchema.safeParse(key).data ?? []);
  if (keys.length === 0) tell(found('issuer-no-keys', called));
  else if (!keys.some(issuer.mayBeUsed)) tell(found('issuer-not-endorsed'));
}

/** Whether the issuers of incoming tokens answer with their keys, and are the ones that the server expects. */
export async function lookAtIssuers(at: AtMicrosoft, clock: Clock, way: MicrosoftWay, tells: Tells): Promise<void> {
  await Promise.all(issuersOf(at).map((issuer) => lookAtIssuer(issuer, clock, way, tells)));
}
