import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDeploymentSettings } from '../../../bot/config/checks/deployment-settings.ts';
import { checkIssuers } from '../../../cli/doctor/token-checks.ts';
import { runChecks, type CheckOutput } from '../../../cli/doctor/run-checks.ts';
import { writeCertificateFile, createAppCertificate } from '../../fakes/app-certificate.ts';
import type { WireAnswer } from '../../fakes/loopback-server.ts';
import { type MicrosoftCloud, tokenErrorAnswer, startMicrosoftCloud } from '../../fakes/microsoft-cloud.ts';
import { createOutboundCredentials } from '../../fakes/outbound-credentials.ts';
import { runDoctor, createDeployment, problemNames } from '../../support/cli/run-doctor.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const tenantId = '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90';
const appId = '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11';
const entra = `https://login.microsoftonline.com/${tenantId}`;
const bots = 'https://login.botframework.com/v1/.well-known';
const metadata = `${entra}/v2.0/.well-known/openid-configuration`;

let cloud: MicrosoftCloud;
let environment: Readonly<Record<string, string>>;
beforeEach(async () => {
  cloud = await startMicrosoftCloud({ tenantId, appId });
  environment = await createDeployment(createTemporaryFolder());
});
afterEach(() => cloud.stop());

/** All that is said of the deployment, with no token and no word of Microsoft in it. */
async function said(more: Readonly<Record<string, string>> = {}) {
  const { resolveUrl, tokenUrl } = cloud;
  const microsoft =
    'BOT_APP_CERTIFICATE' in more
      ? { resolveUrl, tokenUrl }
      : { resolveUrl, credentials: createOutboundCredentials({ appId, tokenUrl }, cloud.secret) };
  const told = await runDoctor({ ...environment, ...more }, [], { microsoft });
  expect(told.printed).not.toContain('zq-');
  for (const token of cloud.given) expect(told.printed).not.toContain(token);
  return told;
}
const answers = (status: number, body: unknown): WireAnswer => ({ kind: 'answer', status, body });
const text = (status: number, said: string, headers: Readonly<Record<string, string>> = {}): WireAnswer => ({
  kind: 'answer',
  status,
  text: said,
  headers: { 'content-type': 'text/html', ...headers },
});

describe('whoever signs what comes in', () => {
  it('is well where both publish keys that servers can use, and neither is given a token', async () => {
    const told = await said();
    expect(problemNames(told)).toEqual([]);
    expect(told.checks.filter(({ check }) => ['entra', 'token'].includes(check)).map(({ outcome }) => outcome)).toEqual(
      ['well', 'well'],
    );
    expect(cloud.asked.filter(({ withToken, address }) => withToken && address.startsWith('https://login.'))).toEqual(
      [],
    );
  });

  it.each<[string, string, WireAnswer, readonly string[]]>([
    ['a connection that is cut', metadata, { kind: 'reset' }, ['issuer-away']],
    ['a tenant that nobody knows', metadata, answers(400, { error: 'invalid_tenant' }), ['issuer-tenant-unknown']],
    ['the page of a proxy', metadata, text(200, '<html>zq-sign in</html>'), ['issuer-odd']],
    ['a way elsewhere', metadata, text(302, '', { location: 'https://zq.example' }), ['issuer-odd']],
    ['too many questions', metadata, text(429, 'zq-later'), ['issuer-odd']],
    ['a list in its place', metadata, answers(200, ['zq-list']), ['issuer-odd']],
    ['an answer without end', metadata, text(200, `"${'zq-'.repeat(800_000)}"`), ['issuer-odd']],
    [
      'another issuer',
      metadata,
      answers(200, { issuer: 'https://zq.example', jwks_uri: `${entra}/discovery/v2.0/keys` }),
      ['issuer-other'],
    ],
    [
      'keys at another place',
      metadata,
      answers(200, { issuer: `${entra}/v2.0`, jwks_uri: 'https://zq.example/keys' }),
      ['issuer-keys-elsewhere'],
    ],
    ['keys that are not to be had', `${entra}/discovery`, text(503, 'zq-away'), ['issuer-odd']],
    ['no key', `${entra}/discovery`, answers(200, { keys: [] }), ['issuer-no-keys']],
    [
      'keys of another kind',
      `${entra}/discovery`,
      answers(200, { keys: [{ kty: 'oct', kid: 'zq', k: 'zq' }] }),
      ['issuer-no-keys'],
    ],
    [
      'keys that may not sign for Teams',
      `${bots}/keys`,
      answers(200, { keys: [{ kty: 'RSA', kid: 'a', n: 'AQAB', e: 'AQAB', endorsements: ['webchat'] }] }),
      ['issuer-not-endorsed'],
    ],
    [
      'a clock that is apart',
      metadata,
      {
        kind: 'answer',
        status: 200,
        headers: { date: new Date(Date.now() - 900_000).toUTCString() },
        body: { issuer: `${entra}/v2.0`, jwks_uri: `${entra}/discovery/v2.0/keys` },
      },
      ['clock-apart'],
    ],
  ])('is told where it has %s', async (_, address, answer, expected) => {
    cloud.answerTo(address, answer);
    expect(problemNames(await said())).toEqual(expected);
  });

  it('is told where it says nothing', async () => {
    for (const address of [metadata, bots]) cloud.answerTo(address, { kind: 'hang' });
    const { microsoft: atMicrosoft } = loadDeploymentSettings(new Date(), environment);
    if (atMicrosoft === undefined) throw new Error('the settings are wrong');
    const way = { resolveUrl: cloud.resolveUrl, deadlineMs: 300 };
    const look = (tells: CheckOutput) => checkIssuers(atMicrosoft, () => new Date(), way, tells);
    const [checked] = await runChecks([{ name: 'entra', deadlineMs: 60_000, run: look }]);
    expect(checked?.findings.map(({ finding }) => finding)).toEqual(['issuer-away', 'issuer-away']);
  });
});

