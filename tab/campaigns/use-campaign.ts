import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../contract/answers.ts';
import type { CampaignTold, CampaignView } from '../../contract/campaigns.ts';
import { createNewestAnswer } from '../ui/latest-response.ts';
import { createRequestIds, newRequestId } from '../ui/request-ids.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { notAllowedWords } from './campaign-words.ts';

interface OnCampaign {
  readonly campaign: string;
  readonly revision: number;
  readonly request: string;
}

type Said =
  | { readonly kind: 'done' | 'notDone'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Campaigning = ReturnType<typeof useCampaign>;

export function useCampaign(id: string) {
  const { call, say, announce } = useTab();
  const [campaign, setCampaign] = useState<CampaignView>();
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState(false);
  const [ids] = useState(() => createRequestIds(newRequestId));
  const [newest] = useState(createNewestAnswer);
  const busy = useRef(false);

  const again = useCallback(() => {
    void newest(call('campaigns.read', { campaign: id }), (answer) => {
      if (answer.ok) setCampaign(answer.value);
      setSaid(answer.ok ? undefined : { kind: 'refused', refusal: answer.refusal });
    });
  }, [call, id, newest]);
  useEffect(again, [again]);

  function take(answer: Result<CampaignTold>, done: string): boolean {
    if (!answer.ok) {
      setSaid({ kind: 'refused', refusal: answer.refusal });
      return false;
    }
    const told = answer.value;
    if (told.kind !== 'notAllowed') setCampaign(told.campaign);
    if (told.kind === 'campaign') {
      ids.done();
      setSaid({ kind: 'done', text: done });
      announce(done);
      return true;
    }
    setSaid({ kind: 'notDone', text: say(told.kind === 'moved' ? 'campaigns.moved' : notAllowedWords[told.why]) });
    return false;
  }

  return {
    campaign,
    said,
    isBusy,
    again,
    /**
     * Sends one act under one request id until it is done. `intent` is all that was typed and chosen. Returns whether it
     * was done.
     */
    act: async (
      intent: string,
      send: (on: OnCampaign) => Promise<Result<CampaignTold>>,
      done: string,
    ): Promise<boolean> => {
      // A second click while the first is on its way.
      if (busy.current || campaign === undefined) return false;
      busy.current = true;
      setBusy(true);
      try {
        const on = { campaign: id, revision: campaign.revision, request: ids.of(`${campaign.revision} ${intent}`) };
        return take(await send(on), done);
      } finally {
        busy.current = false;
        setBusy(false);
      }
    },
  };
}
