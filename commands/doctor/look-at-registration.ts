import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { AtMicrosoft } from '../../bot/settings/server-settings.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from './findings.ts';
import type { Tells } from './run-checks.ts';
import { askMicrosoft, type MicrosoftWay } from './ask-microsoft.ts';
import { findingsOfCredentials, findingsOfTab, registrationSchema, type Registered } from './registration.ts';
import type { TokenFor } from './look-at-token.ts';
import { lookAtBotInAzure } from './look-at-azure.ts';

interface Lent {
  readonly graph: string | undefined;
  readonly azure: string | undefined;
}

export interface RegistrationLook {
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

/**
 * Looks at the registration in Entra and the bot in Azure, as far as a lent token, or the bot's own, may read them. It
 * is no finding if it may not.
 */
export async function lookAtRegistration(look: RegistrationLook, tells: Tells): Promise<void> {
  const { at, tokenFor, lent } = look;
  const { graph, azure } = at.connector.cloud;
  const tokens = await Promise.all([
    tokenOf(lent.graph, '--graph', graph, tokenFor, tells),
    tokenOf(lent.azure, '--azure', azure, tokenFor, tells),
  ]);
  await Promise.all([lookInEntra(look, tokens[0], tells), lookAtBotInAzure(at, tokens[1], look.way, tells)]);
}
