/** The parts of the gallery in the order in which a person meets them, with what each picture shows. */
export const galleryCaptions = [
  {
    title: 'Starting and guidance',
    pictures: [
      ['welcome', 'The first card: guidance first, with the buttons that open a report or lead back to one.'],
      ['welcome-development', 'The same in development, after somebody typed words of their own into the chat.'],
      ['guidance-what', 'Guidance: what abuse of position is.'],
      ['guidance-signs', 'Guidance: signs to look for.'],
      ['guidance-duty', 'Guidance: the duty to report, and protection.'],
      ['guidance-ways', 'Guidance: ways to report without Teams.'],
    ],
  },
  {
    title: 'Reporting',
    pictures: [
      ['report-limits', 'Step 1 of 3: what happens, the limits, the ways out, and the way of reporting.'],
      ['report-account', 'Step 2 of 3: what happened, risk now, and whom it concerns.'],
      ['report-account-problems', 'The same with required answers missing or unreadable.'],
      ['report-code', 'Step 3 of 3: the return code, before anything is sent.'],
      ['report-code-urgent', 'The return code where somebody is at risk, after the first code was taken.'],
      ['report-code-apart', 'An edited card now concerns the unit: it becomes a report of its own, under a new code.'],
      ['report-about', 'Detail: who, towards whom, where and when.'],
      ['report-signs', 'Detail: signs and vulnerability, where it concerns a member of the public.'],
      ['report-knowledge', 'Detail: how it is known, evidence, and whether the person is affected.'],
      ['report-review', 'The review, with one choice for every change.'],
      ['report-review-not-saved', 'The review after the card expired and a save that failed.'],
      ['report-differs', 'An older card was changed and sent again: one version is saved, this one is not.'],
      ['report-receipt', 'The receipt.'],
      ['report-receipt-urgent', 'The receipt of an urgent report that concerns a chief officer, after an addition.'],
      ['report-receipt-left', 'The receipt after the changes of an older card were left out.'],
      ['report-kept', 'Finish later: the draft is kept for seven days.'],
    ],
  },
  {
    title: 'Coming back',
    pictures: [
      ['come-back-enter', 'Entering the return code.'],
      ['come-back-not-found', 'Nothing is saved under this code.'],
      ['come-back-unanswered', 'The store did not answer.'],
      ['come-back-case', 'A saved report: its status, and room to add to it.'],
      ['come-back-draft', 'A draft: go on with it or delete it.'],
      ['come-back-added', 'An addition is saved.'],
      ['come-back-discarded', 'A draft is deleted.'],
    ],
  },
  {
    title: 'In the channels',
    pictures: [
      ['alert', 'An alert: a reference, how urgent, a day. It has no room for more.'],
      ['alert-urgent-repeated', 'An urgent alert that repeats until somebody acknowledges it, with the kind.'],
      ['alert-addition', 'Something was added to a case.'],
      ['alert-acknowledged', 'An acknowledged alert, changed in place.'],
      ['target-test', 'The test post after "alerts here".'],
      ['target-test-admins', 'The test post in the admins’ channel.'],
      ['target-refused', 'Somebody without the role asked for it.'],
      ['target-mixed', 'The reserve shares its channel with nobody.'],
      ['target-failed', 'The test post did not arrive.'],
      ['target-health-refused', '"Alert health" without the role, or in a channel where no alerts come.'],
      ['target-lost', 'The bot was removed from a channel: said to the admins.'],
      ['target-health', '"Alert health": what waits, what fails, what was lost.'],
    ],
  },
  {
    title: 'Weekly summary',
    pictures: [
      ['week-chooser', 'Choosing a week, after one that is not over yet was asked for.'],
      ['week', 'A week, with made-up figures.'],
    ],
  },
  {
    title: 'When something is not as expected',
    pictures: [
      ['notice-foreign', 'A card of somebody else, or of another day.'],
      ['notice-stale', 'A card of an older version of Candour.'],
      ['notice-odd', 'Something that no card of Candour sends.'],
      ['notice-refused', 'Somebody without the role.'],
      ['notice-failed', 'Something went wrong: what is safe to assume, and a reference for the operators.'],
      ['notice-dialogOnly', 'A step that only works in a dialog.'],
      ['notice-inDialog', 'The chat behind an open dialog.'],
      ['notice-unavailable', 'The store cannot be reached.'],
      ['notice-tooOften', 'Too many tries in a short time.'],
      ['notice-channelHelp', 'What the bot understands in a channel.'],
    ],
  },
] as const satisfies readonly {
  readonly title: string;
  readonly pictures: readonly (readonly [name: string, caption: string])[];
}[];
