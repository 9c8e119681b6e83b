import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { showDay } from '../../words/days.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { deadlineSentence } from '../parts/deadline-state.ts';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
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

export function TaskList() {
  const tab = useTab();
  const { say, language } = tab;
  const styles = useStyles();
  const { view, words, opened, openReport } = useCaseContext();
  const tasks = (view.record.tasks ?? []).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  if (tasks.length === 0) return null;
  const whyClosed = (id: string): WordKey => {
    if (opened === undefined) return 'log.taskClosed';
    return opened.record.tasks?.some((task) => task.id === id) ? 'history.notForYou' : 'history.later';
  };
  // A task set since the opening: its words come with the next.
  const isLater = tasks.some(({ id }) => !words.has(id) && whyClosed(id) === 'history.later');
  const list = (
    <ul className={styles.list} aria-label={say('log.tasks')}>
      {tasks.map(({ id, dueOn, for: whose }) => {
        const text = words.get(id);
        return (
          <li key={id} className={styles.task}>
            <p>
              {deadlineSentence(tab, { deadline: 'task', dueOn })}
              {whose !== undefined &&
                `. ${say('log.taskFor', { name: personName(tab, { objectId: whose }, view.people) })}`}
            </p>
            {text === undefined ? (
              <p>{say(whyClosed(id))}</p>
            ) : (
              <p className={styles.text} dir="auto" translate="no">
                {text}
              </p>
            )}
            <FinishForm task={id} day={showDay(language, dueOn)} />
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

function FinishForm({ task, day }: { readonly task: string; readonly day: string }) {
  const { say, call } = useTab();
  const { form, plain } = useCaseForm({}, task);
  return (
    <CaseForm
      {...form}
      problems={[]}
      sendLabel={say('log.done', { day })}
      savedText={say('log.isDone')}
      send={plain(({ adding }) => call('case.finishTask', { ...adding, task }))}
    />
  );
}
