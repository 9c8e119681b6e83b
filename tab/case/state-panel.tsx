import { movesFrom } from '../../core/casework/state-transitions.ts';
import { statusText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { ChoiceField } from '../ui/fields.tsx';
import { NoteField } from '../ui/note-field.tsx';
import { Panel } from '../ui/panel.tsx';

const targets = ['inProgress', 'awaitingReporter', 'reopened'] as const;
type Target = (typeof targets)[number];

export function StatePanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { say, call } = useTab();
  const { view } = useCaseContext();
  const { status } = view.record;
  const moving = useCaseForm<{ chosen: Target | undefined; note: string }>({ chosen: undefined, note: '' });
  const { chosen, note } = moving.draft;
  const updating = useCaseForm({});
  const allowed = targets.filter((target) => movesFrom(status).includes(target));
  const to = chosen !== undefined && allowed.includes(chosen) ? chosen : undefined;
  const blocked = status === 'received' ? say('work.firstAcknowledge') : say('work.firstTriage');

  return (
    <Panel heading={say('work.stateHeading')} isOpenFirst={isOpenFirst}>
      <CaseForm
        {...moving.form}
        intent={JSON.stringify([to, note])}
        problems={[
          ...(to === undefined ? [{ field: `${moving.id}to`, text: say('work.moveNeeded') }] : []),
          ...moving.wordsProblem('note'),
        ]}
        blocked={allowed.length === 0 ? blocked : undefined}
        isDirty={to !== undefined || note !== ''}
        sendLabel={say('work.moveSend')}
        savedText={say('work.moveSaved')}
        send={to && moving.noted(note, ({ changing, note: why }) => call('case.move', { ...changing, to, ...why }))}
      >
        <ChoiceField
          id={`${moving.id}to`}
          label={say('work.moveTo')}
          hint={say('work.moveHint')}
          value={to ?? ''}
          onValue={(value) => moving.set({ chosen: targets.find((target) => target === value) })}
          need="required"
          options={allowed.map((value) => ({ value, text: statusText(say, value) }))}
        />
        <NoteField {...moving.field('note')} />
      </CaseForm>
      {view.deadlines.some(({ deadline }) => deadline === 'update') && (
        <CaseForm
          {...updating.form}
          problems={[]}
          sendLabel={say('work.updateSend')}
          savedText={say('work.updateSaved')}
          send={updating.plain(({ changing }) => call('case.confirmUpdate', changing))}
        >
          <p>{say('work.updateText')}</p>
        </CaseForm>
      )}
    </Panel>
  );
}
