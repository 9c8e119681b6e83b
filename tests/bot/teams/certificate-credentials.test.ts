import { X509Certificate } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { SettingsError } from '../../../bot/config/settings-errors.ts';
import { createTeamsAuthentication } from '../../../bot/teams/teams-authentication.ts';
import { createChannelConnections } from '../../../bot/teams/channel-connection.ts';
import {
  writeCertificateFile,
  type TestCertificate,
  createAppCertificate,
  createAuthority,
} from '../../fakes/app-certificate.ts';
import { type EntraTokens, startEntraTokens } from '../../fakes/entra-tokens.ts';
import { startConnector } from '../../fakes/connector.ts';
import { forceEnvironment } from '../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const minuteMs = 60_000;
let authority: Awaited<ReturnType<typeof createAuthority>>;
let made: TestCertificate;
let connector: Awaited<ReturnType<typeof startConnector>>;
beforeAll(async () => {
  authority = await createAuthority();
  made = await createAppCertificate({ authority });
  connector = await startConnector({ isKnown: (header) => /^Bearer [0-9a-f-]{36}$/u.test(header ?? '') });
});
afterAll(() => connector.stop());

let folder: string;
let entra: EntraTokens;
let now: number;
const { BOT_APP_PASSWORD: _, ...force } = forceEnvironment('/nowhere/candour.db');
beforeEach(async () => {
  folder = createTemporaryFolder();
  now = Date.now();
  entra = await startEntraTokens({
    appId: force.BOT_APP_ID,
    now: () => new Date(now),
    trusted: { certificate: made.cert },
  });
});
afterEach(async () => {
  await entra.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Posts to a channel as a bot does whose settings name a certificate. */
function bot(path: string) {
  const settings = loadServerSettings({
    ...force,
    BOT_APP_CERTIFICATE: path,
    BOT_SERVICE_HOSTS: new URL(connector.serviceUrl).origin,
  });
  const authentication = createTeamsAuthentication(settings, { tokenUrl: entra.tokenUrl, now: () => now });
  const connect = createChannelConnections({ authentication, appId: force.BOT_APP_ID, deadlineMs: 10_000 });
  const { serviceUrl } = connector;
  return () => connect(serviceUrl).post(force.ALERT_TARGET_ACU, force.TENANT_ID, { type: 'message', text: 'x' });
}

describe('a bot with a certificate', () => {
  it('is given a token for an assertion that Entra takes, and asks for no other while it holds', async () => {
    const post = bot(writeCertificateFile(`${folder}/bot.pem`, made));
    await Promise.all([post(), post(), post()]);
    now += 50 * minuteMs;
    await post();
    expect(entra.outcomes).toEqual(['']);
    now += 10 * minuteMs;
    await post();
    expect(entra.outcomes).toEqual(['', '']);
  });

  it('is trusted by its subject and who vouches for it, whichever certificate that is', async () => {
    entra.trust({ subject: new X509Certificate(made.cert).subject, authority: authority.cert });
    await bot(writeCertificateFile(`${folder}/one.pem`, made))();
    await bot(writeCertificateFile(`${folder}/next.pem`, await createAppCertificate({ authority })))();
    await expect(bot(writeCertificateFile(`${folder}/other.pem`, await createAppCertificate({})))()).rejects.toThrow();
    expect(entra.outcomes).toEqual(['', '', 'not vouched for']);
  });

  it('takes a certificate that was renewed in its file with the next token, and the one before while that is spoiled', async () => {
    const path = writeCertificateFile(`${folder}/bot.pem`, made);
    const post = bot(path);
    writeFileSync(path, 'half a file');
    await post();
    const renewed = await createAppCertificate({ authority });
    writeCertificateFile(path, renewed);
    entra.trust({ certificate: renewed.cert });
    now += 60 * minuteMs;
    await post();
    expect(entra.outcomes).toEqual(['', '']);
  });

  it('asks again after a refusal, a broken answer and a clock that was set back, and says nothing of an answer', async () => {
    const post = bot(writeCertificateFile(`${folder}/bot.pem`, made));
    for (const answer of [
      { kind: 'answer', status: 400, body: { error: 'canary' } },
      { kind: 'answer', status: 200, body: { access_token: 'canary' } },
      { kind: 'answer', status: 302, headers: { location: 'https://canary.example.org' } },
      { kind: 'reset' },
    ] as const) {
      entra.answerOnce(answer);
      const error: unknown = await post().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain('canary');
    }
    await post();
    now -= 30 * 24 * 60 * minuteMs;
    await post();
    expect(entra.outcomes).toEqual(['as told', 'as told', 'as told', 'as told', '', '']);
  });

  it('does not begin with a file that is no certificate', () => {
    writeFileSync(`${folder}/bot.pem`, made.cert);
    expect(() => bot(`${folder}/bot.pem`)).toThrow(SettingsError);
  });
});
