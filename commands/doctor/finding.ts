import type { FindingKind } from './finding-kinds.ts';
import { type FindingName, findingTable } from './finding-table.ts';

/** Something that a check found. No text of it holds a value of a setting. */
export interface Finding {
  readonly finding: FindingName;
  readonly kind: FindingKind | 'unseen';
  readonly says: string;
  readonly toDo: string;
}

/** A finding; `about` is put into its sentence, and is a sentence or a name of ours. */
export function found(finding: FindingName, about = ''): Finding {
  const { kind, says, toDo } = findingTable[finding];
  return { finding, kind, says: says.replace('{about}', () => about), toDo };
}
