/** Whether something thrown is the file system's error of this code (`EEXIST`, `ENOENT`), or any of its errors. */
export const isFileError = (error: unknown, code?: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  'code' in error &&
  (code === undefined ? typeof error.code === 'string' : error.code === code);
