import { describe, expect, it } from '@jest/globals';
import { loadPackageSettings, PackageSettingsError } from '../../manifest/package-settings.ts';
import { forceSettings } from '../support/manifest/force-settings.ts';

function refusal(environment: Readonly<Record<string, string | undefined>>): PackageSettingsError {
  try {
    loadPackageSettings(environment);
  } catch (error) {
    if (error instanceof PackageSettingsError) return error;
    throw error;
  }
  throw new Error('the settings were taken');
}

describe('loadPackageSettings', () => {
  it('reads what a force sets, and puts the privacy and terms pages on the public host', () => {
    expect(loadPackageSettings(forceSettings)).toMatchObject({
      appId: 'a1b2c3d4-1111-4222-8333-444455556666',
      botId: forceSettings.BOT_APP_ID,
      host: 'candour.example.org',
      developerName: 'Example Force',
      privacyUrl: 'https://candour.example.org/privacy',
      termsUrl: 'https://candour.example.org/terms',
      forceName: { en: 'Example Police', cy: 'Heddlu Enghraifft' },
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  it('takes pages, a version and spaces around a value', () => {
    const settings = loadPackageSettings({
      ...forceSettings,
      PUBLIC_HOST: ' Candour.Example.ORG ',
      PRIVACY_URL: 'https://pages.example.org/preifatrwydd',
      TERMS_URL: 'https://pages.example.org/telerau',
      TEAMS_APP_VERSION: '2.10.3',
    });
    expect(settings).toMatchObject({
      host: 'candour.example.org',
      privacyUrl: 'https://pages.example.org/preifatrwydd',
      termsUrl: 'https://pages.example.org/telerau',
      version: '2.10.3',
    });
  });

  it.each(['BOT_APP_ID', 'PUBLIC_HOST'] as const)('names a missing %s', (name) => {
    expect(refusal({ ...forceSettings, [name]: undefined }).missing).toEqual([name]);
    expect(refusal({ ...forceSettings, [name]: ' ' }).missing).toEqual([name]);
  });

  it('has the id of the bot and the name of the force, unless the app has an id and a publisher of its own', () => {
    const { TEAMS_APP_ID: _id, DEVELOPER_NAME: _developer, ...rest } = forceSettings;
    expect(loadPackageSettings(rest)).toMatchObject({ appId: rest.BOT_APP_ID, developerName: rest.FORCE_NAME_EN });
  });

  it('asks for a publisher if the name of the force is longer than Teams takes', () => {
    const { DEVELOPER_NAME: _developer, ...rest } = forceSettings;
    const long = { ...rest, FORCE_NAME_EN: 'The Constabulary of Example and Elsewhere' };
    expect(refusal(long).missing).toEqual(['DEVELOPER_NAME']);
    expect(loadPackageSettings({ ...long, DEVELOPER_NAME: 'Example' }).developerName).toBe('Example');
  });

  it('names the registration of the tab where the bot is a managed identity, which exposes no API', () => {
    const managed = { ...forceSettings, BOT_APP_TYPE: 'UserAssignedMSI', TAB_CLIENT_ID: undefined };
    expect(refusal(managed).missing).toEqual(['TAB_CLIENT_ID']);
    const tab = 'a1b2c3d4-1111-4222-8333-444455557777';
    expect(loadPackageSettings({ ...managed, TAB_CLIENT_ID: tab }).tabClientId).toBe(tab);
  });

  it('names all that is missing at once', () => {
    const error = refusal({});
    expect(error.missing).toEqual(['BOT_APP_ID', 'PUBLIC_HOST', 'DEVELOPER_NAME']);
    expect(error.message).toContain('BOT_APP_ID, PUBLIC_HOST, DEVELOPER_NAME');
  });

  it('wants a force named in both languages or in neither', () => {
    expect(refusal({ ...forceSettings, FORCE_NAME_CY: '' }).missing).toEqual(['FORCE_NAME_CY']);
    const unnamed = { ...forceSettings, FORCE_NAME_EN: undefined, FORCE_NAME_CY: undefined };
    expect(loadPackageSettings(unnamed).forceName).toBeUndefined();
  });

  it.each([
    ['TEAMS_APP_ID', 'not-a-guid-canary'],
    ['BOT_APP_ID', '1234-canary'],
    ['PUBLIC_HOST', 'https://canary.example.org'],
    ['PUBLIC_HOST', 'canary.example.org/path'],
    ['PUBLIC_HOST', 'canary.example.org:3978'],
    ['PUBLIC_HOST', '*.canary.example.org'],
    ['PUBLIC_HOST', 'canary'],
    ['PUBLIC_HOST', '203.0.113.7'],
    ['DEVELOPER_NAME', 'canary'.repeat(6)],
    ['DEVELOPER_NAME', 'canary\nof two lines'],
    ['PRIVACY_URL', 'http://canary.example.org'],
    ['TERMS_URL', 'canary'],
    ['FORCE_NAME_EN', 'canary'.repeat(14)],
    ['FORCE_NAME_CY', 'canary\u0007'],
    ['TEAMS_APP_VERSION', '1.0-canary'],
    ['CANDOUR_ENVIRONMENT', 'canary'],
  ])('refuses a %s of %j by name and does not repeat it', (name, value) => {
    const error = refusal({ ...forceSettings, [name]: value });
    expect(error.wrong).toEqual([name]);
    expect(error.missing).toEqual([]);
    expect(error.message).toContain(name);
    expect(error.message).not.toContain('canary');
    expect(error.cause).toBeUndefined();
  });

  it('has defaults in development, and still refuses what is wrong', () => {
    expect(loadPackageSettings({ CANDOUR_ENVIRONMENT: 'development' }).host).toBe('candour.localhost');
    expect(refusal({ CANDOUR_ENVIRONMENT: 'development', BOT_APP_ID: 'x' }).wrong).toEqual(['BOT_APP_ID']);
    expect(refusal({ CANDOUR_ENVIRONMENT: 'production' }).missing).toContain('BOT_APP_ID');
  });
});
