import type { ReactNode } from 'react';
import type { WordKey } from '../../../words/partners/translate.ts';
import { useIsOutdated } from '../../ui/build-watch.ts';
import { usePageShell } from './partner-context.ts';

export const Notice = ({
  isCareful: isWarning = false,
  children,
}: {
  readonly isCareful?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={isWarning ? 'notice careful' : 'notice'} role={isWarning ? 'alert' : undefined}>
    {children}
  </div>
);

/** Offers to load the new page if a newer build replaced a part: trying again would not help. */
export function ProblemNotice({ word }: { readonly word: WordKey }) {
  const { translate: say } = usePageShell();
  const isOutdated = useIsOutdated() && word === 'frame.partMissing';
  if (!isOutdated) return <Notice isCareful>{say(word)}</Notice>;
  return (
    <>
      <Notice isCareful>{say('frame.outdated')}</Notice>
      <button type="button" onClick={() => location.reload()}>
        {say('frame.outdatedLoad')}
      </button>
    </>
  );
}
