import type { Locator } from 'playwright-core';
import { type CaseId, formatCaseId } from '../../../../core/model/case-id.ts';
import type { Language } from '../../../../core/model/language.ts';
import { translate, type WordKey, type WordValues } from '../../../../words/tab/translate.ts';
import type { TabPage } from './tab-page.ts';

/** What somebody who handles a case does on its page, in the language of the page. */
export interface CaseDriver {
  /** A word of the page. */
  readonly words: (key: WordKey, values?: WordValues) => string;
  /** The label of a field that must be filled in. */
  readonly required: (key: WordKey) => string;
  readonly optional: (key: WordKey) => string;
  /** Opens a case from the list. */
  openFromList(caseId: CaseId): Promise<void>;
  /** Chooses a key file and opens it. */
  unlock(file: string, passphrase?: string): Promise<void>;
  /** Has the report handed out and opens it. */
  openReport(): Promise<void>;
  acknowledge(): Promise<void>;
  /** Says that they know nobody in the open report, and takes the case. */
  take(): Promise<void>;
  /** Grades the case with the conditional codes, on a proposal. */
  triage(): Promise<void>;
  /** Decides, with a reason, that the case is not referred. */
  decideReferral(): Promise<void>;
  /** Closes the case with an outcome and a reason, once nothing stands in the way, and with the answer that was chosen. */
  close(outcome: WordKey, answer: string): Promise<void>;
  /** Writes to whoever reported. */
  message(text: string): Promise<void>;
  /** Sends the form of a panel, and waits until it says that it is saved. */
  send(panel: Locator, button: WordKey, saved: WordKey): Promise<void>;
}

/** The hand of somebody at the page of a case. */
export function createCaseDriver(tab: TabPage, language: Language): CaseDriver {
  const words: CaseDriver['words'] = (key, values) => translate(language, key, values);
  const required = (key: WordKey): string => words('case.required', { label: words(key) });
  const optional = (key: WordKey): string => words('case.optional', { label: words(key) });
  const send: CaseDriver['send'] = async (panel, button, saved) => {
    await tab.press(words(button), panel);
    await tab.tab
      .locator('[role="status"]')
      .filter({ hasText: words(saved), visible: true })
      .first()
      .waitFor();
  };
  return {
    words,
    required,
    optional,
    send,
    async openFromList(caseId) {
      await tab.tab.locator(`[data-case="${caseId}"]`).click();
      await tab.see(words('case.heading', { reference: formatCaseId(caseId) }));
    },
    async unlock(file, passphrase) {
      await tab.tab.locator('input[type=file]').first().setInputFiles(file);
      if (passphrase !== undefined) await tab.fill(words('keys.passphrase'), passphrase);
      await tab.press(words('keys.unlock'));
      await tab.button(words('keys.lock')).waitFor();
    },
    async openReport() {
      await tab.press(words('case.open'));
      await tab.see(words('case.sealedTo'));
    },
    async acknowledge() {
      await tab.press(words('case.acknowledge'));
      await tab.see(words('status.acknowledged'));
    },
    async take() {
      await tab.press(words('nextStep.knowNobody'));
      await send(tab.tab.locator('body'), 'work.claim', 'work.claimed');
    },
    async triage() {
      const panel = await tab.panel(words('work.triageHeading'));
      await tab.choose(required('work.category'), words('status.categorySexual'), panel);
      await tab.press(words('work.proposalUse'), panel);
      await tab.check(words('status.handlingC'), panel);
      await tab.check(words('status.actionA1'), panel);
      await tab.check(words('status.sanitisationS2'), panel);
      await tab.check(words('status.regimeLawEnforcement'), panel);
      await send(panel, 'work.triageSend', 'work.triageSaved');
    },
    async decideReferral() {
      const panel = await tab.panel(words('work.referralHeading'));
      await tab.check(words('status.referralNot'), panel);
      await tab.fill(required('work.reason'), 'Looked at, and none is needed', panel);
      await send(panel, 'work.referralSend', 'work.referralSaved');
    },
    async close(outcome, answer) {
      const panel = await tab.panel(words('work.closeHeading'));
      await tab.choose(required('work.outcome'), words(outcome), panel);
      await tab.check(answer, panel);
      await tab.fill(required('work.reason'), 'All was done', panel);
      await send(panel, 'work.closeSend', 'work.closeSaved');
    },
    async message(text) {
      const panel = await tab.panel(words('talk.heading'));
      await tab.fill(required('talk.text'), text, panel);
      await tab.check(words('talk.confirm'), panel);
      await send(panel, 'talk.send', 'talk.sent');
    },
  };
}
