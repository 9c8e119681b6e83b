import type { Clock } from '../../concerns/terms/clock.ts';
import type { FileStore } from '../../concerns/ports/file-store.ts';
import { blobFiles, type BlobCredential } from '../../storage/blobs/blob-files.ts';
import { folderFiles } from '../../storage/files/folder-files.ts';
import type { NamedSettings, SettingName } from './settings-schema.ts';

/** Where sealed files are kept. */
export type FilesSettings =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'blobs'; readonly credential: BlobCredential; readonly container: string };

type Named = Pick<
  NamedSettings,
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

/**
 * The container is named by the database where no name is given: whoever opens another database does not sweep away the
 * files of this one.
 */
const containerOf = ({ FILES_CONTAINER: given, COSMOS_DATABASE: database }: Named): string =>
  given ?? `${database.toLowerCase()}-files`;

const isInAccount = ({ FILES_ACCOUNT: account, FILES_CONNECTION: connection }: Named): boolean =>
  account !== undefined || connection !== undefined;

/** The sense of these settings where only the whole of them shows what is wrong. */
export const filesMayBe = {
  FILES_FOLDER: 'left out where FILES_ACCOUNT is set, or STORE is "cosmos": several servers have one place for files',
  FILES_CONNECTION: 'left out where FILES_ACCOUNT is set, and otherwise "DefaultEndpointsProtocol=…;AccountName=…;…"',
  FILES_CONTAINER: '3 to 63 small letters, digits and single hyphens',
} as const satisfies Partial<Record<SettingName, string>>;

/** The names of these settings that cannot be right together. */
export function problemsWithFiles(settings: Named): readonly SettingName[] {
  const { FILES_FOLDER: folder, FILES_ACCOUNT: account, FILES_CONNECTION: connection } = settings;
  const isShared = isInAccount(settings) || settings.STORE === 'cosmos';
  return [
    ...(folder !== undefined && isShared ? (['FILES_FOLDER'] as const) : []),
    ...(connection !== undefined && (account !== undefined || !connection.includes('AccountName='))
      ? (['FILES_CONNECTION'] as const)
      : []),
    ...(isInAccount(settings) && !containerPattern.test(containerOf(settings)) ? (['FILES_CONTAINER'] as const) : []),
  ];
}

/** Where sealed files are kept by the settings; `undefined` where none are taken. */
export function filesIn(settings: Named): FilesSettings | undefined {
  if (settings.FILES === 'no') return undefined;
  const { FILES_ACCOUNT: account, FILES_CONNECTION: connection, FILES_CLIENT_ID: clientId } = settings;
  const container = containerOf(settings);
  if (connection !== undefined) return { kind: 'blobs', credential: { connection }, container };
  if (account !== undefined)
    return { kind: 'blobs', credential: { account, ...(clientId !== undefined && { clientId }) }, container };
  if (settings.STORE === 'cosmos') return undefined;
  return { kind: 'folder', path: settings.FILES_FOLDER ?? `${settings.SQLITE_PATH}.files` };
}

/** Development keeps them in a folder of this machine, whatever else is named. */
export const filesInDevelopment = (settings: Named): FilesSettings | undefined =>
  filesIn({ ...settings, STORE: 'sqlite', FILES_ACCOUNT: undefined, FILES_CONNECTION: undefined });

/** The store of files that the settings name. Nothing is asked of it yet. */
export const openFiles = (settings: FilesSettings | undefined, clock: Clock): FileStore | undefined =>
  settings && (settings.kind === 'folder' ? folderFiles(settings.path, clock) : blobFiles(settings));
