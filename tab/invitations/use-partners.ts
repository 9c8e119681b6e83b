import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../contract/answers.ts';
import type { InviteOutcome, NamedOutcome, PartnersOutcome, PartnersView } from '../../contract/invitations.ts';
import { type Result, useTab } from '../parts/tab-context.ts';

/** A link that was just made, for the memory of this page alone. */
interface MadeLink {
  readonly link: string;
  readonly organisation: string;
  readonly until: string;
}

type Outcome = InviteOutcome | NamedOutcome | PartnersOutcome;
type Why = Extract<Outcome, { why: string }>['why'];

/** The partners as the server has them, and what came of the last act. */
export interface Partners {
  readonly view: PartnersView | undefined;
  readonly refusal: Refusal | undefined;
  readonly why: Why | undefined;
  readonly made: MadeLink | undefined;
  /** The organisation that was given a name last. */
  readonly named: string | undefined;
  readonly isBusy: boolean;
  readonly load: () => Promise<void>;
  /** Carries an act out; `true` where it was done. A second press waits until the first is done. */
  readonly act: (ask: () => Promise<Result<Outcome>>) => Promise<boolean>;
  /** The link was handed on: it is shown no more. */
  readonly forget: () => void;
}

/** Loads the partners, and acts on them one act at a time. */
export function usePartners(): Partners {
  const { call } = useTab();
  const [view, setView] = useState<PartnersView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [why, setWhy] = useState<Why>();
  const [made, setMade] = useState<MadeLink>();
  const [named, setNamed] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const load = useCallback(async () => {
    const answer = await call('partners.list', {});
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [call]);
  useEffect(() => void load(), [load]);

  const act: Partners['act'] = async (ask) => {
    if (isBusy) return false;
    setBusy(true);
    setWhy(undefined);
    const answer = await ask();
    const isOld = answer.ok && 'why' in answer.value && answer.value.why !== 'taken';
    // What this page shows is older than what stands: read again before it is said that it was.
    if (isOld) await load();
    setBusy(false);
    if (!isOld) setRefusal(answer.ok ? undefined : answer.refusal);
    if (!answer.ok) return false;
    const outcome = answer.value;
    if ('why' in outcome) {
      setWhy(outcome.why);
      return false;
    }
    setView(outcome.view);
    if ('link' in outcome) setMade(outcome);
    if ('named' in outcome) setNamed(outcome.named);
    return true;
  };
  return { view, refusal, why, made, named, isBusy, load, act, forget: () => setMade(undefined) };
}
