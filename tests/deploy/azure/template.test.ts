import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { contactSettingNames, replySettingNames } from '../../../bot/config/word-settings.ts';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { settingNames, filterSettingNames } from '../../../bot/config/settings-schema.ts';
import {
  readAzureTemplate,
  forceSettings,
  secretSettings,
  templateSettings,
} from '../../../deploy/azure/check-parameters.ts';
import { renderGeneratedFiles } from '../../../deploy/generated-files.ts';
import { templateProblems } from '../../support/deploy/changed-template.ts';
import { readTemplateSettings } from '../../support/deploy/deployment-rules.ts';
import { productionEnvironment } from '../../support/config/production-environment.ts';

describe('the files that are written from tables', () => {
  it('are as `npm run deploy -- write` writes them, so that what is deployed and read is what the tables say', () => {
    for (const [path, text] of renderGeneratedFiles())
      expect({ path, text: readFileSync(path, 'utf8') }).toEqual({ path, text });
  });
});

describe('the template for Azure', () => {
  it('has nothing wrong in it by how it is put together, the schemas and the rules', () => {
    expect(templateProblems(readAzureTemplate())).toEqual([]);
  });

  it('starts a server with settings that it can be started with', () => {
    const { plain, workedOut } = readTemplateSettings(readAzureTemplate());
    /** The answers of Azure, as far as the settings ask for them. */
    const answers = {
      TENANT_ID: '22222222-2222-4222-8222-222222222222',
      BOT_APP_ID: '33333333-3333-4333-8333-333333333333',
      COSMOS_ENDPOINT: 'https://candour.documents.azure.com:443/',
      COSMOS_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
      COSMOS_DATABASE: 'candour',
      FILES_ACCOUNT: 'https://candour.blob.core.windows.net/',
      FILES_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
      FILES_CONTAINER: 'candour-files',
      PUBLIC_HOST: 'candour.example.org',
    };
    expect([...workedOut].sort()).toEqual(Object.keys(answers).sort());
    const { BOT_APP_PASSWORD: _, ...given } = productionEnvironment;
    const settings = loadServerSettings({ ...given, TAB_CLIENT_ID: 'tab', ...plain, ...answers });
    expect(settings.store.kind).toBe('cosmos');
    expect(settings.registration.type).toBe('UserAssignedMSI');
    expect(settings.listen.health?.port).toBe(3979);
    expect(settings.files).toEqual({
      kind: 'blobs',
      container: 'candour-files',
      credential: { account: answers.FILES_ACCOUNT, clientId: answers.FILES_CLIENT_ID },
    });
  });

  it('gives the app package what it needs, and nothing secret', () => {
    const { outputs } = Object(readAzureTemplate());
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['BOT_APP_ID', 'PUBLIC_HOST', 'TENANT_ID']));
    expect(JSON.stringify(readAzureTemplate())).not.toMatch(/\blist(?:Keys|ConnectionStrings|AccountSas|Secrets)\(/u);
  });
});

describe('the settings of a server in Azure', () => {
  it('have a place each, and none of their own', () => {
    const never = filterSettingNames(({ azure }) => azure === 'never');
    const placed = [...templateSettings, ...forceSettings, ...secretSettings, ...never];
    expect([...placed].sort()).toEqual([...settingNames, ...contactSettingNames, ...replySettingNames].sort());
  });
});
