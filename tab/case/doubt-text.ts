import type { Doubt } from '../../concerns/casework/opened-report.ts';
import { showMoment } from '../../words/days.ts';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';

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
