import { Body1, Button, Input, Label, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import {
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { parseCaseId } from '../../core/model/case-id.ts';
import { normaliseCrockford32 } from '../../core/model/crockford32.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { useChangePolling } from '../ui/change-poller.ts';
import { StaleBar } from '../ui/stale-bar.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { handledByText } from '../ui/labels.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { SkipButton } from '../ui/skip-button.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { useTitles } from '../titles/use-titles.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { CaseTable, CaseSelectionContext } from './case-table.tsx';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { QuickFilters } from './quick-filters.tsx';
import {
  applyCountFilter,
  countFilterParts,
  isFiltered,
  type CaseListFilter,
  type ListOrderName,
  effectiveOrder,
  listOrderOptions,
  matchQuickFilter,
} from './case-list-filter.ts';
import { type CaseListMemory, CaseListMemoryContext } from './case-list-memory.ts';
import { lazyCaseFilters, lazyColumnPicker, lazyFirstSteps } from './lazy-components.ts';
import { emptyCaseListState, caseListReducer, type CaseListState } from './case-list-state.ts';
import { QueueButton } from './queue-button.tsx';
import { BulkActions, useCaseSelection } from './bulk-actions.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  // One row on a wide screen: what narrows the list opens below it.
  controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  heading: { margin: 0 },
  empty: { paddingBlock: tokens.spacingVerticalXL },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    flexGrow: 1,
    maxWidth: '30rem',
    position: 'relative',
  },
  findLine: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, flexBasis: '7rem', minWidth: 0 },
  // Shown while one types: else it would take a row of the list.
  hint: {
    display: 'none',
    position: 'absolute',
    insetInlineStart: 0,
    top: '100%',
    zIndex: 1,
    padding: tokens.spacingHorizontalS,
    maxWidth: '24rem',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    ':focus-within > &': { display: 'block' },
  },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

const orderWords = {
  newest: 'list.orderNewest',
  dueFirst: 'list.orderDueFirst',
  urgentFirst: 'list.orderUrgentFirst',
  unansweredFirst: 'list.orderUnansweredFirst',
} as const;

