import { useState } from 'react';
import type { InviteAnswer, OrganisationAnswer, RevocationAnswer } from '../../contract/invitations.ts';
import type { Result } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';

interface CreatedLink {
  readonly link: string;
  readonly organisation: string;
  readonly until: string;
}

type PartnerChangeOutcome = InviteAnswer | OrganisationAnswer | RevocationAnswer;
type InvitationProblem = Extract<PartnerChangeOutcome, { why: string }>['why'];

export type InvitationsControls = ReturnType<typeof useInvitations>;

export function useInvitations() {
  const { answer: view, setAnswer: setView, refusal, setRefusal, load } = useQuery('partners.list', {});
  const [problem, setProblem] = useState<InvitationProblem>();
  const [createdLink, setCreatedLink] = useState<CreatedLink>();
  const [namedOrganisationId, setNamedOrganisationId] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  /** Returns whether the act was done. A second press waits for the first. */
  const submit = async (ask: () => Promise<Result<PartnerChangeOutcome>>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    const answer = await ask();
    const isOld = answer.ok && 'why' in answer.value && answer.value.why !== 'taken';
    // The page is out of date: reads again before it says so.
    if (isOld) await load();
    setBusy(false);
    if (!isOld) setRefusal(answer.ok ? undefined : answer.refusal);
    if (!answer.ok) return false;
    const outcome = answer.value;
    if ('why' in outcome) {
      setProblem(outcome.why);
      return false;
    }
    setView(outcome.view);
    if ('link' in outcome) setCreatedLink(outcome);
    if ('named' in outcome) setNamedOrganisationId(outcome.named);
    return true;
  };
  return {
    view,
    refusal,
    why: problem,
    made: createdLink,
    named: namedOrganisationId,
    isBusy,
    load,
    act: submit,
    dismissLink: () => setCreatedLink(undefined),
  };
}

const namePattern = /^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]{0,79}$/u;

export const isOrganisationName = (name: string): boolean => namePattern.test(name.trim());
