import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { mayApproveCampaigns, mayWriteCampaigns } from '../../core/model/roles.ts';
import { languages } from '../../core/model/language.ts';
import type { CampaignView, CampaignItemView } from '../../contract/campaigns.ts';
import { isMissingFigures } from '../../guidance/campaign-item-figures.ts';
import { formatDay } from '../../words/date-format.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useRestoredFocus } from '../ui/use-restored-focus.ts';
import { campaignChannelName, sendFailureWordKey, itemStateWordKey, pauseReasonWords } from './campaign-words.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { toItemDraft, toItemRequest } from './item-draft.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemPreview } from './item-preview.tsx';
import type { CampaignController } from './use-campaign.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  table: {
    borderCollapse: 'collapse',
    maxWidth: '32rem',
    width: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'end',
      fontWeight: tokens.fontWeightRegular,
    },
    '& th:first-child, & td:first-child': { textAlign: 'start', paddingInlineStart: 0, overflowWrap: 'anywhere' },
    '& thead th, & caption': { fontWeight: tokens.fontWeightSemibold },
    '& caption': { textAlign: 'start' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
});

interface Props {
  readonly shown: CampaignItemView;
  readonly campaign: CampaignView;
  readonly controller: CampaignController;
}

export function ItemPanel(props: Props) {
  const region = useRef<HTMLDivElement>(null);
  // The buttons change with the item's state.
  useRestoredFocus(region, () => region.current?.querySelector('button'));
  return (
    <div ref={region}>
      <ItemDetails {...props} />
    </div>
  );
}

function ItemDetails({ shown, campaign, controller }: Props) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call, language, me } = tab;
  const [open, setOpen] = useState<'editor' | 'preview'>();
  const { act, isBusy } = controller;
  const { item, on, at, audience, state, digest, changedBy, approvedBy } = shown;
  const roles = new Set(me.roles);
  const isOver = campaign.state === 'cancelled' || campaign.state === 'ended';
  const isPlanned = state === 'planned' && !isOver;
  const mayWrite = mayWriteCampaigns(roles);
  const who = (objectId: CampaignItemView['changedBy']): string => personName(tab, { objectId }, campaign.people);
  const order = campaign.items.filter((one) => one.state === 'planned').map((one) => one.item.id);
  const place = order.indexOf(item.id);
  const edit = useRef<HTMLButtonElement>(null);

  async function move(by: 1 | -1, pressed: HTMLElement): Promise<void> {
    const next = order.filter((id) => id !== item.id);
    next.splice(place + by, 0, item.id);
    await act(
      `reorder ${next.join(' ')}`,
      (change) => call('campaigns.reorderItems', { ...change, order: next }),
      translate('campaignItem.reordered'),
    );
    // Browsers take the focus away from an element that moves.
    setTimeout(() => document.activeElement === document.body && pressed.focus());
  }

  return (
    <Panel
      heading={item.title[language]}
      summary={translate('campaignItem.summary', {
        day: formatDay(language, on),
        time: at,
        state: translate(itemStateWordKey(shown)),
      })}
    >
      <p>
        {audience.kind === 'everybody'
          ? translate('campaignItem.everybody')
          : campaign.channels
              .flatMap((channel, index) =>
                audience.ids.includes(channel.id) ? [campaignChannelName(translate, language, channel, index)] : [],
              )
              .join(', ')}
      </p>
      <p>
        {translate('campaignItem.changedBy', { who: who(changedBy) })}{' '}
        {approvedBy !== undefined && translate('campaignItem.approvedBy', { who: who(approvedBy) })}
      </p>
      {isPlanned && approvedBy === undefined && !shown.mayApprove && <p>{translate('campaignItem.ownWork')}</p>}
      {isPlanned && item.figures && !languages.some((each) => isMissingFigures(item.body[each])) && (
        <FiguresPanel item={item} />
      )}
      {isPlanned && shown.mayApprove && mayApproveCampaigns(roles) && (
        <>
          <p>{translate('campaignItem.approveHint')}</p>
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={isBusy}
              onClick={() =>
                void act(
                  `approve ${item.id} ${digest}`,
                  (change) => call('campaigns.approveItem', { ...change, item: item.id, digest }),
                  translate('campaignItem.isApproved'),
                )
              }
            >
              {translate('campaignItem.approve')}
            </Button>
          </div>
        </>
      )}
      {shown.stopped && (
        <Notice tone="careful" role="note">
          <p>{translate(pauseReasonWords[shown.stopped])}</p>
          <p>{translate('campaignItem.stopThen')}</p>
        </Notice>
      )}
      <DeliveryTable shown={shown} />
      <div className={styles.buttons}>
        {isPlanned && mayWrite && (
          <>
            <Button
              ref={edit}
              aria-expanded={open === 'editor'}
              onClick={() => setOpen(open === 'editor' ? undefined : 'editor')}
            >
              {translate('campaignItem.edit')}
            </Button>
            <Button
              disabledFocusable={isBusy || place <= 0}
              onClick={({ currentTarget }) => place > 0 && void move(-1, currentTarget)}
            >
              {translate('campaignItem.earlier')}
            </Button>
            <Button
              disabledFocusable={isBusy || place >= order.length - 1}
              onClick={({ currentTarget }) => place < order.length - 1 && void move(1, currentTarget)}
            >
              {translate('campaignItem.later')}
            </Button>
            <ConfirmButton
              words={translate('campaignItem.takeOut')}
              question={translate('campaignItem.takeOutQuestion')}
              isDisabled={isBusy}
              onConfirmed={() =>
                void act(
                  `takeOut ${item.id}`,
                  (change) => call('campaigns.cancelItem', { ...change, item: item.id }),
                  translate('campaignItem.takenOut'),
                )
              }
            />
          </>
        )}
        {mayWrite && shown.startedOn !== undefined && state !== 'withdrawn' && (
          <ConfirmButton
            words={translate('campaignItem.withdraw')}
            question={translate('campaignItem.withdrawQuestion')}
            isDisabled={isBusy}
            onConfirmed={() =>
              void act(
                `withdraw ${item.id}`,
                (change) => call('campaigns.withdrawItem', { ...change, item: item.id }),
                translate('campaignItem.isWithdrawn'),
              )
            }
          />
        )}
        <Button aria-expanded={open === 'preview'} onClick={() => setOpen(open === 'preview' ? undefined : 'preview')}>
          {translate('campaignItem.preview')}
        </Button>
      </div>
      {open === 'preview' && <ItemPreview item={item} />}
      {open === 'editor' && isPlanned && (
        <ItemEditor
          heading={translate('campaignItem.editHeading', { title: item.title[language] })}
          initial={toItemDraft(shown)}
          campaign={campaign}
          isBusy={isBusy}
          onClose={() => {
            edit.current?.focus();
            setOpen(undefined);
          }}
          onSave={(draft) =>
            act(
              `set ${JSON.stringify(draft)}`,
              (change) => call('campaigns.setItem', { ...change, wanted: toItemRequest(draft) }),
              translate('campaigns.saved'),
            )
          }
        />
      )}
    </Panel>
  );
}

