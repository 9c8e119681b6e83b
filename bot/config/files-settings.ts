import type { StoreError, StoreErrorCode } from '../../core/ports/store-error.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import type { BlobCredential } from '../../storage/blobs/blob-file-store.ts';
import { isConnectionString } from '../../storage/blobs/connection-string.ts';
import { createFolderFileStore } from '../../storage/blobs/folder-file-store.ts';
import type { ParsedSettings, SettingName } from './settings-schema.ts';

export type FilesSettings =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'blobs'; readonly credential: BlobCredential; readonly container: string };

type FilesSettingsInput = Pick<
  ParsedSettings,
  | 'STORE'
  | 'SQLITE_PATH'
  | 'COSMOS_DATABASE'
  | 'FILES'
  | 'FILES_FOLDER'
  | 'FILES_ACCOUNT'
  | 'FILES_CONNECTION'
  | 'FILES_CLIENT_ID'
  | 'FILES_CONTAINER'
>;

const containerPattern = /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/u;

/** A server on another database must not sweep away these files. */
const containerName = ({ FILES_CONTAINER: given, COSMOS_DATABASE: database }: FilesSettingsInput): string =>
  given ?? `${database.toLowerCase()}-files`;

const hasStorageAccount = ({ FILES_ACCOUNT: account, FILES_CONNECTION: connection }: FilesSettingsInput): boolean =>
  account !== undefined || connection !== undefined;

export function checkFilesSettings(settings: FilesSettingsInput): readonly SettingName[] {
  const { FILES_FOLDER: folder, FILES_ACCOUNT: account, FILES_CONNECTION: connection } = settings;
  const isShared = hasStorageAccount(settings) || settings.STORE === 'cosmos';
  return [
    ...(folder !== undefined && isShared ? (['FILES_FOLDER'] as const) : []),
    ...(connection !== undefined && (account !== undefined || !isConnectionString(connection))
      ? (['FILES_CONNECTION'] as const)
      : []),
    ...(hasStorageAccount(settings) && !containerPattern.test(containerName(settings))
      ? (['FILES_CONTAINER'] as const)
      : []),
  ];
}

export function parseFilesSettings(settings: FilesSettingsInput): FilesSettings | undefined {
  if (settings.FILES === 'no') return undefined;
  const { FILES_ACCOUNT: account, FILES_CONNECTION: connection, FILES_CLIENT_ID: clientId } = settings;
  const container = containerName(settings);
  if (connection !== undefined) return { kind: 'blobs', credential: { connection }, container };
  if (account !== undefined)
    return { kind: 'blobs', credential: { account, ...(clientId !== undefined && { clientId }) }, container };
  if (settings.STORE === 'cosmos') return undefined;
  return { kind: 'folder', path: settings.FILES_FOLDER ?? `${settings.SQLITE_PATH}.files` };
}

export type FilesSettingName = 'FILES_FOLDER' | 'FILES_ACCOUNT' | 'FILES_CONNECTION';

export const filesSettingName = (settings: FilesSettings | undefined): FilesSettingName => {
  if (settings === undefined || settings.kind === 'folder') return 'FILES_FOLDER';
  return 'connection' in settings.credential ? 'FILES_CONNECTION' : 'FILES_ACCOUNT';
};

const errorTexts: Partial<Record<StoreErrorCode, string>> = {
  full: 'is full: free some space',
  readOnly: 'does not let this account write: give it access, or name another place',
};

/** Names the setting, never its value. */
export const filesErrorText = (settings: FilesSettings | undefined, { code }: StoreError): string =>
  `The place for encrypted files that ${filesSettingName(settings)} names ${errorTexts[code] ?? 'cannot be reached: check that it exists, and that this account may use it'}. Candour runs, and takes reports without files until then.`;

export const parseDevelopmentFilesSettings = (settings: FilesSettingsInput): FilesSettings | undefined =>
  parseFilesSettings({ ...settings, STORE: 'sqlite', FILES_ACCOUNT: undefined, FILES_CONNECTION: undefined });

/** Opens nothing yet. Azure's SDK is a good part of a start, so it is loaded only if needed. */
export async function openFileStore(settings: FilesSettings | undefined, clock: Clock): Promise<FileStore | undefined> {
  if (settings === undefined) return undefined;
  if (settings.kind === 'folder') return createFolderFileStore(settings.path, clock);
  const { createBlobFileStore } = await import('../../storage/blobs/blob-file-store.ts');
  return createBlobFileStore(settings);
}
