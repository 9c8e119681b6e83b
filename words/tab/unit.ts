import type { Words } from '../word.ts';

/** The supervisor's page about the unit. */
export const unitWords = {
  'unit.intro': {
    en: 'The unit’s open cases, as they are now. You do not see any report here, or who reported.',
    cy: 'Achosion agored yr uned, fel y maent nawr. Nid ydych yn gweld unrhyw adroddiad yma, na phwy roddodd wybod.',
  },
  'unit.loading': { en: 'Counting the unit’s cases', cy: 'Yn cyfrif achosion yr uned' },
  'unit.refresh': { en: 'Refresh', cy: 'Adnewyddu' },
  'unit.counted': { en: 'The unit’s cases were counted again.', cy: 'Cyfrifwyd achosion yr uned eto.' },
  'unit.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'unit.cut': {
    en: 'There are more open cases than Candour counts at once, so only the newest are counted here.',
    cy: 'Mae mwy o achosion agored nag y mae Candour yn eu cyfrif ar unwaith, felly dim ond y rhai diweddaraf sydd wedi’u cyfrif yma.',
  },
  'unit.people': { en: 'Who has what', cy: 'Pwy sydd â beth' },
  'unit.peopleHint': {
    en: '“Reports opened” is how many reports each person has opened since {since}, each counted once, no matter who has the case. Cases that you may no longer see are not counted.',
    cy: '“Adroddiadau a agorwyd” yw faint o adroddiadau y mae pob person wedi’u hagor ers {since}, pob un wedi’i gyfrif unwaith, ni waeth pwy sydd â’r achos. Nid yw achosion na chewch eu gweld mwyach yn cael eu cyfrif.',
  },
  'unit.person': { en: 'Person', cy: 'Person' },
  'unit.untaken': { en: 'Nobody yet', cy: 'Neb eto' },
  'unit.open': { en: 'Open cases', cy: 'Achosion agored' },
  'unit.oldest': { en: 'Oldest', cy: 'Hynaf' },
  'unit.overdue': { en: 'Overdue', cy: 'Yn hwyr' },
  'unit.unopened': { en: 'Report not opened', cy: 'Adroddiad heb ei agor' },
  'unit.safety': { en: 'Safety not recorded', cy: 'Diogelwch heb ei gofnodi' },
  'unit.unread': { en: 'New message', cy: 'Neges newydd' },
  'unit.openings': { en: 'Reports opened', cy: 'Adroddiadau a agorwyd' },
  'unit.none': { en: 'None', cy: 'Dim' },
  'unit.days': {
    en: '{days, plural, =0 {today} one {# day} other {# days}}',
    cy: '{days, plural, =0 {heddiw} one {# diwrnod} two {# ddiwrnod} few {# diwrnod} many {# diwrnod} other {# diwrnod}}',
  },
  'unit.awaiting': { en: 'Waiting for someone else', cy: 'Yn aros am rywun arall' },
  'unit.awaitingSecond': {
    en: 'A second person in the unit: {cases}',
    cy: 'Ail berson o’r uned: {cases}',
  },
  'unit.awaitingSignOff': {
    en: 'Of these, waiting for a supervisor to sign off the closing: {cases}',
    cy: 'O’r rhain, yn aros i oruchwyliwr gymeradwyo cau’r achos: {cases}',
  },
  'unit.awaitingCustodian': {
    en: 'A custodian, to decide on an identity: {cases}',
    cy: 'Ceidwad hunaniaeth, i benderfynu am hunaniaeth: {cases}',
  },
  'unit.cases': {
    en: '{cases, plural, one {# case} other {# cases}}',
    cy: '{cases, plural, zero {# achos} one {# achos} two {# achos} few {# achos} many {# achos} other {# achos}}',
  },
  'unit.atLeast': { en: '{cases} cases or more', cy: '{cases} achos neu fwy' },
  'unit.untouched': { en: 'Cases waiting longest for a step', cy: 'Achosion sy’n aros hiraf am gam' },
  'unit.untouchedHint': {
    en: 'These count as steps: acknowledging or grading a case, changing its status, writing to the person who reported or recording that nothing is new, asking for an identity, and recording safety, a duty or a decision about referral. A note does not count.',
    cy: 'Mae’r rhain yn cyfrif fel camau: cydnabod neu raddio achos, newid ei statws, ysgrifennu at y person a roddodd wybod neu gofnodi nad oes dim newydd, gofyn am hunaniaeth, a chofnodi diogelwch, dyletswydd neu benderfyniad ynghylch cyfeirio. Nid yw nodyn yn cyfrif.',
  },
  'unit.noCases': { en: 'No case is open.', cy: 'Nid oes achos ar agor.' },
  'unit.lastStep': { en: 'Last step', cy: 'Cam diwethaf' },
  'unit.sample': { en: 'Dip sample', cy: 'Sampl ar hap' },
  'unit.sampleHint': {
    en: 'The server draws ten of the cases closed in a month, at random and only once. Nobody can draw again for that month. You see what staff did in each case, but nothing that was written.',
    cy: 'Mae’r gweinydd yn dewis deg o’r achosion a gaewyd mewn mis, ar hap ac unwaith yn unig. Ni all neb ddewis eto ar gyfer y mis hwnnw. Rydych yn gweld yr hyn a wnaeth staff ym mhob achos, ond dim o’r hyn a ysgrifennwyd.',
  },
  'unit.sampleMonth': { en: 'Cases closed in', cy: 'Achosion a gaewyd ym mis' },
  'unit.sampleLoading': { en: 'Loading', cy: 'Yn llwytho' },
  'unit.sampleNone': {
    en: 'No sample has been drawn for this month.',
    cy: 'Nid oes sampl wedi’i ddewis ar gyfer y mis hwn.',
  },
  'unit.sampleDraw': { en: 'Draw the sample', cy: 'Dewis y sampl' },
  'unit.sampleDrawn': { en: 'The sample was drawn.', cy: 'Dewiswyd y sampl.' },
  'unit.sampleDrawnBy': { en: 'Drawn by {who}, {at}', cy: 'Dewiswyd gan: {who}, {at}' },
  'unit.sampleEmpty': { en: 'No case was closed in this month.', cy: 'Ni chaewyd unrhyw achos yn y mis hwn.' },
  'unit.sampleCases': {
    en: 'Choose a case to see what was done in it. The case’s history records that you looked.',
    cy: 'Dewiswch achos i weld yr hyn a wnaed ynddo. Mae hanes yr achos yn cofnodi eich bod wedi edrych.',
  },
  'unit.closed': { en: 'Closed', cy: 'Caewyd' },
  'unit.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'unit.openAgain': { en: 'Reopened', cy: 'Wedi’i ailagor' },
  'unit.lookedAt': { en: 'Looked at', cy: 'Edrychwyd arno' },
  'unit.notLooked': { en: 'Not yet', cy: 'Ddim eto' },
  'unit.sampleLook': { en: '{who}, {day}', cy: '{who}, {day}' },
  'unit.acts': { en: 'What was done in case {reference}', cy: 'Yr hyn a wnaed yn achos {reference}' },
  'unit.actsHint': {
    en: 'Anything about the person who reported is left out.',
    cy: 'Mae unrhyw beth am y person a roddodd wybod wedi’i adael allan.',
  },
} as const satisfies Words<'unit'>;
