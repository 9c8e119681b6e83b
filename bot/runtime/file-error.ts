const errorTexts: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this account: give it the right, or name another place.',
  EPERM: 'may not be read or written by this account: give it the right, or name another place.',
  EROFS: 'is on a disk that is read-only: name another place.',
  ENOSPC: 'finds no room on its disk: make some.',
  EDQUOT: 'finds no room in the quota of this account: make some.',
  ENOENT: 'is not there.',
  EEXIST: 'is there already.',
  EISDIR: 'is a folder, and a file is needed: name another place.',
  ENOTDIR: 'cannot be there, since a file stands where one of its folders would: name another place.',
};

/** For a terminal, never a log; names the file by its path, or as given. `undefined` if it is not the file system's. */
export function fileErrorText(error: unknown, name?: string): string | undefined {
  if (!isFileError(error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'A file';
  return `${name ?? path} ${errorTexts[error.code] ?? `cannot be used (${error.code}).`}`;
}

export const isFileError = (error: unknown, code?: string): error is { readonly code: string } =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  'code' in error &&
  (code === undefined ? typeof error.code === 'string' : error.code === code);
