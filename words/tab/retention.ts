import type { Words } from '../word.ts';

/** How long a case is kept: its review, its hold and its erasure. */
export const retentionWords = {
  'retention.reviewHeading': { en: 'Review and hold', cy: 'Adolygu a rhoi ar gadw' },
  'retention.reviewIntro': {
    en: 'On the day below, someone checks whether the case is still needed. Nothing is erased automatically.',
    cy: 'Ar y diwrnod isod, bydd rhywun yn gwirio a oes angen yr achos o hyd. Ni chaiff dim ei ddileu’n awtomatig.',
  },
  'retention.reviewOn': { en: 'Review on', cy: 'Adolygu ar' },
  'retention.reviewNeeded': {
    en: 'Choose a future day for the review.',
    cy: 'Dewiswch ddiwrnod yn y dyfodol ar gyfer yr adolygiad.',
  },
  'retention.hold': {
    en: 'Put the case on hold: it cannot be erased',
    cy: 'Rhoi’r achos ar gadw: ni ellir ei ddileu',
  },
  'retention.reviewSend': { en: 'Save the review', cy: 'Cadw’r adolygiad' },
  'retention.reviewSaved': { en: 'The review is saved.', cy: 'Mae’r adolygiad wedi’i gadw.' },

  'retention.erasureHeading': { en: 'Erasure', cy: 'Dileu' },
  'retention.erasureIntro': {
    en: 'Erasing a case takes two people: one asks and gives a reason, and another reads the reason and erases the case. The report, the identity, the messages, all notes and the words of the reason are erased for good. The reference number, the dates, the record of who did what, and the reason chosen from the list stay, so that the history can still be checked.',
    cy: 'Mae angen dau berson i ddileu achos: mae un yn gofyn ac yn rhoi rheswm, ac un arall yn darllen y rheswm ac yn dileu’r achos. Caiff yr adroddiad, yr hunaniaeth, y negeseuon, yr holl nodiadau a geiriau’r rheswm eu dileu am byth. Mae’r rhif cyfeirnod, y dyddiadau, y cofnod o bwy wnaeth beth, a’r rheswm a ddewiswyd o’r rhestr yn aros, fel y gellir gwirio’r hanes o hyd.',
  },
  'retention.erasureBackups': {
    en: 'Backups made before the erasure keep the encrypted text for as long as the force keeps those backups.',
    cy: 'Bydd copïau wrth gefn a wnaed cyn dileu’r achos yn cadw’r testun wedi’i amgryptio cyhyd ag y bydd yr heddlu’n cadw’r copïau hynny.',
  },
  'retention.erasureHeld': {
    en: 'The case is on hold and cannot be erased. First remove the hold under “Review and hold”.',
    cy: 'Mae’r achos ar gadw ac ni ellir ei ddileu. Yn gyntaf, newidiwch hynny o dan “Adolygu a rhoi ar gadw”.',
  },
  'retention.erasureFirst': { en: 'Before this case can be erased:', cy: 'Cyn y gellir dileu’r achos hwn:' },
  'retention.gateClosed': {
    en: 'Only a closed case can be erased. Close it first.',
    cy: 'Dim ond achos sydd ar gau y gellir ei ddileu. Caewch ef yn gyntaf.',
  },
  'retention.gateRefer': {
    en: 'It was decided to refer this case, but nobody has recorded that it has been referred. Record that under “Referral to the IOPC” first.',
    cy: 'Penderfynwyd cyfeirio’r achos hwn, ond nid oes neb wedi cofnodi bod yr achos wedi’i gyfeirio. Cofnodwch hynny o dan “Cyfeirio at yr IOPC” yn gyntaf.',
  },
  'retention.gateTask': {
    en: 'This case has an open task. Mark it as done first.',
    cy: 'Mae gan yr achos hwn dasg agored. Yn gyntaf, nodwch ei bod wedi’i gwneud.',
  },
  'retention.gateRetention': {
    en: 'The retention period is not over: the day of the review has not come, or the person who is asking set that day. Choose another reason, wait, or let a colleague ask.',
    cy: 'Nid yw’r cyfnod cadw ar ben: nid yw diwrnod yr adolygiad wedi dod, neu’r person sy’n gofyn a bennodd y diwrnod hwnnw. Dewiswch reswm arall, arhoswch, neu gadewch i gydweithiwr ofyn.',
  },
  'retention.codeShown': { en: 'Reason from the list', cy: 'Rheswm o’r rhestr' },
  'retention.reviewTooFar': {
    en: 'Choose a day no later than {day}: your force reviews a case by then.',
    cy: 'Dewiswch ddiwrnod hyd at {day}: mae eich heddlu’n adolygu achos erbyn hynny.',
  },
  'retention.gateCode': {
    en: 'Erasure was asked for without a reason from the list. Choose “Do not erase”, and ask for erasure again.',
    cy: 'Gofynnwyd am ddileu’r achos heb reswm o’r rhestr. Dewiswch “Peidio â dileu”, a gofynnwch eto am ddileu’r achos.',
  },
  'retention.gateReason': {
    en: 'Open the report to read why erasure was asked for. You can then erase the case.',
    cy: 'Agorwch yr adroddiad i ddarllen pam y gofynnwyd am ddileu’r achos. Gallwch ddileu’r achos wedyn.',
  },
  'retention.gateAsker': {
    en: 'The person who asked for erasure no longer handles cases. Choose “Do not erase”, and ask for erasure again.',
    cy: 'Nid yw’r person a ofynnodd am ddileu’r achos yn delio ag achosion mwyach. Dewiswch “Peidio â dileu”, a gofynnwch eto am ddileu’r achos.',
  },
  'retention.reasonCode': { en: 'Why the case can be erased', cy: 'Pam y gellir dileu’r achos' },
  'retention.reasonCodeHint': {
    en: 'This choice stays in the history after the case is erased.',
    cy: 'Mae’r dewis hwn yn aros yn yr hanes ar ôl i’r achos gael ei ddileu.',
  },
  'retention.reasonCodeNeeded': {
    en: 'Choose why the case can be erased.',
    cy: 'Dewiswch pam y gellir dileu’r achos.',
  },
  'retention.reasonShown': { en: 'Why erasure was asked for', cy: 'Pam y gofynnwyd am ddileu’r achos' },
  'retention.erasureAsk': { en: 'Ask for erasure', cy: 'Gofyn am ddileu’r achos' },
  'retention.erasureAsked': { en: 'Erasure has been asked for.', cy: 'Gofynnwyd am ddileu’r achos.' },
  'retention.erasureOwn': {
    en: 'You asked for erasure, so someone else must erase the case.',
    cy: 'Chi a ofynnodd am ddileu’r achos, felly rhaid i rywun arall ei ddileu.',
  },
  'retention.erasureConfirm': {
    en: 'I have read why erasure was asked for, and I understand that the case cannot be brought back.',
    cy: 'Rwyf wedi darllen pam y gofynnwyd am ddileu’r achos, ac rwy’n deall na ellir dod ag ef yn ôl.',
  },
  'retention.erasureConfirmNeeded': {
    en: 'Confirm that you have read why, and that you know what erasure means.',
    cy: 'Cadarnhewch eich bod wedi darllen pam, a’ch bod yn gwybod beth mae dileu’r achos yn ei olygu.',
  },
  'retention.erasureSend': { en: 'Erase for good', cy: 'Dileu am byth' },
  'retention.erased': { en: 'The case has been erased.', cy: 'Mae’r achos wedi’i ddileu.' },
  'retention.erasureRefuse': { en: 'Do not erase', cy: 'Peidio â dileu' },
  'retention.erasureRefused': {
    en: 'The request to erase was refused. The case stays.',
    cy: 'Gwrthodwyd y cais i ddileu’r achos. Mae’r achos yn aros.',
  },

  'retention.unsentHeading': { en: 'What you wrote is not saved', cy: 'Nid yw’r hyn a ysgrifennoch wedi’i gadw' },
  'retention.unsentText': {
    en: 'The case was erased while you had this page open, so nothing can be added to it. What you wrote is only on this page, until you leave it. If you still need it, copy it to somewhere your unit is allowed to keep it.',
    cy: 'Cafodd yr achos ei ddileu tra oedd y dudalen hon ar agor gennych, felly ni ellir ychwanegu dim ato. Dim ond ar y dudalen hon y mae’r hyn a ysgrifennoch, nes i chi ei gadael. Os oes ei angen arnoch o hyd, copïwch ef i rywle y mae gan eich uned hawl i’w gadw ynddo.',
  },
  'retention.unsentField': { en: '{panel}: {field}', cy: '{panel}: {field}' },
  'retention.unsentDrop': { en: 'Delete what I wrote', cy: 'Dileu’r hyn a ysgrifennais' },
} as const satisfies Words<'retention'>;
