import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkSetting, checkSettings } from '../../../bot/config/checks/settings-checks.ts';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { settingsToDecide } from '../../../bot/config/settings-to-decide.ts';
import { loadPackageSettings } from '../../../manifest/package-settings.ts';
import { secretSettings, templateSettings } from '../../../deploy/azure/check-parameters.ts';
import { generateRecipient } from '../../support/config/force-environment.ts';

const root = new URL('../../../', import.meta.url);
const names = settingsToDecide.map(({ name }) => name);

/** The made-up values of the rows, with secrets and keys that no row can have. */
const decided = (): Readonly<Record<string, string>> => ({
  BOT_APP_PASSWORD: 'abc~value.of.a.secret',
  CARRIED_STATE_SECRET: 'a secret of more than thirty-two characters',
  RECIPIENTS_ACU: generateRecipient(),
  RECIPIENTS_RECOVERY: generateRecipient(),
  RECIPIENTS_RESERVE: generateRecipient(),
  RECIPIENTS_CUSTODIANS: generateRecipient(),
  ...Object.fromEntries(
    settingsToDecide.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
  ),
});

describe('the settings that a force decides', () => {
  it('are 25 at most, and each says why', () => {
    expect(names.length).toBeGreaterThan(14);
    expect(names.length).toBeLessThanOrEqual(25);
    expect(new Set(names).size).toBe(names.length);
    expect(settingsToDecide.filter(({ why }) => !/^[A-Z].{12,}\.$/u.test(why))).toEqual([]);
  });

  it('are all that a server and the app package need: every other one may be left out', () => {
    const environment = decided();
    expect(Object.keys(environment).sort()).toEqual([...names].sort());
    expect(checkSettings(environment)).toEqual([]);
    expect(loadServerSettings(environment).casework.shortRoles).toEqual([]);
    expect(loadPackageSettings(environment)).toMatchObject({
      appId: environment['BOT_APP_ID'],
      developerName: environment['FORCE_NAME_EN'],
    });
  });

  it('are all but two in Azure: the template fills in one, and a row says when the other is needed', () => {
    const inAzure = { ...decided(), STORE: 'cosmos', BOT_APP_TYPE: 'UserAssignedMSI', BOT_APP_PASSWORD: undefined };
    const wrong = checkSettings(inAzure).flatMap(({ settings }) => settings);
    expect([...wrong].sort()).toEqual(['COSMOS_ENDPOINT', 'TAB_CLIENT_ID']);
    expect(templateSettings).toEqual(expect.arrayContaining(['COSMOS_ENDPOINT', 'BOT_APP_TYPE']));
    expect(settingsToDecide.find(({ name }) => name === 'BOT_APP_PASSWORD')?.why).toContain('TAB_CLIENT_ID');
  });

  it('hold all that a server does not start without', () => {
    const missing = checkSettings({}).flatMap(({ settings }) => settings);
    expect(missing.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(settingsToDecide)(
    'have what is right for $name taken, and what is wrong said without it',
    ({ name, example }) => {
      const others = decided();
      expect(checkSetting(name, others)).toBeUndefined();
      if (example === undefined || /_(?:NAME_..|PHONE)$/u.test(name)) return;
      const wrong = 'vaLue-that/must not be said';
      const sentence = checkSetting(name, { ...others, [name]: wrong });
      expect(sentence).toMatch(new RegExp(`^${name} `, 'u'));
      expect(sentence).not.toContain(wrong);
    },
  );

  it('are looked at beside those given before', () => {
    const others = decided();
    const reserve = others['ROLE_HANDLERS'];
    expect(checkSetting('ROLE_RESERVE', { ...others, ROLE_RESERVE: reserve })).toMatch(/name the same person/u);
    expect(
      checkSetting('ALERT_TARGET_RESERVE', { ...others, ALERT_TARGET_RESERVE: others['ALERT_TARGET_ACU'] }),
    ).toMatch(/^ALERT_TARGET_RESERVE is not valid/u);
    expect(checkSetting('TENANT_ID', {})).toMatch(/^TENANT_ID is missing/u);
  });

  it('have no example of a secret', () => {
    const withExample = settingsToDecide.filter(({ example }) => example !== undefined).map(({ name }) => name);
    expect(withExample.filter((name) => secretSettings.includes(name) || /PASSWORD|RECIPIENTS/u.test(name))).toEqual(
      [],
    );
  });

  it('come first in .env.example and in the reference, in the same order', () => {
    const example = readFileSync(new URL('.env.example', root), 'utf8');
    const inFile = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gmu)].map(([, name]) => name);
    expect(inFile.slice(0, names.length)).toEqual(names);
    const [, first = ''] = readFileSync(new URL('docs/settings.md', root), 'utf8').split(/^## /mu);
    expect([...first.matchAll(/^\| `([A-Z0-9_]+)` \|/gmu)].map(([, name]) => name)).toEqual(names);
  });
});
