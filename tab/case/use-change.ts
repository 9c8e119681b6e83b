import { useRef, useState } from 'react';
import { newRequestId } from '../api/request-id.ts';
import { useCaseContext } from './case-context.ts';
import { createRequestIds } from './request-ids.ts';
import { afterSending, type Sending, type Sent } from './sending.ts';

/**
 * Sends what a form holds, under one name until it is carried out, however often it is sent. `intent` is everything
 * that was typed and chosen. Where somebody else changed the case, the page shows it as it stands and nothing is lost.
 */
export function useChange(
  intent: string,
  send: (request: string) => Promise<Sent>,
  onSaved: () => void,
): { readonly sending: Sending; readonly submit: () => Promise<void> } {
  const context = useCaseContext();
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
        const next = afterSending(await send(ids.of(intent)), context.view);
        if (next.kind === 'saved' || next.kind === 'out') ids.done();
        setSending(next);
        if (next.kind === 'saved' || next.kind === 'moved') context.show(next.case);
        if (next.kind === 'saved') onSaved();
        if (next.kind === 'out') context.leave('out');
        if (next.kind === 'refused' && next.refusal.code === 'refused') context.leave('refused');
        // What the page shows is no longer how the case stands.
        if (next.kind === 'refused' && next.refusal.code === 'notAllowed') void context.reload();
      } catch {
        // Nothing that was typed may stand in an error: it is said in a sentence instead.
        setSending({ kind: 'refused', refusal: { code: 'failed' } });
      } finally {
        isBusy.current = false;
      }
    },
  };
}
