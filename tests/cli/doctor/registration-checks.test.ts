import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tabHosts } from '../../../bot/config/tab-hosts.ts';
import { entraAppManifest } from '../../../deploy/teams/entra-app.ts';
import type { WireAnswer } from '../../fakes/loopback-server.ts';
import { type MicrosoftCloud, startMicrosoftCloud } from '../../fakes/microsoft-cloud.ts';
import { createOutboundCredentials } from '../../fakes/outbound-credentials.ts';
import { runDoctor, createDeployment, problemNames } from '../../support/cli/run-doctor.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const tenantId = '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90';
const appId = '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11';
const host = 'candour.force.example';
const graph = 'https://graph.microsoft.com';
const azure = 'https://management.azure.com';
const dayMs = 24 * 3_600_000;
type Json = Readonly<Record<string, unknown>>;

const folder = createTemporaryFolder();
let cloud: MicrosoftCloud;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  environment = { ...(await createDeployment(folder)), TAB_CLIENT_ID: appId };
});
beforeEach(async () => {
  cloud = await startMicrosoftCloud({ tenantId, appId });
  cloud.applications.set(appId, registration());
  cloud.bots.push(bot());
  cloud.channels.push(channel('MsTeamsChannel'));
});
afterEach(() => cloud.stop());
afterAll(() => undefined);

/** The registration that a force makes by the file of deploy/, with a secret. */
function registration(more: Json = {}): Json {
  const text = JSON.stringify(entraAppManifest())
    .replaceAll('${{PUBLIC_HOST}}', host)
    .replaceAll('${{AAD_APP_CLIENT_ID}}', appId);
  const made: Json = JSON.parse(text);
  return { ...made, passwordCredentials: [secret(90)], keyCredentials: [], ...more };
}
const secret = (days: number, hint: string | null = 'abc'): Json => ({
  endDateTime: new Date(Date.now() + days * dayMs).toISOString(),
  hint,
});
function bot(more: Json = {}): Json {
  const properties = { msaAppId: appId, endpoint: `https://${host}/api/messages`, msaAppType: 'SingleTenant' };
  return {
    id: '/subscriptions/5f1c2d3e-0000-4000-8000-000000000001/bot',
    properties: { ...properties, msaAppTenantId: tenantId, ...more },
  };
}
const channel = (channelName: string, isEnabled = true): Json => ({
  properties: { channelName, properties: { isEnabled, secret: 'zq-key-of-a-channel' } },
});

async function lend(): Promise<readonly string[]> {
  writeFileSync(`${folder}/graph.token`, `${await cloud.operatorToken('graph')}\n`);
  writeFileSync(`${folder}/azure.token`, `${await cloud.operatorToken('azure')}\n`);
  return ['--graph', `${folder}/graph.token`, '--azure', `${folder}/azure.token`];
}

/** All that is said, with no token, no word of Microsoft and no value of a setting in it. */
async function said(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { resolveUrl, tokenUrl } = cloud;
  const microsoft = { resolveUrl, credentials: createOutboundCredentials({ appId, tokenUrl }, cloud.secret) };
  // Nobody is at the public address here, and that is not what is looked at.
  const route = { port: 9, lookup: () => undefined };
  const told = await runDoctor({ ...environment, PUBLIC_HOST: host, ...more }, args, {
    microsoft,
    route: { ...route, lookup: (_name, _options, found) => found(new Error('nobody'), '', 4) },
  });
  for (const word of ['zq-', ...cloud.given]) expect(told.printed).not.toContain(word);
  return {
    wrong: problemNames(told).filter((name) => !name.startsWith('address-')),
    text: told.text,
    outcome: told.checks.find(({ check }) => check === 'registration')?.outcome,
  };
}
const change = (part: string, value: unknown): void =>
  void cloud.applications.set(appId, registration({ [part]: value }));
const api = (more: Json): void => {
  const made = registration()['api'];
  change('api', { ...(typeof made === 'object' ? made : {}), ...more });
};