export default function CasesPage() {
  const styles = useStyles();
  const { translate, me, location, navigate, announce } = useTab();
  const memory = useContext(CaseListMemoryContext);
  const [filter, setFilter] = useState<CaseListFilter>(memory.filter);
  const [chosenOrder, setOrder] = useState(memory.order);
  const [columns, setColumns] = useState(memory.columns);
  const [searchText, setSearchText] = useState(memory.searchText);
  const [areFiltersOpen, setFiltersOpen] = useState(memory.areFiltersOpen);
  const [areColumnsOpen, setColumnsOpen] = useState(false);
  const order = effectiveOrder(filter, chosenOrder);
  const filterCount = countFilterParts(filter);
  const { list, counts, showMore, refresh } = useCaseList(filter, order, searchText);
  const { isUnlocked, titles: titleStore } = useKeys();
  const titled = useMemo(
    () => list.rows.flatMap(({ figures }) => (figures.erasedOn === undefined ? [figures.caseId] : [])),
    [list.rows],
  );
  const titles = useTitles(titled, list.firstRequest);
  const [titleText, setTitleText] = useState(memory.titleText);
  if (!isUnlocked && titleText !== undefined) {
    // It may be somebody's name.
    memory.findText = '';
    setTitleText(undefined);
  }
  const isFinding = searchText !== undefined || titleText !== undefined;
  // Locked, nothing is found in the page any more.
  const found = useMemo(
    () =>
      titleText === undefined || !isUnlocked
        ? undefined
        : new Set(titleStore.search(titleText).map(({ caseId }) => caseId)),
    // `titles` changes when a title comes or goes.
    [titleText, isUnlocked, titleStore, titles],
  );
  const rows = useMemo(
    () =>
      titleText === undefined ? list.rows : list.rows.filter(({ figures }) => found?.has(figures.caseId) === true),
    [titleText, list.rows, found],
  );
  const count = rows.length;
  /** Names and collar numbers are looked for in this page alone. */
  const find = (text: string): void => {
    const isSent = text.trim() === '' || isReferenceText(text);
    setTitleText(isSent ? undefined : text);
    setSearchText(isSent ? text : undefined);
  };
  const endFind = (): void => {
    setTitleText(undefined);
    setSearchText(undefined);
  };
  const page = useRef<HTMLDivElement>(null);
  const selection = useCaseSelection();
  const region = useRef<HTMLDivElement>(null);
  const finds = location.page === 'cases' && location.finds === true;
  useEffect(() => {
    // Someone who came to find a case does not return to the one that they left.
    if (finds) memory.openedCaseId = undefined;
  }, [finds, memory]);
  useRowFocus(region, memory, list, showMore);

  useEffect(() => {
    Object.assign(memory, { filter, order: chosenOrder, columns, searchText, titleText, areFiltersOpen });
  }, [memory, filter, chosenOrder, columns, searchText, titleText, areFiltersOpen]);
  useEffect(() => {
    if (list.hasLoaded && !list.isWaiting) announce(translate('list.shown', { count }));
    // Said when cases come, not when the language changes.
  }, [list.hasLoaded, list.isWaiting, count]);

  const choose = (next: CaseListFilter): void => {
    endFind();
    setFilter(next);
  };
  const showChanges = async (): Promise<void> => {
    await refresh();
    page.current?.querySelector('h1')?.focus();
  };
  const empty =
    titleText !== undefined
      ? 'list.noneFoundHere'
      : isFinding
        ? 'list.noneFound'
        : isFiltered(filter)
          ? 'list.noneFiltered'
          : ('list.none' as const);
  return (
    <div ref={page} className={styles.page}>
      {count > 0 && (
        <SkipButton
          words={translate('list.skip')}
          onSkip={() => region.current?.querySelector<HTMLElement>('[data-case]')?.focus()}
        />
      )}
      <div className={styles.line}>
        <Title2 as="h1" tabIndex={-1} className={styles.heading}>
          {translate('list.heading')}
        </Title2>
        <QuickFilters
          counts={counts}
          chosen={!isFinding ? matchQuickFilter(filter) : undefined}
          onChoose={(name) => choose(applyCountFilter(name, filter))}
        />
      </div>
      <div className={styles.controls} data-controls>
        <FindForm key={isUnlocked ? 'open' : 'locked'} onFind={find} />
        {me.handles.length > 1 && (
          <LabelledSelect
            isInline
            label={translate('list.handledBy')}
            options={me.handles.map((value) => ({ value, words: handledByText(translate, value) }))}
            value={filter.handledBy ?? me.handles[0]}
            onChoose={(handledBy) => choose({ ...filter, handledBy })}
          />
        )}
        {!isFinding ? (
          <>
            <LabelledSelect
              isInline
              label={translate('list.order')}
              options={listOrderOptions.map((value) => ({ value, words: translate(orderWords[value]) }))}
              value={order}
              onChoose={setOrder}
            />
            <Button size="small" aria-expanded={areFiltersOpen} onClick={() => setFiltersOpen(!areFiltersOpen)}>
              {filterCount === 0 ? translate('list.filters') : translate('list.filtersOn', { count: filterCount })}
            </Button>
            <Button size="small" aria-expanded={areColumnsOpen} onClick={() => setColumnsOpen(!areColumnsOpen)}>
              {translate('list.columns')}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={endFind}>
            {translate('list.back')}
          </Button>
        )}
        {!isFinding && count > 0 && <QueueButton filter={filter} order={chosenOrder} />}
        <Button size="small" icon={<ArrowClockwiseRegular />} onClick={() => void refresh()}>
          {translate('list.refresh')}
        </Button>
      </div>
      {!isFinding && areFiltersOpen && (
        <div>
          <LazyComponent
            module={lazyCaseFilters}
            props={{ filter, people: list.people, onFilter: choose }}
            loadingLabel={translate('shell.loading')}
          />
        </div>
      )}
      {!isFinding && areColumnsOpen && (
        <LazyComponent
          module={lazyColumnPicker}
          props={{ shown: columns, onShow: setColumns }}
          loadingLabel={translate('shell.loading')}
        />
      )}
      {list.refusal && (
        <RefusalNotice
          refusal={list.refusal}
          retry={{ words: translate('list.tryAgain'), run: () => void refresh() }}
        />
      )}
      {!isFinding && list.etag !== undefined && (
        <ListChangedBar key={list.etag} filter={filter} order={order} mark={list.etag} onShow={showChanges} />
      )}
      <div ref={region}>
        {!list.hasLoaded && list.isWaiting && <Spinner label={translate('list.loading')} />}
        {list.hasLoaded && count === 0 && counts?.isEmpty === true && (
          <LazyComponent module={lazyFirstSteps} props={{}} loadingLabel={translate('shell.loading')} />
        )}
        {list.hasLoaded && count === 0 && counts?.isEmpty !== true && (
          <Body1 as="p" block className={styles.empty}>
            {translate(empty)}
          </Body1>
        )}
        {count > 0 && (
          <CaseSelectionContext value={selection.ticks}>
            <CaseTable
              caption={`${!isFinding ? translate('list.caption', { order: translate(orderWords[order]) }) : translate('list.captionFound')}. ${translate('list.shown', { count })}`}
              rows={rows}
              columns={columns}
              people={list.people}
              titles={isUnlocked ? titles : undefined}
              isWaiting={list.isWaiting}
              onOpen={(caseId) => {
                Object.assign(memory, { openedCaseId: caseId, shownCount: count, scrollTop: window.scrollY });
                navigate({ page: 'case', caseId });
              }}
            />
          </CaseSelectionContext>
        )}
        {list.next !== undefined && titleText === undefined && (
          <Button disabledFocusable={list.isWaiting} onClick={() => void showMore()}>
            {translate('list.more')}
          </Button>
        )}
      </div>
      <BulkActions several={selection} rows={rows} handledBy={filter.handledBy} onDone={() => void refresh()} />
    </div>
  );
}

