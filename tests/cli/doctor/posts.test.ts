import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDeploymentSettings } from '../../../bot/config/checks/deployment-settings.ts';
import { sendTestPosts } from '../../../cli/doctor/alert-checks.ts';
import { runChecks, type CheckOutput } from '../../../cli/doctor/run-checks.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import type { ConnectorAnswer } from '../../fakes/connector-answer.ts';
import { type MicrosoftCloud, startMicrosoftCloud } from '../../fakes/microsoft-cloud.ts';
import { createOutboundCredentials } from '../../fakes/outbound-credentials.ts';
import { runDoctor, createTarget, createDeployment, problemNames } from '../../support/cli/run-doctor.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const tenantId = '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90';
const appId = '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11';
let cloud: MicrosoftCloud;
let connector: Connector;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  cloud = await startMicrosoftCloud({ tenantId, appId });
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  connector = await startConnector({ isKnown: (header) => cloud.given.includes((header ?? '').slice(7)) });
  const { serviceUrl } = connector;
  const made = await createDeployment(createTemporaryFolder(), async ({ targets }) => {
    for (const name of ['acu', 'acuOnCall', 'reserve', 'reserveOnCall', 'admins'] as const)
      await targets.write({
        ...createTarget(name, name.startsWith('reserve') ? '19:reserve@thread' : '19:unit@thread'),
        serviceUrl,
      });
  });
  environment = { ...made, BOT_SERVICE_HOSTS: new URL(serviceUrl).origin };
});
afterEach(() => connector.stop());

/** All that is said by a doctor who may post, or by one who may not; it is asked twice, in words and for a program. */
async function said(args: readonly string[] = ['--post']) {
  const { resolveUrl, tokenUrl } = cloud;
  const microsoft = { resolveUrl, credentials: createOutboundCredentials({ appId, tokenUrl }, cloud.secret) };
  const told = await runDoctor(environment, args, { microsoft });
  for (const word of ['zq-', '@thread', ...cloud.given]) expect(told.printed).not.toContain(word);
  return told;
}
const factsOf = ({ checks }: Awaited<ReturnType<typeof said>>) => checks.find(({ check }) => check === 'posts')?.facts;

describe('a test post', () => {
  it('is never made where nobody asked for one', async () => {
    const told = await said([]);
    expect(problemNames(told)).toEqual([]);
    expect(told.text).toContain('post-not-tried');
    expect(told.text).not.toContain('As --post asks');
    expect(connector.requests).toEqual([]);
  });

  it('goes once into each channel, says in both languages that it is one, and nothing else', async () => {
    const told = await said();
    expect(problemNames(told)).toEqual([]);
    expect(told.text.startsWith('Because of --post, the doctor sends one test post to each channel')).toBe(true);
    expect(factsOf(told)).toEqual([
      'A test post arrived in the channel for the unit’s alerts.',
      'A test post arrived in the channel for the reserve officers’ alerts.',
    ]);
    // Once in words and once for a program.
    const channels = connector.posts.map(({ conversationId }) => conversationId.split(';')[0] ?? '');
    expect(channels.toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      '19:reserve@thread',
      '19:reserve@thread',
      '19:unit@thread',
      '19:unit@thread',
    ]);
    for (const { activity } of connector.posts) {
      expect(activity).toMatchObject({ type: 'message', textFormat: 'plain' });
      expect(activity['text']).toBe(
        'This is a test post. An operator used a command to check this channel. There is nothing you need to do.\n\n' +
          'Neges brawf yw hon. Defnyddiodd gweithredwr orchymyn i wirio’r sianel hon. Nid oes angen i chi wneud dim.',
      );
      expect(activity['attachments'] ?? []).toEqual([]);
    }
  });

  it.each<[string, ConnectorAnswer, string]>([
    ['a token that is not taken', 401, 'post-unauthorised'],
    ['a bot that may not post', 403, 'post-forbidden'],
    ['a channel that is not there', 404, 'post-no-channel'],
    ['an archived team', 400, 'post-refused'],
    ['too many posts', { status: 429, retryAfter: 30 }, 'post-too-many'],
    ['trouble in Teams', 500, 'post-away'],
    ['a Teams that is away', 503, 'post-away'],
    ['the page of a proxy', { status: 200, text: '<html>zq-</html>', contentType: 'text/html' }, 'post-odd'],
    ['an answer without a place', { status: 201, text: '{}' }, 'post-odd'],
    ['a connection that is cut', 'reset', 'post-unsent'],
    ['one that is cut once the post is there', 'accept-then-reset', 'post-unsent'],
  ])('that meets %s is told, not repeated, and costs no other channel its own', async (_, answer, finding) => {
    connector.answerTo('19:unit@thread', answer);
    const told = await said();
    expect(problemNames(told)).toEqual([finding]);
    expect(factsOf(told)).toEqual(['A test post arrived in the channel for the reserve officers’ alerts.']);
    const tries = connector.requests.filter(({ body }) => body.includes('19:unit@thread'));
    expect(tries).toHaveLength(2);
  });

  it('that is not answered may be there, and is told so', async () => {
    connector.answerTo('@thread', 'accept-then-hang');
    const { serverSettings } = loadDeploymentSettings(new Date(), environment);
    const surroundings = { credentials: createOutboundCredentials({ appId, tokenUrl: cloud.tokenUrl }, cloud.secret) };
    const store = openSqliteStore(environment['SQLITE_PATH'] ?? '');
    if (serverSettings === undefined) throw new Error('the settings are wrong');
    const look = (tells: CheckOutput) => sendTestPosts(store, serverSettings, surroundings, 400, tells);
    const [checked] = await runChecks([{ name: 'posts', deadlineMs: 60_000, run: look }]);
    await store.close();
    expect(checked?.findings.map(({ finding }) => finding)).toEqual(['post-unheard', 'post-unheard']);
    expect(checked?.facts).toEqual([]);
  });

  it('leads to no address but Teams’: a place that somebody wrote into the store gets no token', async () => {
    const thief = await startConnector();
    const made = await createDeployment(createTemporaryFolder(), async ({ targets }) => {
      await targets.write({ ...createTarget('acu', '19:unit@thread'), serviceUrl: thief.serviceUrl });
    });
    environment = {
      ...made,
      BOT_SERVICE_HOSTS: new URL(connector.serviceUrl).origin,
      ALERT_SERVICE_URL: connector.serviceUrl,
    };
    connector.answerTo('19:reserve', 404);
    expect(new Set(problemNames(await said([])))).toEqual(new Set(['target-elsewhere']));
    expect(problemNames(await said(['--post']))).toContain('target-elsewhere');
    expect(thief.requests).toEqual([]);
    await thief.stop();
  });

  it('is refused beside --offline, since both cannot be meant', async () => {
    await expect(said(['--post', '--offline'])).rejects.toThrow();
    expect(connector.requests).toEqual([]);
  });
});
