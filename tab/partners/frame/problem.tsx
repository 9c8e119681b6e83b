import type { WordKey } from '../../../words/partners/say.ts';
import { useOutdated } from '../../parts/build-watch.ts';
import { Notice } from './notice.tsx';
import { useFrame } from './partner-context.ts';

/**
 * A sentence on what went wrong. Where a part of the page is gone because a newer page stands in its place, trying again
 * helps nobody: it says so, and loads the new page when somebody asks for that. What is not sent is asked about before.
 */
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
