import { type Change, ChangeForm } from '../parts/change-form.tsx';
import type { CaseChange, CaseOutcome, Sent } from '../parts/sending.ts';
import { afterSending } from './after-sending.ts';
import { useCaseContext } from './case-context.ts';

/** Gives what the page of a case does with what comes of a form: nothing that is typed elsewhere is lost. */
export function useCaseChange(): CaseChange {
  const { view, show, leave, reload } = useCaseContext();
  return {
    after: (sent) => afterSending(sent, view),
    onSent(outcome) {
      if (outcome.kind === 'saved' || outcome.kind === 'moved') show(outcome.case);
      if (outcome.kind === 'out') leave('out');
      if (outcome.kind === 'refused' && outcome.refusal.code === 'refused') leave('refused');
      // What the page shows is no longer how the case stands.
      if (outcome.kind === 'refused' && outcome.refusal.code === 'notAllowed') void reload();
    },
  };
}

type CaseFormProps = Omit<Change<CaseOutcome>, 'send' | 'onSent'> & {
  readonly send: (request: string) => Promise<Sent>;
};

/** A form that changes the case around it. */
export function CaseForm({ send, ...change }: CaseFormProps) {
  const { after, onSent } = useCaseChange();
  return <ChangeForm {...change} send={async (request) => after(await send(request))} onSent={onSent} />;
}
