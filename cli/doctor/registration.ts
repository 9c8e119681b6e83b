import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readCertificate } from '../../bot/config/app-certificate.ts';
import type { AtMicrosoft } from '../../bot/config/server-settings.ts';
import { tabHosts } from '../../bot/config/tab-hosts.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { isListedRole, roles } from '../../core/model/directory.ts';
import { askMicrosoft, type MicrosoftWay } from './microsoft-probe.ts';
import { type Finding, type FindingName, found } from './findings.ts';
import type { TokenFor } from './token.ts';
import type { Tells } from './run-checks.ts';

interface Lent {
  readonly graph: string | undefined;
  readonly azure: string | undefined;
}

interface RegistrationLook {
  readonly at: AtMicrosoft;
  readonly tokenFor: TokenFor;
  readonly way: MicrosoftWay;
  readonly lent: Lent;
  readonly clock: Clock;
}

const longestToken = 20_000;
const bearerSchema = z
  .string()
  .trim()
  .max(longestToken)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u);

async function tokenOf(
  file: string | undefined,
  option: '--graph' | '--azure',
  audience: string,
  tokenFor: TokenFor,
  { tell }: Tells,
): Promise<string | undefined> {
  if (file === undefined) {
    const asked = await tokenFor(audience);
    return asked.kind === 'token' ? asked.token : undefined;
  }
  const token = bearerSchema.safeParse(await readFile(file, 'utf8').catch(() => undefined)).data;
  if (token === undefined) tell(found('lent-token-unreadable', option));
  return token;
}

type Setting = 'TAB_CLIENT_ID' | 'BOT_APP_ID';

async function registered(
  graph: string,
  id: string,
  setting: Setting,
  token: string,
  way: MicrosoftWay,
  { tell }: Tells,
): Promise<Registered | undefined> {
  const answer = await askMicrosoft(`${graph}/v1.0/applications(appId='${encodeURIComponent(id)}')`, way, token);
  const status = answer.kind === 'answered' ? answer.status : 0;
  if (answer.kind === 'answered' && status === 200) {
    const read = registrationSchema.safeParse(answer.json).data;
    if (read === undefined) tell(found('directory-away', 'Microsoft Graph'));
    return read;
  }
  if (status === 404) tell(found('registration-missing', setting));
  else if (status === 401 || status === 403) tell(found('registration-not-readable', setting));
  else tell(found('directory-away', 'Microsoft Graph'));
  return undefined;
}

async function lookInEntra(
  { at, way, clock }: RegistrationLook,
  token: string | undefined,
  tells: Tells,
): Promise<void> {
  const { registration, tab, connector } = at;
  const { tell } = tells;
  const isOne = registration.appId === tab.clientId;
  if (token === undefined) {
    tell(found('registration-not-readable', isOne ? 'BOT_APP_ID' : 'TAB_CLIENT_ID'));
    return;
  }
  const { graph } = connector.cloud;
  const ofTab = await registered(graph, tab.clientId, 'TAB_CLIENT_ID', token, way, tells);
  if (ofTab !== undefined) {
    for (const finding of findingsOfTab(ofTab, at)) tell(finding);
    for (const finding of findingsOfCredentials(ofTab, at, isOne, clock)) tell(finding);
  }
  // A managed identity is no registration, and nothing of it expires.
  if (isOne || registration.type === 'UserAssignedMSI') return;
  const ofBot = await registered(graph, registration.appId, 'BOT_APP_ID', token, way, tells);
  if (ofBot !== undefined) for (const finding of findingsOfCredentials(ofBot, at, true, clock)) tell(finding);
}

/** As far as a lent token, or the bot's own, may read them. It is no finding if it may not. */
export async function lookAtRegistration(look: RegistrationLook, tells: Tells): Promise<void> {
  const { at, tokenFor, lent } = look;
  const { graph, azure } = at.connector.cloud;
  const tokens = await Promise.all([
    tokenOf(lent.graph, '--graph', graph, tokenFor, tells),
    tokenOf(lent.azure, '--azure', azure, tokenFor, tells),
  ]);
  await Promise.all([lookInEntra(look, tokens[0], tells), lookAtBotInAzure(at, tokens[1], look.way, tells)]);
}

const dated = z.string().transform((text) => Date.parse(text) || 0);

const credential = z.object({
  endDateTime: dated,
  hint: z.string().nullish(),
  customKeyIdentifier: z.string().nullish(),
});
const addresses = z.object({ redirectUris: z.array(z.unknown()).default([]) }).partial();