describe('the registration in Entra', () => {
  it('is well as deploy/ writes it, read with a token that somebody lends, and the bot beside it', async () => {
    expect(await said(await lend())).toMatchObject({ wrong: [], outcome: 'well' });
  });

  it.each<[string, () => void, readonly string[]]>([
    ['is not there', () => cloud.applications.clear(), ['registration-missing']],
    ['lets other tenants in', () => change('signInAudience', 'AzureADMultipleOrgs'), ['registration-other-tenants']],
    [
      'has another address',
      () => change('identifierUris', [`api://zq.example/${appId}`]),
      ['registration-other-address'],
    ],
    ['makes tokens of version 1', () => api({ requestedAccessTokenVersion: null }), ['registration-token-version']],
    ['has no scope', () => api({ oauth2PermissionScopes: [] }), ['registration-no-scope']],
    ['lets no client ask', () => api({ preAuthorizedApplications: [] }), ['registration-client-missing']],
    [
      'lets others ask as well',
      () => cloud.applications.set(appId, JSON.parse(JSON.stringify(registration({ api: everywhere() })))),
      ['registration-client-more'],
    ],
    ['has one role of ours alone', () => change('appRoles', [role('handler')]), ['registration-roles']],
    ['has no role', () => change('appRoles', []), []],
    ['says nothing of guests', () => change('optionalClaims', null), ['registration-guests']],
    [
      'sends people elsewhere',
      () => change('spa', { redirectUris: ['https://zq.example'] }),
      ['registration-redirects'],
    ],
    [
      'gives tokens by an implicit grant',
      () => change('web', { redirectUris: [], implicitGrantSettings: { enableIdTokenIssuance: true } }),
      ['registration-redirects'],
    ],
    [
      'may read mail',
      () => change('requiredResourceAccess', asks('810c84a8-4a9e-49e6-bf7d-12d183f40d01')),
      ['registration-permissions'],
    ],
    ['may be read', () => change('requiredResourceAccess', asks('9a5d68dd-52b0-4cc2-bd40-abcf444ac3ec')), []],
    ['has a secret that ends', () => change('passwordCredentials', [secret(20)]), ['registration-secret-ends']],
    [
      'has a secret beside it',
      () => change('passwordCredentials', [secret(90), secret(300, 'zq-')]),
      ['registration-secret-more'],
    ],
    ['has an old one that has ended', () => change('passwordCredentials', [secret(90), secret(-3, 'zq-')]), []],
    ['keeps no beginning of its secret', () => change('passwordCredentials', [secret(90, null)]), []],
    [
      'has a certificate beside it',
      () => change('keyCredentials', [{ ...secret(90, null), customKeyIdentifier: 'ZQ' }]),
      ['registration-secret-more'],
    ],
  ])('is told where it %s', async (_, plant, expected) => {
    plant();
    expect((await said(await lend())).wrong).toEqual(expected);
  });

  it('of a tab of its own is held beside that of the bot, which alone may have a secret', async () => {
    const other = '3c9e1f00-1111-4222-8333-444455556666';
    const text = JSON.stringify(registration()).replaceAll(`${host}/${appId}`, `${host}/${other}`);
    cloud.applications.set(other, JSON.parse(text));
    const told = await said(await lend(), { TAB_CLIENT_ID: other });
    expect(told.wrong).toEqual(['registration-secret-more']);
    expect(told.text).toContain('The app registration of TAB_CLIENT_ID has a valid secret');
  });

  it('that the bot may not read is no trouble, and says whom to ask', async () => {
    const told = await said([]);
    expect(told).toMatchObject({ wrong: [], outcome: 'unseen' });
    expect(told.text).toContain('registration-not-readable');
    expect(told.text).toContain('bot-not-readable');
    expect(told.text).toContain('Ask the people who look after Entra');
  });

  it('is read with the bot’s own token where somebody gave it the right', async () => {
    cloud.rights.bot = ['graph', 'azure'];
    change('signInAudience', 'AzureADMultipleOrgs');
    expect((await said([])).wrong).toEqual(['registration-other-tenants']);
  });

  it.each<[string, WireAnswer]>([
    ['too many questions', { kind: 'answer', status: 429, text: 'zq-later' }],
    ['trouble', { kind: 'answer', status: 503, text: 'zq-away' }],
    ['a page of a proxy', { kind: 'answer', status: 200, text: '<html>zq-</html>' }],
    ['something else', { kind: 'answer', status: 200, body: { value: 'zq-', api: [] } }],
    ['a cut', { kind: 'reset' }],
    ['a way elsewhere', { kind: 'answer', status: 307, headers: { location: 'https://zq.example/' } }],
  ])('is no trouble where Graph and Azure answer with %s, and no token goes on', async (_, answer) => {
    for (const place of [graph, azure]) cloud.answerTo(place, answer);
    const told = await said(await lend());
    expect(told).toMatchObject({ wrong: [], outcome: 'unseen' });
    expect(told.text).toContain('directory-away');
    expect(cloud.asked.every(({ address }) => /^https:\/\/(?:login|graph|management)\./u.test(address))).toBe(true);
  });

  it('is not looked at with a file that has no token, and what the file says is not said', async () => {
    writeFileSync(`${folder}/wrong.token`, 'zq-words of somebody');
    const told = await said(['--graph', `${folder}/wrong.token`, '--azure', `${folder}/nowhere.token`]);
    expect(told.wrong).toEqual(['lent-token-unreadable', 'lent-token-unreadable']);
    expect(told.text).not.toContain('somebody');
    expect(told.text).not.toContain(folder);
  });
});

