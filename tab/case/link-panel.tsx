import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { parseCaseId, showCaseId } from '../../concerns/terms/case-id.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { LineField } from '../parts/fields.tsx';
import { Panel } from '../parts/panel.tsx';
import { adding, plainly } from '../parts/with-words.ts';

/** Links a case with another that one may see, and leads there. */
export function LinkPanel() {
  const { say, call, open } = useTab();
  const { view } = useCaseContext();
  const { linked } = view.record;
  const id = useId();
  const [typed, setTyped] = useState('');
  const other = parseCaseId(typed);

  return (
    <Panel
      heading={say('work.linkHeading')}
      {...(linked.length > 0 && { summary: linked.map((caseId) => showCaseId(caseId)).join(', ') })}
    >
      {linked.map((caseId) => (
        <div key={caseId}>
          <Button size="small" onClick={() => open({ page: 'case', caseId })}>
            {say('case.openLinked', { reference: showCaseId(caseId) })}
          </Button>
        </div>
      ))}
      <CaseForm
        intent={typed}
        problems={other === undefined ? [{ field: `${id}other`, text: say('work.linkNeeded') }] : []}
        isDirty={typed !== ''}
        sendLabel={say('work.linkSend')}
        savedText={say('work.linkSaved')}
        onSaved={() => setTyped('')}
        send={(request) => {
          if (other === undefined) throw new Error('sent before it was complete');
          return plainly(call('case.link', { ...adding(view, request), other }));
        }}
      >
        <LineField
          id={`${id}other`}
          label={say('work.linkOther')}
          hint={say('work.linkHint')}
          value={typed}
          onValue={setTyped}
          need="required"
        />
      </CaseForm>
    </Panel>
  );
}
