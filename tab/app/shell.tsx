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
import type { OperationAnswer } from '../../contract/operations.ts';
import { CaseListMemoryContext, createCaseListMemory } from '../cases/case-list-memory.ts';
import { KeysProvider } from '../crypto/keys-context.tsx';
import { LockBar } from '../crypto/lock-bar.tsx';
import { renderWithTheme } from './theme-provider.tsx';
import { useAnnouncer } from '../ui/use-announcer.tsx';
import { createTranslator } from '../ui/translator.ts';
import { ErrorBoundary, type LazyModule, useLazyModule } from '../ui/lazy-module.ts';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { NoticePage } from '../ui/notice.tsx';
import { navPage, lazyPages, pageWords, lazyShortcutsDialog } from './pages.ts';
import { type PageLocation, type Tab, TabContext, useTab } from '../ui/tab-context.ts';
import { HideBar, NeutralPage, useHiding } from './hide.tsx';
import { TopBar } from './top-bar.tsx';
import {
  type AddLeaveGuard,
  type LeaveDialogComponent,
  LeaveGuardContext,
  type LeaveRequest,
} from '../ui/unsaved-changes.ts';
import { useShortcuts } from './shortcuts.ts';
import { useIsOutdated } from '../ui/build-watch.ts';

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
  readonly me: OperationAnswer<'me'>;
  readonly call: Tab['call'];
  readonly reloadsOnFilePick: boolean;
  readonly initialLocation: PageLocation;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

export function Shell({ me, call, reloadsOnFilePick, initialLocation, language, onLanguage }: Props) {
  const styles = useShellStyles();
  const [memory] = useState(createCaseListMemory);
  const main = useRef<HTMLElement>(null);
  const { announce, region } = useAnnouncer(styles.unseen);
  const navigation = useNavigation(initialLocation);
  const { place, open, question: Question } = navigation;
  const say = useMemo(() => createTranslator(language, me.emergency), [language, me.emergency]);
  const tab = useMemo(
    (): Tab => ({
      me,
      language,
      closesOnFilePick: reloadsOnFilePick,
      setLanguage: onLanguage,
      translate: say,
      call,
      location: place,
      navigate: open,
      announce,
      renderInTheme: renderWithTheme,
    }),
    [me, language, reloadsOnFilePick, onLanguage, say, call, place, open, announce],
  );
  const shortcuts = useShortcuts(tab);
  const pageKey = place.page === 'case' ? place.caseId : place.page === 'search' ? 'search' : navPage(place);

  const focusMain = useCallback(() => main.current?.focus(), []);
  const isReporting = place.page === 'report';
  const { isHidden, hide, show } = useHiding(isReporting, focusMain);

  useEffect(() => {
    document.title = isHidden ? say('shell.neutral') : say('shell.title', { page: say(pageWords[navPage(place)]) });
  }, [say, place, isHidden]);

  return (
    <TabContext value={tab}>
      <LeaveGuardContext value={navigation.askBefore}>
        <CaseListMemoryContext value={memory}>
          <KeysProvider>
            <p className="print-shut">{say('print.shut')}</p>
            {isHidden && <NeutralPage onReturn={show} />}
            <div style={{ display: isHidden ? 'none' : 'contents' }}>
              <TopBar
                onLanguage={() => onLanguage(otherLanguage(language))}
                onSkip={focusMain}
                onShortcuts={shortcuts.showList}
              />
              {isReporting && <HideBar onHide={hide} />}
              <OutdatedBar isUnsent={navigation.isUnsent} reload={reload} />
              <LockBar />
              <main ref={main} tabIndex={-1} className={styles.main}>
                <ErrorBoundary
                  key={pageKey}
                  fallback={
                    <NoticePage
                      heading={say('shell.brokenHeading')}
                      action={{ words: say('shell.openAgain'), run: reload }}
                    >
                      {say('shell.broken')}
                    </NoticePage>
                  }
                >
                  <LazyPage
                    part={lazyPages[place.page]}
                    behind={place !== initialLocation && <NavigationFocus main={main} />}
                  />
                </ErrorBoundary>
              </main>
              {region}
              {shortcuts.wasListOpened && (
                <LazyComponent module={lazyShortcutsDialog} props={{ shortcuts }} loadingLabel={say('shell.loading')} />
              )}
              {Question && <Question wish={navigation.wish} />}
            </div>
          </KeysProvider>
        </CaseListMemoryContext>
      </LeaveGuardContext>
    </TabContext>
  );
}

