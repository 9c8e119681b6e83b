import { viewerAddress } from '../../contract/viewer-page.ts';
import type { SignedFile } from './signed-page.ts';

/** A part of what a server hands out, which is opened by itself. */
export type Part = 'tab' | 'viewer' | 'partners';

/** The addresses at which each part is opened. */
const openedAt: Readonly<Record<Part, readonly string[]>> = {
  tab: ['/tab', '/tab/'],
  viewer: [viewerAddress],
  partners: ['/partners', '/partners/'],
};

const parts: readonly Part[] = ['tab', 'viewer', 'partners'];

/** The part that an address of a page or of one of its files belongs to. */
export function partOf(path: string): Part {
  if (path === viewerAddress) return 'viewer';
  return /^\/partners(?:\/|$)/u.test(path) ? 'partners' : 'tab';
}

/** The parts that a list of files does not have, or has without the page at one of its addresses. */
export function partsNotIn(files: readonly Pick<SignedFile, 'path'>[]): readonly Part[] {
  const named = new Set(files.map(({ path }) => path));
  return parts.filter((part) => !openedAt[part].every((path) => named.has(path)));
}
