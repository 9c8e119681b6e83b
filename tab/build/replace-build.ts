import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildFolders } from '../../contract/build-metadata.ts';

const readIndex = (folder: string): string | undefined => {
  const index = join(folder, 'index.html');
  return existsSync(index) ? readFileSync(index, 'utf8') : undefined;
};

/** There are never more than two builds. An equal build sets nothing aside. */
export function replaceBuild(newBuild: string, { built, previous }: BuildFolders): void {
  const currentIndex = readIndex(built);
  if (currentIndex !== undefined && currentIndex !== readIndex(newBuild)) {
    rmSync(previous, { recursive: true, force: true });
    renameSync(built, previous);
  }
  rmSync(built, { recursive: true, force: true });
  renameSync(newBuild, built);
}
