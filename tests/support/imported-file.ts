import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '../..');

/**
 * The path of the file that `() => import('…')` names. The import is never run: it is written as one, and not as a text,
 * so that the compiler checks it and its own renames and moves carry it along. `from`: `import.meta.url` of the file in
 * which it is written. Throws if the function is anything else.
 */
export function importedPath(imports: () => Promise<object>, from: string): string {
  const path = /^\(\)\s*=>\s*import\(\s*'(?<path>\.[^']+)',?\s*\)$/u.exec(String(imports))?.groups?.path;
  if (path === undefined) throw new Error(`expected () => import('…'), got ${String(imports)}`);
  return fileURLToPath(new URL(path, from));
}

/** The same path as it is named from the project's own folder: `bot/main.ts`. Throws as `importedPath` does. */
export const importedProjectPath = (imports: () => Promise<object>, from: string): string =>
  relative(root, importedPath(imports, from));