/** Names no one, and does not tell who read it. */
function DeliveryTable({ shown }: { readonly shown: CampaignItemView }) {
  const styles = useStyles();
  const { translate } = useTab();
  const { health, channels, joiners, withdrawal, startedOn } = shown;
  if (startedOn === undefined) return <p>{translate('campaignItem.notYet')}</p>;
  const optedOut = health?.optedOut === 'few' ? translate('campaignItem.few') : health?.optedOut;
  const rows: readonly (readonly [label: string, count: string | number | undefined])[] = [
    [translate('campaignItem.countSent'), health?.sent],
    [translate('campaignItem.countPosted'), channels?.posted],
    [translate('campaignItem.countWaiting'), health?.waiting ?? channels?.waiting],
    [translate('campaignItem.countFailed'), channels?.failed],
    ...Object.entries(health?.failed ?? {}).map(
      ([reason, count]) => [translate(sendFailureWordKey(reason)), count] as const,
    ),
    [translate('campaignItem.gone'), health?.gone],
    [translate('campaignItem.optedOut'), optedOut],
    [translate('campaignItem.notKnown'), health?.notKnown ?? channels?.notKnown],
    [translate('campaignItem.stopped'), health?.cancelled === 0 ? undefined : health?.cancelled],
    [
      translate('campaignItem.replaced'),
      withdrawal?.sent ?? (channels?.withdrawn === 0 ? undefined : channels?.withdrawn),
    ],
    [translate('campaignItem.toReplace'), withdrawal?.waiting],
    [translate('campaignItem.countStays'), channels?.stays === 0 ? undefined : channels?.stays],
  ];
  return (
    <>
      <table className={styles.table}>
        <caption>{translate('campaignItem.delivery')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{translate(channels ? 'campaignItem.inChannels' : 'campaignItem.people')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, count]) =>
            count === undefined ? null : (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{count}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {joiners !== undefined && <p>{translate('campaignItem.joiners', { count: joiners })}</p>}
    </>
  );
}
