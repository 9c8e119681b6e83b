import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { momentText } from '../app/day-text.ts';
import { useTab } from '../app/tab-context.ts';
import { type OpenedCase, useDesk } from './case-desk.ts';
import { threadOf } from './thread.ts';

const useStyles = makeStyles({
  thread: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  message: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    marginInlineEnd: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  ours: {
    marginInlineEnd: 0,
    marginInlineStart: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The messages of both directions, as plain text. */
export function MessageThread({ opened }: { readonly opened: OpenedCase }) {
  const { say, language, me } = useTab();
  const styles = useStyles();
  const { written } = useDesk();
  const messages = threadOf(opened.report, written);
  if (messages.length === 0) return <p>{say('talk.none')}</p>;
  return (
    <ol className={styles.thread}>
      {messages.map(({ key, direction, text, at }) => (
        <li key={key} className={mergeClasses(styles.message, direction === 'toReporter' && styles.ours)}>
          <p className={styles.head}>
            <strong>{say(direction === 'toReporter' ? 'talk.toReporter' : 'talk.fromReporter')}</strong>,{' '}
            {at === undefined ? say('talk.justNow') : momentText(language, at, me.timeZone)}
          </p>
          {text === '' ? (
            <p>{say('talk.nothingToAdd')}</p>
          ) : (
            <p className={styles.text} dir="auto" lang={opened.report.report.language} translate="no">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
