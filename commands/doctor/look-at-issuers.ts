import { z } from 'zod';
import { entraKeysAddress } from '../../bot/api/tab-sign-in.ts';
import type { AtMicrosoft } from '../../bot/settings/server-settings.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from './findings.ts';
import type { Tells } from './run-checks.ts';
import { askMicrosoft, type MicrosoftAnswer, type MicrosoftWay } from './ask-microsoft.ts';

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
