import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { CampaignAnswer, CampaignView } from '../../contract/campaigns.ts';
import { createLatestResponseFilter } from '../ui/latest-response-filter.ts';
import { createRequestIds, newRequestId } from '../ui/request-ids.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { campaignRefusalWords } from './campaign-words.ts';

interface CampaignRequest {
  readonly campaign: string;
  readonly revision: number;
  readonly request: string;
}

type ActionStatus =
  | { readonly kind: 'done' | 'notDone'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type CampaignController = ReturnType<typeof useCampaign>;

export function useCampaign(id: string) {
  const { call, translate, announce } = useTab();
  const [campaign, setCampaign] = useState<CampaignView>();
  const [status, setStatus] = useState<ActionStatus>();
  const [isBusy, setBusy] = useState(false);
  const [ids] = useState(() => createRequestIds(newRequestId));
  const [newest] = useState(createLatestResponseFilter);
  const busy = useRef(false);

  const reload = useCallback(() => {
    void newest(call('campaigns.read', { campaign: id }), (answer) => {
      if (answer.ok) setCampaign(answer.value);
      setStatus(answer.ok ? undefined : { kind: 'refused', refusal: answer.refusal });
    });
  }, [call, id, newest]);
  useEffect(reload, [reload]);

  function handleResponse(answer: Result<CampaignAnswer>, done: string): boolean {
    if (!answer.ok) {
      setStatus({ kind: 'refused', refusal: answer.refusal });
      return false;
    }
    const outcome = answer.value;
    if (outcome.kind !== 'notAllowed') setCampaign(outcome.campaign);
    if (outcome.kind === 'campaign') {
      ids.clear();
      setStatus({ kind: 'done', text: done });
      announce(done);
      return true;
    }
    setStatus({
      kind: 'notDone',
      text: translate(outcome.kind === 'moved' ? 'campaigns.moved' : campaignRefusalWords[outcome.why]),
    });
    return false;
  }

  return {
    campaign,
    said: status,
    isBusy,
    again: reload,
    /** Uses one request id until the act is done. `intent` is all that was typed and chosen. */
    act: async (
      intent: string,
      send: (on: CampaignRequest) => Promise<Result<CampaignAnswer>>,
      done: string,
    ): Promise<boolean> => {
      if (busy.current || campaign === undefined) return false;
      busy.current = true;
      setBusy(true);
      try {
        const on = { campaign: id, revision: campaign.revision, request: ids.getId(`${campaign.revision} ${intent}`) };
        return handleResponse(await send(on), done);
      } finally {
        busy.current = false;
        setBusy(false);
      }
    },
  };
}
