const errorTexts: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this account: give it access, or name another place.',
  EPERM: 'may not be read or written by this account: give it access, or name another place.',
  EROFS: 'is on a read-only disk: name another place.',
  ENOSPC: 'does not fit on its disk: free some space.',
  EDQUOT: 'does not fit in this account’s quota: free some space.',
  ENOENT: 'does not exist.',
  EEXIST: 'exists already.',
  EISDIR: 'is a folder, but must be a file: name another place.',
  ENOTDIR: 'cannot be created, because one of its folders is a file: name another place.',
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
