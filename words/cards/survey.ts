import type { Words } from '../word.ts';

/** The questions before and after a campaign. */
export const surveyWords = {
  'pulse.heading': { en: 'Four short questions', cy: 'Pedwar cwestiwn byr' },
  'pulse.answer': { en: 'Answer four questions', cy: 'Ateb pedwar cwestiwn' },
  'pulse.intro': {
    en: 'Answer what you like. Nobody is asked for a name, and nothing is kept with anybody.',
    cy: 'Atebwch yr hyn a fynnwch. Ni ofynnir am enw neb, ac ni chedwir dim gydag unrhyw un.',
  },
  'pulse.coinHeading': {
    en: 'How your answer is hidden',
    cy: 'Sut y caiff eich ateb ei guddio',
  },
  'pulse.coin': {
    en: 'Candour tosses a coin for each answer. On heads it counts what you chose, on tails an answer drawn by chance. The server sees your answer before the coin is tossed, and keeps the counts alone, for the whole force and the week. With many answers the result is still right, give or take a little. If you answer twice, you are counted twice.',
    cy: 'Mae Candour yn taflu darn arian ar gyfer pob ateb. Os daw’r pen, mae’n cyfrif yr hyn a ddewisoch; os daw’r gynffon, ateb a dynnir ar hap. Mae’r gweinydd yn gweld eich ateb cyn taflu’r darn arian, ac yn cadw’r cyfrifon yn unig, ar gyfer yr heddlu cyfan a’r wythnos. Gyda llawer o atebion mae’r canlyniad yn dal yn gywir, fwy neu lai. Os byddwch yn ateb ddwywaith, cewch eich cyfrif ddwywaith.',
  },
  'pulse.gladly': {
    en: 'An officer took a statement after a burglary. Weeks later he texts the witness in the evenings, and she answers gladly. What would you do?',
    cy: 'Cymerodd swyddog ddatganiad ar ôl bwrgleriaeth. Wythnosau’n ddiweddarach mae’n anfon negeseuon testun at y tyst gyda’r nos, ac mae hi’n falch o ateb. Beth fyddech chi’n ei wneud?',
  },
  'pulse.gladlyReveal': {
    en: 'He knows her through his work. That she answers gladly does not change that: it can be reported.',
    cy: 'Mae’n ei hadnabod drwy ei waith. Nid yw’r ffaith ei bod yn falch o ateb yn newid hynny: gellir rhoi gwybod amdano.',
  },
  'pulse.records': {
    en: 'A colleague says that they looked up somebody from a call, to see whether that person lives alone. What would you do?',
    cy: 'Mae cydweithiwr yn dweud iddynt edrych ar gofnodion rhywun o alwad, i weld a yw’r person hwnnw’n byw ar ei ben ei hun. Beth fyddech chi’n ei wneud?',
  },
  'pulse.recordsReveal': {
    en: 'Looking somebody up for a reason of one’s own is misuse of records, and often how an approach begins.',
    cy: 'Mae edrych ar gofnodion rhywun am reswm personol yn gamddefnydd o gofnodion, ac yn aml felly y mae closio at rywun yn dechrau.',
  },
  'pulse.invited': {
    en: 'A sergeant keeps asking a new member of staff out for a drink, and the better shifts go to her when she comes. What would you do?',
    cy: 'Mae rhingyll yn gofyn dro ar ôl tro i aelod newydd o staff ddod am ddiod, a hi sy’n cael y sifftiau gorau pan fydd yn dod. Beth fyddech chi’n ei wneud?',
  },
  'pulse.invitedReveal': {
    en: 'Someone who decides on shifts has power over her. Pressing a colleague like this can be sexual misconduct or harassment, and it can be reported.',
    cy: 'Mae gan rywun sy’n penderfynu ar sifftiau bŵer drosti. Gall pwyso ar gydweithiwr fel hyn fod yn gamymddwyn neu’n aflonyddu rhywiol, a gellir rhoi gwybod amdano.',
  },
  'pulse.trust': {
    en: 'If you reported something, how far would you trust the force to deal with it properly?',
    cy: 'Pe baech yn rhoi gwybod am rywbeth, i ba raddau y byddech yn ymddiried yn yr heddlu i ddelio ag ef yn briodol?',
  },
  'pulse.report': { en: 'Report it', cy: 'Rhoi gwybod amdano' },
  'pulse.advice': { en: 'Ask somebody for advice first', cy: 'Gofyn i rywun am gyngor yn gyntaf' },
  'pulse.leave': { en: 'Leave it', cy: 'Gadael iddo' },
  'pulse.fully': { en: 'Fully', cy: 'Yn llwyr' },
  'pulse.mostly': { en: 'Mostly', cy: 'Ar y cyfan' },
  'pulse.little': { en: 'A little', cy: 'Ychydig' },
  'pulse.none': { en: 'Not at all', cy: 'Ddim o gwbl' },
  'pulse.send': { en: 'Count my answers', cy: 'Cyfrif fy atebion' },
  'pulse.nothing': {
    en: 'Please choose at least one answer.',
    cy: 'Dewiswch o leiaf un ateb.',
  },
  'pulse.thanks': { en: 'Thank you', cy: 'Diolch' },
  'pulse.thanksText': {
    en: 'Your answers are on their way into the counts of this week. This is what there is to say about the scenes:',
    cy: 'Mae eich atebion ar eu ffordd i gyfrifon yr wythnos hon. Dyma sydd i’w ddweud am y sefyllfaoedd:',
  },
  'pulse.closedHeading': { en: 'Answers are not counted now', cy: 'Ni chaiff atebion eu cyfrif nawr' },
  'pulse.closed': {
    en: 'They are counted for four weeks from the day on which the questions went to everybody. Nothing was counted.',
    cy: 'Cânt eu cyfrif am bedair wythnos o’r diwrnod yr aeth y cwestiynau at bawb. Ni chyfrifwyd dim.',
  },
  'pulse.option': { en: 'Answer', cy: 'Ateb' },
  'pulse.before': { en: 'Before', cy: 'Cyn' },
  'pulse.after': { en: 'After', cy: 'Ar ôl' },
  'pulse.answers': { en: 'How many answers, about', cy: 'Faint o atebion, tua' },
  'pulse.tooFew': {
    en: 'too few answers yet ({least} needed)',
    cy: 'rhy ychydig o atebion hyd yma (mae angen {least})',
  },
  'pulse.share': {
    en: '{percent}%, within {within} either way',
    cy: '{percent}%, o fewn {within} y naill ffordd neu’r llall',
  },
  'pulse.shareInSigns': { en: '{percent}% ±{within}', cy: '{percent}% ±{within}' },
  'pulse.signs': {
    en: '“±” is how far a share may be off, either way.',
    cy: 'Ystyr “±” yw pa mor bell y gall cyfran fod ohoni, y naill ffordd neu’r llall.',
  },
  'pulse.inPhase': { en: '{phase}: {what}', cy: '{phase}: {what}' },
  'pulse.campaign': { en: 'Campaign', cy: 'Ymgyrch' },
  'pulse.percent': { en: 'Share in a hundred, about', cy: 'Cyfran o bob cant, tua' },
  'pulse.within': { en: 'Within, either way', cy: 'O fewn, y naill ffordd neu’r llall' },
  'pulse.fewChose': { en: 'too few to say', cy: 'rhy ychydig i ddweud' },
  'pulse.more': { en: 'more', cy: 'mwy' },
  'pulse.fewer': { en: 'fewer', cy: 'llai' },
  'pulse.cannotTell': { en: 'cannot be told', cy: 'ni ellir dweud' },
  'pulse.people': {
    en: 'Those who answered before and those who answered after need not be the same people. Someone who answers twice is counted twice.',
    cy: 'Nid yr un bobl o reidrwydd a atebodd cyn ac ar ôl. Caiff rhywun sy’n ateb ddwywaith ei gyfrif ddwywaith.',
  },
  'pulse.mixed': {
    en: 'Each answer was mixed with answers drawn by chance before it was kept, so that the counts do not show what one person chose. We have corrected for that here, so each share is approximate: 19 times out of 20 it is within the range shown.',
    cy: 'Cymysgwyd pob ateb ag atebion ar hap cyn ei gadw, fel nad yw’r cyfrifon yn dangos beth ddewisodd un person. Cywirwyd ar gyfer hynny yma, felly brasamcan yw pob cyfran: 19 gwaith o bob 20 mae o fewn yr ystod a ddangosir.',
  },
  'pulse.changes': {
    en: 'A change is told only where it is larger than chance would make it. It says what was answered, and not what people do.',
    cy: 'Dim ond newid sy’n fwy nag y byddai hap yn ei wneud a ddywedir. Mae’n dweud beth a atebwyd, ac nid beth mae pobl yn ei wneud.',
  },
  'pulse.steps': {
    en: 'Weeks up to {day} are counted. A question is told of from {least} answers on, and anew when {least} more have come.',
    cy: 'Caiff wythnosau hyd at {day} eu cyfrif. Sonnir am gwestiwn o {least} ateb ymlaen, ac o’r newydd pan fydd {least} arall wedi dod.',
  },
} as const satisfies Words<'pulse'>;
