import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Language, otherLanguage } from '../../concerns/terms/language.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { ListMemoryContext, newListMemory } from '../cases/list-memory.ts';
import { KeysProvider } from '../seals/keys-context.tsx';
import { LockBar } from '../seals/lock-bar.tsx';
import { inLook } from './look.tsx';
import { useAnnouncer } from './announcer.tsx';
import { Arrival } from './arrival.tsx';
import { sayFor } from '../parts/say-for.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { LazyPart } from '../parts/lazy-part.tsx';
import { LazyPage } from './lazy-page.tsx';
import { NoticePage } from '../parts/notice-page.tsx';
import { OutdatedBar } from './outdated-bar.tsx';
import { pageParts, shortcutsDialog } from './page-parts.ts';
import { pageOf, pageWords } from './pages.ts';
import { type Place, type Tab, TabContext } from '../parts/tab-context.ts';
import { TopBar } from './top-bar.tsx';
import { UnsentContext } from '../parts/unsent.ts';
import { useLeaving } from './use-leaving.ts';
import { useShortcuts } from './use-shortcuts.ts';

const useStyles = makeStyles({
  main: {
    boxSizing: 'border-box',
    maxWidth: '90rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    ':focus': { outlineStyle: 'none' },
    '& h1:focus': { outlineStyle: 'none' },
  },
});

const reload = (): void => window.location.reload();

interface Props {
  readonly me: AnswerOf<'me'>;
  readonly call: Tab['call'];
  readonly endsForFiles: boolean;
  readonly first: Place;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

export function Shell({ me, call, endsForFiles, first, language, onLanguage }: Props) {
  const styles = useStyles();
  const [memory] = useState(newListMemory);
  const main = useRef<HTMLElement>(null);
  const { announce, region } = useAnnouncer();
  const leaving = useLeaving(first);
  const { place, open, question: Question } = leaving;
  const say = useMemo(() => sayFor(language, me.emergency), [language, me.emergency]);
  const tab = useMemo(
    (): Tab => ({ me, language, endsForFiles, speak: onLanguage, say, call, place, open, announce, inLook }),
    [me, language, endsForFiles, onLanguage, say, call, place, open, announce],
  );
  const shortcuts = useShortcuts(tab);
  const where = place.page === 'case' ? place.caseId : place.page === 'search' ? 'search' : pageOf(place);

  useEffect(() => {
    document.title = say('shell.title', { page: say(pageWords[pageOf(place)]) });
  }, [say, place]);

  return (
    <TabContext value={tab}>
      <UnsentContext value={leaving.askBefore}>
        <ListMemoryContext value={memory}>
          <KeysProvider>
            <TopBar
              onLanguage={() => onLanguage(otherLanguage(language))}
              onSkip={() => main.current?.focus()}
              onShortcuts={shortcuts.list}
            />
            <OutdatedBar isUnsent={leaving.isUnsent} reload={reload} />
            <LockBar />
            <main ref={main} tabIndex={-1} className={styles.main}>
              <ErrorBoundary
                key={where}
                instead={
                  <NoticePage
                    heading={say('shell.brokenHeading')}
                    action={{ words: say('shell.openAgain'), run: reload }}
                  >
                    {say('shell.broken')}
                  </NoticePage>
                }
              >
                <LazyPage part={pageParts[place.page]} behind={place !== first && <Arrival main={main} />} />
              </ErrorBoundary>
            </main>
            {region}
            {shortcuts.wasListed && (
              <LazyPart part={shortcutsDialog} props={{ shortcuts }} waiting={say('shell.loading')} />
            )}
            {Question && <Question wish={leaving.wish} />}
          </KeysProvider>
        </ListMemoryContext>
      </UnsentContext>
    </TabContext>
  );
}
