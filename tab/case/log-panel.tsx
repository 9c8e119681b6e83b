import { useState } from 'react';
import { parseDay } from '../../concerns/terms/calendar.ts';
import { logTerms } from '../../concerns/records/event-record.ts';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { ChoiceField, LineField, SelectField, WordsField } from '../parts/fields.tsx';
import { Panel } from '../parts/panel.tsx';
import { TaskList } from './task-list.tsx';

const readers = ['handlers', 'assignee', 'self'] as const;
const kinds = ['note', ...logTerms, 'task'] as const;
const names = {
  note: 'log.note',
  decision: 'log.decision',
  reason: 'log.reason',
  contact: 'log.contact',
  task: 'log.task',
} as const;

/** Typed words stay when another kind of entry is chosen. */
export function LogPanel() {
  const tab = useTab();
  const { say, call, me } = tab;
  const { view } = useCaseContext();
  const { assignee, tasks = [] } = view.record;
  const [kind, setKind] = useState<(typeof kinds)[number]>('note');
  const [reader, setReader] = useState<(typeof readers)[number]>('handlers');
  const { draft, id, field, wordsProblem, form, worded } = useCaseForm({ text: '', due: '', person: '' });
  const { text, due, person } = draft;
  const day = parseDay(due);
  const isDay = day !== undefined && day >= me.today;
  const isAssignable = view.assignable.some(({ objectId }) => objectId === person);
  const other = assignee !== undefined && assignee !== me.objectId ? assignee : undefined;
  const options = [
    { value: 'handlers', text: say('work.notesForHandlers') },
    ...(other === undefined
      ? []
      : [
          {
            value: 'assignee',
            text: say('work.notesForAssignee', { name: personName(tab, { objectId: other }, view.people) }),
          },
        ]),
    { value: 'self', text: say('work.notesForSelf') },
  ];
  // Never wider than was chosen: if the assignee is gone, no one takes their place unseen.
  const isOffered = options.some(({ value }) => value === reader);
  const isNote = kind === 'note';

  const send = () => {
    if (kind === 'note') return worded(reader, text, ({ adding, words }) => call('case.note', { ...adding, words }));
    if (kind !== 'task')
      return worded('handlers', text, ({ adding, words }) => call('case.logEntry', { ...adding, as: kind, words }));
    const whose = isAssignable ? { person } : {};
    return (
      day &&
      worded('handlers', text, ({ adding, words }) => call('case.addTask', { ...adding, dueOn: day, ...whose, words }))
    );
  };

  return (
    <Panel
      heading={say('work.notesHeading')}
      summary={tasks.length > 0 ? say('log.open', { count: tasks.length }) : ''}
    >
      <TaskList />
      <CaseForm
        {...form}
        intent={JSON.stringify([kind, reader, assignee, draft])}
        problems={[
          ...(isNote && !isOffered ? [{ field: `${id}for`, text: say('work.notesForNeeded') }] : []),
          ...wordsProblem('text', say(isNote ? 'work.notesNeeded' : 'log.textNeeded')),
          ...(kind === 'task' && !isDay ? [{ field: `${id}due`, text: say('log.dueNeeded') }] : []),
          ...(kind === 'task' && person !== '' && !isAssignable
            ? [{ field: `${id}person`, text: say('log.personNeeded') }]
            : []),
        ]}
        isDirty={text !== ''}
        sendLabel={say(isNote ? 'work.notesSend' : 'log.send')}
        savedText={say(isNote ? 'work.notesSaved' : 'log.saved')}
        send={send()}
      >
        <ChoiceField
          id={`${id}kind`}
          label={say('log.kind')}
          value={kind}
          onValue={(value) => setKind(kinds.find((one) => one === value) ?? 'note')}
          options={kinds.map((value) => ({ value, text: say(names[value]) }))}
        />
        {isNote ? (
          <ChoiceField
            id={`${id}for`}
            label={say('work.notesFor')}
            hint={say('work.notesForHint')}
            value={isOffered ? reader : ''}
            onValue={(value) => setReader(readers.find((one) => one === value) ?? 'self')}
            options={options}
          />
        ) : (
          <p>{say('log.forHandlers')}</p>
        )}
        <WordsField {...field('text')} label={say(isNote ? 'work.notesText' : names[kind])} need="required" />
        {kind === 'task' && (
          <>
            <LineField {...field('due')} type="date" label={say('log.due')} hint={say('log.dueHint')} need="required" />
            <SelectField
              {...field('person')}
              label={say('log.person')}
              need="optional"
              blank={say('log.nobody')}
              options={view.assignable.map(({ objectId }) => ({
                value: objectId,
                text: personName(tab, { objectId }, view.assignable),
              }))}
            />
          </>
        )}
      </CaseForm>
    </Panel>
  );
}
