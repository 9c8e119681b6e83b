import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

export function AcknowledgeForm() {
  const { say, call } = useTab();
  const { view } = useCaseContext();
  const { form, plain } = useCaseForm({});
  const isNew = view.record.status === 'received';
  return (
    <CaseForm
      {...form}
      problems={[]}
      isPrimary
      sendLabel={say(isNew ? 'case.acknowledge' : 'case.acknowledgeAgain')}
      savedText={say('case.acknowledged')}
      send={plain(({ adding }) => call('case.acknowledge', adding))}
    >
      <p>{say(isNew ? 'case.acknowledgeText' : 'case.acknowledgeAgainText')}</p>
    </CaseForm>
  );
}