function ListChangedBar({
  filter,
  order,
  mark: etag,
  onShow,
}: {
  readonly filter: CaseListFilter;
  readonly order: ListOrderName;
  readonly mark: string;
  readonly onShow: () => Promise<void>;
}) {
  const { translate } = useTab();
  const [now, setNow] = useState(etag);
  const asked = useMemo(() => ({ list: { filter, order } }), [filter, order]);
  useChangePolling(asked, (answer) => setNow(answer.list ?? etag));
  return now === etag ? null : <StaleBar words={translate('list.changed')} onShow={onShow} />;
}

/**
 * Whether a text is a whole reference number, or its beginning as it is written, with a hyphen and a digit and at least
 * the four symbols that the server asks for. Anything else may be a name, and is sent to no server.
 */
const isReferenceText = (text: string): boolean =>
  parseCaseId(text) !== undefined ||
  (normaliseCrockford32(text) !== undefined && /\d/u.test(text) && /^\s*\w{3}-\w{1,3}(?:-\w{0,4})?\s*$/u.test(text));

function FindForm({ onFind }: { readonly onFind: (text: string) => void }) {
  const styles = useStyles();
  const { translate, location } = useTab();
  const { isUnlocked } = useKeys();
  const isWanted = location.page === 'cases' && location.finds === true;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const memory = useContext(CaseListMemoryContext);
  const [text, setText] = useState(memory.findText);
  useEffect(() => {
    memory.findText = text;
  }, [memory, text]);
  const [isShort, setShort] = useState(false);
  return (
    <form
      role="search"
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const enough = isUnlocked || text.trim() === '' || isReferenceText(text);
        setShort(!enough);
        if (enough) onFind(text);
        else input.current?.focus();
      }}
    >
      {isShort && (
        <span id={`${id}problem`} role="alert" className={styles.problem}>
          {translate('list.findShort')}
        </span>
      )}
      <div className={styles.findLine}>
        <Label htmlFor={`${id}input`} size="small">
          {translate('list.find')}
        </Label>
        <Input
          ref={input}
          id={`${id}input`}
          className={styles.input}
          size="small"
          value={text}
          maxLength={40}
          data-find
          {...(isWanted && { 'data-arrival': true })}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isShort}
          aria-describedby={`${isShort ? `${id}problem ` : ''}${id}hint`}
          onChange={(_, data) => setText(data.value)}
        />
        <Button size="small" type="submit">
          {translate('list.findButton')}
        </Button>
      </div>
      <span id={`${id}hint`} className={styles.hint}>
        {translate('list.findHint')}
      </span>
    </form>
  );
}