describe('the bot’s own token', () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['another audience', { aud: 'https://graph.microsoft.com' }, ['token-of-another']],
    ['another tenant', { tid: '11111111-1111-4111-8111-111111111111' }, ['token-of-another']],
    ['another app', { appid: '11111111-1111-4111-8111-111111111111' }, ['token-of-another']],
    ['an end that has passed', { exp: Math.floor(Date.now() / 1_000) - 60 }, ['token-short']],
    ['an end in a minute', { exp: Math.floor(Date.now() / 1_000) + 60 }, ['token-short']],
    ['the name of the app as in a token of version 2', { appid: undefined, azp: appId }, []],
  ])('is told by what it says: %s', async (_, claims, expected) => {
    cloud.claim(claims);
    expect(problemNames(await said())).toEqual(expected);
  });

  it('is no trouble where it cannot be read', async () => {
    cloud.answerTo(
      `${entra}/oauth2`,
      answers(200, { token_type: 'Bearer', expires_in: 3_599, access_token: 'zq-sealed' }),
    );
    const told = await said();
    expect(problemNames(told)).toEqual([]);
    expect(told.printed).toContain('token-sealed');
  });

  it.each<[string, WireAnswer, readonly string[]]>([
    ['it does not know the certificate', tokenErrorAnswer(700027), ['token-certificate-unknown']],
    ['it does not know the app', tokenErrorAnswer(700016), ['token-app-unknown']],
    ['the app is switched off', tokenErrorAnswer(7000112), ['token-app-off']],
    ['it refuses for a reason that is not listed', tokenErrorAnswer(53003), ['token-refused']],
    ['it is asked too often', text(429, 'zq-later'), ['token-away']],
    ['it is away', text(503, 'zq-away'), ['token-away']],
    ['the connection is cut', { kind: 'reset' }, ['token-away']],
    ['a proxy shows its own page', text(200, '<html>zq-</html>'), ['token-away']],
    ['a token is left out', answers(200, { token_type: 'Bearer' }), ['token-away']],
  ])('is told with a certificate where %s', async (_, answer, expected) => {
    const { BOT_APP_PASSWORD: _left, ...others } = environment;
    environment = others;
    const file = writeCertificateFile(`${createTemporaryFolder()}/bot.pem`, await createAppCertificate({ days: 90 }));
    expect(problemNames(await said({ BOT_APP_CERTIFICATE: file }))).toEqual([]);
    cloud.answerTo(`${entra}/oauth2`, answer);
    expect(problemNames(await said({ BOT_APP_CERTIFICATE: file }))).toEqual(expected);
  });

  it('is not asked for where a setting for it is wrong, and all else is looked at', async () => {
    const told = await said({ TENANT_ID: 'force.example.org' });
    expect(new Set(problemNames(told))).toEqual(new Set(['setting-wrong']));
    expect(cloud.asked).toEqual([]);
  });
});
