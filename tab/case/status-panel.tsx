import { allowedTransitions } from '../../core/casework/status-transitions.ts';
import { statusText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { RadioField } from '../ui/form-fields.tsx';
import { NoteField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';

const targetStatuses = ['inProgress', 'awaitingReporter', 'reopened'] as const;
type TargetStatus = (typeof targetStatuses)[number];

export function StatusPanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { translate, call } = useTab();
  const { view } = useCaseContext();
  const { status } = view.record;
  const moveForm = useCaseForm<{ chosen: TargetStatus | undefined; note: string }>({ chosen: undefined, note: '' });
  const { chosen, note } = moveForm.draft;
  const updateForm = useCaseForm({});
  const allowed = targetStatuses.filter((target) => allowedTransitions(status).includes(target));
  const to = chosen !== undefined && allowed.includes(chosen) ? chosen : undefined;
  const blocked = status === 'received' ? translate('work.firstAcknowledge') : translate('work.firstTriage');

  return (
    <Panel heading={translate('work.stateHeading')} isInitiallyOpen={isOpenFirst}>
      <CaseForm
        {...moveForm.form}
        intent={JSON.stringify([to, note])}
        problems={[
          ...(to === undefined ? [{ field: `${moveForm.id}to`, text: translate('work.moveNeeded') }] : []),
          ...moveForm.noteProblems('note'),
        ]}
        blocked={allowed.length === 0 ? blocked : undefined}
        isDirty={to !== undefined || note !== ''}
        sendLabel={translate('work.moveSend')}
        savedText={translate('work.moveSaved')}
        send={
          to &&
          moveForm.sendWithOptionalNote(note, ({ withRevision, note: why }) =>
            call('case.move', { ...withRevision, to, ...why }),
          )
        }
      >
        <RadioField
          id={`${moveForm.id}to`}
          label={translate('work.moveTo')}
          hint={translate('work.moveHint')}
          value={to ?? ''}
          onValue={(value) => moveForm.set({ chosen: targetStatuses.find((target) => target === value) })}
          need="required"
          options={allowed.map((value) => ({ value, text: statusText(translate, value) }))}
        />
        <NoteField {...moveForm.field('note')} />
      </CaseForm>
      {view.deadlines.some(({ deadline }) => deadline === 'update') && (
        <CaseForm
          {...updateForm.form}
          problems={[]}
          sendLabel={translate('work.updateSend')}
          savedText={translate('work.updateSaved')}
          send={updateForm.plain(({ withRevision }) => call('case.confirmUpdate', withRevision))}
        >
          <p>{translate('work.updateText')}</p>
        </CaseForm>
      )}
    </Panel>
  );
}
