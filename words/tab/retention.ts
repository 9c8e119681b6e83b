import type { Words } from '../word.ts';

/** How long a case is kept: its review, its hold and its erasure. */
export const retentionWords = {
  'retention.reviewHeading': { en: 'Review and hold', cy: 'Adolygu a rhoi ar gadw' },
  'retention.reviewIntro': {
    en: 'On this day somebody checks whether the case is still needed. Nothing is erased automatically.',
    cy: 'Ar y diwrnod hwn bydd rhywun yn edrych a oes angen yr achos o hyd. Ni chaiff dim ei ddileu ohono’i hun.',
  },
  'retention.reviewOn': { en: 'Review on', cy: 'Adolygu ar' },
  'retention.reviewNeeded': {
    en: 'Choose a future day for the review.',
    cy: 'Dewiswch ddiwrnod yn y dyfodol ar gyfer yr adolygiad.',
  },
  'retention.hold': {
    en: 'Put the case on hold: it may not be erased',
    cy: 'Rhoi’r achos ar gadw: ni chaniateir ei ddileu',
  },
  'retention.reviewSend': { en: 'Save the review', cy: 'Cadw’r adolygiad' },
  'retention.reviewSaved': { en: 'The review is saved.', cy: 'Mae’r adolygiad wedi’i gadw.' },

  'retention.erasureHeading': { en: 'Erasure', cy: 'Dileu' },
  'retention.erasureIntro': {
    en: 'Erasure takes two people: one asks, with a reason, and another reads the reason and carries it out. The report, the identity, the messages and all notes go for good, and the words of the reason with them. The reference, the dates, who did what and why it was erased, as chosen from the list, stay, so that the history can still be checked.',
    cy: 'Mae dileu yn gofyn am ddau berson: mae un yn gofyn, gyda rheswm, ac un arall yn darllen y rheswm ac yn ei wneud. Mae’r adroddiad, yr hunaniaeth, y negeseuon a’r holl nodiadau yn mynd am byth, a geiriau’r rheswm gyda nhw. Mae’r cyfeirnod, y dyddiadau, pwy wnaeth beth a pham y cafodd ei ddileu, fel y dewiswyd o’r rhestr, yn aros, fel y gellir gwirio’r hanes o hyd.',
  },
  'retention.erasureBackups': {
    en: 'Backups made before then keep the sealed text for as long as the force keeps the backups.',
    cy: 'Mae copïau wrth gefn a wnaed cyn hynny yn cadw’r testun wedi’i selio am gyhyd ag y mae’r heddlu’n eu cadw.',
  },
  'retention.erasureHeld': {
    en: 'The case is on hold: it may not be erased. Lift the hold first.',
    cy: 'Mae’r achos ar gadw: ni chaniateir ei ddileu. Codwch y gofyniad i’w gadw yn gyntaf.',
  },
  'retention.erasureFirst': { en: 'Before this case can be erased:', cy: 'Cyn y gellir dileu’r achos hwn:' },
  'retention.gateClosed': {
    en: 'Only a closed case can be erased. Close it first.',
    cy: 'Dim ond achos sydd ar gau y gellir ei ddileu. Caewch ef yn gyntaf.',
  },
  'retention.gateRefer': {
    en: 'It was decided to refer this case, and nobody has recorded that this is done. Record it under “Referral to the IOPC” first.',
    cy: 'Penderfynwyd cyfeirio’r achos hwn, ac nid oes neb wedi cofnodi bod hynny wedi’i wneud. Cofnodwch hynny o dan “Cyfeirio at yr IOPC” yn gyntaf.',
  },
  'retention.gateTask': {
    en: 'A task of this case is open. Mark it as done first.',
    cy: 'Mae tasg yn yr achos hwn ar agor. Nodwch ei bod wedi’i gwneud yn gyntaf.',
  },
  'retention.gateRetention': {
    en: 'The retention period is not over: the day of the review has not come, or whoever asks set that day. Choose another reason, wait, or let a colleague ask.',
    cy: 'Nid yw’r cyfnod cadw ar ben: nid yw diwrnod yr adolygiad wedi dod, neu’r sawl sy’n gofyn a bennodd y diwrnod hwnnw. Dewiswch reswm arall, arhoswch, neu gadewch i gydweithiwr ofyn.',
  },
  'retention.codeShown': { en: 'Reason from the list', cy: 'Rheswm o’r rhestr' },
  'retention.reviewTooFar': {
    en: 'Choose a day until {day}: your force has a case reviewed by then.',
    cy: 'Dewiswch ddiwrnod hyd at {day}: mae eich heddlu’n adolygu achos erbyn hynny.',
  },
  'retention.gateCode': {
    en: 'Erasure was asked for without a reason from the list. Choose “Do not erase”, and ask for it again.',
    cy: 'Gofynnwyd am ddileu heb reswm o’r rhestr. Dewiswch “Peidio â dileu”, a gofynnwch amdano eto.',
  },
  'retention.gateReason': {
    en: 'Open the report, and with it the reason why erasure was asked for. The button waits until you have.',
    cy: 'Agorwch yr adroddiad, a chydag ef y rheswm dros ofyn am ddileu. Mae’r botwm yn aros nes i chi wneud hynny.',
  },
  'retention.gateAsker': {
    en: 'The person who asked for erasure no longer handles cases. Choose “Do not erase”, and ask for it again.',
    cy: 'Nid yw’r person a ofynnodd am ddileu yn delio ag achosion mwyach. Dewiswch “Peidio â dileu”, a gofynnwch amdano eto.',
  },
  'retention.reasonCode': { en: 'Why it can be erased', cy: 'Pam y gellir ei ddileu' },
  'retention.reasonCodeHint': {
    en: 'This choice stays in the history after the case is gone.',
    cy: 'Mae’r dewis hwn yn aros yn yr hanes ar ôl i’r achos fynd.',
  },
  'retention.reasonCodeNeeded': {
    en: 'Choose why it can be erased.',
    cy: 'Dewiswch pam y gellir ei ddileu.',
  },
  'retention.reasonShown': { en: 'Why erasure was asked for', cy: 'Pam y gofynnwyd am ddileu' },
  'retention.erasureAsk': { en: 'Ask for erasure', cy: 'Gofyn am ddileu’r achos' },
  'retention.erasureAsked': { en: 'Erasure has been asked for.', cy: 'Gofynnwyd am ddileu’r achos.' },
  'retention.erasureOwn': {
    en: 'You asked for it: somebody else must carry it out.',
    cy: 'Chi a ofynnodd: rhaid i rywun arall ei wneud.',
  },
  'retention.erasureConfirm': {
    en: 'I have read why it was asked for, and I understand that it cannot be brought back.',
    cy: 'Rwyf wedi darllen pam y gofynnwyd amdano, ac rwy’n deall na ellir dod ag ef yn ôl.',
  },
  'retention.erasureConfirmNeeded': {
    en: 'Confirm that you know what erasure means.',
    cy: 'Cadarnhewch eich bod yn gwybod beth mae dileu yn ei olygu.',
  },
  'retention.erasureSend': { en: 'Erase for good', cy: 'Dileu am byth' },
  'retention.erased': { en: 'The case has been erased.', cy: 'Mae’r achos wedi’i ddileu.' },
  'retention.erasureRefuse': { en: 'Do not erase', cy: 'Peidio â dileu' },
  'retention.erasureRefused': {
    en: 'The request to erase was refused. The case stays.',
    cy: 'Gwrthodwyd y cais i ddileu. Mae’r achos yn aros.',
  },

  'retention.unsentHeading': { en: 'What you wrote is not saved', cy: 'Nid yw’r hyn a ysgrifennoch wedi’i gadw' },
  'retention.unsentText': {
    en: 'The case was erased while this page was open, and nothing can be added to it any more. What you wrote is on this page alone, until you leave it. Copy it if it is still needed, and only to where your unit may keep it.',
    cy: 'Dilëwyd yr achos tra oedd y dudalen hon ar agor, ac ni ellir ychwanegu dim ato mwyach. Ar y dudalen hon yn unig y mae’r hyn a ysgrifennoch, nes i chi ei gadael. Copïwch ef os oes ei angen o hyd, a dim ond i le y caiff eich uned ei gadw.',
  },
  'retention.unsentField': { en: '{panel}: {field}', cy: '{panel}: {field}' },
  'retention.unsentDrop': { en: 'It is no longer needed', cy: 'Nid oes ei angen mwyach' },
} as const satisfies Words<'retention'>;
