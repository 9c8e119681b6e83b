import type { Words } from '../word.ts';

/** The words for cards that people confirmed to be one person's. */
export const personGroupsWords = {
  'group.heading': {
    en: 'Reports confirmed to be about one person',
    cy: 'Adroddiadau y cadarnhawyd eu bod am un person',
  },
  'group.confirmIntro': {
    en: 'If both cards name the same person, confirm it. The reports are then shown together to people who may see them. You cannot undo this alone.',
    cy: 'Os yw’r ddau gerdyn yn enwi’r un person, cadarnhewch hynny. Yna dangosir yr adroddiadau gyda’i gilydd i’r bobl sydd â hawl i’w gweld. Ni allwch ddadwneud hyn ar eich pen eich hun.',
  },
  'group.confirm': {
    en: 'Confirm it is the same person as in {reference}',
    cy: 'Cadarnhau mai’r un person sydd yn {reference}',
  },
  'group.confirmSaved': {
    en: 'This is saved in both cases. Two people together can withdraw it.',
    cy: 'Mae hyn wedi’i gadw yn y ddau achos. Gall dau berson gyda’i gilydd ei dynnu’n ôl.',
  },
  'group.show': { en: 'Show the reports together', cy: 'Dangos yr adroddiadau gyda’i gilydd' },
  'group.showHint': {
    en: 'If you show the reports together, the history of this case records that.',
    cy: 'Os dangoswch yr adroddiadau gyda’i gilydd, bydd hanes yr achos hwn yn cofnodi hynny.',
  },
  'group.loading': { en: 'Loading the reports', cy: 'Yn llwytho’r adroddiadau' },
  'group.reports': {
    en: '{count, plural, one {# report} other {# reports that may be about one person}}',
    cy: '{count, plural, one {# adroddiad} two {# adroddiad a allai fod am un person} few {# adroddiad a allai fod am un person} many {# adroddiad a allai fod am un person} other {# adroddiad a allai fod am un person}}',
  },
  'group.noProof': {
    en: 'The number of reports proves nothing. Judge each on its own.',
    cy: 'Nid yw nifer yr adroddiadau’n profi dim. Ystyriwch bob un ar ei ben ei hun.',
  },
  'group.thisReport': { en: '{reference}, this case', cy: '{reference}, yr achos hwn' },
  'group.pair': {
    en: '{one} and {other}: confirmed by {who}, {day}',
    cy: '{one}, {other}: cadarnhaodd {who} hyn, {day}',
  },
  'group.none': {
    en: 'The reports cannot be shown together here: a card was withdrawn, its key is not open, or the card may have been changed.',
    cy: 'Ni ellir dangos yr adroddiadau gyda’i gilydd yma: tynnwyd cerdyn yn ôl, nid yw allwedd y cerdyn ar agor, neu efallai fod y cerdyn wedi’i newid.',
  },
  'group.more': {
    en: 'There are more reports than can be shown here.',
    cy: 'Mae mwy o adroddiadau nag y gellir eu dangos yma.',
  },
  'group.wrong': { en: 'Which case is not about the same person', cy: 'Pa achos nad yw am yr un person' },
  'group.wrongNeeded': { en: 'Choose a case.', cy: 'Dewiswch achos.' },
  'group.partAsk': { en: 'Ask to withdraw confirmation', cy: 'Gofyn am dynnu’r cadarnhad yn ôl' },
  'group.partAsked': {
    en: 'You have asked for the confirmation to be withdrawn. It stays until a colleague agrees.',
    cy: 'Rydych wedi gofyn am dynnu’r cadarnhad yn ôl. Mae’n aros nes bydd cydweithiwr yn cytuno.',
  },
  'group.partWaits': {
    en: '{who} asked to withdraw the confirmation that {reference} is about the same person.',
    cy: 'Gofynnodd {who} am dynnu’n ôl y cadarnhad bod {reference} yn ymwneud â’r un person.',
  },
  'group.partOwn': {
    en: 'You asked for this, so someone else must agree.',
    cy: 'Chi a ofynnodd am hyn, felly rhaid i rywun arall gytuno.',
  },
  'group.partUnread': {
    en: 'Open the report again first, to read the reason.',
    cy: 'Agorwch yr adroddiad eto’n gyntaf, i ddarllen y rheswm.',
  },
  'group.part': { en: 'Withdraw the confirmation for {reference}', cy: 'Tynnu’r cadarnhad yn ôl ar gyfer {reference}' },
  'group.parted': {
    en: 'The confirmation is withdrawn. The cards are compared again as before.',
    cy: 'Mae’r cadarnhad wedi’i dynnu’n ôl. Caiff y cardiau eu cymharu eto fel o’r blaen.',
  },
  'group.partRefuse': { en: 'Leave it confirmed', cy: 'Ei adael wedi’i gadarnhau' },
  'group.partRefused': { en: 'It stays confirmed.', cy: 'Mae’n aros wedi’i gadarnhau.' },
} as const satisfies Words<'group'>;
