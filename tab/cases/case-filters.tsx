import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { reportKinds } from '../../core/model/classification.ts';
import { caseStatuses } from '../../core/model/case-terms.ts';
import { routes } from '../../core/model/report-routes.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { reportKindText, routeText, statusText, urgencyText } from '../ui/labels.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { narrowScreenQuery } from './case-table.tsx';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import {
  attentionOptions,
  clearFilter,
  type CountName,
  isFiltered,
  type CaseListFilter,
  type QuickFilterName,
  quickFilterNames,
} from './case-list-filter.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 11rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  summary: { fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  count: { marginInlineStart: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
});

export function CaseFilters({
  filter,
  people,
  onFilter,
}: {
  readonly filter: CaseListFilter;
  readonly people: readonly PersonView[];
  readonly onFilter: (filter: CaseListFilter) => void;
}) {
  const styles = useStyles();
  const { translate: say, me, language } = useTab();
  const [isOpen, setOpen] = useState(() => !window.matchMedia(narrowScreenQuery).matches);
  const all = say('list.all');
  const colleagues = people
    .filter(({ objectId, name }) => objectId !== me.objectId && name !== '')
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{say('list.filters')}</summary>
      <fieldset className={styles.filters} aria-label={say('list.filters')}>
        <LabelledSelect
          label={say('list.status')}
          all={all}
          options={[
            { value: 'open' as const, words: say('status.open') },
            ...caseStatuses.map((status) => ({ value: status, words: statusText(say, status) })),
          ]}
          value={filter.status}
          onChoose={(status) => onFilter({ ...filter, status })}
        />
        <LabelledSelect
          label={say('list.kind')}
          all={all}
          options={reportKinds.map((kind) => ({ value: kind, words: reportKindText(say, kind) }))}
          value={filter.kind}
          onChoose={(kind) => onFilter({ ...filter, kind })}
        />
        <LabelledSelect
          label={say('list.urgency')}
          all={all}
          options={(['urgent', 'standard'] as const).map((urgency) => ({
            value: urgency,
            words: urgencyText(say, urgency),
          }))}
          value={filter.urgency}
          onChoose={(urgency) => onFilter({ ...filter, urgency })}
        />
        <LabelledSelect
          label={say('list.route')}
          all={all}
          options={routes.map((route) => ({ value: route, words: routeText(say, route) }))}
          value={filter.route}
          onChoose={(route) => onFilter({ ...filter, route })}
        />
        <LabelledSelect
          label={say('list.attention')}
          all={all}
          options={attentionOptions.map((attention) => ({
            value: attention,
            words: say(countNameWords[attention]),
          }))}
          value={filter.attention}
          onChoose={(attention) => onFilter({ ...filter, attention })}
        />
        <LabelledSelect
          label={say('list.with')}
          all={all}
          options={[
            { value: 'me' as const, words: say('list.you') },
            { value: 'nobody' as const, words: say('list.nobody') },
            ...colleagues.map(({ objectId, name }) => ({ value: objectId, words: name })),
          ]}
          value={filter.with}
          onChoose={(chosen) => onFilter({ ...filter, with: chosen })}
        />
        <div>
          <Button size="small" disabledFocusable={!isFiltered(filter)} onClick={() => onFilter(clearFilter(filter))}>
            {say('list.clear')}
          </Button>
        </div>
      </fieldset>
    </details>
  );
}

export const countNameWords = {
  open: 'list.open',
  overdue: 'list.overdue',
  dueSoon: 'list.dueSoon',
  mine: 'list.mine',
  unassigned: 'list.unassigned',
  review: 'list.review',
  unread: 'list.unread',
  atRisk: 'list.atRisk',
  unacknowledged: 'list.unacknowledged',
  second: 'list.second',
  safety: 'list.safety',
} as const satisfies Record<CountName, WordKey>;

export const countText = (say: Tab['translate'], count: number, max: number): string =>
  count < max ? `${count}` : say('list.moreThan', { most: max });

export function QuickFilters({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: OperationAnswer<'cases.counts'> | undefined;
  readonly chosen: QuickFilterName | undefined;
  readonly onChoose: (name: QuickFilterName) => void;
}) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const shownCount = (name: QuickFilterName): string => {
    if (!counts) return '';
    return countText(say, counts[name], counts.most);
  };
  return (
    <ul className={styles.list} aria-label={say('list.quick')}>
      {quickFilterNames.map((name) => (
        <li key={name}>
          <ToggleButton
            size="small"
            checked={chosen === name}
            appearance={chosen === name ? 'primary' : 'outline'}
            onClick={() => onChoose(name)}
          >
            {say(countNameWords[name])} <strong className={styles.count}>{shownCount(name)}</strong>
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}
