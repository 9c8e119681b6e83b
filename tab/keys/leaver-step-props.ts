import type { AnswerOf } from '../../contract/operations.ts';
import type { Ceremony, CeremonyMove } from './ceremony.ts';

/** Everything that each step of the ceremony works with. */
export interface LeaverStepProps {
  readonly ceremony: Ceremony;
  readonly mine: AnswerOf<'keys.mine'>;
  readonly onMove: (move: CeremonyMove) => void;
}
