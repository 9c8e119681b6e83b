import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { showMoment } from '../../words/days.ts';
import { useTab } from '../parts/tab-context.ts';
import { EarlierButton } from './earlier-button.tsx';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { useShows } from '../seals/keys-context.tsx';
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

const reporter = { toReporter: 'talk.toReporter', fromReporter: 'talk.fromReporter' } as const;
const practitioner = { toReporter: 'talk.toPractitioner', fromReporter: 'talk.fromPractitioner' } as const;

const messagesShown = 25;

export function MessageThread({ opened }: { readonly opened: OpenedCase }) {
  const { say, language, me, announce } = useTab();
  const styles = useStyles();
  const { written } = useCaseContext();
  const isHub = opened.report.report.route === 'hub';
  const names = isHub ? practitioner : reporter;
  const [most, setMost] = useState(messagesShown);
  const list = useRef<HTMLOListElement>(null);
  const all = threadOf(opened.report, written);
  useShows('messages', all.length > 0);
  if (all.length === 0) return <p>{say('talk.none')}</p>;
  const messages = all.slice(-most);
  const more = (): void => {
    const count = Math.min(most + messagesShown, all.length);
    setMost(most + messagesShown);
    announce(say('talk.shown', { count }));
    // The button goes with the last message, and would take the focus with it.
    if (count === all.length) list.current?.focus();
  };
  return (
    <>
      {messages.length < all.length && <EarlierButton words={say('talk.earlier')} onMore={more} />}
      <ol
        ref={list}
        tabIndex={-1}
        aria-label={say(isHub ? 'talk.hubHeading' : 'talk.heading')}
        className={styles.thread}
      >
        {messages.map(({ key, direction, text, at }) => (
          <li key={key} className={mergeClasses(styles.message, direction === 'toReporter' && styles.ours)}>
            <p className={styles.head}>
              <strong>{say(names[direction])}</strong>,{' '}
              {at === undefined ? say('talk.justNow') : showMoment(language, at, me.timeZone)}
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
    </>
  );
}
