import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import {
  type ComponentType,
  createElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Language, otherLanguage } from '../../core/model/language.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { ListMemoryContext, newListMemory } from '../cases/list-memory.ts';
import { KeysProvider } from '../crypto/keys-context.tsx';
import { LockBar } from '../crypto/lock-bar.tsx';
import { inLook } from './theme-provider.tsx';
import { useAnnouncer } from '../ui/announcer.tsx';
import { sayFor } from '../ui/say-for.ts';
import { ErrorBoundary, type Part, usePart } from '../ui/lazy-loader.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { NoticePage } from '../ui/notice.tsx';
import { pageOf, pageParts, pageWords, shortcutsDialog } from './pages.ts';
import { type Place, type Tab, TabContext, useTab } from '../ui/tab-context.ts';
import { TopBar } from './top-bar.tsx';
import { type AskBefore, type LeaveQuestion, UnsentContext, type Wish } from '../ui/unsaved-changes.ts';
import { useShortcuts } from './shortcuts.ts';
import { useOutdated } from '../ui/build-watch.ts';

const useShellStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
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
  const styles = useShellStyles();
  const [memory] = useState(newListMemory);
  const main = useRef<HTMLElement>(null);
  const { announce, region } = useAnnouncer(styles.unseen);
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

function Arrival({ main }: { readonly main: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    const wanted = main.current?.querySelector<HTMLElement>('[data-arrival]');
    (wanted ?? heading ?? main.current)?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [main]);
  return null;
}

function LazyPage({ part, behind }: { readonly part: Part<ComponentType>; readonly behind: ReactNode }) {
  const { say } = useTab();
  const { loading, again } = usePart(part);
  if (loading.kind === 'loading') return <Spinner label={say('shell.loading')} />;
  if (loading.kind === 'ready') {
    return (
      <>
        {createElement(loading.it)}
        {behind}
      </>
    );
  }
  return (
    <>
      <div role="alert">
        <NoticePage heading={say('shell.pageMissingHeading')} action={{ words: say('shell.tryAgain'), run: again }}>
          {say('shell.pageMissing')}
        </NoticePage>
      </div>
      {behind}
    </>
  );
}

function useLeaving(first: Place): {
  readonly place: Place;
  readonly open: (place: Place) => void;
  readonly askBefore: AskBefore;
  readonly wish: Wish | undefined;
  readonly question: LeaveQuestion | undefined;
  readonly isUnsent: () => boolean;
} {
  const [place, setPlace] = useState(first);
  const [wanted, open] = useState<Place>();
  const [asked, setAsked] = useState<{ readonly from: Element | null }>();
  const [question, setQuestion] = useState<LeaveQuestion>();
  const asking = useRef<LeaveQuestion[]>([]);

  const askBefore = useCallback<AskBefore>((one) => {
    asking.current.push(one);
    let isOver = false;
    return () => {
      if (!isOver) asking.current.splice(asking.current.indexOf(one), 1);
      isOver = true;
    };
  }, []);
  const isUnsent = useCallback(() => asking.current.length > 0, []);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isUnsent()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsent]);

  const go = useCallback((next: Place | undefined) => {
    if (next) setPlace(next);
    open(undefined);
    setAsked(undefined);
  }, []);
  // Only after the drawing: what was just sent is then no longer unsent.
  useEffect(() => {
    if (wanted === undefined) return;
    const [first] = asking.current;
    if (first === undefined) return go(wanted);
    setAsked({ from: document.activeElement });
    setQuestion(() => first);
  }, [wanted, go]);

  const takeBack = (): void => {
    go(undefined);
    if (asked?.from instanceof HTMLElement) setTimeout((from) => from.focus(), 0, asked.from);
  };
  const wish = asked && wanted ? { grant: () => go(wanted), takeBack } : undefined;
  return { place, open, askBefore, wish, question, isUnsent };
}

const useOutdatedBarStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
  },
  words: { flexGrow: 1, flexBasis: '16rem' },
});

/**
 * Says that Candour was updated since the page was opened. It reloads only on request, and never while something on the
 * page is not sent.
 */
function OutdatedBar({ isUnsent, reload }: { readonly isUnsent: () => boolean; readonly reload: () => void }) {
  const styles = useOutdatedBarStyles();
  const { say } = useTab();
  const [isHeldBack, setHeldBack] = useState(false);
  if (!useOutdated()) return null;
  return (
    <section className={styles.bar} aria-label={say('shell.outdatedLabel')}>
      <span className={styles.words} role="status">
        {say(isHeldBack ? 'shell.outdatedUnsent' : 'shell.outdated')}
      </span>
      <Button size="small" onClick={() => (isUnsent() ? setHeldBack(true) : reload())}>
        {say('shell.outdatedLoad')}
      </Button>
    </section>
  );
}