function NavigationFocus({ main }: { readonly main: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    const wanted = main.current?.querySelector<HTMLElement>('[data-arrival]');
    (wanted ?? heading ?? main.current)?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [main]);
  return null;
}

function LazyPage({
  part,
  behind: afterContent,
}: {
  readonly part: LazyModule<ComponentType>;
  readonly behind: ReactNode;
}) {
  const { translate } = useTab();
  const { loading, again } = useLazyModule(part);
  if (loading.kind === 'loading') return <Spinner label={translate('shell.loading')} />;
  if (loading.kind === 'ready') {
    return (
      <>
        {createElement(loading.it)}
        {afterContent}
      </>
    );
  }
  return (
    <>
      <div role="alert">
        <NoticePage
          heading={translate('shell.pageMissingHeading')}
          action={{ words: translate('shell.tryAgain'), run: again }}
        >
          {translate('shell.pageMissing')}
        </NoticePage>
      </div>
      {afterContent}
    </>
  );
}

function useNavigation(first: PageLocation): {
  readonly place: PageLocation;
  readonly open: (location: PageLocation) => void;
  readonly askBefore: AddLeaveGuard;
  readonly wish: LeaveRequest | undefined;
  readonly question: LeaveDialogComponent | undefined;
  readonly isUnsent: () => boolean;
} {
  const [location, setLocation] = useState(first);
  const [requestedLocation, setRequestedLocation] = useState<PageLocation>();
  const [focusOrigin, setFocusOrigin] = useState<{ readonly from: Element | null }>();
  const [leaveDialog, setLeaveDialog] = useState<LeaveDialogComponent>();
  const leaveGuards = useRef<LeaveDialogComponent[]>([]);

  const addLeaveGuard = useCallback<AddLeaveGuard>((one) => {
    leaveGuards.current.push(one);
    let isOver = false;
    return () => {
      if (!isOver) leaveGuards.current.splice(leaveGuards.current.indexOf(one), 1);
      isOver = true;
    };
  }, []);
  const isUnsaved = useCallback(() => leaveGuards.current.length > 0, []);

  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [isUnsaved]);

  const finishNavigation = useCallback((next: PageLocation | undefined) => {
    if (next) setLocation(next);
    setRequestedLocation(undefined);
    setFocusOrigin(undefined);
  }, []);
  // After rendering, when sent words no longer count as unsent.
  useEffect(() => {
    if (requestedLocation === undefined) return;
    const [first] = leaveGuards.current;
    if (first === undefined) return finishNavigation(requestedLocation);
    setFocusOrigin({ from: document.activeElement });
    setLeaveDialog(() => first);
  }, [requestedLocation, finishNavigation]);

  const cancel = (): void => {
    finishNavigation(undefined);
    if (focusOrigin?.from instanceof HTMLElement) setTimeout((from) => from.focus(), 0, focusOrigin.from);
  };
  const leaveRequest =
    focusOrigin && requestedLocation ? { confirm: () => finishNavigation(requestedLocation), cancel } : undefined;
  return {
    place: location,
    open: setRequestedLocation,
    askBefore: addLeaveGuard,
    wish: leaveRequest,
    question: leaveDialog,
    isUnsent: isUnsaved,
  };
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

/** Reloads only on request, and never while the page has unsent words. */
function OutdatedBar({
  isUnsent: isUnsaved,
  reload,
}: {
  readonly isUnsent: () => boolean;
  readonly reload: () => void;
}) {
  const styles = useOutdatedBarStyles();
  const { translate } = useTab();
  const [isHeldBack, setHeldBack] = useState(false);
  if (!useIsOutdated()) return null;
  return (
    <section className={styles.bar} aria-label={translate('shell.outdatedLabel')}>
      <span className={styles.words} role="status">
        {translate(isHeldBack ? 'shell.outdatedUnsent' : 'shell.outdated')}
      </span>
      <Button size="small" onClick={() => (isUnsaved() ? setHeldBack(true) : reload())}>
        {translate('shell.outdatedLoad')}
      </Button>
    </section>
  );
}
