import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readCertificate } from '../../bot/config/app-certificate.ts';
import type { MicrosoftSettings } from '../../bot/config/server-settings.ts';
import { tabHosts } from '../../bot/config/tab-hosts.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { isConfiguredRole, roles } from '../../core/model/roles.ts';
import { probeMicrosoft, type MicrosoftProbeOptions } from './microsoft-probe.ts';
import { type Finding, type FindingName, createFinding } from './findings.ts';
import type { GetToken } from './token-checks.ts';
import type { CheckOutput } from './run-checks.ts';

interface AccessTokenFiles {
  readonly graph: string | undefined;
  readonly azure: string | undefined;
}

interface RegistrationContext {
  readonly at: MicrosoftSettings;
  readonly getToken: GetToken;
  readonly microsoftOptions: MicrosoftProbeOptions;
  readonly accessTokenFiles: AccessTokenFiles;
  readonly clock: Clock;
}

const maxTokenLength = 20_000;
const bearerSchema = z
  .string()
  .trim()
  .max(maxTokenLength)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u);

async function loadAccessToken(
  file: string | undefined,
  option: '--graph' | '--azure',
  audience: string,
  getToken: GetToken,
  { addFinding }: CheckOutput,
): Promise<string | undefined> {
  if (file === undefined) {
    const asked = await getToken(audience);
    return asked.kind === 'token' ? asked.token : undefined;
  }
  const token = bearerSchema.safeParse(await readFile(file, 'utf8').catch(() => undefined)).data;
  if (token === undefined) addFinding(createFinding('lent-token-unreadable', option));
  return token;
}

type Setting = 'TAB_CLIENT_ID' | 'BOT_APP_ID';

async function fetchRegistration(
  graph: string,
  id: string,
  setting: Setting,
  token: string,
  microsoftOptions: MicrosoftProbeOptions,
  { addFinding }: CheckOutput,
): Promise<AppRegistration | undefined> {
  const answer = await probeMicrosoft(
    `${graph}/v1.0/applications(appId='${encodeURIComponent(id)}')`,
    microsoftOptions,
    token,
  );
  const status = answer.kind === 'answered' ? answer.status : 0;
  if (answer.kind === 'answered' && status === 200) {
    const read = registrationSchema.safeParse(answer.json).data;
    if (read === undefined) addFinding(createFinding('directory-away', 'Microsoft Graph'));
    return read;
  }
  if (status === 404) addFinding(createFinding('registration-missing', setting));
  else if (status === 401 || status === 403) addFinding(createFinding('registration-not-readable', setting));
  else addFinding(createFinding('directory-away', 'Microsoft Graph'));
  return undefined;
}

async function checkEntraRegistrations(
  { at, microsoftOptions, clock }: RegistrationContext,
  token: string | undefined,
  output: CheckOutput,
): Promise<void> {
  const { registration, tab, connector } = at;
  const { addFinding } = output;
  const isOne = registration.appId === tab.clientId;
  if (token === undefined) {
    addFinding(createFinding('registration-not-readable', isOne ? 'BOT_APP_ID' : 'TAB_CLIENT_ID'));
    return;
  }
  const { graph } = connector.cloud;
  const ofTab = await fetchRegistration(graph, tab.clientId, 'TAB_CLIENT_ID', token, microsoftOptions, output);
  if (ofTab !== undefined) {
    for (const finding of tabFindings(ofTab, at)) addFinding(finding);
    for (const finding of credentialFindings(ofTab, at, isOne, clock)) addFinding(finding);
  }
  // A managed identity is no registration: nothing expires.
  if (isOne || registration.type === 'UserAssignedMSI') return;
  const ofBot = await fetchRegistration(graph, registration.appId, 'BOT_APP_ID', token, microsoftOptions, output);
  if (ofBot !== undefined) for (const finding of credentialFindings(ofBot, at, true, clock)) addFinding(finding);
}

/** As far as a lent token, or the bot's own, may read them; if it may not, that is no finding. */
export async function checkRegistration(look: RegistrationContext, output: CheckOutput): Promise<void> {
  const { at, getToken, accessTokenFiles } = look;
  const { graph, azure } = at.connector.cloud;
  const tokens = await Promise.all([
    loadAccessToken(accessTokenFiles.graph, '--graph', graph, getToken, output),
    loadAccessToken(accessTokenFiles.azure, '--azure', azure, getToken, output),
  ]);
  await Promise.all([
    checkEntraRegistrations(look, tokens[0], output),
    checkAzureBot(at, tokens[1], look.microsoftOptions, output),
  ]);
}

const credentialDateSchema = z.string().transform((text) => Date.parse(text) || 0);

