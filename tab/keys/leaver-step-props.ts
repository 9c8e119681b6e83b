import type { AnswerOf } from '../../contract/operations.ts';
import type { Ceremony, CeremonyMove } from './ceremony.ts';

export interface LeaverStepProps {
  readonly ceremony: Ceremony;
  readonly mine: AnswerOf<'keys.mine'>;
  readonly onMove: (move: CeremonyMove) => void;
}
