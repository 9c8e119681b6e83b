import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { adding, plainly } from '../parts/with-words.ts';

/** Says that somebody has seen a case, or what was added to it since. */
export function AcknowledgeForm() {
  const { say, call } = useTab();
  const { view } = useCaseContext();
  const isNew = view.record.status === 'received';
  return (
    <CaseForm
      intent="acknowledge"
      problems={[]}
      isPrimary
      sendLabel={say(isNew ? 'case.acknowledge' : 'case.acknowledgeAgain')}
      savedText={say('case.acknowledged')}
      send={(request) => plainly(call('case.acknowledge', adding(view, request)))}
    >
      <p>{say(isNew ? 'case.acknowledgeText' : 'case.acknowledgeAgainText')}</p>
    </CaseForm>
  );
}
