import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadServerSettings } from '../../../bot/settings/server-settings.ts';
import { knownSettings } from '../../../deploy/azure/server-resources.ts';
import { forceSettings, secretSettings, templateSettings } from '../../../deploy/azure/settings-places.ts';
import { settingsOfServer } from '../../../deploy/azure/settings-rules.ts';
import { azureTemplate } from '../../../deploy/azure/template.ts';
import { checkParameters } from '../../../deploy/check-parameters.ts';
import { deployedFiles } from '../../../deploy/deployed-files.ts';
import { contactSettings } from '../../../bot/settings/contacts-settings.ts';
import { replySettings } from '../../../bot/settings/reply-settings.ts';
import { settingNames, settingsWhere } from '../../../bot/settings/settings-schema.ts';
import { fullParameters, sampleDeployment } from '../../support/deploy/sample-deployment.ts';
import { productionEnvironment } from '../../support/settings/production-environment.ts';

const made = (parameters = fullParameters): readonly string[] =>
  sampleDeployment(parameters)
    .resources.filter(({ isMade }) => isMade)
    .map(({ type }) => type);

describe('the files of a deployment', () => {
  it('are as committed, so that what is deployed is what the tables say', () => {
    for (const [path, text] of deployedFiles())
      expect({ path, text: readFileSync(path, 'utf8') }).toEqual({ path, text });
  });
});

describe('the template for Azure', () => {
  it.each([
    ['everything', fullParameters],
    ['what the public network reaches', { ...fullParameters, privateEndpoints: false }],
    ['what a server stands on, before there is an image', { alertMail: 'operators@example.org' }],
    ['a server behind a proxy of the force', { ...fullParameters, certificate: '' }],
    ['a server under the name that Azure gives it', { ...fullParameters, certificate: '', publicHost: '' }],
  ])('has nothing wrong in it by the schemas and the rules: %s', (_what, parameters) => {
    expect(checkParameters(parameters).wrong).toEqual([]);
  });

  it('gives each thing the same name at every deployment', () => {
    const ids = () => sampleDeployment().resources.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(JSON.stringify(azureTemplate())).not.toMatch(/newGuid|utcNow/u);
  });

  it('makes the server and its alerts only once there is an image', () => {
    const before = made({ alertMail: 'operators@example.org' });
    expect(before).toContain('Microsoft.DocumentDB/databaseAccounts');
    expect(before).not.toContain('Microsoft.App/containerApps');
    expect(made().filter((type) => type === 'Microsoft.App/containerApps')).toHaveLength(1);
  });

  it('makes private endpoints where they are asked for', () => {
    const endpoints = (parameters: typeof fullParameters) =>
      made(parameters).filter((type) => type === 'Microsoft.Network/privateEndpoints').length;
    expect(endpoints(fullParameters)).toBe(3);
    expect(endpoints({ ...fullParameters, privateEndpoints: false })).toBe(0);
  });

  it('starts a server with settings that it can be started with', () => {
    const { clear, fromVault } = settingsOfServer(sampleDeployment());
    expect(fromVault).toEqual(['CARRIED_STATE_SECRET', 'EXPORT_SIGNING_KEY', 'ROLE_HANDLERS']);
    const { BOT_APP_PASSWORD: _, ...given } = productionEnvironment;
    const settings = loadServerSettings({ ...given, ...clear });
    expect(settings.store.kind).toBe('cosmos');
    expect(settings.registration.type).toBe('UserAssignedMSI');
    expect(settings.files).toEqual({
      kind: 'blobs',
      container: 'candour-files',
      credential: { account: clear.FILES_ACCOUNT, clientId: clear.BOT_APP_ID },
    });
    expect(settings.publicHost).toBe('candour.example.org');
  });

  it('gives the app package what it needs, and nothing secret', () => {
    const { outputs } = sampleDeployment();
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['BOT_APP_ID', 'PUBLIC_HOST', 'TENANT_ID']));
    expect(JSON.stringify(azureTemplate())).not.toMatch(/\blist(?:Keys|ConnectionStrings|AccountSas|Secrets)\(/u);
  });
});

describe('the settings of a server in Azure', () => {
  it('have a place each, and none of their own', () => {
    const never = settingsWhere(({ azure }) => azure === 'never');
    const placed = [...templateSettings, ...forceSettings, ...secretSettings, ...never];
    expect([...placed].sort()).toEqual([...settingNames, ...contactSettings, ...replySettings].sort());
    expect(forceSettings).toEqual(expect.arrayContaining([...contactSettings, ...replySettings]));
    expect([...templateSettings].sort()).toEqual([...knownSettings].sort());
  });
});
