import { useTab } from '../app/tab-context.ts';
import { useDesk } from './case-desk.ts';
import { ChangeForm } from './change-form.tsx';
import { adding, plainly } from './with-words.ts';

/** Says that somebody has seen a case. */
export function AcknowledgeForm() {
  const { say, call } = useTab();
  const { view } = useDesk();
  return (
    <ChangeForm
      intent="acknowledge"
      problems={[]}
      isPrimary
      sendLabel={say('case.acknowledge')}
      savedText={say('case.acknowledged')}
      send={(request) => plainly(call('case.acknowledge', adding(view, request)))}
    >
      <p>{say('case.acknowledgeText')}</p>
    </ChangeForm>
  );
}
