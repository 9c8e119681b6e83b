import { termsMismatchText, identityMismatchText } from '../../cards/decrypted-report-notes.ts';
import type { UnverifiedEntry, ComparedCaseField } from '../../core/casework/decrypt-report.ts';
import { formatTimestamp } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import type { IntegrityAlarm } from './integrity-alarms.ts';

const alarmWords = {
  history: 'case.alarmHistory',
  record: 'case.alarmRecord',
  messages: 'case.alarmMessages',
  moved: 'case.alarmMoved',
  damaged: 'case.alarmDamaged',
  file: 'case.alarmFile',
  notes: 'talk.alarmNotes',
} as const satisfies Record<Exclude<IntegrityAlarm, 'labels' | 'identity'>, WordKey>;

const caseTermKeys = {
  kind: 'case.kind',
  urgency: 'case.urgency',
  handledBy: 'case.handledBy',
  language: 'case.language',
  mode: 'case.mode',
  route: 'case.route',
  receivedOn: 'case.receivedOn',
  identity: 'case.identityHeading',
} as const satisfies Record<ComparedCaseField, WordKey>;

export function IntegrityNotice() {
  const { translate: say, language } = useTab();
  const { alarms, isDoubtRecorded, decryptedCase } = useCaseContext();
  const doubtText = useDoubtText();
  if (alarms.length === 0) return null;
  const count = decryptedCase?.report.unverifiedCount ?? 1;
  // In a changed history, an entry may name someone who did not send it.
  const namesSenders = decryptedCase?.report.isHistoryWhole === true;
  const alarmText = (alarm: IntegrityAlarm): string => {
    const other = decryptedCase?.report.otherIdentity;
    if (alarm === 'identity') return other === undefined ? '' : identityMismatchText(language, other);
    if (alarm !== 'labels') return say(alarmWords[alarm], { count });
    return termsMismatchText(
      language,
      decryptedCase?.report.termMismatches.map((label) => say(caseTermKeys[label])) ?? [],
    );
  };
  return (
    <Notice tone="alarm">
      <h2>{say('case.alarmHeading')}</h2>
      {alarms.map((alarm) => (
        <p key={alarm}>{alarmText(alarm)}</p>
      ))}
      {namesSenders &&
        [...(decryptedCase?.report.unverifiedEntries ?? []), ...(decryptedCase?.undecryptedNotes ?? [])].map(
          (doubt) => <p key={doubt.sequence}>{doubtText(doubt)}</p>,
        )}
      <p>{say('case.alarmAdvice')}</p>
      {isDoubtRecorded !== undefined && <p>{say(isDoubtRecorded ? 'case.alarmRecorded' : 'case.alarmNotRecorded')}</p>}
    </Notice>
  );
}

export function useDoubtText(): (doubt: Pick<UnverifiedEntry, 'by' | 'at' | 'kind'>) => string {
  const tab = useTab();
  const { view } = useCaseContext();
  return ({ by, at, kind }) =>
    tab.translate(
      kind === 'messageFromReporter'
        ? 'talk.doubtTheirs'
        : kind === 'messageToReporter' || kind === 'identityShared'
          ? 'talk.doubtOurs'
          : 'talk.doubtNote',
      { who: personName(tab, by, view.people), when: formatTimestamp(tab.language, at, tab.me.timeZone) },
    );
}
