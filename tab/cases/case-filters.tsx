import { Button, Input, Label, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { parseDay } from '../../core/model/calendar.ts';
import { flags, nationalCategories, reportKinds } from '../../core/model/classification.ts';
import { caseStatuses, outcomes, referralDecisions } from '../../core/model/case-terms.ts';
import { routes } from '../../core/model/report-routes.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import { categoryText, flagText, outcomeText, referralText } from '../ui/case-labels.ts';
import { reportKindText, routeText, statusText, urgencyText } from '../ui/labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { attentionOptions, clearFilter, isFiltered, type CaseListFilter } from './case-list-filter.ts';
import { countNameWords } from './quick-filters.tsx';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 11rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  day: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
});

export interface CaseFiltersProps {
  readonly filter: CaseListFilter;
  readonly people: readonly PersonView[];
  readonly onFilter: (filter: CaseListFilter) => void;
}

export default function CaseFilters({ filter, people, onFilter }: CaseFiltersProps) {
  const styles = useStyles();
  const { translate: say, me, language } = useTab();
  const all = say('list.all');
  const colleagues = people
    .filter(({ objectId, name }) => objectId !== me.objectId && name !== '')
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
  return (
    <div role="group" className={styles.filters} aria-label={say('list.filters')}>
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
        label={say('list.category')}
        all={all}
        options={nationalCategories.map((category) => ({ value: category, words: categoryText(say, category) }))}
        value={filter.category}
        onChoose={(category) => onFilter({ ...filter, category })}
      />
      <LabelledSelect
        label={say('list.flags')}
        all={all}
        options={flags.map((flag) => ({ value: flag, words: flagText(say, flag) }))}
        value={filter.flag}
        onChoose={(flag) => onFilter({ ...filter, flag })}
      />
      <LabelledSelect
        label={say('list.referral')}
        all={all}
        options={referralDecisions.map((decision) => ({ value: decision, words: referralText(say, decision) }))}
        value={filter.referral}
        onChoose={(referral) => onFilter({ ...filter, referral })}
      />
      <LabelledSelect
        label={say('list.outcome')}
        all={all}
        options={outcomes.map((outcome) => ({ value: outcome, words: outcomeText(say, outcome) }))}
        value={filter.outcome}
        onChoose={(outcome) => onFilter({ ...filter, outcome })}
      />
      <DayFilter
        label={say('list.receivedFrom')}
        value={filter.receivedFrom}
        onChoose={(receivedFrom) => onFilter({ ...filter, receivedFrom })}
      />
      <DayFilter
        label={say('list.receivedTo')}
        value={filter.receivedTo}
        onChoose={(receivedTo) => onFilter({ ...filter, receivedTo })}
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
    </div>
  );
}

function DayFilter({
  label,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.day}>
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Input
        id={id}
        type="date"
        size="small"
        defaultValue={value ?? ''}
        key={value ?? ''}
        onBlur={(event) => {
          const day = parseDay(event.currentTarget.value);
          if (day !== value) onChoose(day);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </div>
  );
}
