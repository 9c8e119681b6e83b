import { useEffect, useState } from 'react';
import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import type { FiguresTold } from '../../contract/campaigns.ts';
import { createNewestAnswer } from '../parts/newest-answer.ts';
import { type Result, useTab } from '../parts/tab-context.ts';
import { SummaryRefused } from '../summaries/no-summary.tsx';
import { FiguresShown } from './figures-told.tsx';

export function FiguresBeside({ item }: { readonly item: CampaignItem }) {
  const { call, say } = useTab();
  const { quarter } = item;
  const [answer, setAnswer] = useState<Result<FiguresTold>>();
  const [tries, setTries] = useState(0);
  const [newest] = useState(createNewestAnswer);
  useEffect(() => {
    void newest(call('campaigns.figures', quarter === undefined ? {} : { quarter }), setAnswer);
  }, [call, quarter, newest, tries]);
  if (answer === undefined) return <p>{say('campaignItem.figuresLoading')}</p>;
  return answer.ok ? (
    <FiguresShown item={item} told={answer.value} withWords />
  ) : (
    <SummaryRefused refusal={answer.refusal} again={() => setTries((before) => before + 1)} />
  );
}
