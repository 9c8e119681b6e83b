import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { FiguresTold } from '../../contract/campaigns.ts';
import { figuresPlace } from '../../guidance/figures-in-words.ts';
import { Notice } from '../parts/notice.tsx';
import { type Result, useTab } from '../parts/tab-context.ts';
import { SummaryRefused } from '../summaries/no-summary.tsx';
import { FiguresShown } from './figures-told.tsx';
import { type Both, type ItemDraft, itemIn } from './item-draft.ts';
import { putFigures } from './put-figures.ts';

interface Props {
  readonly draft: ItemDraft;
  readonly onDraft: (draft: ItemDraft) => void;
}

export function FiguresPart({ draft, onDraft }: Props) {
  const { call, say, announce, language } = useTab();
  const [answer, setAnswer] = useState<Result<FiguresTold>>();
  const [put, setPut] = useState<Both>();
  const [hasNoPlace, setNoPlace] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // Keeps words typed while the figures are on their way.
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });

  async function fetchFigures(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const fetched = await call('campaigns.figures', {});
    setBusy(false);
    setAnswer(fetched);
    const told = fetched.ok && fetched.value.kind === 'told' ? fetched.value : undefined;
    const done = told && putFigures(latest.current, told, put);
    setNoPlace(told !== undefined && done === undefined);
    if (!told || !done) return;
    setPut(done.put);
    onDraft(done.draft);
    announce(say('campaignItem.figuresPlaced', { quarter: told.quarter.title[language] }));
  }

  const isPlaced = put !== undefined && answer?.ok === true && answer.value.kind === 'told' && !hasNoPlace;
  return (
    <>
      <div>
        <Button disabledFocusable={isBusy} onClick={() => void fetchFigures()}>
          {say('campaignItem.figuresPut')}
        </Button>
      </div>
      {answer && !answer.ok && <SummaryRefused refusal={answer.refusal} again={() => void fetchFigures()} />}
      {hasNoPlace && (
        <Notice tone="careful" role="alert">
          {say('campaignItem.figuresNoPlace', { place: figuresPlace })}
        </Notice>
      )}
      {isPlaced && (
        <Notice tone="good" role="note">
          {say('campaignItem.figuresReword')}
        </Notice>
      )}
      {answer?.ok && <FiguresShown item={itemIn(draft)} told={answer.value} withWords={false} />}
    </>
  );
}
