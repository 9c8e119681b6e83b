import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import { useTab } from '../ui/tab-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

/** Loaded only if the force has switched groups on. */
export default function ConfirmSamePerson(
  props: Pick<OperationRequest<'case.confirmSamePerson'>, 'mine' | 'theirs'> & {
    readonly other: CaseId;
    readonly onSaved: () => void;
  },
) {
  const { translate, call } = useTab();
  const { other, mine, theirs, onSaved } = props;
  const { form, plain } = useCaseForm({}, [other, mine, theirs]);
  return (
    <CaseForm
      {...form}
      problems={[]}
      sendLabel={translate('group.confirm', { reference: formatCaseId(other) })}
      savedText={translate('group.confirmSaved')}
      onSaved={onSaved}
      send={plain(({ withoutRevision }) => call('case.confirmSamePerson', { ...withoutRevision, other, mine, theirs }))}
    >
      <p>{translate('group.confirmIntro')}</p>
    </CaseForm>
  );
}
