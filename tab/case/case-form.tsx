import { useState } from 'react';
import { type Change, ChangeForm } from '../parts/change-form.tsx';
import type { CaseChange, CaseOutcome, Sent } from '../parts/sending.ts';
import { afterSending } from './after-sending.ts';
import { useCaseContext } from './case-context.ts';

/** Gives what the page of a case does with what comes of a form: nothing that is typed elsewhere is lost. */
export function useCaseChange(): CaseChange {
  const { view, show, leave, reload } = useCaseContext();
  const { revision } = view.record;
  const [saidOf, setSaidOf] = useState<number>();
  return {
    after: (sent) => afterSending(sent, view),
    isPast: saidOf !== undefined && saidOf !== revision,
    onSent(outcome) {
      setSaidOf(outcome.kind === 'saved' ? outcome.case.record.revision : undefined);
      if (outcome.kind === 'saved' || outcome.kind === 'moved') show(outcome.case);
      if (outcome.kind === 'out') leave('out');
      if (outcome.kind === 'refused' && outcome.refusal.code === 'refused') leave('refused');
      if (outcome.kind !== 'refused' || outcome.refusal.code !== 'notAllowed') return;
      // What the page shows is no longer how the case stands: that it is not allowed is said of how it stands now.
      void reload().then((now) => setSaidOf(now?.record.revision));
    },
  };
}

type CaseFormProps = Omit<Change<CaseOutcome>, 'send' | 'onSent' | 'isPast'> & {
  readonly send: (request: string) => Promise<Sent>;
};

/** A form that changes the case around it. */
export function CaseForm({ send, ...change }: CaseFormProps) {
  const { after, ...rest } = useCaseChange();
  return <ChangeForm {...change} {...rest} send={async (request) => after(await send(request))} />;
}
