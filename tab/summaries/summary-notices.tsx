import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Week } from '../../core/model/calendar.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { SummaryResult } from '../../contract/summaries.ts';
import { parsePeriod, type Period } from '../../summary/figures/periods.ts';
import { formatDay, formatWeek } from '../../words/date-format.ts';
import { Notice } from '../ui/notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface NoticeAction {
  readonly words: string;
  readonly run: () => void;
}

function UnavailableNotice({ words, ways }: { readonly words: string; readonly ways: readonly NoticeAction[] }) {
  const styles = useStyles();
  return (
    <Notice tone="careful" role="status">
      <p>{words}</p>
      {ways.length > 0 && (
        <div className={styles.ways}>
          {ways.map((way) => (
            <Button key={way.words} size="small" onClick={way.run}>
              {way.words}
            </Button>
          ))}
        </div>
      )}
    </Notice>
  );
}

export function SummaryUnavailableNotice({
  told: result,
  latest,
  onChoose,
  again,
}: {
  readonly told: Exclude<SummaryResult, { kind: 'summary' }>;
  readonly latest: Week;
  readonly onChoose: (period: Period) => void;
  readonly again: () => void;
}) {
  const { translate, language } = useTab();
  const tryAgain: NoticeAction = { words: translate('summaries.tryAgain'), run: again };
  const lastWeek: NoticeAction = {
    words: translate('summaries.showWeek'),
    run: () => onChoose({ kind: 'week', week: latest }),
  };
  switch (result.kind) {
    case 'notClosed': {
      const { week, closesOn } = result;
      return (
        <UnavailableNotice
          words={translate('summaries.notClosed', {
            week: formatWeek(language, week),
            day: formatDay(language, closesOn),
          })}
          ways={[lastWeek]}
        />
      );
    }
    case 'notNow':
      return <UnavailableNotice words={translate('summaries.notNow')} ways={[tryAgain]} />;
    case 'damaged':
      return <UnavailableNotice words={translate('summaries.damaged')} ways={[tryAgain]} />;
    case 'notSafe': {
      const ways = result.nearest.flatMap(({ period, title }): readonly NoticeAction[] => {
        const read = parsePeriod(period);
        return read === undefined ? [] : [{ words: title, run: () => onChoose(read) }];
      });
      return <UnavailableNotice words={translate('summaries.notSafe')} ways={ways} />;
    }
    default:
      return result satisfies never;
  }
}

export function SummaryRefusalNotice({ refusal, again }: { readonly refusal: Refusal; readonly again: () => void }) {
  const { translate } = useTab();
  return (
    <UnavailableNotice
      words={summaryRefusalText(translate, refusal)}
      ways={[{ words: translate('summaries.tryAgain'), run: again }]}
    />
  );
}

/** A read saves nothing, and a slow count continues by itself, so "unconfirmed" has its own words. */
export function summaryRefusalText(translate: Tab['translate'], refusal: Refusal): string {
  switch (refusal.code) {
    case 'unconfirmed':
      return translate('summaries.slow');
    case 'odd':
      return translate('summaries.old');
    case 'refused':
      return translate('summaries.noAccess');
    default:
      return refusalText(translate, refusal);
  }
}