describe('the bot in Azure', () => {
  it.each<[string, () => void, readonly string[]]>([
    [
      'answers in Web Chat and one that nobody knows',
      () => cloud.channels.push(channel('WebChatChannel'), channel('ZqChannel')),
      ['bot-other-channels'],
    ],
    ['has no Teams', () => cloud.channels.splice(0), ['bot-without-teams']],
    [
      'has Teams switched off',
      () => cloud.channels.splice(0, 1, channel('MsTeamsChannel', false)),
      ['bot-without-teams'],
    ],
    [
      'leads elsewhere',
      () => cloud.bots.splice(0, 1, bot({ endpoint: 'https://zq.example/api/messages' })),
      ['bot-other-address'],
    ],
    ['is of another tenant', () => cloud.bots.splice(0, 1, bot({ msaAppTenantId: appId })), ['bot-other-kind']],
    ['is of another kind', () => cloud.bots.splice(0, 1, bot({ msaAppType: 'MultiTenant' })), ['bot-other-kind']],
    ['stands beside a stranger', () => cloud.bots.unshift(bot({ msaAppId: tenantId, endpoint: '' }), { zq: 1 }), []],
  ])('is told where it %s', async (_, plant, expected) => {
    plant();
    expect((await said(await lend())).wrong).toEqual(expected);
  });

  it('is not asked for on a page that leads to another place', async () => {
    cloud.answerTo(`${azure}/subscriptions?`, {
      kind: 'answer',
      status: 200,
      body: { value: [], nextLink: 'https://zq.example/next' },
    });
    const told = await said(await lend());
    expect(told.text).toContain('bot-not-readable');
    expect(cloud.asked.filter(({ address }) => address.includes('zq.example'))).toEqual([]);
  });
});

const role = (value: string): Json => ({ value, isEnabled: true, allowedMemberTypes: ['User'] });
const asks = (id: string): readonly Json[] => [{ resourceAppId: graph, resourceAccess: [{ id, type: 'Role' }] }];

/** The API as a force of Outlook and Microsoft 365 registers it. */
function everywhere(): unknown {
  const made: { readonly api: unknown } = JSON.parse(JSON.stringify(entraAppManifest({ everywhere: true })));
  expect(tabHosts.microsoft365.clients.length).toBeGreaterThan(tabHosts.teams.clients.length);
  return made.api;
}
