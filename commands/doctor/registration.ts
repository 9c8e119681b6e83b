import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readCertificate } from '../../bot/settings/app-certificate.ts';
import type { AtMicrosoft } from '../../bot/settings/server-settings.ts';
import { tabHosts } from '../../bot/settings/tab-hosts.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { isListedRole, roles } from '../../concerns/terms/directory.ts';
import { type Finding, type FindingName, found } from './findings.ts';

const dated = z.string().transform((text) => Date.parse(text) || 0);

const credential = z.object({
  endDateTime: dated,
  hint: z.string().nullish(),
  customKeyIdentifier: z.string().nullish(),
});
const addresses = z.object({ redirectUris: z.array(z.unknown()).default([]) }).partial();

export const registrationSchema = z.object({
  signInAudience: z.string(),
  identifierUris: z.array(z.string()).default([]),
  api: z.object({
    requestedAccessTokenVersion: z.number().nullish(),
    oauth2PermissionScopes: z
      .array(z.object({ id: z.string(), value: z.string().nullish(), isEnabled: z.boolean() }))
      .default([]),
    preAuthorizedApplications: z
      .array(z.object({ appId: z.string().toLowerCase(), delegatedPermissionIds: z.array(z.string()).default([]) }))
      .default([]),
  }),
  appRoles: z
    .array(
      z.object({
        value: z.string().nullish(),
        isEnabled: z.boolean(),
        allowedMemberTypes: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  optionalClaims: z
    .object({ accessToken: z.array(z.object({ name: z.string() })).default([]) })
    .partial()
    .nullish(),
  web: addresses
    .extend({
      implicitGrantSettings: z
        .object({ enableAccessTokenIssuance: z.boolean(), enableIdTokenIssuance: z.boolean() })
        .partial()
        .nullish(),
    })
    .nullish(),
  spa: addresses.nullish(),
  publicClient: addresses.nullish(),
  requiredResourceAccess: z
    .array(z.object({ resourceAccess: z.array(z.object({ id: z.string() })).default([]) }))
    .default([]),
  passwordCredentials: z.array(credential).default([]),
  keyCredentials: z.array(credential).default([]),
});
export type Registered = z.infer<typeof registrationSchema>;
type Credential = z.infer<typeof credential>;

const scopeName = 'access_as_user';
const sixWeeksMs = 42 * 24 * 3_600_000;
/** Permissions that the portal adds by itself, or that let someone look at a registration. */
const harmless = new Set(['e1fe6dd8-ba31-4d61-89e7-88639da4683d', '9a5d68dd-52b0-4cc2-bd40-abcf444ac3ec']);

const clientsOf = ({ tab: { clients, hosts } }: AtMicrosoft): readonly string[] =>
  clients.length > 0 ? clients : tabHosts[hosts].clients;

function findingsOfClients(registered: Registered, at: AtMicrosoft): readonly FindingName[] {
  const scope = registered.api.oauth2PermissionScopes.find(({ value, isEnabled }) => value === scopeName && isEnabled);
  if (scope === undefined) return ['registration-no-scope'];
  const clients = clientsOf(at);
  const allowed = registered.api.preAuthorizedApplications.filter(({ delegatedPermissionIds: ids }) =>
    ids.includes(scope.id),
  );
  const isMissing = clients.some((client) => !allowed.some(({ appId }) => appId === client));
  const isMore = allowed.some(({ appId }) => !clients.includes(appId));
  return [
    ...(isMissing ? (['registration-client-missing'] as const) : []),
    ...(isMore ? (['registration-client-more'] as const) : []),
  ];
}

function findingsOfRoles({ appRoles }: Registered): readonly FindingName[] {
  const ours = appRoles.filter(({ value }) => roles.some((role) => role === value));
  if (ours.length === 0) return ['registration-without-roles'];
  // A role that only the lists give does nothing here, so it is neither required nor wrong.
  const given = roles.filter((role) => !isListedRole(role));
  const isWhole = given.every((role) => ours.some(({ value, isEnabled }) => value === role && isEnabled));
  return isWhole && ours.every(({ allowedMemberTypes: types }) => types.every((type) => type === 'User'))
    ? []
    : ['registration-roles'];
}

function findingsOfAddresses({ web, spa, publicClient, requiredResourceAccess }: Registered): readonly FindingName[] {
  const implicit = web?.implicitGrantSettings;
  const leads = [web, spa, publicClient].some((part) => (part?.redirectUris ?? []).length > 0);
  const isOpen = leads || implicit?.enableAccessTokenIssuance === true || implicit?.enableIdTokenIssuance === true;
  const asks = requiredResourceAccess
    .flatMap(({ resourceAccess }) => resourceAccess)
    .some(({ id }) => !harmless.has(id));
  return [
    ...(isOpen ? (['registration-redirects'] as const) : []),
    ...(asks ? (['registration-permissions'] as const) : []),
  ];
}

export function findingsOfTab(registered: Registered, at: AtMicrosoft): readonly Finding[] {
  const { publicHost, tab } = at;
  const { api, signInAudience, identifierUris, optionalClaims } = registered;
  const address = `api://${publicHost}/${tab.clientId}`.toLowerCase();
  const isNamed = publicHost === undefined || identifierUris.some((uri) => uri.toLowerCase() === address);
  const saysGuests = (optionalClaims?.accessToken ?? []).some(({ name }) => name === 'acct');
  const names: readonly FindingName[] = [
    ...(signInAudience === 'AzureADMyOrg' ? [] : (['registration-other-tenants'] as const)),
    ...(isNamed ? [] : (['registration-other-address'] as const)),
    ...(api.requestedAccessTokenVersion === 2 ? [] : (['registration-token-version'] as const)),
    ...findingsOfClients(registered, at),
    ...findingsOfRoles(registered),
    ...(saysGuests || tab.guests ? [] : (['registration-guests'] as const)),
    ...findingsOfAddresses(registered),
  ];
  return names.map((name) => found(name, 'TAB_CLIENT_ID'));
}

/**
 * Whether a credential may be the one in the settings: a secret by its first three characters, which Entra keeps for
 * most, and a certificate by its thumbprint.
 */
function usedBy({ registration }: AtMicrosoft, now: Date): (credential: Credential) => boolean {
  if ('password' in registration) {
    const { password } = registration;
    return ({ hint, customKeyIdentifier: print }) =>
      typeof print !== 'string' && (typeof hint !== 'string' || password.startsWith(hint));
  }
  const read = 'certificate' in registration ? readCertificate(registration.certificate, now) : undefined;
  const own = read === undefined || typeof read === 'string' ? undefined : read.chain[0];
  const prints = (['sha1', 'sha256'] as const).map((kind) =>
    createHash(kind)
      .update(own?.raw ?? '')
      .digest(),
  );
  const shown = prints.flatMap((print) => [print.toString('base64'), print.toString('hex').toUpperCase()]);
  return ({ hint, customKeyIdentifier: print }) =>
    typeof hint !== 'string' && (typeof print !== 'string' || shown.some((one) => one === print));
}

/** A registration that is only the tab's needs no credential. */
export function findingsOfCredentials(
  { passwordCredentials, keyCredentials }: Registered,
  at: AtMicrosoft,
  isBots: boolean,
  clock: Clock,
): readonly Finding[] {
  const now = clock();
  const isUsed = isBots ? usedBy(at, now) : () => false;
  const holding = [...passwordCredentials, ...keyCredentials].filter(({ endDateTime }) => endDateTime > now.getTime());
  const used = passwordCredentials.filter(isUsed);
  // Two secrets may begin alike: the one that lasts longest may be ours.
  const last = Math.max(...used.map(({ endDateTime }) => endDateTime));
  const ends = used.length > 0 && last > now.getTime() && last - now.getTime() < sixWeeksMs;
  return [
    ...(ends ? [found('registration-secret-ends')] : []),
    ...(holding.some((credential) => !isUsed(credential))
      ? [found('registration-secret-more', isBots ? 'BOT_APP_ID' : 'TAB_CLIENT_ID')]
      : []),
  ];
}
