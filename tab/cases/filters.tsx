import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { caseStatuses } from '../../concerns/terms/outcomes.ts';
import { kinds } from '../../concerns/terms/kinds.ts';
import { routes } from '../../concerns/terms/routes.ts';
import { kindName, routeText, statusText, urgencyText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import { Choice } from './choice.tsx';
import { attentions, clearedFilter, isNarrowed, type ListFilter } from './list-filter.ts';
import { narrowWidth } from './narrow.ts';
import { countedWords } from './quick-filters.tsx';

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
});

interface Props {
  readonly filter: ListFilter;
  readonly people: readonly ShownPerson[];
  readonly onFilter: (filter: ListFilter) => void;
}

export function Filters({ filter, people, onFilter }: Props) {
  const styles = useStyles();
  const { say, me, language } = useTab();
  // On a narrow screen the cases come first.
  const [isOpen, setOpen] = useState(() => !window.matchMedia(narrowWidth).matches);
  const all = say('list.all');
  const colleagues = people
    .filter(({ objectId, name }) => objectId !== me.objectId && name !== '')
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{say('list.filters')}</summary>
      <fieldset className={styles.filters} aria-label={say('list.filters')}>
        <Choice
          label={say('list.status')}
          all={all}
          options={[
            { value: 'open' as const, words: say('status.open') },
            ...caseStatuses.map((status) => ({ value: status, words: statusText(say, status) })),
          ]}
          value={filter.status}
          onChoose={(status) => onFilter({ ...filter, status })}
        />
        <Choice
          label={say('list.kind')}
          all={all}
          options={kinds.map((kind) => ({ value: kind, words: kindName(say, kind) }))}
          value={filter.kind}
          onChoose={(kind) => onFilter({ ...filter, kind })}
        />
        <Choice
          label={say('list.urgency')}
          all={all}
          options={(['urgent', 'standard'] as const).map((urgency) => ({
            value: urgency,
            words: urgencyText(say, urgency),
          }))}
          value={filter.urgency}
          onChoose={(urgency) => onFilter({ ...filter, urgency })}
        />
        <Choice
          label={say('list.route')}
          all={all}
          options={routes.map((route) => ({ value: route, words: routeText(say, route) }))}
          value={filter.route}
          onChoose={(route) => onFilter({ ...filter, route })}
        />
        <Choice
          label={say('list.attention')}
          all={all}
          options={attentions.map((attention) => ({
            value: attention,
            words: say(countedWords[attention]),
          }))}
          value={filter.attention}
          onChoose={(attention) => onFilter({ ...filter, attention })}
        />
        <Choice
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
          <Button size="small" disabledFocusable={!isNarrowed(filter)} onClick={() => onFilter(clearedFilter(filter))}>
            {say('list.clear')}
          </Button>
        </div>
      </fieldset>
    </details>
  );
}
