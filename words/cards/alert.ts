import type { Words } from '../word.ts';

/** Alerts in channels. They have no words for what somebody wrote or who they are. */
export const alertWords = {
  'alert.summary': { en: 'Candour: something needs attention', cy: 'Candour: mae angen sylw ar rywbeth' },
  'alert.new': { en: 'A new report', cy: 'Adroddiad newydd' },
  'alert.newUrgent': { en: 'A new report: urgent', cy: 'Adroddiad newydd: brys' },
  'alert.followUp': { en: 'Something was added to a report', cy: 'Ychwanegwyd rhywbeth at adroddiad' },
  'alert.followUpUrgent': {
    en: 'Urgent: something was added to a report',
    cy: 'Brys: ychwanegwyd rhywbeth at adroddiad',
  },
  'alert.reference': { en: 'Reference number', cy: 'Rhif cyfeirnod' },
  'alert.receivedOn': { en: 'Received on {day}.', cy: 'Daeth i law ar {day}.' },
  'alert.atRisk': { en: 'Someone may be at risk now.', cy: 'Efallai fod rhywun mewn perygl nawr.' },
  'alert.kind': { en: 'Kind of concern: {kind}.', cy: 'Math o bryder: {kind}.' },
  'alert.repeated': {
    en: 'Posted again: nobody has acknowledged it yet.',
    cy: 'Wedi’i bostio eto: nid oes neb wedi’i gydnabod hyd yma.',
  },
  'alert.unopened': {
    en: 'Posted again: someone has acknowledged it, but nobody has opened it yet.',
    cy: 'Wedi’i bostio eto: mae rhywun wedi’i gydnabod, ond nid oes neb wedi’i agor hyd yma.',
  },
  'alert.acknowledgedOn': { en: 'Acknowledged on {day}.', cy: 'Wedi’i gydnabod ar {day}.' },
  'alert.neutral': { en: 'There is something new in a case', cy: 'Mae rhywbeth newydd mewn achos' },
  'alert.neutralUrgent': { en: 'Urgent: there is something new in a case', cy: 'Brys: mae rhywbeth newydd mewn achos' },
  'alert.neutralWhere': {
    en: 'The people handling the case can see it in Candour’s tab.',
    cy: 'Gall y bobl sy’n delio â’r achos ei weld yn nhab Candour.',
  },
  'alert.oversight': {
    en: 'There is something for the reserve officers to look at',
    cy: 'Mae rhywbeth i’r swyddogion wrth gefn edrych arno',
  },
  'alert.oversightWhere': {
    en: 'Someone took an action in a case, and the reserve officers should know about it. Candour’s tab shows them what it was, under “For the reserve officers” or in the history of one of their own cases.',
    cy: 'Cymerodd rhywun gam mewn achos, a dylai’r swyddogion wrth gefn wybod amdano. Mae tab Candour yn dangos iddynt beth oedd y cam, o dan “I’r swyddogion wrth gefn” neu yn hanes un o’u hachosion eu hunain.',
  },
  'alert.togetherHeading': { en: 'Several reports at once', cy: 'Sawl adroddiad ar yr un pryd' },
  'alert.togetherUrgentHeading': {
    en: 'Several reports at once: some are urgent',
    cy: 'Sawl adroddiad ar yr un pryd, a rhai brys yn eu plith',
  },
  'alert.togetherUrgent': {
    en: '{count, plural, one {# report is urgent} other {# reports are urgent}}. Someone may be at risk now.',
    cy: 'Mae {count, plural, one {# adroddiad yn un brys} other {# adroddiad yn rhai brys}}. Efallai fod rhywun mewn perygl nawr.',
  },
  'alert.togetherFresh': {
    en: '{count, plural, one {There is something new in # report} other {There is something new in # reports}}.',
    cy: 'Mae rhywbeth newydd mewn {count, plural, other {# adroddiad}}.',
  },
  'alert.togetherAgain': {
    en: '{count, plural, one {# report was posted before, and still needs to be acknowledged or opened} other {# reports were posted before, and still need to be acknowledged or opened}}.',
    cy: '{count, plural, one {Postiwyd # adroddiad o’r blaen, ac mae angen ei gydnabod neu ei agor o hyd} other {Postiwyd # adroddiad o’r blaen, ac mae angen eu cydnabod neu eu hagor o hyd}}.',
  },
  'alert.togetherWhere': {
    en: 'There are too many to post one by one. Candour’s tab lists all of them.',
    cy: 'Mae gormod i’w postio fesul un. Mae tab Candour yn rhestru pob un ohonynt.',
  },
  'alert.dailyCount': { en: 'Cases that need attention today', cy: 'Achosion y mae angen sylw arnynt heddiw' },
  'alert.overdue': {
    en: 'Overdue: {count, plural, =0 {no cases} one {# case} other {# cases}}.',
    cy: 'Yn hwyr: {count, plural, =0 {dim achosion} other {# achos}}.',
  },
  'alert.dueSoon': {
    en: 'Due soon: {count, plural, =0 {no cases} one {# case} other {# cases}}.',
    cy: 'Targed yn agos: {count, plural, =0 {dim achosion} other {# achos}}.',
  },
  'alert.dailyWhere': {
    en: 'Candour’s tab shows which cases they are.',
    cy: 'Mae tab Candour yn dangos pa achosion ydynt.',
  },
  'alert.acknowledge': { en: 'Acknowledge', cy: 'Cydnabod' },
  'alert.open': { en: 'Open in Candour', cy: 'Agor yn Candour' },
} as const satisfies Words<'alert'>;
