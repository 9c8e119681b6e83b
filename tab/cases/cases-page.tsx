import { Body1, Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useContext, useEffect, useRef, useState } from 'react';
import { handledByText } from '../parts/named.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { SkipButton } from '../parts/skip-button.tsx';
import { useTab } from '../parts/tab-context.ts';
import { CaseTable } from './case-table.tsx';
import { ChangedList } from './changed-list.tsx';
import { Choice } from './choice.tsx';
import { Filters } from './filters.tsx';
import { FindForm } from './find-form.tsx';
import { isNarrowed, type ListFilter, quickFilter, quickNameOf } from './list-filter.ts';
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

/** The list of cases: what there is to do, the ways to narrow it, and the cases, the newest first. */
export default function CasesPage() {
  const styles = useStyles();
  const { say, me, place, open, announce } = useTab();
  const memory = useContext(ListMemoryContext);
  const [filter, setFilter] = useState<ListFilter>(memory.filter);
  const [found, setFound] = useState<string>();
  const { list, counts, showMore, refresh } = useCaseList(filter, found);
  const count = list.rows.length;
  const page = useRef<HTMLDivElement>(null);
  const several = useSeveral();
  const region = useRef<HTMLDivElement>(null);
  const finds = place.page === 'cases' && place.finds === true;
  useEffect(() => {
    // Whoever came to find a case is not led to the one that they left.
    if (finds) memory.opened = undefined;
  }, [finds, memory]);
  useRowFocus(region, memory, list, showMore);

  useEffect(() => {
    memory.filter = filter;
  }, [memory, filter]);
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
        onChoose={(name) => choose(quickFilter(name, filter))}
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
        <Filters filter={filter} onFilter={choose} />
      ) : (
        <div>
          <Button onClick={() => setFound(undefined)}>{say('list.back')}</Button>
        </div>
      )}
      {list.refusal && (
        <RefusalNotice refusal={list.refusal} again={{ words: say('list.tryAgain'), run: () => void refresh() }} />
      )}
      {found === undefined && list.mark !== undefined && (
        <ChangedList key={list.mark} filter={filter} mark={list.mark} onShow={showChanges} />
      )}
      <div ref={region}>
        {!list.hasCome && list.isWaiting && <Spinner label={say('list.loading')} />}
        {list.hasCome && count === 0 && (
          <Body1 as="p" className={styles.empty}>
            {say(empty)}
          </Body1>
        )}
        {count > 0 && (
          <TicksContext value={several.ticks}>
            <CaseTable
              caption={`${say(found === undefined ? 'list.caption' : 'list.captionFound')}. ${say('list.shown', { count })}`}
              rows={list.rows}
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
