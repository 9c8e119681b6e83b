import { bulkActionWords } from './bulk-actions.ts';
import { campaignItemWords } from './campaign-item.ts';
import { campaignsWords } from './campaigns.ts';
import { caseFilesWords } from './case-files.ts';
import { caseWords } from './case.ts';
import { eventWords } from './event.ts';
import { filePickerWords } from './file-picker.ts';
import { exhibitsWords } from './exhibits.ts';
import { exportsWords } from './exports.ts';
import { fingerprintWords } from './fingerprint.ts';
import { firstDayWords } from './first-day.ts';
import { firstStepsWords } from './first-steps.ts';
import { historyWords } from './history.ts';
import { identityWords } from './identity.ts';
import { keysWords } from './keys.ts';
import { unsavedChangesWords } from './unsaved-changes.ts';
import { keyRotationWords } from './key-rotation.ts';
import { notificationPreferenceWords } from './notification-preference.ts';
import { caseListWords } from './case-list.ts';
import { idleLockWords } from './idle-lock.ts';
import { decisionLogWords } from './decision-log.ts';
import { decisionLogExportWords } from './decision-log-export.ts';
import { oversightWords } from './oversight.ts';
import { invitationsWords } from './invitations.ts';
import { passphraseWords } from './passphrase.ts';
import { refusalWords } from './refusal.ts';
import { reportPageWords } from './report-page.ts';
import { identityRequestWords } from './identity-request.ts';
import { retentionWords } from './retention.ts';
import { sanitisedTextWords } from './sanitised-text.ts';
import { nextStepWords } from './next-step.ts';
import { queueWords } from './queue.ts';
import { titlesWords } from './titles.ts';
import { searchWords } from './search.ts';
import { shellWords } from './shell.ts';
import { shortcutsWords } from './shortcuts.ts';
import { caseTermWords } from './case-terms.ts';
import { caseListTermWords } from './case-list-terms.ts';
import { personGroupsWords } from './person-groups.ts';
import { subjectsWords } from './subjects.ts';
import { summariesWords } from './summaries.ts';
import { caseMessageWords } from './case-messages.ts';
import { todayWords } from './today.ts';
import { topicProblemsWords } from './topic-problems.ts';
import { triageTowardsWords } from './triage.ts';
import { personNameWords } from './person-name.ts';
import { chronologyWords } from './chronology.ts';
import { tasksWords } from './tasks.ts';
import { closingWords } from './closing.ts';
import { unitWords } from './unit.ts';
import { caseworkWords } from './casework.ts';
import { printReportWords } from './print-report.ts';
import { guidanceEditorWords } from './guidance-editor.ts';

export const catalogue = {
  ...bulkActionWords,
  ...campaignItemWords,
  ...campaignsWords,
  ...caseFilesWords,
  ...caseWords,
  ...eventWords,
  ...chronologyWords,
  ...tasksWords,
  ...exhibitsWords,
  ...exportsWords,
  ...fingerprintWords,
  ...firstDayWords,
  ...firstStepsWords,
  ...historyWords,
  ...identityWords,
  ...keysWords,
  ...unsavedChangesWords,
  ...keyRotationWords,
  ...notificationPreferenceWords,
  ...caseListWords,
  ...idleLockWords,
  ...decisionLogWords,
  ...decisionLogExportWords,
  ...oversightWords,
  ...unitWords,
  ...invitationsWords,
  ...passphraseWords,
  ...refusalWords,
  ...filePickerWords,
  ...reportPageWords,
  ...identityRequestWords,
  ...retentionWords,
  ...sanitisedTextWords,
  ...nextStepWords,
  ...queueWords,
  ...titlesWords,
  ...searchWords,
  ...shellWords,
  ...shortcutsWords,
  ...caseTermWords,
  ...caseListTermWords,
  ...personGroupsWords,
  ...subjectsWords,
  ...summariesWords,
  ...caseMessageWords,
  ...todayWords,
  ...topicProblemsWords,
  ...triageTowardsWords,
  ...personNameWords,
  ...closingWords,
  ...caseworkWords,
  ...printReportWords,
  ...guidanceEditorWords,
} as const;

export type WordKey = keyof typeof catalogue;
