import { Button } from '@fluentui/react-components';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { InputField } from '../ui/form-fields.tsx';
import { Panel } from '../ui/panel.tsx';

export function LinkPanel() {
  const { translate, call, navigate } = useTab();
  const { view } = useCaseContext();
  const { linked } = view.record;
  const { draft, set, id, form, plain } = useCaseForm({ typed: '' });
  const { typed } = draft;
  const other = parseCaseId(typed);

  return (
    <Panel
      heading={translate('work.linkHeading')}
      {...(linked.length > 0 && { summary: linked.map((caseId) => formatCaseId(caseId)).join(', ') })}
    >
      {linked.map((caseId) => (
        <div key={caseId}>
          <Button size="small" onClick={() => navigate({ page: 'case', caseId })}>
            {translate('case.openLinked', { reference: formatCaseId(caseId) })}
          </Button>
        </div>
      ))}
      <CaseForm
        {...form}
        problems={other === undefined ? [{ field: `${id}other`, text: translate('work.linkNeeded') }] : []}
        sendLabel={translate('work.linkSend')}
        savedText={translate('work.linkSaved')}
        send={other && plain(({ withoutRevision }) => call('case.link', { ...withoutRevision, other }))}
      >
        <InputField
          id={`${id}other`}
          label={translate('work.linkOther')}
          hint={translate('work.linkHint')}
          value={typed}
          onValue={(value) => set({ typed: value })}
          need="required"
        />
      </CaseForm>
    </Panel>
  );
}
