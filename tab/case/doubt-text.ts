import type { Doubt } from '../../concerns/casework/opened-report.ts';
import { showMoment } from '../../words/days.ts';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';

/** Gives the sentence on an entry that could not be shown: when it came, and who sent it if that was one of the unit. */
export function useDoubtText(): (doubt: Pick<Doubt, 'by' | 'at' | 'kind'>) => string {
  const tab = useTab();
  const { view } = useCaseContext();
  return ({ by, at, kind }) =>
    tab.say(
      kind === 'messageFromReporter'
        ? 'talk.doubtTheirs'
        : kind === 'messageToReporter' || kind === 'identityShared'
          ? 'talk.doubtOurs'
          : 'talk.doubtNote',
      { who: personName(tab, by, view.people), when: showMoment(tab.language, at, tab.me.timeZone) },
    );
}
