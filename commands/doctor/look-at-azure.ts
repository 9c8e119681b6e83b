import { z } from 'zod';
import type { AtMicrosoft } from '../../bot/settings/server-settings.ts';
import { found } from './findings.ts';
import type { Tells } from './run-checks.ts';
import { askMicrosoft, type MicrosoftWay } from './ask-microsoft.ts';

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
/** More pages than any force has. */
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

export async function lookAtBotInAzure(
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