const registrationSchema = z.object({
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
type Registered = z.infer<typeof registrationSchema>;
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

function findingsOfTab(registered: Registered, at: AtMicrosoft): readonly Finding[] {
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
 * Told by the first three characters of a secret, which Entra keeps for most, or by the thumbprint of a certificate.
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

function findingsOfCredentials(
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

const pageSchema = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });
const subscriptionSchema = z.object({ id: z.string().regex(/^\/subscriptions\/[\w-]+$/u) });
const botSchema = z.object({
  id: z.string().regex(/^\/subscriptions\/[\w./()-]+$/u),
  properties: z.object({
    msaAppId: z.string().toLowerCase(),
    endpoint: z.string().default(''),
    msaAppType: z.string().nullish(),
    msaAppTenantId: z.string().toLowerCase().nullish(),
  }),
});
type Bot = z.infer<typeof botSchema>;
const channelSchema = z.object({
  properties: z.object({
    channelName: z.string(),
    properties: z.object({ isEnabled: z.boolean().default(true) }).nullish(),
  }),
});

const subscriptionsVersion = '2022-12-01';
const botVersion = '2022-09-15';
const mostPages = 20;

const channelNames: Readonly<Record<string, string>> = {
  DirectLineChannel: 'Direct Line',
  WebChatChannel: 'Web Chat',
  EmailChannel: 'Email',
  SlackChannel: 'Slack',
  SmsChannel: 'SMS',
  FacebookChannel: 'Facebook',
  TelegramChannel: 'Telegram',
  LineChannel: 'LINE',
  OmniChannel: 'Omnichannel',
  DirectLineSpeechChannel: 'Direct Line Speech',
  Outlook: 'Outlook',
  OutlookChannel: 'Outlook',
  M365Extensions: 'Microsoft 365',
};

type List = { readonly kind: 'list'; readonly all: readonly unknown[] } | { readonly kind: 'refused' | 'away' };

/** A page link that leads outside Azure is not followed, so that the token goes nowhere else. */
async function listed(azure: string, path: string, token: string, way: MicrosoftWay): Promise<List> {
  const all: unknown[] = [];
  let next: string | undefined = azure + path;
  for (let pages = 0; next !== undefined && pages < mostPages; pages += 1) {
    const answer = await askMicrosoft(next, way, token);
    if (answer.kind === 'unanswered') return { kind: 'away' };
    if ([401, 403, 404].includes(answer.status)) return { kind: 'refused' };
    const page = answer.status === 200 ? pageSchema.safeParse(answer.json).data : undefined;
    if (page === undefined) return { kind: 'away' };
    all.push(...page.value);
    next = page.nextLink?.startsWith(`${azure}/`) === true ? page.nextLink : undefined;
  }
  return { kind: 'list', all };
}

async function botOf(azure: string, appId: string, token: string, way: MicrosoftWay): Promise<Bot | 'none' | 'away'> {
  const subscriptions = await listed(azure, `/subscriptions?api-version=${subscriptionsVersion}`, token, way);
  if (subscriptions.kind !== 'list') return subscriptions.kind === 'away' ? 'away' : 'none';
  for (const { id } of subscriptions.all.flatMap((one) => subscriptionSchema.safeParse(one).data ?? [])) {
    const path = `${id}/providers/Microsoft.BotService/botServices?api-version=${botVersion}`;
    const bots = await listed(azure, path, token, way);
    if (bots.kind === 'away') return 'away';
    const all = bots.kind === 'list' ? bots.all.flatMap((one) => botSchema.safeParse(one).data ?? []) : [];
    const ours = all.find(({ properties }) => properties.msaAppId === appId);
    if (ours !== undefined) return ours;
  }
  return 'none';
}

function compareBot({ properties }: Bot, { registration, tenantId, publicHost }: AtMicrosoft, { tell }: Tells): void {
  const { endpoint, msaAppType, msaAppTenantId } = properties;
  if (publicHost !== undefined && endpoint.toLowerCase() !== `https://${publicHost}/api/messages`.toLowerCase())
    tell(found('bot-other-address'));
  const isOther = (value: string | null | undefined, own: string) =>
    typeof value === 'string' && value !== '' && value.toLowerCase() !== own.toLowerCase();
  if (isOther(msaAppType, registration.type) || isOther(msaAppTenantId, tenantId)) tell(found('bot-other-kind'));
}

async function lookAtBotInAzure(
  at: AtMicrosoft,
  token: string | undefined,
  way: MicrosoftWay,
  tells: Tells,
): Promise<void> {
  const { tell } = tells;
  const { azure } = at.connector.cloud;
  const bot = token === undefined ? 'none' : await botOf(azure, at.registration.appId.toLowerCase(), token, way);
  if (token === undefined || typeof bot === 'string') {
    tell(bot === 'away' ? found('directory-away', 'Azure') : found('bot-not-readable'));
    return;
  }
  compareBot(bot, at, tells);
  const channels = await listed(azure, `${bot.id}/channels?api-version=${botVersion}`, token, way);
  if (channels.kind !== 'list') {
    tell(channels.kind === 'away' ? found('directory-away', 'Azure') : found('bot-not-readable'));
    return;
  }
  const all = channels.all.flatMap((one) => channelSchema.safeParse(one).data?.properties ?? []);
  const isOn = all.some(
    ({ channelName, properties }) => channelName === 'MsTeamsChannel' && properties?.isEnabled !== false,
  );
  if (!isOn) tell(found('bot-without-teams'));
  const others = all.filter(({ channelName }) => channelName !== 'MsTeamsChannel');
  const names = [
    ...new Set(others.map(({ channelName }) => channelNames[channelName] ?? 'one that is not known here')),
  ];
  if (names.length > 0) tell(found('bot-other-channels', names.join(', ')));
}
