import { useTab } from '../parts/tab-context.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { useCaseContext } from './case-context.ts';
import { Notice } from '../parts/notice.tsx';
import type { Alarm } from './open-alarms.ts';

const words = {
  history: 'case.alarmHistory',
  record: 'case.alarmRecord',
  messages: 'case.alarmMessages',
  moved: 'case.alarmMoved',
  damaged: 'case.alarmDamaged',
} as const satisfies Record<Alarm, WordKey>;

/** Says at the top of the page what is not as it was written. */
export function AlarmNotice() {
  const { say } = useTab();
  const { alarms, isDoubtRecorded, opened } = useCaseContext();
  if (alarms.length === 0) return null;
  const count = opened?.report.doubtful ?? 1;
  return (
    <Notice tone="alarm">
      <h2>{say('case.alarmHeading')}</h2>
      {alarms.map((alarm) => (
        <p key={alarm}>{say(words[alarm], { count })}</p>
      ))}
      <p>{say('case.alarmAdvice')}</p>
      {isDoubtRecorded !== undefined && <p>{say(isDoubtRecorded ? 'case.alarmRecorded' : 'case.alarmNotRecorded')}</p>}
    </Notice>
  );
}
