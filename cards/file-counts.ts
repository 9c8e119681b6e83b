import { countFileKinds, type FileKind } from '../core/model/file-kinds.ts';
import type { Language } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';

const kindKeys = {
  photo: 'receipt.photos',
  recording: 'receipt.recordings',
  video: 'receipt.videos',
  document: 'receipt.documents',
} as const satisfies Record<FileKind, string>;

/** "2 photos and 1 recording" if the kind of each is known, else the count alone. Never a name. */
export function fileCountText(
  language: Language,
  keys: {
    readonly kinds: 'receipt.filesOfKinds' | 'comeBack.addedFilesOfKinds';
    readonly count: 'receipt.files' | 'comeBack.addedFiles';
  },
  count: number,
  kinds: readonly FileKind[] = [],
): string {
  if (count === 0 || kinds.length !== count) return translate(language, keys.count, { count });
  const counted = countFileKinds(kinds);
  const texts = counted.map(([kind, number]) => translate(language, kindKeys[kind], { count: number }));
  const last = texts.at(-1) ?? '';
  const first = texts.slice(0, -1).join(', ');
  const and = counted.at(-1)?.[1] === 1 ? 'receipt.filesAndOne' : 'receipt.filesAnd';
  return translate(language, keys.kinds, { kinds: first === '' ? last : translate(language, and, { first, last }) });
}
