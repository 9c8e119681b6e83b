import { describe, expect, it } from '@jest/globals';
import { filesErrorText, filesSettingName } from '../../../bot/config/files-settings.ts';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { SettingsError } from '../../../bot/config/settings-errors.ts';
import { StoreError, type StoreErrorCode } from '../../../core/ports/store-error.ts';
import { productionEnvironment as production } from '../../support/config/production-environment.ts';

const secretValue = 'value-that-must-not-be-said';
const key = Buffer.from(secretValue).toString('base64');
const connection = `DefaultEndpointsProtocol=https;AccountName=force;AccountKey=${key};EndpointSuffix=core.windows.net`;
const account = 'https://force.blob.core.windows.net';
const cosmos = { ...production, STORE: 'cosmos', COSMOS_ENDPOINT: 'https://force.documents.azure.com' };

/** The refusal of these settings beside right ones, in its own words; nothing of a value may stand in it. */
function refusal(
  more: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, string>> = production,
): string {
  try {
    loadServerSettings({ ...beside, ...more });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const never of [secretValue, key]) expect(error.message).not.toContain(never);
    return error.message.replace('Check these settings, which .env.example explains: ', '');
  }
  return 'none';
}
const place = (more: Readonly<Record<string, string>>, beside: Readonly<Record<string, string>> = production) =>
  loadServerSettings({ ...beside, ...more }).files;

const notBoth =
  'FILES_CONNECTION (left out if FILES_ACCOUNT is set, and otherwise "DefaultEndpointsProtocol=…;AccountName=…;…").';
const oneFolder =
  'FILES_FOLDER (left out if FILES_ACCOUNT is set, or STORE is "cosmos": several servers share one place for files).';
const aContainer = 'FILES_CONTAINER (3 to 63 small letters, digits and single hyphens).';

describe('the settings of the place of files', () => {
  it('are a folder beside the embedded store, an account where one is named, and no place where none are taken', () => {
    expect(place({})).toEqual({ kind: 'folder', path: '.data/candour.db.files' });
    expect(place({ FILES_FOLDER: '/srv/files' })).toEqual({ kind: 'folder', path: '/srv/files' });
    expect(place({ FILES_ACCOUNT: account })).toMatchObject({ kind: 'blobs', container: 'candour-files' });
    expect(place({ FILES_CONNECTION: connection })).toMatchObject({ kind: 'blobs', credential: { connection } });
    expect(place({}, cosmos)).toBeUndefined();
    expect(place({ FILES_ACCOUNT: account, COSMOS_DATABASE: 'Gwent' }, cosmos)).toMatchObject({
      container: 'gwent-files',
    });
    expect(place({ FILES: 'no', FILES_FOLDER: '/srv/files' })).toBeUndefined();
  });

  it.each([
    ['neither yes nor no', { FILES: secretValue }, 'FILES ("yes" or "no").'],
    ['a folder beside an account', { FILES_FOLDER: secretValue, FILES_ACCOUNT: account }, oneFolder],
    ['a folder beside a connection', { FILES_FOLDER: secretValue, FILES_CONNECTION: connection }, oneFolder],
    ['an account without TLS', { FILES_ACCOUNT: `http://${secretValue}.blob.core.windows.net` }, 'FILES_ACCOUNT.'],
    ['an account by its name', { FILES_ACCOUNT: secretValue }, 'FILES_ACCOUNT.'],
    ['an address with a container', { FILES_ACCOUNT: `${account}/${secretValue}` }, 'FILES_ACCOUNT.'],
    ['an address with a signature', { FILES_ACCOUNT: `${account}/?sig=${secretValue}` }, 'FILES_ACCOUNT.'],
    ['an account and a connection', { FILES_ACCOUNT: account, FILES_CONNECTION: connection }, notBoth],
    ['a connection that is none', { FILES_CONNECTION: secretValue }, notBoth],
    ['a connection without a key', { FILES_CONNECTION: `AccountName=${secretValue}` }, notBoth],
    ['a key that is none', { FILES_CONNECTION: connection.replace(key, '***') }, notBoth],
    ['a container in capitals', { FILES_ACCOUNT: account, FILES_CONTAINER: 'Files' }, aContainer],
    ['two hyphens', { FILES_ACCOUNT: account, FILES_CONTAINER: `a--${secretValue}` }, aContainer],
    ['a container too short', { FILES_CONNECTION: connection, FILES_CONTAINER: 'ab' }, aContainer],
    ['a database that names none', { FILES_ACCOUNT: account, COSMOS_DATABASE: 'one_two' }, aContainer],
  ])('are refused in a sentence without a value: %s', (_what, more, sentence) => {
    expect(refusal(more)).toBe(sentence);
  });

  it('are refused where several servers would each have a folder', () => {
    expect(refusal({ FILES_FOLDER: secretValue }, cosmos)).toBe(oneFolder);
  });
});

describe('a place of files that cannot be used', () => {
  it.each([
    [{}, 'FILES_FOLDER'],
    [{ FILES_ACCOUNT: account }, 'FILES_ACCOUNT'],
    [{ FILES_CONNECTION: connection }, 'FILES_CONNECTION'],
  ])('is told of by the setting that names it, without its value: %j', (more, name) => {
    const settings = place(more);
    expect(filesSettingName(settings)).toBe(name);
    for (const code of ['unavailable', 'full', 'readOnly', 'unknown'] as const satisfies readonly StoreErrorCode[]) {
      const sentence = filesErrorText(settings, new StoreError(code));
      expect(sentence).toContain(`The place for encrypted files that ${name} names `);
      expect(sentence).toContain('Candour runs, and takes reports without files until then.');
      for (const never of ['force', key, '.data']) expect(sentence).not.toContain(never);
    }
  });
});