const credentialSchema = z.object({
  endDateTime: credentialDateSchema,
  hint: z.string().nullish(),
  customKeyIdentifier: z.string().nullish(),
});
const redirectUrisSchema = z.object({ redirectUris: z.array(z.unknown()).default([]) }).partial();

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
  web: redirectUrisSchema
    .extend({
      implicitGrantSettings: z
        .object({ enableAccessTokenIssuance: z.boolean(), enableIdTokenIssuance: z.boolean() })
        .partial()
        .nullish(),
    })
    .nullish(),
  spa: redirectUrisSchema.nullish(),
  publicClient: redirectUrisSchema.nullish(),
  requiredResourceAccess: z
    .array(z.object({ resourceAccess: z.array(z.object({ id: z.string() })).default([]) }))
    .default([]),
  passwordCredentials: z.array(credentialSchema).default([]),
  keyCredentials: z.array(credentialSchema).default([]),
});
type AppRegistration = z.infer<typeof registrationSchema>;
type Credential = z.infer<typeof credentialSchema>;

const scopeName = 'access_as_user';
const expiryWarningMs = 42 * 24 * 3_600_000;
/** Permissions that the portal adds by itself, or that let someone view a registration. */
const allowedPermissions = new Set(['e1fe6dd8-ba31-4d61-89e7-88639da4683d', '9a5d68dd-52b0-4cc2-bd40-abcf444ac3ec']);

const expectedClients = ({ tab: { clients, hosts } }: MicrosoftSettings): readonly string[] =>
  clients.length > 0 ? clients : tabHosts[hosts].clients;

