import type { Words } from '../word.ts';

/** The questions before and after a campaign. */
export const surveyWords = {
  'pulse.heading': { en: 'Four short questions', cy: 'Pedwar cwestiwn byr' },
  'pulse.answer': { en: 'Answer four questions', cy: 'Ateb pedwar cwestiwn' },
  'pulse.intro': {
    en: 'Answer as many as you like. We do not ask for your name or record who gave which answer.',
    cy: 'Atebwch gynifer ag y mynnwch. Nid ydym yn gofyn am eich enw, nac yn cofnodi pwy a roddodd ba ateb.',
  },
  'pulse.coinHeading': {
    en: 'How your answer is hidden',
    cy: 'Sut y caiff eich ateb ei guddio',
  },
  'pulse.coin': {
    en: 'Candour tosses a coin for each answer. Heads: it counts your answer. Tails: it counts a random one. The server sees your answer before the coin is tossed, and keeps just the totals, for the whole force, each week. So a total does not show what one person chose. With many answers the overall result is still about right. If you answer twice, you are counted twice.',
    cy: 'Mae Candour yn taflu darn arian ar gyfer pob ateb. Pen: mae’n cyfrif eich ateb. Cynffon: mae’n cyfrif ateb ar hap. Mae’r gweinydd yn gweld eich ateb cyn taflu’r darn arian, ac yn cadw’r niferoedd yn unig, ar gyfer yr heddlu cyfan, bob wythnos. Felly nid yw’r niferoedd yn dangos beth ddewisodd un person. Os oes llawer o atebion, mae’r canlyniad cyffredinol yn dal yn gywir, fwy neu lai. Os byddwch yn ateb ddwywaith, cewch eich cyfrif ddwywaith.',
  },
  'pulse.gladly': {
    en: 'An officer took a statement after a burglary. Weeks later he texts the witness in the evenings, and she is glad to reply. What would you do?',
    cy: 'Cymerodd swyddog ddatganiad ar ôl bwrgleriaeth. Wythnosau’n ddiweddarach mae’n anfon negeseuon testun at y tyst gyda’r nos, ac mae hi’n falch o ateb. Beth fyddech chi’n ei wneud?',
  },
  'pulse.gladlyReveal': {
    en: 'He knows her through his work. The fact that she is glad to reply does not change that. You can report it.',
    cy: 'Mae’n ei hadnabod drwy ei waith. Nid yw’r ffaith ei bod yn falch o ateb yn newid hynny. Gallwch roi gwybod amdano.',
  },
  'pulse.records': {
    en: 'A colleague says they looked up someone they met on a call, to see whether that person lived alone. What would you do?',
    cy: 'Mae cydweithiwr yn dweud iddo edrych ar gofnodion rhywun y daeth ar ei draws ar alwad, i weld a oedd y person hwnnw’n byw ar ei ben ei hun. Beth fyddech chi’n ei wneud?',
  },
  'pulse.recordsReveal': {
    en: 'Looking someone up for personal reasons is misuse of police systems. It is often how inappropriate contact starts.',
    cy: 'Mae edrych ar gofnodion rhywun am resymau personol yn gamddefnydd o systemau’r heddlu. Yn aml, dyna sut mae cyswllt amhriodol yn dechrau.',
  },
  'pulse.invited': {
    en: 'A sergeant keeps asking a new member of staff out for a drink, and she gets the better shifts when she comes. What would you do?',
    cy: 'Mae rhingyll yn gofyn dro ar ôl tro i aelod newydd o staff ddod am ddiod, a hi sy’n cael y sifftiau gorau pan fydd yn dod. Beth fyddech chi’n ei wneud?',
  },
  'pulse.invitedReveal': {
    en: 'Someone who decides shifts has power over her. Putting pressure on a colleague like this can be sexual misconduct or harassment. You can report it.',
    cy: 'Mae gan rywun sy’n penderfynu ar sifftiau bŵer drosti. Gall pwyso ar gydweithiwr fel hyn fod yn gamymddwyn rhywiol neu’n aflonyddu. Gallwch roi gwybod amdano.',
  },
  'pulse.trust': {
    en: 'If you reported something, how far would you trust the force to deal with it properly?',
    cy: 'Pe baech yn rhoi gwybod am rywbeth, i ba raddau y byddech yn ymddiried yn yr heddlu i ddelio ag ef yn briodol?',
  },
  'pulse.report': { en: 'Report it', cy: 'Rhoi gwybod amdano' },
  'pulse.advice': { en: 'Ask someone for advice first', cy: 'Gofyn i rywun am gyngor yn gyntaf' },
  'pulse.leave': { en: 'Do nothing', cy: 'Gwneud dim' },
  'pulse.fully': { en: 'Fully', cy: 'Yn llwyr' },
  'pulse.mostly': { en: 'Mostly', cy: 'Ar y cyfan' },
  'pulse.little': { en: 'A little', cy: 'Ychydig' },
  'pulse.none': { en: 'Not at all', cy: 'Dim o gwbl' },
  'pulse.send': { en: 'Count my answers', cy: 'Cyfrif fy atebion' },
  'pulse.nothing': {
    en: 'Choose at least one answer.',
    cy: 'Dewiswch o leiaf un ateb.',
  },
  'pulse.thanks': { en: 'Thank you', cy: 'Diolch' },
  'pulse.thanksText': {
    en: 'Your answers will be added to this week’s totals. Here is what we would say about the first three questions:',
    cy: 'Bydd eich atebion yn cael eu hychwanegu at niferoedd yr wythnos hon. Dyma beth fyddem ni’n ei ddweud am y tri chwestiwn cyntaf:',
  },
  'pulse.closedHeading': {
    en: 'Answers are not counted at the moment',
    cy: 'Nid yw atebion yn cael eu cyfrif ar hyn o bryd',
  },
  'pulse.closed': {
    en: 'Answers are counted for four weeks from the day the questions went to everyone. Nothing was counted.',
    cy: 'Caiff atebion eu cyfrif am bedair wythnos o’r diwrnod yr aeth y cwestiynau at bawb. Ni chyfrifwyd dim.',
  },
  'pulse.option': { en: 'Answer', cy: 'Ateb' },
  'pulse.before': { en: 'Before', cy: 'Cyn' },
  'pulse.after': { en: 'After', cy: 'Ar ôl' },
  'pulse.answers': { en: 'Approximate number of answers', cy: 'Nifer yr atebion (yn fras)' },
  'pulse.tooFew': {
    en: 'too few answers yet ({least} needed)',
    cy: 'rhy ychydig o atebion hyd yma (mae angen {least})',
  },
  'pulse.share': {
    en: '{percent}%, plus or minus {within}',
    cy: '{percent}%, plws neu finws {within}',
  },
  'pulse.shareInSigns': { en: '{percent}% ±{within}', cy: '{percent}% ±{within}' },
  'pulse.signs': {
    en: '“±” shows how far out a share may be, either way.',
    cy: 'Mae “±” yn dangos pa mor bell o’r gwir y gallai cyfran fod, y naill ffordd neu’r llall.',
  },
  'pulse.inPhase': { en: '{phase}: {what}', cy: '{phase}: {what}' },
  'pulse.campaign': { en: 'Campaign', cy: 'Ymgyrch' },
  'pulse.percent': { en: 'Approximate percentage', cy: 'Canran (yn fras)' },
  'pulse.within': { en: 'Plus or minus', cy: 'Plws neu finws' },
  'pulse.fewChose': { en: 'too few to say', cy: 'rhy ychydig i ddweud' },
  'pulse.more': { en: 'more', cy: 'mwy' },
  'pulse.fewer': { en: 'fewer', cy: 'llai' },
  'pulse.cannotTell': { en: 'not clear', cy: 'nid yw’n glir' },
  'pulse.people': {
    en: 'The people who answered before and after may not be the same people. Someone who answers twice is counted twice.',
    cy: 'Efallai nad yr un bobl a atebodd cyn ac ar ôl. Caiff rhywun sy’n ateb ddwywaith ei gyfrif ddwywaith.',
  },
  'pulse.mixed': {
    en: 'Each answer was mixed with random answers before it was kept, so that totals do not show what one person chose. We have corrected for that here, so each share is approximate: 19 times out of 20, the true share is within the range shown.',
    cy: 'Cymysgwyd pob ateb ag atebion ar hap cyn ei gadw, fel nad yw’r niferoedd yn dangos beth ddewisodd un person. Mae’r canlyniadau yma wedi’u cywiro i ystyried hynny, felly brasamcan yw pob cyfran: 19 gwaith o bob 20, mae’r gyfran wirioneddol o fewn yr ystod a ddangosir.',
  },
  'pulse.changes': {
    en: 'We only show a change that is bigger than chance would explain. It shows what people answered, not what they do.',
    cy: 'Dim ond newid sy’n fwy nag y gallai hap ei egluro yr ydym yn ei ddangos. Mae newid yn dangos beth atebodd pobl, nid beth mae pobl yn ei wneud.',
  },
  'pulse.steps': {
    en: 'Results cover weeks up to {day}. A question is shown once it has {least} answers, and updated after every {least} more.',
    cy: 'Mae’r canlyniadau’n cynnwys wythnosau hyd at {day}. Caiff canlyniadau cwestiwn eu dangos ar ôl {least} ateb, a’u diweddaru ar ôl pob {least} arall.',
  },
} as const satisfies Words<'pulse'>;
