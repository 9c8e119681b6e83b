import type { ReactNode } from 'react';
import type { WordKey } from '../../../words/partners/translate.ts';
import { useOutdated } from '../../ui/build-watch.ts';
import { useFrame } from './partner-context.ts';

export const Notice = ({
  isCareful = false,
  children,
}: {
  readonly isCareful?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={isCareful ? 'notice careful' : 'notice'} role={isCareful ? 'alert' : undefined}>
    {children}
  </div>
);

/** If a newer build replaced a part of the page, trying again does not help: offers to load the new page instead. */
export function Problem({ word }: { readonly word: WordKey }) {
  const { say } = useFrame();
  const isOutdated = useOutdated() && word === 'frame.partMissing';
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
