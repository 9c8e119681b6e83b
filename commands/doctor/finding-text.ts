import type { FindingKind } from './finding-kinds.ts';

/** Something that a check can find: a sentence, and what to do about it. `{about}` stands for what it is about. */
export interface FindingText {
  /** `unseen`: nothing is wrong as far as it can be seen from here. */
  readonly kind: FindingKind | 'unseen';
  readonly says: string;
  readonly toDo: string;
}
