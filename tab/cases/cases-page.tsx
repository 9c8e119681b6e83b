import { Body1, Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useContext, useEffect, useRef, useState } from 'react';
import { handledByText } from '../parts/named.ts';
import { LazyPart } from '../parts/lazy-part.tsx';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { SkipButton } from '../parts/skip-button.tsx';
import { useTab } from '../parts/tab-context.ts';
import { CaseTable } from './case-table.tsx';
import { ChangedList } from './changed-list.tsx';
import { Choice } from './choice.tsx';
import { Filters } from './filters.tsx';
import { FindForm } from './find-form.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { firstSteps } from './list-parts.ts';
import { countedFilter, isNarrowed, type ListFilter, orderOf, orders, quickNameOf } from './list-filter.ts';
import { ListMemoryContext } from './list-memory.ts';
import { QuickFilters } from './quick-filters.tsx';
import { Several } from './several.tsx';
import { TicksContext } from './ticks.tsx';
import { useCaseList } from './use-case-list.ts';
import { useSeveral } from './use-several.ts';
import { useRowFocus } from './use-row-focus.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  heading: { margin: 0 },
  empty: { paddingBlock: tokens.spacingVerticalXL },
});

const orderWords = {
  newest: 'list.orderNewest',
  dueFirst: 'list.orderDueFirst',
  urgentFirst: 'list.orderUrgentFirst',
  unansweredFirst: 'list.orderUnansweredFirst',
} as const;

export default function CasesPage() {
  const styles = useStyles();
  const { say, me, place, open, announce } = useTab();
  const memory = useContext(ListMemoryContext);
  const [filter, setFilter] = useState<ListFilter>(memory.filter);
  const [chosenOrder, setOrder] = useState(memory.order);
  const [columns, setColumns] = useState(memory.columns);
  const [found, setFound] = useState<string>();
  const order = orderOf(filter, chosenOrder);
  const { list, counts, showMore, refresh } = useCaseList(filter, order, found);
  const count = list.rows.length;
  const page = useRef<HTMLDivElement>(null);
  const several = useSeveral();
  const region = useRef<HTMLDivElement>(null);
  const finds = place.page === 'cases' && place.finds === true;
  useEffect(() => {
    // Someone who came to find a case is not led to the one that they left.
    if (finds) memory.opened = undefined;
  }, [finds, memory]);
  useRowFocus(region, memory, list, showMore);

  useEffect(() => {
    Object.assign(memory, { filter, order: chosenOrder, columns });
  }, [memory, filter, chosenOrder, columns]);
  useEffect(() => {
    if (list.hasCome && !list.isWaiting) announce(say('list.shown', { count }));
    // Said when cases come, not when the language changes.
  }, [list.hasCome, list.isWaiting, count]);

  const choose = (next: ListFilter): void => {
    setFound(undefined);
    setFilter(next);
  };
  const showChanges = async (): Promise<void> => {
    await refresh();
    // The button that was used goes with what it offered.
    page.current?.querySelector('h1')?.focus();
  };
  const empty =
    found !== undefined ? 'list.noneFound' : isNarrowed(filter) ? 'list.noneFiltered' : ('list.none' as const);
  return (
    <div ref={page} className={styles.page}>
      {count > 0 && (
        <SkipButton
          words={say('list.skip')}
          onSkip={() => region.current?.querySelector<HTMLElement>('[data-case]')?.focus()}
        />
      )}
      <div className={styles.line}>
        <Title2 as="h1" tabIndex={-1} className={styles.heading}>
          {say('list.heading')}
        </Title2>
        <Button size="small" icon={<ArrowClockwiseRegular />} onClick={() => void refresh()}>
          {say('list.refresh')}
        </Button>
      </div>
      <QuickFilters
        counts={counts}
        chosen={found === undefined ? quickNameOf(filter) : undefined}
        onChoose={(name) => choose(countedFilter(name, filter))}
      />
      <div className={styles.line}>
        <FindForm onFind={setFound} />
        {me.handles.length > 1 && (
          <Choice
            label={say('list.handledBy')}
            options={me.handles.map((value) => ({ value, words: handledByText(say, value) }))}
            value={filter.handledBy ?? me.handles[0]}
            onChoose={(handledBy) => choose({ ...filter, handledBy })}
          />
        )}
      </div>
      {found === undefined ? (
        <>
          <Filters filter={filter} people={list.people} onFilter={choose} />
          <div className={styles.line}>
            <Choice
              label={say('list.order')}
              options={orders.map((value) => ({ value, words: say(orderWords[value]) }))}
              value={order}
              onChoose={setOrder}
            />
            <ColumnChoice shown={columns} onShow={setColumns} />
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => setFound(undefined)}>{say('list.back')}</Button>
        </div>
      )}
      {list.refusal && (
        <RefusalNotice refusal={list.refusal} again={{ words: say('list.tryAgain'), run: () => void refresh() }} />
      )}
      {found === undefined && list.mark !== undefined && (
        <ChangedList key={list.mark} filter={filter} order={order} mark={list.mark} onShow={showChanges} />
      )}
      <div ref={region}>
        {!list.hasCome && list.isWaiting && <Spinner label={say('list.loading')} />}
        {list.hasCome && count === 0 && counts?.isEmpty === true && (
          <LazyPart part={firstSteps} props={{}} waiting={say('shell.loading')} />
        )}
        {list.hasCome && count === 0 && counts?.isEmpty !== true && (
          <Body1 as="p" className={styles.empty}>
            {say(empty)}
          </Body1>
        )}
        {count > 0 && (
          <TicksContext value={several.ticks}>
            <CaseTable
              caption={`${found === undefined ? say('list.caption', { order: say(orderWords[order]) }) : say('list.captionFound')}. ${say('list.shown', { count })}`}
              rows={list.rows}
              columns={columns}
              people={list.people}
              isWaiting={list.isWaiting}
              onOpen={(caseId) => {
                memory.opened = caseId;
                memory.shown = count;
                open({ page: 'case', caseId });
              }}
            />
          </TicksContext>
        )}
        {list.next !== undefined && (
          <Button disabledFocusable={list.isWaiting} onClick={() => void showMore()}>
            {say('list.more')}
          </Button>
        )}
      </div>
      <Several several={several} rows={list.rows} handledBy={filter.handledBy} onDone={() => void refresh()} />
    </div>
  );
}
