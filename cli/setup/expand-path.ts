import { homedir } from 'node:os';

/** A path as a shell would take it: without its quotation marks and backslashes, and "~" as the home of this account. */
export const expandPath = (typed: string): string =>
  typed
    .replace(/^(["'])(.*)\1$/u, '$2')
    .replaceAll('\\ ', ' ')
    .replace(/^~(?=\/)/u, () => homedir());