type ListResult = Result<OperationAnswer<'cases.find'> & Partial<OperationAnswer<'cases.list'>>>;

function useCaseList(filter: CaseListFilter, order: ListOrderName, searchText: string | undefined) {
  const { call } = useTab();
  const [list, dispatch] = useReducer(caseListReducer, emptyCaseListState);
  const [counts, setCounts] = useState<OperationAnswer<'cases.counts'>>();
  const lastRequest = useRef(0);

  const requestList = useCallback(async (isMore: boolean, question: () => Promise<ListResult>) => {
    lastRequest.current += 1;
    const number = lastRequest.current;
    dispatch({ type: 'asked', requestNumber: number });
    const answer = await question();
    if (answer.ok) dispatch({ type: 'answered', requestNumber: number, isMore, ...answer.value });
    else dispatch({ type: 'refused', requestNumber: number, refusal: answer.refusal });
  }, []);

  const load = useCallback(
    () =>
      requestList(false, () =>
        searchText === undefined ? call('cases.list', { filter, order }) : call('cases.find', { text: searchText }),
      ),
    [requestList, call, filter, order, searchText],
  );
  const { handledBy } = filter;
  const loadCounts = useCallback(async () => {
    const answer = await call('cases.counts', handledBy === undefined ? {} : { handledBy });
    if (answer.ok) setCounts(answer.value);
  }, [call, handledBy]);

  useEffect(() => void load(), [load]);
  useEffect(() => void loadCounts(), [loadCounts]);

  const { next } = list;
  const showMore = useCallback(
    () =>
      next === undefined
        ? Promise.resolve()
        : requestList(true, () => call('cases.list', { filter, order, after: next })),
    [requestList, call, filter, order, next],
  );
  const refresh = useCallback(async () => {
    await Promise.all([load(), loadCounts()]);
  }, [load, loadCounts]);
  return { list, counts, showMore, refresh };
}

const focusRow = (region: HTMLElement | null, caseId: string): void =>
  region?.querySelector<HTMLElement>(`[data-case="${CSS.escape(caseId)}"]`)?.focus();

/**
 * A keyboard user keeps their place: on the case that they come back from, or on the first new one once the button for
 * more is gone.
 */
function useRowFocus(
  region: RefObject<HTMLElement | null>,
  memory: CaseListMemory,
  list: CaseListState,
  showMore: () => Promise<void>,
): void {
  const before = useRef({ count: 0, hadNext: false });
  const { rows, next, hasLoaded, isWaiting } = list;

  useEffect(() => {
    if (!hasLoaded || isWaiting || memory.openedCaseId === undefined) return;
    const isThere = rows.some((row) => row.figures.caseId === memory.openedCaseId);
    if (!isThere && next !== undefined && rows.length < memory.shownCount) return void showMore();
    window.scrollTo(0, memory.scrollTop);
    focusRow(region.current, memory.openedCaseId);
    memory.openedCaseId = undefined;
  }, [hasLoaded, isWaiting, rows, next, memory, region, showMore]);

  useEffect(() => {
    const { count, hadNext } = before.current;
    before.current = { count: rows.length, hadNext: next !== undefined };
    const firstNew = rows[count];
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (count > 0 && hadNext && next === undefined && firstNew && isLost) {
      focusRow(region.current, firstNew.figures.caseId);
    }
  }, [rows, next, region]);
}
