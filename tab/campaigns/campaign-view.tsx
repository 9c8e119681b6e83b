import { Badge, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { mayWriteCampaigns } from '../../concerns/terms/directory.ts';
import { daysBetween, mondayOf, weekOf } from '../../concerns/terms/calendar.ts';
import type { CampaignView as View, ShownItem } from '../../contract/campaigns.ts';
import { showTime } from '../../words/days.ts';
import { Notice } from '../parts/notice.tsx';
import { Panel } from '../parts/panel.tsx';
import { personName } from '../parts/person-name.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { CampaignButtons } from './campaign-buttons.tsx';
import { eventWords, stateWords } from './campaign-words.ts';
import { newDraft, wantedIn } from './item-draft.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemPanel } from './item-panel.tsx';
import { PulsePanel } from './pulse-panel.tsx';
import { RulesForm } from './rules-form.tsx';
import { type Campaigning, useCampaign } from './use-campaign.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  said: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 1 },
  weeks: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  week: { display: 'grid', gap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  weekName: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300 },
  history: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Counted from the first week of the campaign. */
const weekOfItem = ({ startsOn }: View, { on }: ShownItem): number =>
  daysBetween(mondayOf(weekOf(startsOn)), mondayOf(weekOf(on))) / 7;

/**
 * One list in the order of weeks, each week's number on its first item: an item whose day moves stays open, with the
 * focus in it.
 */
function inWeeks(campaign: View): readonly { readonly shown: ShownItem; readonly week: number | undefined }[] {
  const sorted = campaign.items
    .map((shown) => ({ shown, week: weekOfItem(campaign, shown) }))
    .toSorted((a, b) => a.week - b.week);
  return sorted.map(({ shown, week }, place) => ({
    shown,
    week: sorted[place - 1]?.week === week ? undefined : week,
  }));
}

/** Drawn, since a typed id would be one more thing to get right. */
const drawnId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;

export function CampaignView({ id, onBack }: { readonly id: string; readonly onBack: () => void }) {
  const styles = useStyles();
  const { say, language } = useTab();
  const acting = useCampaign(id);
  const { campaign, said } = acting;
  const view = useRef<HTMLDivElement>(null);
  useKeptFocus(view, () => view.current?.querySelector('h2'));
  return (
    <div ref={view} className={styles.view}>
      <div>
        <Button onClick={onBack}>{say('campaigns.back')}</Button>
      </div>
      {said && (
        <div className={styles.said}>
          {said.kind === 'refused' ? (
            <RefusalNotice refusal={said.refusal} again={{ words: say('campaigns.again'), run: acting.again }} />
          ) : (
            <Notice tone={said.kind === 'done' ? 'good' : 'careful'} role={said.kind === 'done' ? 'note' : 'alert'}>
              {said.text}
            </Notice>
          )}
        </div>
      )}
      {!campaign && !said && <Spinner label={say('campaigns.loading')} />}
      {campaign && (
        <>
          <div className={styles.head}>
            <h2 tabIndex={-1} className={styles.title}>
              {campaign.name}
            </h2>
            <Badge appearance="outline">{say(stateWords[campaign.state])}</Badge>
          </div>
          <CampaignButtons campaign={campaign} acting={acting} />
          <RulesForm campaign={campaign} acting={acting} />
          <h3 className={styles.title}>{say('campaigns.plan')}</h3>
          <ol className={styles.weeks}>
            {inWeeks(campaign).map(({ shown, week }) => (
              <li key={shown.item.id} className={styles.week}>
                {week !== undefined && (
                  <p className={styles.weekName}>{say('campaignItem.week', { week: week + 1 })}</p>
                )}
                <ItemPanel shown={shown} campaign={campaign} acting={acting} />
              </li>
            ))}
          </ol>
          <NewItem campaign={campaign} acting={acting} />
          {campaign.items.some(({ item }) => item.pulse) && <PulsePanel campaign={campaign.id} />}
          <Panel heading={say('campaigns.history')}>
            <HistoryList campaign={campaign} language={language} />
          </Panel>
        </>
      )}
    </div>
  );
}

function NewItem({ campaign, acting }: { readonly campaign: View; readonly acting: Campaigning }) {
  const { say, call, me } = useTab();
  const [draft, setDraft] = useState<ReturnType<typeof newDraft>>();
  const region = useRef<HTMLDivElement>(null);
  // The focus goes from the button into the first field, and back.
  useKeptFocus(region, () => region.current?.querySelector<HTMLElement>('input, button'));
  const isOver = campaign.state === 'cancelled' || campaign.state === 'ended';
  if (isOver || !mayWriteCampaigns(new Set(me.roles))) return null;
  if (draft === undefined) {
    const on = campaign.startsOn < campaign.today ? campaign.today : campaign.startsOn;
    return (
      <div ref={region}>
        <Button onClick={() => setDraft(newDraft(drawnId(), on))}>{say('campaignItem.add')}</Button>
      </div>
    );
  }
  return (
    <div ref={region}>
      <ItemEditor
        heading={say('campaignItem.addHeading')}
        first={draft}
        campaign={campaign}
        isBusy={acting.isBusy}
        onClose={() => setDraft(undefined)}
        onSave={(typed) =>
          acting.act(
            `set ${JSON.stringify(typed)}`,
            (on) => call('campaigns.setItem', { ...on, wanted: wantedIn(typed) }),
            say('campaigns.saved'),
          )
        }
      />
    </div>
  );
}

function HistoryList({ campaign, language }: { readonly campaign: View; readonly language: 'en' | 'cy' }) {
  const styles = useStyles();
  const tab = useTab();
  const { say, me } = tab;
  const titleOf = (id: string): string => campaign.items.find(({ item }) => item.id === id)?.item.title[language] ?? id;
  return (
    <ol className={styles.history} reversed>
      {campaign.history.toReversed().map((entry, place) => {
        if (entry === 'unreadable') return <li key={campaign.history.length - place}>{say('campaigns.unreadable')}</li>;
        const { kind, by, at, item } = entry;
        const did = say(eventWords[kind]);
        const what = item === undefined ? did : say('campaigns.entryItem', { what: did, item: titleOf(item) });
        const when = showTime(language, at, me.timeZone);
        return (
          // Entries keep their place from the beginning.
          <li key={campaign.history.length - place}>
            {say('campaigns.entry', { when, who: personName(tab, by, campaign.people), what })}
          </li>
        );
      })}
    </ol>
  );
}
