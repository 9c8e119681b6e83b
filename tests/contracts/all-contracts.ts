import { alertOutboxContract } from './alert-outbox.contract.ts';
import { alertTargetsContract } from './alert-targets.contract.ts';
import { caseConflictContract } from './case-conflict.contract.ts';
import { caseErasureContract } from './case-erasure.contract.ts';
import { caseLedgerContract } from './case-ledger.contract.ts';
import { caseListContract } from './case-list.contract.ts';
import { caseListPagesContract } from './case-list-pages.contract.ts';
import { caseQueriesContract } from './case-queries.contract.ts';
import { caseStoreContract } from './case-store.contract.ts';
import { dailyMarksContract } from './daily-marks.contract.ts';
import { dayKeysContract } from './day-keys.contract.ts';
import { draftStoreContract } from './draft-store.contract.ts';
import { historyContract } from './history.contract.ts';
import { historyQuestionsContract } from './history-questions.contract.ts';
import { gatheredCaseContract } from './gathered-case.contract.ts';
import { issueLedgerContract } from './issue-ledger.contract.ts';
import type { OpenStore } from '../support/contracts/open-store.ts';
import { peopleContract } from './people.contract.ts';
import { regularPostsContract } from './regular-posts.contract.ts';
import { settingsHistoryContract } from './settings-history.contract.ts';
import { storeContract } from './store.contract.ts';
import { subjectCardsContract } from './subject-cards.contract.ts';
import { weekStoreContract } from './week-store.contract.ts';

/** Every suite that a store passes, one line a port. */
export function allContracts(name: string, open: OpenStore): void {
  caseStoreContract(name, open);
  gatheredCaseContract(name, open);
  caseConflictContract(name, open);
  caseErasureContract(name, open);
  caseQueriesContract(name, open);
  caseListContract(name, open);
  caseListPagesContract(name, open);
  caseLedgerContract(name, open);
  subjectCardsContract(name, open);
  peopleContract(name, open);
  historyContract(name, open);
  historyQuestionsContract(name, open);
  alertOutboxContract(name, open);
  alertTargetsContract(name, open);
  draftStoreContract(name, open);
  weekStoreContract(name, open);
  issueLedgerContract(name, open);
  dayKeysContract(name, open);
  dailyMarksContract(name, open);
  regularPostsContract(name, open);
  settingsHistoryContract(name, open);
  storeContract(name, open);
}
