import { allowedTransitions } from '../../core/casework/state-transitions.ts';
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
  const { say, call } = useTab();
  const { view } = useCaseContext();
  const { status } = view.record;
  const moveForm = useCaseForm<{ chosen: TargetStatus | undefined; note: string }>({ chosen: undefined, note: '' });
  const { chosen, note } = moveForm.draft;
  const updateForm = useCaseForm({});
  const allowed = targetStatuses.filter((target) => allowedTransitions(status).includes(target));
  const to = chosen !== undefined && allowed.includes(chosen) ? chosen : undefined;
  const blocked = status === 'received' ? say('work.firstAcknowledge') : say('work.firstTriage');

  return (
    <Panel heading={say('work.stateHeading')} isInitiallyOpen={isOpenFirst}>
      <CaseForm
        {...moveForm.form}
        intent={JSON.stringify([to, note])}
        problems={[
          ...(to === undefined ? [{ field: `${moveForm.id}to`, text: say('work.moveNeeded') }] : []),
          ...moveForm.noteProblems('note'),
        ]}
        blocked={allowed.length === 0 ? blocked : undefined}
        isDirty={to !== undefined || note !== ''}
        sendLabel={say('work.moveSend')}
        savedText={say('work.moveSaved')}
        send={
          to &&
          moveForm.sendWithOptionalNote(note, ({ withRevision, note: why }) =>
            call('case.move', { ...withRevision, to, ...why }),
          )
        }
      >
        <RadioField
          id={`${moveForm.id}to`}
          label={say('work.moveTo')}
          hint={say('work.moveHint')}
          value={to ?? ''}
          onValue={(value) => moveForm.set({ chosen: targetStatuses.find((target) => target === value) })}
          need="required"
          options={allowed.map((value) => ({ value, text: statusText(say, value) }))}
        />
        <NoteField {...moveForm.field('note')} />
      </CaseForm>
      {view.deadlines.some(({ deadline }) => deadline === 'update') && (
        <CaseForm
          {...updateForm.form}
          problems={[]}
          sendLabel={say('work.updateSend')}
          savedText={say('work.updateSaved')}
          send={updateForm.plain(({ withRevision }) => call('case.confirmUpdate', withRevision))}
        >
          <p>{say('work.updateText')}</p>
        </CaseForm>
      )}
    </Panel>
  );
}
