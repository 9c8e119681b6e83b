import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { runDoctor, problemNames } from '../../support/cli/run-doctor.ts';
import { createHostCertificate, publicHost, routeTo } from '../../support/cli/public-address.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { parseCardReference } from '../../support/journeys/saved-case.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { forceEnvironment } from '../../support/config/force-environment.ts';

const trusted = tls.getCACertificates('default');
let bot: RunningBot | undefined;
afterAll(() => tls.setDefaultCACertificates(trusted));

/** The settings of a bot that runs, as the doctor beside it has them. */
function settingsOf({ folder, settings, cosmos, connector }: RunningBot): Readonly<Record<string, string>> {
  const { recipients, secret } = settings;
  const database = cosmos?.requests.map(({ path }) => /^\/dbs\/(test-[^/]+)/u.exec(path)?.[1]).find(Boolean);
  const { SQLITE_PATH: path, ...others } = forceEnvironment(`${folder}/candour.db`);
  return {
    ...others,
    BOT_SERVICE_HOSTS: new URL(connector.serviceUrl).origin,
    CARRIED_STATE_SECRET: secret,
    RECIPIENTS_ACU: recipients.acu.join(' '),
    RECIPIENTS_RECOVERY: recipients.recovery.join(' '),
    RECIPIENTS_RESERVE: recipients.reserve.join(' '),
    RECIPIENTS_CUSTODIANS: recipients.custodians.join(' '),
    ...(cosmos === undefined
      ? { SQLITE_PATH: path, FILES_FOLDER: `${folder}/files` }
      : { STORE: 'cosmos', COSMOS_ENDPOINT: cosmos.endpoint, COSMOS_KEY: cosmos.key, COSMOS_DATABASE: database ?? '' }),
  };
}

/** What somebody sees who asks for the public address of a bot: TLS ends before it, as behind a proxy of a force. */
async function inFront(of: RunningBot) {
  const certificate = await createHostCertificate({ days: 60 });
  const server = https.createServer(certificate, (request, response) => {
    const { port } = new URL(of.endpoint());
    const { method, url: path, headers } = request;
    const onward = http.request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, ca: certificate.cert, route: routeTo(server) };
}

describe.each(['sqlite', 'cosmos'] as const)('a healthy deployment on %s', (store) => {
  let words: readonly string[];
  beforeAll(async () => {
    bot = await startBot({
      entryPoint: 'dialog',
      store,
      environment: {
        ALERT_TARGET_ACU_ON_CALL: '19:on-call@thread.tacv2',
        ALERT_TARGET_RESERVE_ON_CALL: '19:reserve-on-call@thread.tacv2',
      },
      account: { userConsistencyPolicy: { defaultConsistencyLevel: 'BoundedStaleness' } },
    });
    // The server's own answers bear the time of this machine.
    bot.clock.forward(Date.now() - bot.clock.now().getTime());
    const reporter = await newReporter(bot);
    await sendFullReport(reporter, reporter.report);
    const reference = parseCardReference(reporter.teams.card());
    words = [reporter.canary, reference ?? 'no reference', developmentPeople.handler];
  });
  afterAll(() => bot?.stop());

  it('has nothing to be put right while the server runs, and nothing of a report is told of it', async () => {
    if (bot === undefined) throw new Error('no bot');
    const front = await inFront(bot);
    tls.setDefaultCACertificates([...trusted, front.ca, ...(bot.cosmos?.ca === undefined ? [] : [bot.cosmos.ca])]);
    const environment = { ...settingsOf(bot), PUBLIC_HOST: publicHost };
    const said = await runDoctor(environment, [], { clock: () => new Date(), route: front.route });
    front.server.closeAllConnections();
    front.server.close();
    expect(problemNames(said)).toEqual([]);
    expect(said).toMatchObject({ isWell: true, exit: 0 });
    expect(said.checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['settings', 'store', 'keys', 'roles', 'files', 'clock', 'versions', 'alerts', 'address']),
    );
    expect(said.text).toContain('No problems found.');
    for (const word of words) expect(said.printed).not.toContain(word);
  });

  it('is left as it was: no case, no draft and no file of the doctor', async () => {
    if (bot === undefined) throw new Error('no bot');
    expect((await bot.store().ledger.page(undefined, 10)).length).toBe(1);
    expect(await bot.store().cases.read(caseIdFromBytes(new Uint8Array(8)))).toBeUndefined();
    expect((await bot.files().list()).files).toEqual([]);
  });
});
