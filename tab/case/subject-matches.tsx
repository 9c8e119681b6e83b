import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { showCaseId } from '../../concerns/terms/codes.ts';
import { Notice } from '../parts/notice.tsx';
import { refusalText } from '../parts/refusal-text.ts';
import type { Comparison } from '../subjects/compare-sealed.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { type Judged, SubjectMatch } from './subject-match.tsx';
import { matchesShown } from './matches-shown.ts';
import { useComparison } from './use-comparison.ts';

/** `isFirst`: the card was just kept, so the comparison starts by itself. */
export function SubjectMatches(props: {
  readonly standing: Omit<Comparison['mine'], 'caseId'>;
  readonly isFirst: boolean;
}) {
  const { say, me } = useTab();
  const { view } = useCaseContext();
  const { standing, isFirst } = props;
  const { comparing, compare } = useComparison(standing);
  const begun = useRef(false);
  useEffect(() => {
    if (!isFirst || begun.current) return;
    begun.current = true;
    void compare();
  }, [isFirst, compare]);

  const isGraded = view.record.grading !== undefined;
  return (
    <>
      {comparing.kind === 'comparing' ? (
        <Spinner size="small" label={say('subjects.comparing')} labelPosition="after" />
      ) : (
        <div>
          <Button onClick={() => void compare()}>{say('subjects.compare')}</Button>
        </div>
      )}
      {comparing.kind === 'refused' && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(say, comparing.refusal)}</p>
        </Notice>
      )}
      {comparing.kind === 'done' && (
        <>
          {comparing.handlers.length > 0 && (
            <Notice tone="careful" role="status">
              <p>
                {comparing.handlers.some(({ objectId }) => objectId === me.objectId)
                  ? say('subjects.maybeYou')
                  : say('subjects.handler', { names: comparing.handlers.map(({ name }) => name).join(', ') })}
              </p>
            </Notice>
          )}
          <Found found={matchesShown(comparing.compared.found, view.record)} isGraded={isGraded} />
          {comparing.without !== undefined && (
            <p>{say('subjects.comparedWith', { count: comparing.compared.cases, without: comparing.without })}</p>
          )}
          {comparing.compared.closed > 0 && <p>{say('subjects.closed', { count: comparing.compared.closed })}</p>}
          {comparing.compared.doubtful.length > 0 && (
            <Notice tone="alarm">
              <p>
                {say('subjects.doubtful', {
                  references: comparing.compared.doubtful.map((caseId) => showCaseId(caseId)).join(', '),
                })}
              </p>
            </Notice>
          )}
        </>
      )}
    </>
  );
}

function Found({ found, isGraded }: { readonly found: ReturnType<typeof matchesShown>; readonly isGraded: boolean }) {
  const { say } = useTab();
  const { record } = useCaseContext().view;
  const heading = useRef<HTMLHeadingElement>(null);
  // A judged case leaves the list with its form, so the result is said here.
  const [judged, setJudged] = useState<Judged>();
  useEffect(() => heading.current?.focus(), [judged]);
  return (
    <section aria-label={say('subjects.foundHeading', { count: found.length })}>
      <h4 ref={heading} tabIndex={-1}>
        {say('subjects.foundHeading', { count: found.length })}
      </h4>
      {judged !== undefined && record[judged.as].includes(judged.other) && (
        <Notice tone="good" role="status">
          <p>{say(judged.as === 'linked' ? 'work.linkSaved' : 'subjects.notSameSaved')}</p>
        </Notice>
      )}
      {found.length > 0 && <p>{say('subjects.noProof')}</p>}
      {!isGraded && <p>{say('subjects.gradeFirst')}</p>}
      {found.map((one) => (
        <SubjectMatch key={one.caseId} other={one} onJudged={setJudged} />
      ))}
    </section>
  );
}
