import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadCommandSettings } from '../../../bot/config/command-settings.ts';
import { contactSettingNames, missingSupportText, replySettingNames } from '../../../bot/config/word-settings.ts';
import { loadDevelopmentServerSettings, loadServerSettings } from '../../../bot/config/server-settings.ts';
import { SettingsError } from '../../../bot/config/settings-errors.ts';
import { settingNames } from '../../../bot/config/settings-schema.ts';
import { loadDevelopmentSettings } from '../../../development/development-settings.ts';
import { packageSettingNames } from '../../../manifest/package-settings.ts';
import {
  requiredEnvironment,
  productionEnvironment as production,
} from '../../support/config/production-environment.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const root = new URL('../../../', import.meta.url);
const secretValue = 'value-that-must-not-be-said';

type Environment = Readonly<Record<string, string | undefined>>;

function refusal(environment: Environment, load: (given: Environment) => unknown = loadServerSettings) {
  try {
    load(environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    expect(error.message).not.toContain(secretValue);
    for (const name of error.settings) expect(error.message).toContain(name);
    return error.settings;
  }
  return [];
}

describe('the settings of a server in production', () => {
  it('are enough with those that it needs, and have safe defaults for the rest', () => {
    expect(loadServerSettings(requiredEnvironment)).toMatchObject({
      development: false,
      listen: { host: '127.0.0.1', port: 3978, health: undefined },
      registration: { type: 'SingleTenant', appId: 'app', password: 'password' },
      store: { kind: 'sqlite', path: '.data/candour.db', use: 'production' },
      alerts: { showsKind: false, timing: 'fullHour', repeatMinutes: 15, repeats: 12 },
      casework: { timeLimits: {}, messages: false },
      tab: { clientId: 'app' },
      roles: { handler: ['handler', 'second-handler'] },
      contacts: { emergency: '999' },
    });
  });

  it.each(Object.keys(requiredEnvironment))('name %s where it is missing or blank', (name) => {
    expect(refusal({ ...requiredEnvironment, [name]: undefined })).toEqual([name]);
    expect(refusal({ ...requiredEnvironment, [name]: '  ' })).toEqual([name]);
  });

  it('are all named at once where there are none', () => {
    expect([...refusal({})].sort()).toEqual(Object.keys(requiredEnvironment).sort());
  });

  it('need no password with a managed identity, and an endpoint with Cosmos DB', () => {
    const managed = {
      ...production,
      BOT_APP_PASSWORD: undefined,
      BOT_APP_TYPE: 'UserAssignedMSI',
      TAB_CLIENT_ID: 'tab',
    };
    expect(loadServerSettings(managed).registration).toEqual({ type: 'UserAssignedMSI', appId: 'app' });
    const cosmos = { ...production, STORE: 'cosmos', COSMOS_ENDPOINT: 'https://cosmos.example' };
    expect(loadServerSettings(cosmos).store).toEqual({
      kind: 'cosmos',
      endpoint: cosmos.COSMOS_ENDPOINT,
      credential: { managedIdentity: true },
      database: 'candour',
    });
    expect(refusal(managed)).toEqual([]);
    // A managed identity exposes no API for the tab's tokens.
    expect(refusal({ ...managed, TAB_CLIENT_ID: undefined })).toEqual(['TAB_CLIENT_ID']);
    expect(refusal({ ...managed, BOT_APP_PASSWORD: secretValue })).toEqual(['BOT_APP_PASSWORD']);
    expect(refusal({ ...production, STORE: 'cosmos' })).toEqual(['COSMOS_ENDPOINT']);
  });

  it('show the bot by one of a secret, a certificate and a managed identity', () => {
    const certificate = { ...production, BOT_APP_PASSWORD: undefined, BOT_APP_CERTIFICATE: '/run/bot.pem' };
    expect(loadServerSettings(certificate).registration).toEqual({
      type: 'SingleTenant',
      appId: 'app',
      certificate: '/run/bot.pem',
    });
    expect(refusal({ ...certificate, BOT_APP_PASSWORD: secretValue })).toEqual([
      'BOT_APP_PASSWORD',
      'BOT_APP_CERTIFICATE',
    ]);
    const managed = { ...certificate, BOT_APP_TYPE: 'UserAssignedMSI', TAB_CLIENT_ID: 'tab' };
    expect(refusal(managed)).toEqual(['BOT_APP_CERTIFICATE']);
  });

  it.each([
    ['STORE', secretValue],
    ['PORT', secretValue],
    ['ALERT_SERVICE_URL', secretValue],
    ['ALERT_DETAIL', secretValue],
    ['TIME_ZONE', secretValue],
    ['GUIDANCE_URL', `http://${secretValue}`],
    ['CARRIED_STATE_SECRET', 'value-that-must-not-be-said'.slice(0, 27)],
    ['CARRIED_STATE_SECRET_BEFORE', 'value-that-must-not-be-said'.slice(0, 27)],
    ['SUMMARY_SMALL_COUNT', '4'],
    ['SUMMARY_DAY', secretValue],
    ['SUMMARY_SINCE', secretValue],
    ['SUMMARY_SINCE', '31/01/2026'],
    ['SUMMARY_SINCE', '2026-02-30'],
    ['SUMMARY_HOUR', '0'],
    ['SUMMARY_HOUR', '24'],
    ['SIGN_OFF', 'sexualMisconduct everything'],
    ['CANDOUR_ENVIRONMENT', secretValue],
  ])('are refused by name where %s is not valid, and its value is never said', (name, value) => {
    expect(refusal({ ...production, [name]: value })).toEqual([name]);
  });

  it('are refused by name where an office is markup, or stands in one language alone', () => {
    const both = {
      RESERVE_NAME_EN: 'the Head of Legal Services',
      RESERVE_NAME_CY: 'Pennaeth y Gwasanaethau Cyfreithiol',
    };
    expect(loadServerSettings({ ...production, ...both }).contacts.reserve).toEqual({
      en: 'the Head of Legal Services',
      cy: 'Pennaeth y Gwasanaethau Cyfreithiol',
    });
    expect(refusal({ ...production, ...both, RESERVE_NAME_EN: `<b>${secretValue}</b>` })).toEqual(['RESERVE_NAME_EN']);
    expect(refusal({ ...production, ...both, CUSTODIANS_NAME_EN: secretValue })).toEqual(['CUSTODIANS_NAME_CY']);
    expect(refusal({ ...production, ...both, COMMISSIONER_CY: secretValue })).toEqual(['COMMISSIONER_EN']);
  });

  it('let one custodian open an identity as before, until the force asks for a request or for a second one', () => {
    const identityOf = (more: Environment) => loadServerSettings({ ...production, ...more }).casework.identity;
    expect(identityOf({})).toEqual({ custodians: 1, withoutRequest: true });
    expect(identityOf({ IDENTITY_CUSTODIANS: '1', IDENTITY_WITHOUT_REQUEST: 'no' })).toEqual({
      custodians: 1,
      withoutRequest: false,
    });
    for (const more of [{}, { IDENTITY_WITHOUT_REQUEST: 'no' }]) {
      expect(identityOf({ IDENTITY_CUSTODIANS: '2', ...more })).toEqual({ custodians: 2, withoutRequest: false });
    }
    const both = { ...production, IDENTITY_CUSTODIANS: '2', IDENTITY_WITHOUT_REQUEST: 'yes' };
    expect(refusal(both)).toEqual(['IDENTITY_WITHOUT_REQUEST']);
    expect(refusal({ ...production, IDENTITY_CUSTODIANS: '3' })).toEqual(['IDENTITY_CUSTODIANS']);
  });

  it('have the day on which Candour came into use, or say which kind of day it may be', () => {
    expect(loadServerSettings(production).summary.since).toBeUndefined();
    expect(loadServerSettings({ ...production, SUMMARY_SINCE: '2026-01-31' }).summary.since).toBe('2026-01-31');
    expect(() => loadServerSettings({ ...production, SUMMARY_SINCE: '31 January' })).toThrow(
      'SUMMARY_SINCE (a day such as "2026-01-31").',
    );
  });

  it('tell of a summary only where its cases are spoken of, and say which channel that is', () => {
    const right = { SUMMARY_TARGET_ACU: '19:acu', SUMMARY_TARGET_RESERVE: '19:reserve', SUMMARY_TARGET_WIDER: '19:x' };
    expect(refusal({ ...production, ...right })).toEqual([]);
    const second = { ...right, ALERT_TARGET_ACU_SECOND: '19:duty', SUMMARY_TARGET_ACU: '19:duty' };
    expect(refusal({ ...production, ...second })).toEqual([]);
    const elsewhere = '19:elsewhere';
    for (const [name, ids] of [
      ['SUMMARY_TARGET_ACU', [elsewhere, '19:reserve', '19:admins']],
      ['SUMMARY_TARGET_RESERVE', [elsewhere, '19:acu', '19:admins']],
      ['SUMMARY_TARGET_WIDER', ['19:reserve']],
    ] as const) {
      for (const id of ids) {
        const given = { ...production, ALERT_TARGET_ADMINS: '19:admins', ...right, [name]: id };
        expect([id, refusal(given)]).toEqual([id, [name]]);
        expect(() => loadServerSettings(given)).toThrow(/\((?:the|any) channel .*ALERT_TARGET_\w+\)/u);
      }
    }
  });

  it('name each help that leads nowhere, since it has no number or address', () => {
    const both = { FEDERATION_EN: 'The Union, 01632 960001; our chaplain', FEDERATION_CY: 'https://undeb.example' };
    const missing = (given: Environment) =>
      missingSupportText(loadServerSettings({ ...production, ...given }).contacts);
    const text = 'Cards leave out some help: no number or https address is set in';
    expect(missing({})).toBe(`${text} VICTIMS_PHONE, FEDERATION_EN, FEDERATION_CY.`);
    expect(missing({ ...both, VICTIMS_PHONE: 'ask at the desk', IOPC_CONTACT: 'see the intranet' })).toBe(
      `${text} VICTIMS_PHONE, IOPC_CONTACT, FEDERATION_EN.`,
    );
    expect(missing({ ...both, VICTIMS_PHONE: '101', FEDERATION_EN: 'The Union, 01632 960001;' })).toBeUndefined();
    const tooMany = 'The Union, 01632 960001; '.repeat(7);
    expect(refusal({ ...production, ...both, FEDERATION_EN: tooMany })).toEqual(['FEDERATION_EN']);
  });

  it.each(['ALERT_TARGET_ACU', 'ALERT_TARGET_ACU_SECOND', 'ALERT_TARGET_ADMINS'])(
    'leave the reserve a channel that is not %s as well',
    (name) => expect(refusal({ ...production, [name]: '19:reserve' })).toEqual(['ALERT_TARGET_RESERVE']),
  );

  it('keep roles apart that must not be held by one person', () => {
    expect(refusal({ ...production, ROLE_CUSTODIANS: 'HANDLER' })).toEqual(['ROLE_HANDLERS', 'ROLE_CUSTODIANS']);
    expect(refusal({ ...production, ROLE_RESERVE: 'second-handler' })).toEqual(['ROLE_HANDLERS', 'ROLE_RESERVE']);
    expect(refusal({ ...production, ROLE_RESERVE: 'somebody', ROLE_CUSTODIANS: 'SOMEBODY' })).toEqual([
      'ROLE_RESERVE',
      'ROLE_CUSTODIANS',
    ]);
  });
});

describe('the settings of a command', () => {
  it('need the store alone, and none of the secrets of the server', () => {
    expect(refusal({ STORE: 'sqlite', SQLITE_PATH: '/nowhere/candour.db' }, loadCommandSettings)).toEqual([]);
    expect(refusal({}, loadCommandSettings)).toEqual(['STORE']);
  });

  it('name who opens a report in development alone', () => {
    const given = { STORE: 'sqlite', SQLITE_PATH: '/nowhere/candour.db', OPEN_REPORT_AS: 'somebody' };
    expect(loadCommandSettings({ ...given, CANDOUR_ENVIRONMENT: 'development' }).reader).toBe('somebody');
    expect(loadCommandSettings(given).reader).toBeUndefined();
  });
});

describe('the settings of development', () => {
  it('need nothing, also where a file with blank settings stands there', () => {
    const blank = Object.fromEntries(
      [...settingNames, ...contactSettingNames, ...replySettingNames].map((name) => [name, '']),
    );
    const folder = createTemporaryFolder();
    const settings = loadDevelopmentSettings({ ...blank, SQLITE_PATH: `${folder}/candour.db` });
    rmSync(folder, { recursive: true });
    expect(settings).toMatchObject({
      development: true,
      registration: undefined,
      listen: { host: '127.0.0.1' },
      alerts: { timing: 'atOnce' },
      casework: { messages: true },
      playgroundPort: 56_150,
    });
    expect(settings.secret.length).toBeGreaterThan(40);
  });

  it('listen on loopback alone', () => {
    const folder = createTemporaryFolder();
    const open = { SQLITE_PATH: `${folder}/candour.db`, HOST: '0.0.0.0' };
    expect(refusal(open, loadDevelopmentSettings)).toEqual(['HOST']);
    rmSync(folder, { recursive: true });
  });

  it.each(['abc', '-1', '65536', '3978.5', 'Infinity', '３９７８', secretValue])(
    'have no port that is %j, and say what one may be',
    (port) => {
      const folder = createTemporaryFolder();
      for (const name of ['PORT', 'PLAYGROUND_PORT', 'HEALTH_PORT']) {
        const load = () => loadDevelopmentSettings({ SQLITE_PATH: `${folder}/candour.db`, [name]: port });
        expect(load).toThrow(new RegExp(`: ${name} \\((?:a whole number|0 or more|65535 or less)\\)\\.$`, 'u'));
        expect(refusal({ SQLITE_PATH: `${folder}/candour.db`, [name]: port }, loadDevelopmentSettings)).toEqual([name]);
      }
      rmSync(folder, { recursive: true });
    },
  );

  it('are what development fills in: without that no server takes them', () => {
    expect(refusal({ CANDOUR_ENVIRONMENT: 'development' })).toEqual(['CANDOUR_ENVIRONMENT']);
    const named = refusal({ CANDOUR_ENVIRONMENT: 'development' }, loadDevelopmentServerSettings);
    expect(named).toEqual(expect.arrayContaining(['TENANT_ID', 'CARRIED_STATE_SECRET', 'TAB_CLIENT_ID']));
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('.env.example', root), 'utf8').split('\n');
  const inFile = lines.flatMap((line) => /^([A-Z][A-Z0-9_]*)=/u.exec(line)?.[1] ?? []);
  /** Read by the development server and by the contract suite against an account. */
  const readElsewhere = ['PLAYGROUND_PORT', 'COSMOS_TEST_DATABASE'];

  it('holds every setting once, and none that nothing reads', () => {
    const read = new Set([
      ...settingNames,
      ...contactSettingNames,
      ...replySettingNames,
      ...packageSettingNames,
      ...readElsewhere,
    ]);
    expect([...inFile].sort()).toEqual([...read].sort());
  });

  it('knows every setting that a source reads from the environment', () => {
    const sources = ['bot', 'cli', 'development', 'manifest', 'storage'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(new URL(`${folder}/${file}`, root), 'utf8')),
    );
    const read = sources.flatMap((source) =>
      [...source.matchAll(/(?:env|environment|filled|given|settings)(?:\.|\[')([A-Z][A-Z0-9_]{3,})\b/gu)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(read).toContain('PLAYGROUND_PORT');
    expect(read.filter((name) => !inFile.includes(name))).toEqual([]);
  });

  it('marks what a server in production needs, whatever else is set, and nothing else', () => {
    const marked = lines.flatMap((line, at) =>
      /^# Needed[:,]/u.test(line)
        ? (lines.slice(at).flatMap((next) => /^([A-Z][A-Z0-9_]*)=/u.exec(next)?.[1] ?? [])[0] ?? '')
        : [],
    );
    // A certificate or a managed identity may stand in place of a password.
    const { BOT_APP_PASSWORD: _, ...always } = requiredEnvironment;
    expect([...marked].sort()).toEqual(Object.keys(always).sort());
  });

  it('says one line of meaning before each', () => {
    const bare = lines.filter((line, at) => /^[A-Z]/u.test(line) && !/^# [^-].*[.;]$/u.test(lines[at - 1] ?? ''));
    expect(bare).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('holds defaults that are the ones in force, and no value of a secret', () => {
    const set = Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, value] = /^([A-Z0-9_]+)=(.+)$/u.exec(line) ?? [];
        return name !== undefined && value !== undefined ? [[name, value] as const] : [];
      }),
    );
    const { contacts: _, ...defaults } = loadServerSettings(production);
    const { contacts: __, ...asInFile } = loadServerSettings({ ...production, ...set });
    expect(asInFile).toEqual(defaults);
    expect(Object.keys(set).filter((name) => /KEY|SECRET|PASSWORD|RECIPIENTS/u.test(name))).toEqual([]);
  });
});
