import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { logEntryKinds } from '../../core/model/event-record.ts';
import { formatDatedNote } from '../../core/model/dated-note.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { deadlineSentence } from '../ui/deadline-state.ts';
import { RadioField, InputField, SelectField, TextAreaField } from '../ui/form-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { maxNoteLength } from '../ui/seal-and-send-note.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  task: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

const offeredReaders = ['handlers', 'assignee', 'self'] as const;
const logKinds = ['note', ...logEntryKinds, 'task'] as const;
const kindWords = {
  note: 'log.note',
  decision: 'log.decision',
  reason: 'log.reason',
  contact: 'log.contact',
  task: 'log.task',
} as const;

export function DecisionLogPanel() {
  const tab = useTab();
  const { translate: say, call, me } = tab;
  const { view } = useCaseContext();
  const { assignee, tasks = [] } = view.record;
  const [kind, setKind] = useState<(typeof logKinds)[number]>('note');
  const [isHalfTyped, setHalfTyped] = useState(false);
  const [reader, setReader] = useState<(typeof offeredReaders)[number]>('handlers');
  const { draft, id, field, noteProblems, form, worded } = useCaseForm({
    text: '',
    happened: '',
    due: '',
    person: '',
  });
  const { text, happened, due, person } = draft;
  const happenedOn = parseDay(happened);
  const isPast = happened === '' || (happenedOn !== undefined && happenedOn <= me.today);
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
  // Never wider than chosen: if the assignee is gone, no one replaces them unseen.
  const isOffered = options.some(({ value }) => value === reader);
  const isNote = kind === 'note';

  const dated = formatDatedNote({ text: text.trim(), ...(happenedOn && { happenedOn }) });

  const send = () => {
    if (kind === 'note')
      return worded(reader, dated, ({ withoutRevision, words }) => call('case.note', { ...withoutRevision, words }));
    if (kind !== 'task')
      return worded('handlers', dated, ({ withoutRevision, words }) =>
        call('case.logEntry', { ...withoutRevision, as: kind, words }),
      );
    const whose = isAssignable ? { person } : {};
    return (
      day &&
      worded('handlers', text, ({ withoutRevision, words }) =>
        call('case.addTask', { ...withoutRevision, dueOn: day, ...whose, words }),
      )
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
          ...noteProblems('text', say(isNote ? 'work.notesNeeded' : 'log.textNeeded')),
          ...(kind !== 'task' && (isHalfTyped || !isPast)
            ? [{ field: `${id}happened`, text: say(isHalfTyped ? 'log.happenedHalf' : 'log.happenedNeeded') }]
            : []),
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
        <RadioField
          id={`${id}kind`}
          label={say('log.kind')}
          value={kind}
          onValue={(value) => {
            setKind(logKinds.find((one) => one === value) ?? 'note');
            // The field for a task's day takes its place, and what was half typed in it goes.
            if (value === 'task') setHalfTyped(false);
          }}
          options={logKinds.map((value) => ({ value, text: say(kindWords[value]) }))}
        />
        {isNote ? (
          <RadioField
            id={`${id}for`}
            label={say('work.notesFor')}
            hint={say('work.notesForHint')}
            value={isOffered ? reader : ''}
            onValue={(value) => setReader(offeredReaders.find((one) => one === value) ?? 'self')}
            options={options}
          />
        ) : (
          <p>{say('log.forHandlers')}</p>
        )}
        <TextAreaField
          {...field('text')}
          label={say(isNote ? 'work.notesText' : kindWords[kind])}
          need="required"
          maxLength={maxNoteLength}
        />
        {kind !== 'task' && (
          <InputField
            {...field('happened')}
            type="date"
            label={say('log.happened')}
            hint={say('log.happenedHint')}
            need="optional"
            onHalfTyped={setHalfTyped}
          />
        )}
        {kind === 'task' && (
          <>
            <InputField
              {...field('due')}
              type="date"
              label={say('log.due')}
              hint={say('log.dueHint')}
              need="required"
            />
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

function TaskList() {
  const tab = useTab();
  const { translate: say, language } = tab;
  const styles = useStyles();
  const { view, textsByDigest, decryptedCase, openReport } = useCaseContext();
  const tasks = (view.record.tasks ?? []).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  if (tasks.length === 0) return null;
  const undecryptedReason = (id: string): WordKey => {
    if (decryptedCase === undefined) return 'log.taskClosed';
    return decryptedCase.record.tasks?.some((task) => task.id === id) ? 'history.notForYou' : 'history.later';
  };
  const isLater = tasks.some(({ id }) => !textsByDigest.has(id) && undecryptedReason(id) === 'history.later');
  const list = (
    <ul className={styles.list} aria-label={say('log.tasks')}>
      {tasks.map(({ id, dueOn, for: whose }) => {
        const text = textsByDigest.get(id);
        return (
          <li key={id} className={styles.task}>
            <p>
              {deadlineSentence(tab, { deadline: 'task', dueOn })}
              {whose !== undefined &&
                `. ${say('log.taskFor', { name: personName(tab, { objectId: whose }, view.people) })}`}
            </p>
            {text === undefined ? (
              <p>{say(undecryptedReason(id))}</p>
            ) : (
              <p className={styles.text} dir="auto" translate="no">
                {text}
              </p>
            )}
            <FinishTaskForm task={id} day={formatDay(language, dueOn)} />
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      {list}
      {isLater && (
        <div>
          <Button onClick={() => void openReport()}>{say('case.openAgain')}</Button>
        </div>
      )}
    </>
  );
}

function FinishTaskForm({ task, day }: { readonly task: string; readonly day: string }) {
  const { translate: say, call } = useTab();
  const { form, plain } = useCaseForm({}, task);
  return (
    <CaseForm
      {...form}
      problems={[]}
      sendLabel={say('log.done', { day })}
      savedText={say('log.isDone')}
      send={plain(({ withoutRevision }) => call('case.finishTask', { ...withoutRevision, task }))}
    />
  );
}
