import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useReducer } from 'react';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { titleLine } from '../crypto/title-store.ts';
import { useTitles } from '../titles/use-titles.ts';
import { deadlineSentence } from '../ui/deadline-state.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    width: '100%',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  },
  task: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  text: { whiteSpace: 'pre-wrap' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The open tasks of a person in all cases, soonest due first. Words are shown if this page opened their case since its keys. */
export default function MyTasks({
  handledBy,
  refreshKey,
}: {
  readonly handledBy: HandledBy | undefined;
  readonly refreshKey: number;
}) {
  const tab = useTab();
  const { translate: say, me, navigate } = tab;
  const styles = useStyles();
  const { textIndex } = useKeys();
  const { answer, refusal, load } = useQuery('cases.myTasks', handledBy === undefined ? {} : { handledBy }, refreshKey);
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => textIndex.subscribe(renderAgain), [textIndex]);
  const tasks = (answer?.tasks ?? []).map((task) => ({ ...task, text: textIndex.read(task.caseId, task.id) }));
  useTrackDecrypted(
    'words',
    tasks.some(({ text }) => text !== undefined),
  );
  const titled = useMemo(() => [...new Set(answer?.tasks.map(({ caseId }) => caseId))], [answer]);
  const titles = useTitles(titled);
  const titleOf = (caseId: string): string | undefined => {
    const shown = titles.get(caseId);
    return shown?.kind === 'open' ? titleLine(shown) : undefined;
  };
  const overdue = tasks.filter(({ dueOn }) => dueOn < me.today).length;
  // A server of before this list answers so.
  if (refusal?.code === 'refused') return null;
  return (
    <Section title={say('tasks.heading')}>
      {refusal && <RefusalNotice refusal={refusal} retry={{ words: say('today.tryAgain'), run: () => void load() }} />}
      {answer && (
        <>
          <p className={styles.hint}>
            {tasks.length === 0 ? say('tasks.none') : say('tasks.count', { count: tasks.length, overdue })}
            {answer.isMore && ` ${say('tasks.more')}`}
          </p>
          {tasks.length > 0 && (
            <ul className={styles.list} aria-label={say('tasks.heading')}>
              {tasks.map(({ caseId, id, dueOn, isForMe, text }) => (
                <li key={`${caseId} ${id}`} className={styles.task}>
                  <p>
                    <Link as="button" type="button" onClick={() => navigate({ page: 'case', caseId })}>
                      {say('case.heading', { reference: formatCaseId(caseId) })}
                    </Link>
                  </p>
                  {titleOf(caseId) !== undefined && (
                    <p dir="auto" translate="no">
                      {titleOf(caseId)}
                    </p>
                  )}
                  <p>
                    {deadlineSentence(tab, { deadline: 'task', dueOn })}. {!isForMe && say('tasks.forNobody')}
                  </p>
                  {text === undefined ? (
                    <p className={styles.hint}>{say('tasks.closed')}</p>
                  ) : (
                    <p className={styles.text} dir="auto" translate="no">
                      {text}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  );
}