function clientFindings(registered: AppRegistration, settings: MicrosoftSettings): readonly FindingName[] {
  const scope = registered.api.oauth2PermissionScopes.find(({ value, isEnabled }) => value === scopeName && isEnabled);
  if (scope === undefined) return ['registration-no-scope'];
  const clients = expectedClients(settings);
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

function roleFindings({ appRoles }: AppRegistration): readonly FindingName[] {
  const ours = appRoles.filter(({ value }) => roles.some((role) => role === value));
  if (ours.length === 0) return ['registration-without-roles'];
  // A role that only the lists give does nothing here: neither required nor wrong.
  const given = roles.filter((role) => !isConfiguredRole(role));
  const isWhole = given.every((role) => ours.some(({ value, isEnabled }) => value === role && isEnabled));
  return isWhole && ours.every(({ allowedMemberTypes: types }) => types.every((type) => type === 'User'))
    ? []
    : ['registration-roles'];
}

function redirectAndPermissionFindings({
  web,
  spa,
  publicClient,
  requiredResourceAccess,
}: AppRegistration): readonly FindingName[] {
  const implicit = web?.implicitGrantSettings;
  const leads = [web, spa, publicClient].some((part) => (part?.redirectUris ?? []).length > 0);
  const isOpen = leads || implicit?.enableAccessTokenIssuance === true || implicit?.enableIdTokenIssuance === true;
  const asks = requiredResourceAccess
    .flatMap(({ resourceAccess }) => resourceAccess)
    .some(({ id }) => !allowedPermissions.has(id));
  return [
    ...(isOpen ? (['registration-redirects'] as const) : []),
    ...(asks ? (['registration-permissions'] as const) : []),
  ];
}

function tabFindings(registered: AppRegistration, settings: MicrosoftSettings): readonly Finding[] {
  const { publicHost, tab } = settings;
  const { api, signInAudience, identifierUris, optionalClaims } = registered;
  const address = `api://${publicHost}/${tab.clientId}`.toLowerCase();
  const isNamed = publicHost === undefined || identifierUris.some((uri) => uri.toLowerCase() === address);
  const saysGuests = (optionalClaims?.accessToken ?? []).some(({ name }) => name === 'acct');
  const names: readonly FindingName[] = [
    ...(signInAudience === 'AzureADMyOrg' ? [] : (['registration-other-tenants'] as const)),
    ...(isNamed ? [] : (['registration-other-address'] as const)),
    ...(api.requestedAccessTokenVersion === 2 ? [] : (['registration-token-version'] as const)),
    ...clientFindings(registered, settings),
    ...roleFindings(registered),
    ...(saysGuests || tab.guests ? [] : (['registration-guests'] as const)),
    ...redirectAndPermissionFindings(registered),
  ];
  return names.map((name) => createFinding(name, 'TAB_CLIENT_ID'));
}

/** By a secret's first three characters, which Entra mostly stores, or a certificate's thumbprint. */
function credentialMatcher({ registration }: MicrosoftSettings, now: Date): (credential: Credential) => boolean {
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

function credentialFindings(
  { passwordCredentials, keyCredentials }: AppRegistration,
  settings: MicrosoftSettings,
  isBots: boolean,
  clock: Clock,
): readonly Finding[] {
  const now = clock();
  const isUsed = isBots ? credentialMatcher(settings, now) : () => false;
  const holding = [...passwordCredentials, ...keyCredentials].filter(({ endDateTime }) => endDateTime > now.getTime());
  const used = passwordCredentials.filter(isUsed);
  // Two secrets may begin alike: the one that lasts longest may be ours.
  const last = Math.max(...used.map(({ endDateTime }) => endDateTime));
  const ends = used.length > 0 && last > now.getTime() && last - now.getTime() < expiryWarningMs;
  return [
    ...(ends ? [createFinding('registration-secret-ends')] : []),
    ...(holding.some((credential) => !isUsed(credential))
      ? [createFinding('registration-secret-more', isBots ? 'BOT_APP_ID' : 'TAB_CLIENT_ID')]
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

const subscriptionsApiVersion = '2022-12-01';
const botApiVersion = '2022-09-15';
const maxPages = 20;

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

type ListResult = { readonly kind: 'list'; readonly all: readonly unknown[] } | { readonly kind: 'refused' | 'away' };

/** Follows no page link outside Azure, so that the token goes nowhere else. */
async function listAzureResources(
  azure: string,
  path: string,
  token: string,
  microsoftOptions: MicrosoftProbeOptions,
): Promise<ListResult> {
  const all: unknown[] = [];
  let next: string | undefined = azure + path;
  for (let pages = 0; next !== undefined && pages < maxPages; pages += 1) {
    const answer = await probeMicrosoft(next, microsoftOptions, token);
    if (answer.kind === 'unanswered') return { kind: 'away' };
    if ([401, 403, 404].includes(answer.status)) return { kind: 'refused' };
    const page = answer.status === 200 ? pageSchema.safeParse(answer.json).data : undefined;
    if (page === undefined) return { kind: 'away' };
    all.push(...page.value);
    next = page.nextLink?.startsWith(`${azure}/`) === true ? page.nextLink : undefined;
  }
  return { kind: 'list', all };
}

async function findBot(
  azure: string,
  appId: string,
  token: string,
  microsoftOptions: MicrosoftProbeOptions,
): Promise<Bot | 'none' | 'away'> {
  const subscriptions = await listAzureResources(
    azure,
    `/subscriptions?api-version=${subscriptionsApiVersion}`,
    token,
    microsoftOptions,
  );
  if (subscriptions.kind !== 'list') return subscriptions.kind === 'away' ? 'away' : 'none';
  for (const { id } of subscriptions.all.flatMap((one) => subscriptionSchema.safeParse(one).data ?? [])) {
    const path = `${id}/providers/Microsoft.BotService/botServices?api-version=${botApiVersion}`;
    const bots = await listAzureResources(azure, path, token, microsoftOptions);
    if (bots.kind === 'away') return 'away';
    const all = bots.kind === 'list' ? bots.all.flatMap((one) => botSchema.safeParse(one).data ?? []) : [];
    const ours = all.find(({ properties }) => properties.msaAppId === appId);
    if (ours !== undefined) return ours;
  }
  return 'none';
}

function checkBot(
  { properties }: Bot,
  { registration, tenantId, publicHost }: MicrosoftSettings,
  { addFinding }: CheckOutput,
): void {
  const { endpoint, msaAppType, msaAppTenantId } = properties;
  if (publicHost !== undefined && endpoint.toLowerCase() !== `https://${publicHost}/api/messages`.toLowerCase())
    addFinding(createFinding('bot-other-address'));
  const isOther = (value: string | null | undefined, own: string) =>
    typeof value === 'string' && value !== '' && value.toLowerCase() !== own.toLowerCase();
  if (isOther(msaAppType, registration.type) || isOther(msaAppTenantId, tenantId))
    addFinding(createFinding('bot-other-kind'));
}

async function checkAzureBot(
  settings: MicrosoftSettings,
  token: string | undefined,
  microsoftOptions: MicrosoftProbeOptions,
  output: CheckOutput,
): Promise<void> {
  const { addFinding } = output;
  const { azure } = settings.connector.cloud;
  const bot =
    token === undefined
      ? 'none'
      : await findBot(azure, settings.registration.appId.toLowerCase(), token, microsoftOptions);
  if (token === undefined || typeof bot === 'string') {
    addFinding(bot === 'away' ? createFinding('directory-away', 'Azure') : createFinding('bot-not-readable'));
    return;
  }
  checkBot(bot, settings, output);
  const channels = await listAzureResources(
    azure,
    `${bot.id}/channels?api-version=${botApiVersion}`,
    token,
    microsoftOptions,
  );
  if (channels.kind !== 'list') {
    addFinding(channels.kind === 'away' ? createFinding('directory-away', 'Azure') : createFinding('bot-not-readable'));
    return;
  }
  const all = channels.all.flatMap((one) => channelSchema.safeParse(one).data?.properties ?? []);
  const isOn = all.some(
    ({ channelName, properties }) => channelName === 'MsTeamsChannel' && properties?.isEnabled !== false,
  );
  if (!isOn) addFinding(createFinding('bot-without-teams'));
  const others = all.filter(({ channelName }) => channelName !== 'MsTeamsChannel');
  const names = [
    ...new Set(others.map(({ channelName }) => channelNames[channelName] ?? 'one that is not known here')),
  ];
  if (names.length > 0) addFinding(createFinding('bot-other-channels', names.join(', ')));
}
