import { useRef, useState } from 'react';
import { createRequestIds, newRequestId } from './request-ids.ts';
import type { Outcome, Sending } from './sending.ts';

/**
 * Sends what a form holds, under one name until it is carried out, however often it is sent. `intent` is everything
 * that was typed and chosen; `onSent` is told what came of it.
 */
export function useChange<Done extends Outcome>(
  intent: string,
  send: (request: string) => Promise<Done>,
  onSent: (outcome: Done) => void,
): { readonly sending: Sending; readonly submit: () => Promise<void> } {
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const [ids] = useState(() => createRequestIds(newRequestId));
  const isBusy = useRef(false);

  return {
    sending,
    async submit() {
      // A second click while the first is on its way.
      if (isBusy.current) return;
      isBusy.current = true;
      setSending({ kind: 'sending' });
      try {
        const outcome = await send(ids.of(intent));
        if (outcome.kind === 'saved' || outcome.kind === 'out') ids.done();
        setSending(outcome);
        onSent(outcome);
      } catch {
        // Nothing that was typed may stand in an error: it is said in a sentence instead.
        setSending({ kind: 'refused', refusal: { code: 'failed' } });
      } finally {
        isBusy.current = false;
      }
    },
  };
}
