import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parseDay } from '../../concerns/terms/calendar.ts';
import type { CampaignView } from '../../contract/campaigns.ts';
import { showDay } from '../../words/days.ts';
import { CheckField, ChoiceField, FormFields, LineField } from '../parts/fields.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/leave-dialog.tsx';
import { TriedProblems } from './tried-problems.tsx';
import type { Campaigning } from './use-campaign.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '36rem' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function RulesForm({ campaign, acting }: { readonly campaign: CampaignView; readonly acting: Campaigning }) {
  const styles = useStyles();
  const { say, call, language } = useTab();
  const { name, startsOn, joiners, quiet, state } = campaign;
  const first = { name, startsOn: String(startsOn), joiners, ...quiet };
  const [typed, setTyped] = useState(first);
  const [before, setBefore] = useState(first);
  const shows = (one: typeof first): string => JSON.stringify(one);
  if (shows(first) !== shows(before)) {
    setBefore(first);
    // Typed words stay if a colleague changes the rules meanwhile.
    if (shows(typed) === shows(before)) setTyped(first);
  }
  const [tries, setTries] = useState(0);
  const isDirty = shows(typed) !== shows(first);
  useUnsent(isDirty && state === 'draft');
  const change = (part: Partial<typeof first>): void => setTyped((now) => ({ ...now, ...part }));
  const day = parseDay(typed.startsOn);
  const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);
  const problems = [
    ...(typed.name.trim() === '' || typed.name.length > 80
      ? [{ field: 'campaign-name', text: say('campaigns.needName') }]
      : []),
    ...(day === undefined || day < campaign.today
      ? [{ field: 'campaign-startsOn', text: say('campaigns.needDay') }]
      : []),
    ...(isTime(typed.from) ? [] : [{ field: 'campaign-from', text: say('campaigns.needTime') }]),
    ...(isTime(typed.to) ? [] : [{ field: 'campaign-to', text: say('campaigns.needTime') }]),
  ];

  async function save(): Promise<void> {
    setTries(tries + 1);
    if (problems.length > 0) return;
    const { from, to, weekends } = typed;
    const rules = {
      name: typed.name,
      startsOn: typed.startsOn,
      joiners: typed.joiners,
      quiet: { from, to, weekends },
    };
    await acting.act(
      `rules ${JSON.stringify(rules)}`,
      (on) => call('campaigns.setRules', { ...on, rules }),
      say('campaigns.saved'),
    );
  }

  return (
    <Panel
      heading={say('campaigns.rulesHeading')}
      summary={say('campaigns.rulesSummary', { day: showDay(language, startsOn), from: quiet.from, to: quiet.to })}
    >
      {state !== 'draft' && <p>{say('campaigns.rulesFixed')}</p>}
      {state === 'draft' && (
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TriedProblems problems={problems} tries={tries} />
          <FormFields value={tries > 0 ? problems : []}>
            <LineField
              id="campaign-name"
              label={say('campaigns.name')}
              value={typed.name}
              onValue={(value) => change({ name: value })}
            />
            <LineField
              id="campaign-startsOn"
              type="date"
              label={say('campaigns.startsOn')}
              value={typed.startsOn}
              onValue={(value) => change({ startsOn: value })}
            />
            <ChoiceField
              id="campaign-joiners"
              label={say('campaigns.joiners')}
              value={typed.joiners}
              onValue={(value) => change({ joiners: value === 'whereItIs' ? 'whereItIs' : 'fromBeginning' })}
              options={[
                { value: 'fromBeginning', text: say('campaigns.fromBeginning') },
                { value: 'whereItIs', text: say('campaigns.whereItIs') },
              ]}
            />
            <div className={styles.row}>
              <LineField
                id="campaign-from"
                type="time"
                label={say('campaigns.quietFrom')}
                value={typed.from}
                onValue={(from) => change({ from })}
              />
              <LineField
                id="campaign-to"
                type="time"
                label={say('campaigns.quietTo')}
                value={typed.to}
                onValue={(to) => change({ to })}
              />
            </div>
            <CheckField
              id="campaign-weekends"
              label={say('campaigns.weekends')}
              isChecked={typed.weekends}
              onChecked={(weekends) => change({ weekends })}
            />
          </FormFields>
          <div>
            <Button type="submit" disabledFocusable={acting.isBusy}>
              {say('campaigns.save')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
