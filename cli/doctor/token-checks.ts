import { decodeJwt } from 'jose';
import { z } from 'zod';
import { entraJwksUrl } from '../../bot/api/caller-authentication.ts';
import type { MicrosoftSettings } from '../../bot/config/server-settings.ts';
import type { BotTokenResult, TokenErrorReason } from '../../bot/teams/bot-token.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { probeMicrosoft, type MicrosoftProbeResult, type MicrosoftProbeOptions } from './microsoft-probe.ts';
import { type FindingName, createFinding } from './findings.ts';
import type { CheckOutput } from './run-checks.ts';

export type GetToken = (audience: string) => Promise<BotTokenResult>;

const tokenFailureFindings: Readonly<Record<TokenErrorReason, FindingName>> = {
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

/** The SDK renews a token in its last five minutes: a shorter one it would request again and again. */
const minLifetimeMs = 5 * 60_000;

function parseClaims(token: string): z.infer<typeof claimsSchema> | undefined {
  try {
    return claimsSchema.safeParse(decodeJwt(token)).data;
  } catch {
    return undefined;
  }
}

export async function checkToken(
  { registration, tenantId, connector }: MicrosoftSettings,
  getToken: GetToken,
  clock: Clock,
  { addFinding }: CheckOutput,
): Promise<void> {
  const audience = connector.cloud.oauthScope;
  const asked = await getToken(audience);
  if (asked.kind === 'none') {
    addFinding(createFinding(tokenFailureFindings[asked.why]));
    return;
  }
  const claims = parseClaims(asked.token);
  if (claims === undefined) {
    addFinding(createFinding('token-sealed'));
    return;
  }
  if (registration.type === 'UserAssignedMSI' && claims.scp !== undefined) {
    // If there is no identity and someone is signed in to Azure here, the SDK takes their token.
    addFinding(createFinding('token-identity-elsewhere'));
    return;
  }
  if (claims.aud !== audience) addFinding(createFinding('token-of-another', 'audience'));
  if (claims.tid !== tenantId.toLowerCase()) addFinding(createFinding('token-of-another', 'tenant'));
  if ((claims.appid ?? claims.azp) !== registration.appId.toLowerCase())
    addFinding(createFinding('token-of-another', 'app'));
  if (claims.exp * 1_000 - clock().getTime() < minLifetimeMs) addFinding(createFinding('token-short'));
}

interface Issuer {
  readonly label: string;
  readonly metadata: string;
  readonly issuer: string;
  readonly isJwksAddress: (address: string) => boolean;
  readonly isUsableKey: (key: JsonWebKey) => boolean;
}

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string().min(1),
  e: z.string().min(1),
  endorsements: z.array(z.string()).default([]),
});
type JsonWebKey = z.infer<typeof keySchema>;
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const refusalSchema = z.object({ error: z.literal('invalid_tenant') });

const maxClockSkewMs = 5 * 60_000;
const isClockSkewed = (date: Date | undefined, clock: Clock): boolean =>
  date !== undefined && Math.abs(date.getTime() - clock().getTime()) > maxClockSkewMs;

function tokenIssuers({ connector: { cloud }, tenantId }: MicrosoftSettings): readonly Issuer[] {
  const entraKeys = entraJwksUrl(cloud.entra, tenantId).href;
  const hostOfBots = new URL(cloud.metadataUrl).origin;
  return [
    {
      label: 'Entra',
      metadata: tenantMetadataUrl(cloud.entra, tenantId),
      issuer: `${cloud.entra}/${tenantId}/v2.0`,
      isJwksAddress: (address) => address === entraKeys,
      isUsableKey: () => true,
    },
    {
      label: 'the Bot Framework',
      metadata: cloud.metadataUrl,
      issuer: cloud.issuer,
      isJwksAddress: (address) => new URL(address).origin === hostOfBots,
      isUsableKey: ({ endorsements }) => endorsements.includes('msteams'),
    },
  ];
}

/** Whether Entra answered that it has no such tenant. */
export const isUnknownTenant = (answer: MicrosoftProbeResult): boolean =>
  answer.kind === 'answered' && refusalSchema.safeParse(answer.json).success;

export const tenantMetadataUrl = (entra: string, tenantId: string): string =>
  `${entra}/${tenantId}/v2.0/.well-known/openid-configuration`;

function issuerErrorFinding(answer: MicrosoftProbeResult, called: string) {
  if (answer.kind === 'unanswered')
    return createFinding(answer.why === 'notTrusted' ? 'issuer-not-trusted' : 'issuer-away', called);
  if (answer.status === 200) return undefined;
  if (isUnknownTenant(answer)) return createFinding('issuer-tenant-unknown');
  return createFinding('issuer-odd', called);
}

async function checkIssuer(
  issuer: Issuer,
  clock: Clock,
  microsoftOptions: MicrosoftProbeOptions,
  { addFinding }: CheckOutput,
): Promise<void> {
  const { label } = issuer;
  const answer = await probeMicrosoft(issuer.metadata, microsoftOptions);
  const refused = issuerErrorFinding(answer, label);
  if (refused !== undefined || answer.kind === 'unanswered') {
    addFinding(refused ?? createFinding('issuer-away', label));
    return;
  }
  if (isClockSkewed(answer.date, clock)) addFinding(createFinding('clock-apart', label));
  const metadata = metadataSchema.safeParse(answer.json).data;
  if (metadata === undefined) {
    addFinding(createFinding('issuer-odd', label));
    return;
  }
  if (metadata.issuer !== issuer.issuer) addFinding(createFinding('issuer-other', label));
  if (!issuer.isJwksAddress(metadata.jwks_uri)) {
    addFinding(createFinding('issuer-keys-elsewhere', label));
    return;
  }
  const published = await probeMicrosoft(metadata.jwks_uri, microsoftOptions);
  const away = issuerErrorFinding(published, label);
  if (away !== undefined || published.kind === 'unanswered') {
    addFinding(away ?? createFinding('issuer-away', label));
    return;
  }
  const all = keysSchema.safeParse(published.json).data?.keys ?? [];
  const keys = all.flatMap((key) => keySchema.safeParse(key).data ?? []);
  if (keys.length === 0) addFinding(createFinding('issuer-no-keys', label));
  else if (!keys.some(issuer.isUsableKey)) addFinding(createFinding('issuer-not-endorsed'));
}

/** Whether the issuers of incoming tokens answer with their keys, and the server expects them. */
export async function checkIssuers(
  settings: MicrosoftSettings,
  clock: Clock,
  microsoftOptions: MicrosoftProbeOptions,
  output: CheckOutput,
): Promise<void> {
  await Promise.all(tokenIssuers(settings).map((issuer) => checkIssuer(issuer, clock, microsoftOptions, output)));
}
