import { describe, expect, it } from '@jest/globals';
import { ClaimsIdentity } from 'botframework-connector';
import { z } from 'zod';
import { createTeamsAuthentication } from '../../../bot/teams/teams-authentication.ts';
import { clouds } from '../../../bot/config/clouds.ts';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { messageActivity } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { productionEnvironment } from '../../support/config/production-environment.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { BOT_CLOUD: 'usgov' } });

describe('a bot in the government’s cloud', () => {
  it('believes its issuer and no other, and answers with tokens of that cloud', async () => {
    expect(bot.issuer.issuer).toBe('https://api.botframework.us');
    const client = createTeamsClient(bot);
    const hello = messageActivity(client.surroundings(), 'hello');
    expect(await client.send(hello)).toMatchObject({ status: 200 });
    expect(bot.connector.posts).toHaveLength(1);
    const ofOthers = await bot.issuer.token({ iss: clouds.public.issuer, serviceurl: bot.connector.serviceUrl });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ofOthers}` };
    const refused = await fetch(bot.endpoint(), { method: 'POST', headers, body: JSON.stringify(hello) });
    expect(refused.status).toBe(401);
  });

  it('asks for tokens of that cloud alone, for alerts as well', async () => {
    const record = createCase();
    const alert = createAlert(record.caseId, { urgency: 'urgent', dueAt: bot.clock.now().toISOString() });
    await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
    bot.postDueAlerts();
    await waitFor('an alert', () => bot.connector.posts.find((post) => post.conversationId.startsWith('19:')));
    const asked = bot.issuer.requests.flatMap(({ body }) => new URLSearchParams(body).get('scope') ?? []);
    expect(new Set(asked)).toEqual(new Set(['https://api.botframework.us/.default']));
  });

  it('lets the Teams of that cloud frame its tab', async () => {
    const policy = (await fetch(new URL('/tab', bot.endpoint()))).headers.get('content-security-policy');
    expect(policy).toContain('https://gov.teams.microsoft.us');
  });
});

describe('the settings of a cloud', () => {
  const settingsOf = (cloud: string) => loadServerSettings({ ...productionEnvironment, BOT_CLOUD: cloud });
  const credentialsSchema = z.object({ credentials: z.object({ oAuthEndpoint: z.string(), oAuthScope: z.string() }) });

  it.each([
    ['public', 'https://login.microsoftonline.com/tenant', 'https://api.botframework.com', 'smba.trafficmanager.net'],
    ['usgov', 'https://login.microsoftonline.us/tenant', 'https://api.botframework.us', 'smba.infra.gov.teams.'],
    ['usgovdod', 'https://login.microsoftonline.us/tenant', 'https://api.botframework.us', 'smba.infra.dod.teams.'],
  ])('say where the bot signs in, for what, and where alerts go: %s', async (cloud, login, scope, host) => {
    const settings = settingsOf(cloud);
    const authentication = createTeamsAuthentication(settings);
    const factory = authentication.createConnectorFactory(new ClaimsIdentity([{ type: 'aud', value: 'app' }]));
    const client = await factory.create(settings.alerts.serviceUrl, authentication.getOriginatingAudience());
    const { credentials } = credentialsSchema.parse(client);
    expect([credentials.oAuthEndpoint, credentials.oAuthScope]).toEqual([login, scope]);
    expect(settings.alerts.serviceUrl).toContain(`https://${host}`);
  });

  it('are refused for a cloud that nobody knows, and for an address of alerts in another cloud', () => {
    expect(() => settingsOf('mars')).toThrow('BOT_CLOUD');
    const theirs = { ...productionEnvironment, ALERT_SERVICE_URL: clouds.usgov.serviceUrl };
    expect(() => loadServerSettings(theirs)).toThrow('ALERT_SERVICE_URL');
    expect(() => loadServerSettings({ ...theirs, BOT_CLOUD: 'usgov' })).not.toThrow();
  });
});
