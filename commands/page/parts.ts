import { viewerAddress } from '../../contract/viewer-page.ts';
import type { SignedFile } from './signed-page.ts';

export type Part = 'tab' | 'viewer' | 'partners';

const openedAt: Readonly<Record<Part, readonly string[]>> = {
  tab: ['/tab', '/tab/'],
  viewer: [viewerAddress],
  partners: ['/partners', '/partners/'],
};

const parts: readonly Part[] = ['tab', 'viewer', 'partners'];

export function partOf(path: string): Part {
  if (path === viewerAddress) return 'viewer';
  return /^\/partners(?:\/|$)/u.test(path) ? 'partners' : 'tab';
}

export function partsNotIn(files: readonly Pick<SignedFile, 'path'>[]): readonly Part[] {
  const named = new Set(files.map(({ path }) => path));
  return parts.filter((part) => !openedAt[part].every((path) => named.has(path)));
}
