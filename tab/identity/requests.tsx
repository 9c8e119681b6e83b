import { Badge, Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { agreementsOn } from '../../concerns/records/identity-request.ts';
import { parseDay } from '../../concerns/terms/calendar.ts';
import { type CaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { showDay } from '../../words/days.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { Notice } from '../parts/notice.tsx';
import { personName } from '../parts/person-name.ts';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { RequestView } from './request-view.tsx';
import type { Shown } from './shown-identity.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

interface RequestsProps {
  readonly isUnlocked: boolean;
  /** Counts this custodian's acts beside the list, which is then fetched again. */
  readonly done: number;
  readonly onOpened: (shown: Shown) => void;
}

/** The list has no reasons: each is read by itself. */
export function Requests({ isUnlocked, done, onOpened }: RequestsProps) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call, language, me } = tab;
  const [listed, setListed] = useState<AnswerOf<'identity.list'>>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [chosen, setChosen] = useState<CaseId>();
  /** Requests that were chosen stay, hidden, so that typed words are not lost. */
  const [seen, setSeen] = useState<readonly CaseId[]>([]);
  const [ended, setEnded] = useState<string>();
  const today = parseDay(me.today);

  const load = useCallback(async () => {
    const answer = await call('identity.list', {});
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setListed(answer.value);
  }, [call]);
  useEffect(() => void load(), [load, done]);
  const over = (caseId: CaseId) => {
    setChosen(undefined);
    setSeen((before) => before.filter((one) => one !== caseId));
  };

  return (
    <section className={styles.part} aria-labelledby="identity-requests">
      <h2 id="identity-requests" className={styles.title}>
        {say('request.listHeading')}
      </h2>
      <Text>{say('request.listIntro')}</Text>
      {refusal && <RefusalNotice refusal={refusal} again={{ words: say('request.again'), run: () => void load() }} />}
      {listed === undefined && refusal === undefined && <Spinner size="tiny" label={say('request.loading')} />}
      {ended !== undefined && (
        <Notice tone="good" role="status">
          <p>{ended}</p>
        </Notice>
      )}
      {listed?.rows.length === 0 && <Text>{say('request.none')}</Text>}
      {listed !== undefined && listed.rows.length > 0 && (
        <ul className={styles.rows} aria-label={say('request.listHeading')}>
          {listed.rows.map(({ caseId, request }) => {
            const count = today === undefined ? 0 : agreementsOn(request, today).length;
            return (
              <li key={caseId} className={styles.row}>
                <Button
                  aria-expanded={caseId === chosen}
                  onClick={() => {
                    setEnded(undefined);
                    setChosen(caseId === chosen ? undefined : caseId);
                    setSeen((before) => [...new Set([...before, caseId])]);
                  }}
                >
                  {say('request.row', {
                    reference: showCaseId(caseId),
                    day: showDay(language, request.on),
                    name: personName(tab, { objectId: request.by }, listed.people),
                  })}
                </Button>
                {count > 0 && <Badge appearance="outline">{say('request.agreedCount', { count })}</Badge>}
              </li>
            );
          })}
        </ul>
      )}
      {listed?.isMore === true && <Text>{say('request.more')}</Text>}
      {listed !== undefined && (
        <div>
          <Button onClick={() => void load()}>{say('request.again')}</Button>
        </div>
      )}
      {seen.map((caseId) => (
        <div key={caseId} hidden={caseId !== chosen}>
          <RequestView
            caseId={caseId}
            isUnlocked={isUnlocked}
            isShown={caseId === chosen}
            onOpened={(shown) => {
              over(caseId);
              onOpened(shown);
            }}
            onChanged={() => void load()}
            onEnded={(words) => {
              setEnded(words);
              over(caseId);
              void load();
            }}
          />
        </div>
      ))}
    </section>
  );
}
