import { statSync } from 'node:fs';

/** Whether other accounts of this machine have any right to a file or folder. Windows keeps that elsewhere. */
export function isOpenToOthers(path: string): boolean {
  if (process.platform === 'win32') return false;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) !== 0;
}
