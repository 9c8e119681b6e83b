import {
  Body1,
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  Title2,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useContext, useId, useMemo, useState } from 'react';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { countNameWords, countText } from '../cases/quick-filters.tsx';
import { type CaseListFilter, countFilters, type CountName } from '../cases/case-list-filter.ts';
import { QueueButton } from '../cases/queue-button.tsx';
import { CaseListMemoryContext } from '../cases/case-list-memory.ts';
import { lazyFirstSteps } from '../cases/lazy-components.ts';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { useChangePolling } from '../ui/change-poller.ts';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { handledByText } from '../ui/labels.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { todayGroups, todayHintWordKey, type TodayRowName } from './today-rows.ts';

const lazyMyTasks = createLazyModule(
  async () => (await loadModule('today/my-tasks.tsx', () => import('./my-tasks.tsx'))).default,
);

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '48rem' },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  heading: { margin: 0 },
  lines: { width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(3.5rem, auto) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  count: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase500, textAlign: 'end' },
  waits: { fontWeight: tokens.fontWeightSemibold },
  // The button stands below the words where both have no room.
  rest: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    minWidth: 0,
  },
  words: { display: 'grid', justifyItems: 'start', minWidth: 0, flex: '1 1 12rem' },
  hint: { color: tokens.colorNeutralForeground2 },
});

export default function TodayPage() {
  const styles = useStyles();
  const { translate, me, navigate, announce } = useTab();
  const memory = useContext(CaseListMemoryContext);
  const [handledBy, setHandledBy] = useState<HandledBy | undefined>(memory.filter.handledBy);

  const asked = handledBy === undefined ? {} : { handledBy };
  const { answer: counts, setAnswer: setCounts, refusal, load } = useQuery('cases.counts', asked);
  // New numbers move nothing that someone reads or types, so they need no offer first.
  const shown = useMemo(() => ({ counts: handledBy === undefined ? {} : { handledBy } }), [handledBy]);
  const [refreshKey, setRefreshKey] = useState(0);
  useChangePolling(counts === undefined ? undefined : shown, (now) => now.counts && setCounts(now.counts));
  const refresh = async (): Promise<void> => {
    setRefreshKey(refreshKey + 1);
    if (await load()) announce(translate('today.counted'));
  };

  const filterOf = (name: CountName): CaseListFilter => ({ ...countFilters[name], ...(handledBy && { handledBy }) });
  /** The list shows these cases, and nothing that was looked for in it before. */
  const prepareList = (name: CountName): void => {
    Object.assign(memory, {
      filter: filterOf(name),
      order: undefined,
      findText: '',
      searchText: undefined,
      titleText: undefined,
    });
  };
  const openRow = (name: TodayRowName): void => {
    if (name === 'told') return navigate({ page: 'oversight' });
    // In the list's own order: the longest overdue first.
    prepareList(name);
    navigate({ page: 'cases' });
  };
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <Title2 as="h1" tabIndex={-1} className={styles.heading}>
          {translate('today.heading')}
        </Title2>
        <Button size="small" icon={<ArrowClockwiseRegular />} onClick={() => void refresh()}>
          {translate('today.refresh')}
        </Button>
      </div>
      {me.handles.length > 1 && (
        <LabelledSelect
          label={translate('list.handledBy')}
          options={me.handles.map((value) => ({ value, words: handledByText(translate, value) }))}
          value={handledBy ?? me.handles[0]}
          onChoose={setHandledBy}
        />
      )}
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('today.tryAgain'), run: () => void refresh() }} />
      )}
      {counts === undefined && !refusal && <Spinner label={translate('today.loading')} />}
      {counts?.isEmpty === true && (
        <LazyComponent module={lazyFirstSteps} props={{}} loadingLabel={translate('shell.loading')} />
      )}
      {counts && (
        <>
          <Body1 as="p">{translate('today.intro')}</Body1>
          {todayGroups(me).map(({ heading, names }) => (
            <Section key={heading} title={translate(heading)}>
              <ul className={styles.lines}>
                {names.map((name) => (
                  <TodayRow
                    key={name}
                    name={name}
                    count={counts[name] ?? 0}
                    most={counts.most}
                    filter={name === 'told' ? undefined : filterOf(name)}
                    onOpen={() => openRow(name)}
                    onStart={() => name !== 'told' && prepareList(name)}
                  />
                ))}
              </ul>
            </Section>
          ))}
          <LazyComponent
            module={lazyMyTasks}
            props={{ handledBy, refreshKey }}
            loadingLabel={translate('shell.loading')}
          />
        </>
      )}
    </div>
  );
}

function TodayRow({
  name,
  count,
  most: max,
  filter,
  onOpen,
  onStart,
}: {
  readonly name: TodayRowName;
  readonly count: number;
  readonly most: number;
  /** `undefined` if its cases are not worked on from here. */
  readonly filter: CaseListFilter | undefined;
  readonly onOpen: () => void;
  readonly onStart: () => void;
}) {
  const styles = useStyles();
  const { translate } = useTab();
  const id = useId();
  const hint = todayHintWordKey(name);
  return (
    <li className={styles.line} data-waits={name}>
      <span id={`${id}count`} className={mergeClasses(styles.count, count > 0 && styles.waits)}>
        {countText(translate, count, max)}
      </span>
      <span className={styles.rest}>
        <span className={styles.words}>
          <Link as="button" aria-describedby={`${id}count${hint ? ` ${id}hint` : ''}`} onClick={onOpen}>
            <span id={`${id}name`}>{translate(name === 'told' ? 'today.told' : countNameWords[name])}</span>
          </Link>
          {hint && (
            <Text id={`${id}hint`} size={200} className={styles.hint}>
              {translate(hint)}
            </Text>
          )}
        </span>
        {filter !== undefined && count > 0 && (
          <QueueButton filter={filter} order={undefined} describedBy={`${id}name`} onStart={onStart} />
        )}
      </span>
    </li>
  );
}
