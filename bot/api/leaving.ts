import type { CaseOutcome, CaseworkDependencies } from '../../concerns/casework/casework.ts';
import type { Waits } from '../../concerns/casework/who-waits.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { Caller } from './caller.ts';

export interface LeavingDependencies {
  readonly casework: CaseworkDependencies;
  /** Told for whom something waits after a change. */
  readonly onWaits: (people: readonly PersonId[]) => void;
}

type UseCase<Asked> = (deps: CaseworkDependencies, by: Caller, asked: Asked) => Promise<CaseOutcome>;

/** Makes of a change one that tells those to whom it leaves something. Whether they could be found changes nothing of it. */
export const createLeaving =
  ({ casework, onWaits }: LeavingDependencies) =>
  <Asked>(useCase: UseCase<Asked>, toWhom: Waits): UseCase<Asked> =>
  async (given, by, asked) => {
    const outcome = await useCase(given, by, asked);
    if (outcome.kind === 'changed' && outcome.isNew) {
      const today = dayOf(casework.clock(), casework.timeZone);
      const changed = { record: outcome.record, by: by.objectId, today };
      const { takenFrom } = outcome;
      const waiting = await toWhom(casework, changed).catch(() => []);
      onWaits([...waiting, ...(takenFrom ? [takenFrom] : [])]);
    }
    return outcome;
  };
