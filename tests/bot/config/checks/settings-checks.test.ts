import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { contactSettingNames, replySettingNames } from '../../../../bot/config/word-settings.ts';
import { checkSettings } from '../../../../bot/config/checks/settings-checks.ts';
import { loadServerSettings } from '../../../../bot/config/server-settings.ts';
import { settingNames } from '../../../../bot/config/settings-schema.ts';
import { writeCertificateFile, createAppCertificate } from '../../../fakes/app-certificate.ts';
import { forceEnvironment, generateRecipient } from '../../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../../support/storage/temporary-folder.ts';

const right = forceEnvironment('/nowhere/candour.db');
const canary = 'vaLue-that-must-not-be-said';
const guid = '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a91';
const managed = {
  BOT_APP_TYPE: 'UserAssignedMSI',
  BOT_APP_PASSWORD: undefined,
  TAB_CLIENT_ID: '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a93',
};
const other = '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a92';

type Environment = Readonly<Record<string, string | undefined>>;
const told = (more: Environment) => checkSettings({ ...right, ...more });
const sentences = (more: Environment) => told(more).map(({ sentence }) => sentence);

const folder = createTemporaryFolder();
const certificate = `${folder}/bot.pem`;
beforeAll(async () => void writeCertificateFile(certificate, await createAppCertificate({})));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the settings of a force', () => {
  it('are no trouble where they are right, in capitals, with spaces around them and on several lines as well', () => {
    expect(told({})).toEqual([]);
    expect(told({ TENANT_ID: ` ${right.TENANT_ID.toUpperCase()}\r\n`, ROLE_HANDLERS: `${guid},\n ${other} ` })).toEqual(
      [],
    );
    expect(
      told({ BOT_APP_PASSWORD: '\uFEFFsecret ', FORCE_NAME_EN: '"So" Police', FORCE_NAME_CY: 'Heddlu "So"' }),
    ).toEqual([]);
    expect(told({ STORE: 'cosmos', COSMOS_ENDPOINT: 'https://name.documents.azure.com:443/' })).toEqual([]);
    expect(told(managed)).toEqual([]);
    expect(told({ BOT_APP_PASSWORD: undefined, BOT_APP_CERTIFICATE: certificate })).toEqual([]);
    expect(told({ ALERT_TARGET_ADMINS: '19:0a1b2c@thread.skype', PUBLIC_HOST: 'candour.example.org' })).toEqual([]);
  });

  it.each<[string, Environment, string]>([
    ['no setting', { TENANT_ID: undefined }, 'TENANT_ID is missing'],
    ['a domain for a tenant', { TENANT_ID: `${canary}.onmicrosoft.com` }, 'TENANT_ID holds a domain name'],
    ['a tenant that is no GUID', { TENANT_ID: canary }, 'TENANT_ID is not a GUID'],
    ['an app that is no GUID', { BOT_APP_ID: canary }, 'BOT_APP_ID is not a GUID'],
    ['a tab that is no GUID', { TAB_CLIENT_ID: `api://${canary}` }, 'TAB_CLIENT_ID is not a GUID'],
    ['the tenant for the app', { BOT_APP_ID: right.TENANT_ID }, 'TENANT_ID and BOT_APP_ID are the same id'],
    ['the id of a secret for the secret', { BOT_APP_PASSWORD: guid }, 'BOT_APP_PASSWORD holds a GUID'],
    [
      'an e-mail address for a person',
      { ROLE_HANDLERS: `${guid} ${canary}@x.uk` },
      'ROLE_HANDLERS holds an e-mail address (entry 2)',
    ],
    ['a name for a person', { ROLE_ADMINS: canary }, 'ROLE_ADMINS holds something that is not an object id (entry 1)'],
    ['a missing comma', { ROLE_RESERVE: `${guid}${other}` }, 'ROLE_RESERVE has no comma between two ids (entry 1)'],
    ['semicolons', { ROLE_SUMMARY_ACU: `${guid};${other}` }, 'ROLE_SUMMARY_ACU has ";" between its entries'],
    [
      'somebody in two roles',
      { ROLE_CUSTODIANS: right.ROLE_HANDLERS },
      'ROLE_HANDLERS and ROLE_CUSTODIANS name the same person',
    ],
    [
      'a link to a channel',
      { ALERT_TARGET_ACU: `https://teams.microsoft.com/l/channel/19%3a${canary}` },
      'ALERT_TARGET_ACU holds a link',
    ],
    ['a chat for a channel', { ALERT_TARGET_RESERVE: `19:${canary}@thread.v2` }, 'ALERT_TARGET_RESERVE names a chat'],
    [
      'an e-mail address for a channel',
      { ALERT_TARGET_ADMINS: `${canary}@emea.teams.ms` },
      'ALERT_TARGET_ADMINS holds an e-mail address',
    ],
    ['a part of a channel', { SUMMARY_TARGET_WIDER: `19:${canary}` }, 'SUMMARY_TARGET_WIDER does not name a channel'],
    ['one channel for two', { ALERT_TARGET_ACU: right.ALERT_TARGET_RESERVE }, 'ALERT_TARGET_RESERVE is not valid'],
    [
      'a key that is none',
      { RECIPIENTS_ACU: canary },
      'RECIPIENTS_ACU holds something that is not a public key (entry 1)',
    ],
    [
      'a key that was cut',
      { RECIPIENTS_ACU: right.RECIPIENTS_ACU.slice(0, -3) },
      'RECIPIENTS_ACU holds something that is not a public key',
    ],
    [
      'a key of an older kind',
      { RECIPIENTS_RECOVERY: 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg' },
      'RECIPIENTS_RECOVERY holds a key of an older kind',
    ],
    [
      'a private key',
      { RECIPIENTS_RESERVE: `AGE-SECRET-KEY-PQ-1${canary}` },
      'RECIPIENTS_RESERVE holds a private key (entry 1)',
    ],
    [
      'a private key among those of before',
      { RECIPIENTS_RETIRED: `${generateRecipient()},AGE-SECRET-KEY-PQ-1${canary}` },
      'RECIPIENTS_RETIRED holds a private key (entry 2)',
    ],
    [
      'half a key among those of before',
      { RECIPIENTS_RETIRED: generateRecipient().slice(0, -3) },
      'RECIPIENTS_RETIRED holds something that is not a public key (entry 1)',
    ],
    [
      'two keys in one',
      { RECIPIENTS_ACU: generateRecipient() + generateRecipient() },
      'RECIPIENTS_ACU has no comma between two keys',
    ],
    [
      'one key for two groups',
      { RECIPIENTS_ACU: right.RECIPIENTS_RESERVE },
      'RECIPIENTS_ACU and RECIPIENTS_RESERVE hold the same key twice',
    ],
    [
      'a host with a path',
      { BOT_SERVICE_HOSTS: `smba.example.org ${canary}.example.org/uk` },
      'BOT_SERVICE_HOSTS has an entry with a path (entry 2)',
    ],
    [
      'a host by http',
      { BOT_SERVICE_HOSTS: `http://${canary}.example.org` },
      'BOT_SERVICE_HOSTS has an entry that begins with "http:"',
    ],
    [
      'a public host with a scheme',
      { PUBLIC_HOST: `https://${canary}.example.org` },
      'PUBLIC_HOST begins with "https:"',
    ],
    ['a public host with a port', { PUBLIC_HOST: 'candour.example.org:443' }, 'PUBLIC_HOST has a port'],
    ['a public host with a path', { PUBLIC_HOST: 'candour.example.org/tab' }, 'PUBLIC_HOST has a path'],
    [
      'an address of alerts elsewhere',
      { ALERT_SERVICE_URL: `https://${canary}.example.org` },
      'ALERT_SERVICE_URL is not valid',
    ],
    [
      'quotation marks',
      { CARRIED_STATE_SECRET: `"${canary}-and-more-of-it"` },
      'CARRIED_STATE_SECRET is in quotation marks',
    ],
    ['one of two marks', { TENANT_ID: `${guid}’` }, 'TENANT_ID is in quotation marks'],
    [
      'a character that is not seen',
      { BOT_APP_PASSWORD: `${canary}\u200Bx` },
      'BOT_APP_PASSWORD holds an invisible character',
    ],
    [
      'a mark before a name',
      { '\uFEFFTENANT_ID': guid, TENANT_ID: undefined },
      'TENANT_ID has an invisible character before or in its name',
    ],
    [
      'a name that is off by a letter',
      { ROLE_COMMUNICATION: guid },
      'ROLE_COMMUNICATIONS is not set, but a variable with almost the same name is',
    ],
    [
      'a Key Vault that gave nothing',
      { COSMOS_KEY: `@Microsoft.KeyVault(SecretUri=https://${canary}/)` },
      'COSMOS_KEY is still a reference to a Key Vault',
    ],
    ['a mark of a place', { BOT_APP_PASSWORD: '${APP_PASSWORD}' }, 'BOT_APP_PASSWORD is still a placeholder'],
    ['no API for the tab', { ...managed, TAB_CLIENT_ID: undefined }, 'TAB_CLIENT_ID is missing'],
    [
      'a secret beside a managed identity',
      { ...managed, BOT_APP_PASSWORD: canary },
      'BOT_APP_PASSWORD is set beside the managed identity',
    ],
    ['two ways', { BOT_APP_CERTIFICATE: certificate }, 'BOT_APP_PASSWORD and BOT_APP_CERTIFICATE are both set'],
    [
      'a certificate that is none',
      { BOT_APP_PASSWORD: undefined, BOT_APP_CERTIFICATE: `/${canary}` },
      'BOT_APP_CERTIFICATE names a file that does not exist',
    ],
    ['hosts that are none', { TAB_HOSTS: canary }, 'TAB_HOSTS is not valid: it must be "teams" or "microsoft365"'],
    ['no endpoint', { STORE: 'cosmos' }, 'COSMOS_ENDPOINT is missing'],
    [
      'an endpoint of two stores',
      { COSMOS_ENDPOINT: 'https://name.documents.azure.com' },
      'STORE is "sqlite", but COSMOS_ENDPOINT is set',
    ],
    [
      'an endpoint by http',
      { STORE: 'cosmos', COSMOS_ENDPOINT: `http://${canary}.example.org` },
      'COSMOS_ENDPOINT begins with "http:"',
    ],
    [
      'a connection string',
      { STORE: 'cosmos', COSMOS_ENDPOINT: `AccountEndpoint=https://${canary}/;AccountKey=x` },
      'COSMOS_ENDPOINT holds a connection string',
    ],
    [
      'a key that was cut',
      { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://a.b', COSMOS_KEY: canary },
      'COSMOS_KEY is not an account key',
    ],
    [
      'a key beside an identity',
      { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://a.b', COSMOS_KEY: `${'A'.repeat(86)}==`, COSMOS_CLIENT_ID: guid },
      'COSMOS_KEY is set beside the managed identity in COSMOS_CLIENT_ID',
    ],
    ['a port for two', { PORT: '3978', HEALTH_PORT: '3978' }, 'PORT and HEALTH_PORT are the same port'],
    ['a port that is none', { PORT: canary }, 'PORT is not valid: it must be a whole number from 0 to 65535.'],
    ['a key of exports that is none', { EXPORT_SIGNING_KEY: canary }, 'EXPORT_SIGNING_KEY is not a private key'],
    [
      'a name in one language',
      { RESERVE_NAME_EN: canary },
      'RESERVE_NAME_CY is not valid, or is set in one language only',
    ],
    [
      'no name of the force',
      { FORCE_NAME_EN: undefined },
      'FORCE_NAME_EN is missing: set it to the force’s name in English, as cards and pages say it.',
    ],
    [
      'hours as words, as earlier versions had them',
      { STAFFED_HOURS_EN: canary, STAFFED_HOURS_CY: ' ' },
      'STAFFED_HOURS_EN is no longer read: set the hours in STAFFED_HOURS',
    ],
    [
      'how many processes serve, as earlier versions had it',
      { WORKERS: '2' },
      'WORKERS is no longer read: a server is',
    ],
    ['hours that are none', { STAFFED_HOURS: `mon-fri ${canary}` }, 'STAFFED_HOURS is not valid: it must be days'],
    ['a change of holidays that is none', { HOLIDAYS_CHANGED: '2027-06-07' }, 'HOLIDAYS_CHANGED is not valid'],
    [
      'the unit’s channel for the reserve on call',
      { ALERT_TARGET_RESERVE_ON_CALL: right.ALERT_TARGET_ACU },
      'ALERT_TARGET_RESERVE_ON_CALL is not valid',
    ],
    ['no name of the force in Welsh', { FORCE_NAME_CY: ' ' }, 'FORCE_NAME_CY is missing'],
    ['no name of the service for victims', { VICTIMS_NAME_CY: undefined }, 'VICTIMS_NAME_CY is missing'],
  ])('say what is wrong with %s in one sentence, and nothing of its value', (_, more, expected) => {
    const said = sentences(more);
    expect(said).toEqual([expect.stringContaining(expected)]);
    expect(said.join()).not.toContain(canary);
  });

  it('name all that is wrong at once, each setting in a sentence of its own', () => {
    const said = sentences({ TENANT_ID: canary, ROLE_HANDLERS: 'a@b.uk', PORT: 'x', RECIPIENTS_ACU: undefined });
    const named = said.map((one) => one.split(' ')[0]);
    expect(named).toEqual(['TENANT_ID', 'ROLE_HANDLERS', 'PORT', 'RECIPIENTS_ACU']);
  });

  it('are none of development’s', () => {
    expect(sentences({ CANDOUR_ENVIRONMENT: 'development' })).toEqual([
      expect.stringContaining('CANDOUR_ENVIRONMENT is'),
    ]);
  });

  it('tell nothing of any value, whichever setting holds it, and load wherever nothing is told', () => {
    const names = [...settingNames, ...contactSettingNames, ...replySettingNames];
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'AGE-SECRET-KEY-1',
        'age1pq1',
        'https://',
        '19:',
        '@',
        '"',
        'AccountEndpoint=',
        '@Microsoft.KeyVault(',
        ';',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), value, value, (name, before, after) => {
        const troubles = told({ [name]: `${before}${canary}${after}` });
        expect(troubles.map(({ sentence }) => sentence).join()).not.toContain(canary);
        for (const { settings, sentence } of troubles) for (const one of settings) expect(sentence).toContain(one);
        if (troubles.length === 0) loadServerSettings({ ...right, [name]: `${before}${canary}${after}` });
      }),
    );
  });
});
