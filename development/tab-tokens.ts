import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { tabHosts } from '../bot/settings/tab-hosts.ts';
import type { Clock } from '../concerns/terms/clock.ts';
import { developmentPeople, type DevelopmentPerson, peopleAtTab } from './people.ts';

/** As Entra does, for the people of development, by a key of this process alone. */
export interface TabTokens {
  readonly keys: JWTVerifyGetKey;
  token(person: DevelopmentPerson): Promise<string>;
}

const kid = 'development';
const tokenSeconds = 3_600;

export async function createTabTokens(tenantId: string, clientId: string, clock: Clock): Promise<TabTokens> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const published = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    keys: createLocalJWKSet({ keys: [published] }),
    token(person) {
      const now = Math.floor(clock().getTime() / 1_000);
      const { name, roles } = peopleAtTab[person];
      return new SignJWT({
        oid: developmentPeople[person],
        tid: tenantId,
        ver: '2.0',
        scp: 'access_as_user',
        azp: tabHosts.teams.clients[0],
        name,
        roles: [...roles],
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(`https://login.microsoftonline.com/${tenantId}/v2.0`)
        .setAudience(clientId)
        .setSubject(developmentPeople[person])
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + tokenSeconds)
        .sign(privateKey);
    },
  };
}
