import { useId, useState } from 'react';
import { parseDay } from '../../concerns/terms/calendar.ts';
import { logTerms } from '../../concerns/terms/history-terms.ts';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { ChoiceField, LineField, SelectField, WordsField } from '../parts/fields.tsx';
import { Panel } from '../parts/panel.tsx';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
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

/**
 * Writes down what is to be known of a case: a note for all who handle it, for whoever it is with or for oneself; a
 * decision, a reason, a contact or a task for all who handle it. What was typed stays, whichever of them it becomes.
 */
export function LogPanel() {
  const tab = useTab();
  const { say, call, me } = tab;
  const context = useCaseContext();
  const { view } = context;
  const { assignee, tasks = [] } = view.record;
  const id = useId();
  const [kind, setKind] = useState<(typeof kinds)[number]>('note');
  const [reader, setReader] = useState<(typeof readers)[number]>('handlers');
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [person, setPerson] = useState('');
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
  // Never wider than what was chosen: whoever the case was with is gone, and nobody takes their place unseen.
  const isOffered = options.some(({ value }) => value === reader);
  const isNote = kind === 'note';

  const send = (request: string) => {
    const its = adding(view, request);
    if (kind === 'note') return withWords(context, reader, text, (words) => call('case.note', { ...its, words }));
    if (kind !== 'task') {
      return withWords(context, 'handlers', text, (words) => call('case.logEntry', { ...its, as: kind, words }));
    }
    if (day === undefined) throw new Error('sent before it was complete');
    const whose = isAssignable ? { person } : {};
    return withWords(context, 'handlers', text, (words) =>
      call('case.addTask', { ...its, dueOn: day, ...whose, words }),
    );
  };

  return (
    <Panel
      heading={say('work.notesHeading')}
      summary={tasks.length > 0 ? say('log.open', { count: tasks.length }) : ''}
    >
      <TaskList />
      <CaseForm
        intent={JSON.stringify([kind, reader, assignee, text, due, person])}
        problems={[
          ...(isNote && !isOffered ? [{ field: `${id}for`, text: say('work.notesForNeeded') }] : []),
          ...wordsProblem(say, `${id}text`, text, say(isNote ? 'work.notesNeeded' : 'log.textNeeded')),
          ...(kind === 'task' && !isDay ? [{ field: `${id}due`, text: say('log.dueNeeded') }] : []),
          ...(kind === 'task' && person !== '' && !isAssignable
            ? [{ field: `${id}person`, text: say('log.personNeeded') }]
            : []),
        ]}
        isDirty={text !== ''}
        sendLabel={say(isNote ? 'work.notesSend' : 'log.send')}
        savedText={say(isNote ? 'work.notesSaved' : 'log.saved')}
        onSaved={() => {
          setText('');
          setDue('');
          setPerson('');
        }}
        send={send}
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
        <WordsField
          id={`${id}text`}
          label={say(isNote ? 'work.notesText' : names[kind])}
          value={text}
          onValue={setText}
          need="required"
        />
        {kind === 'task' && (
          <>
            <LineField
              id={`${id}due`}
              type="date"
              label={say('log.due')}
              hint={say('log.dueHint')}
              value={due}
              onValue={setDue}
              need="required"
            />
            <SelectField
              id={`${id}person`}
              label={say('log.person')}
              need="optional"
              blank={say('log.nobody')}
              value={person}
              onValue={setPerson}
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
